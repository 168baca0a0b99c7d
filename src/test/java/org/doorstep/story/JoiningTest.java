package org.doorstep.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.doorstep.story.SlackWindow.GROUP;

import java.nio.file.Path;
import java.time.Duration;
import org.doorstep.story.SlackWindow.Posted;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Coming, pausing, leaving, being forgotten; and the words that work at any time. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class JoiningTest {

  private static final String JOAN = "U0JOAN";
  private static final String AMINA = "U0AMINA";

  /** Next door to Edna. */
  private static final String NINA = "+447700900131";

  private static RunningVillage village;
  private static SlackWindow slack;

  @BeforeAll
  static void start(@TempDir Path data) {
    village = RunningVillage.start(data);
    slack = new SlackWindow(village);
  }

  @AfterAll
  static void stop() {
    slack.close();
    village.close();
  }

  @Test
  @Order(1)
  void somebodyJoinsWithAPinInsteadOfAPostcode() {
    village.answered(NINA, "I want to help", "What is your first name?");
    village.answered(NINA, "Nina", "Where do you live?");
    int before = village.shown(NINA).size();
    village.village().phones().pin(NINA, 53.8227, -1.5742, "Home");
    village.hears(NINA, before, "How far from home");
    village.answered(NINA, "10 minutes", "How do you get about?");
    village.answered(NINA, "walk and bus", "What would you like to help with?");
    village.answered(NINA, "anything", "Thank you, Nina! You are one of us now.");
    assertThat(village.answered(NINA, "MY DATA", "This is what we know")).contains("Nina");
  }

  @Test
  @Order(2)
  void backUndoesTheLastAnswerAndHelpKeepsTheQuestion() {
    String phone = "+447700900132";
    village.answered(phone, "I want to help", "What is your first name?");
    village.answered(phone, "Bob", "Where do you live?");
    village.answered(phone, "BACK", "What is your first name?");
    village.answered(phone, "Rob", "postcode");
    int before = village.shown(phone).size();
    assertThat(village.answered(phone, "help", "You can send these words"))
        .contains("CANCEL", "BACK", "HUMAN", "MY JOBS", "PAUSE", "MY DATA", "FORGET ME", "STOP");
    village.hears(phone, before, "What is your postcode?");
    village.answered(phone, "cancel", "you are not signed up");
    assertThat(village.answered(phone, "PAUSE", "You are not a volunteer here yet")).isNotNull();
  }

  @Test
  @Order(3)
  void whoeverPausesIsNotAskedAndWhoeverResumesIs() {
    village.answered(NINA, "PAUSE", "no new offers until you say RESUME");
    int before = village.shown(NINA).size();
    village.asksFor("edna", "Could somebody get bread and milk today? LS6 3HN");
    village.hears("priya", "Shopping");
    assertThat(village.shown(NINA)).hasSize(before);
    village.answered(NINA, "resume", "Welcome back");
    village.answered("edna", "CANCEL", "I have cancelled it and told everyone");
    before = village.shown(NINA).size();
    village.asksFor("edna", "Could somebody walk my dog today? LS6 3HN");
    village.hears(NINA, before, "Could you do it?");
  }

  @Test
  @Order(4)
  void stopHandsBackAndSilencesUntilStart() {
    village.taps(NINA, "job/offered/take");
    village.hears(NINA, "It is yours");
    assertThat(village.answered(NINA, "my jobs", "One of your jobs")).contains("LS6 3HN");
    village.answered(NINA, "STOP", "You will not get any more messages from us");
    int before = village.shown(NINA).size();
    village.hears("edna", "The volunteer could not do it after all");
    village.answered("edna", "CANCEL", "I have cancelled it and told everyone");
    int offers = village.shown("priya").size();
    village.asksFor("edna", "Could somebody collect a parcel today? LS6 3HN");
    village.hears("priya", offers, "Could you do it?");
    village.passes(Duration.ofMinutes(6));
    village.hears("edna", "Still looking");
    assertThat(village.shown(NINA)).hasSize(before);
    village.answered(NINA, "hello?", "You have asked us to stop");
    village.answered(NINA, "START", "Welcome back");
    village.answered(NINA, "my jobs", "You have no jobs in hand");
    village.answered("edna", "CANCEL", "I have cancelled it and told everyone");
  }

  @Test
  @Order(5)
  void somebodyInSlackJoinsThereAndTakesAJobInTheChannel() {
    village.asksFor("tom", "Could somebody get me bread and milk today, I am at LS6 1LS");
    Posted job = slack.post(GROUP, "the shopping", p -> p.says("Shopping") && p.says("Open"));
    slack.press(GROUP, job, JOAN, "take");
    slack.whispered(GROUP, JOAN, "You are not signed up as a volunteer yet");

    joan("I want to help", "What is your first name?");
    joan("Joan", "Where do you live?");
    joan("LS6 1LS", "How far from home");
    joan("2 miles", "How do you get about?");
    joan("bicycle", "What would you like to help with?");
    joan("anything", "Thank you, Joan! You are one of us now.");

    slack.press(GROUP, job, JOAN, "take");
    slack.whispered(GROUP, JOAN, "It is yours, thank you!");
    assertThat(slack.told(JOAN, "It is yours").text()).contains("LS6 1LS", "bread and milk");
    village.hears("tom", "Joan can help with this");
    Posted taken = slack.post(GROUP, "Taken by Joan");
    assertThat(taken.ts()).isEqualTo(job.ts());
    assertThat(taken.buttons().keySet()).singleElement().asString().contains("card-stand-by");
    assertThat(slack.channel(GROUP).toString()).doesNotContain("1LS", "bread and milk");

    slack.press(GROUP, job, AMINA, "take");
    slack.whispered(GROUP, AMINA, "You are not signed up");
    village.says("tom", "The bell does not work");
    slack.told(JOAN, "The bell does not work");
    village.village().slack().sayDirectly(JOAN, "I have a red bicycle");
    village.hears("tom", "I have a red bicycle");
  }

  @Test
  @Order(6)
  void whoeverIsForgottenIsAStranger() {
    village.answered(NINA, "FORGET ME", "Shall I delete everything we know about you?");
    village.answered(NINA, "yes", "Everything we knew about you is deleted");
    assertThat(village.answered(NINA, "MY DATA", "This is what we know"))
        .doesNotContain("Nina", "53.82", "LS6");
    village.answered(NINA, "PAUSE", "You are not a volunteer here yet");
    int before = village.shown(NINA).size();
    int offers = village.shown("priya").size();
    int ednas = village.shown("edna").size();
    village.asksFor("edna", "Could somebody walk my dog today? LS6 3HN");
    village.hears("priya", offers, "Could you do it?");
    village.passes(Duration.ofMinutes(6));
    village.hears("edna", ednas, "Still looking");
    assertThat(village.shown(NINA)).hasSize(before);
  }

  @Test
  @Order(7)
  void whoeverSaidStopCanStillBeForgotten() {
    String phone = "+447700900133";
    village.answered(phone, "STOP", "You will not get any more messages from us");
    village.answered(phone, "FORGET ME", "Shall I delete everything we know about you?");
    village.answered(phone, "no", "nothing was deleted");
    village.answered(phone, "hello", "You have asked us to stop");
    village.answered(phone, "FORGET ME", "Shall I delete everything we know about you?");
    village.answered(phone, "yes", "Everything we knew about you is deleted");
  }

  private static void joan(String says, String words) {
    int before = slack.directly(JOAN).size();
    village.village().slack().sayDirectly(JOAN, says);
    village.soon(
        "Joan hears " + words,
        () -> slack.directly(JOAN).stream().skip(before).filter(p -> p.says(words)).findFirst());
  }
}
