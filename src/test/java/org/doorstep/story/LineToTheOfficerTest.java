package org.doorstep.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.doorstep.story.SlackWindow.OFFICERS;
import static org.doorstep.story.SlackWindow.SAFE;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.doorstep.story.SlackWindow.Posted;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** From a person's phone to the link officer's thread and back. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LineToTheOfficerTest {

  private static final String AMINA = "U0AMINA";
  private static final String JOAN = "U0JOAN";
  private static final List<String> VOLUNTEERS =
      List.of("priya", "marcus", "sheila", "olek", "fatima");

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
  void whoeverAsksForAPersonIsOnACardWithTheLeastThatIsNeeded() {
    village.asksFor(
        "edna", "Can someone get my mums prescription from Boots tomorrow, she's at LS6 3HN");
    village.hears("priya", "Prescription");
    village.taps("priya", "job/offered/take");
    village.hears("edna", "Priya can help");
    village.answered("edna", "HUMAN", "I have asked Amina");
    Posted card = edna();
    assertThat(card.text()).contains("Prescription", "LS6").doesNotContain("3HN", "7700900");
    assertThat(card.blocks()).doesNotContain("3HN", "7700900");
    assertThat(choices(card)).contains("acknowledge", "sorted", "referred", "no-answer");
    Posted look = slack.line(OFFICERS, card, "please have a look");
    assertThat(look.blocks()).contains(AMINA);
  }

  @Test
  @Order(2)
  void theDeputyIsAskedAfterTenMinutesOfSilence() {
    village.passes(Duration.ofMinutes(11));
    Posted line = slack.line(OFFICERS, edna(), "Nobody has taken this yet");
    assertThat(line.text()).contains("Derek Oldroyd");
    assertThat(line.blocks()).contains("U0DEREK");
  }

  @Test
  @Order(3)
  void whoeverTakesItIsOnTheCard() {
    slack.press(OFFICERS, edna(), AMINA, "acknowledge");
    Posted card = slack.post(OFFICERS, "taken", p -> p.says("Amina Rahman has this"));
    assertThat(card.ts()).isEqualTo(edna().ts());
    assertThat(choices(card)).contains("sorted").doesNotContain("acknowledge");
    village.hears("edna", "Amina Rahman has seen this");
    int lines = slack.again(OFFICERS, card).thread().size();
    village.passes(Duration.ofMinutes(25));
    village.answered("edna", "MY DATA", "This is what we know");
    assertThat(slack.again(OFFICERS, card).thread()).hasSize(lines);
  }

  @Test
  @Order(4)
  void whatBothWriteArrivesInOrder() {
    for (int i = 1; i <= 4; i++) officer(AMINA, edna(), "Question " + i);
    village.hears("edna", "Question 4");
    assertThat(numbered(texts("edna"), "Question ")).containsExactly(1, 2, 3, 4);
    assertThat(village.hears("edna", "Question 1")).contains("Amina Rahman:");
    for (int i = 1; i <= 4; i++) village.says("edna", "Answer " + i);
    slack.line(OFFICERS, edna(), "Answer 4");
    assertThat(numbered(slack.again(OFFICERS, edna()).lines(), "Answer "))
        .containsExactly(1, 2, 3, 4);
  }

  @Test
  @Order(5)
  void howFarItGotIsShownOnTheOfficersMessage() {
    village.until(
        "delivery is shown",
        () ->
            slack
                .line(OFFICERS, edna(), "Question 4")
                .reactions()
                .keySet()
                .containsAll(List.of("outbox_tray", "white_check_mark")));
    slack.inject("undeliverable", "edna", 63024);
    officer(AMINA, edna(), "This one is lost");
    slack.line(OFFICERS, edna(), "Your message did not get through: their number");
    village.until(
        "the failure is shown",
        () -> slack.line(OFFICERS, edna(), "This one is lost").reactions().containsKey("warning"));
    assertThat(slack.line(OFFICERS, edna(), "This one is lost").reactions())
        .doesNotContainKey("white_check_mark");
  }

  @Test
  @Order(6)
  void whatIsNotForThePersonStaysInSlack() {
    officer(AMINA, edna(), "// her son is known to us");
    officer(JOAN, edna(), "Let me say something");
    slack.line(OFFICERS, edna(), "Only link officers can write");
    officer(AMINA, edna(), "Are you at home?");
    village.hears("edna", "Are you at home?");
    Posted written = slack.line(OFFICERS, edna(), "Are you at home?");
    village.village().slack().edit(OFFICERS, written.ts(), "Are you out?");
    slack.line(OFFICERS, edna(), "That change was not sent on");
    officer(AMINA, edna(), "Thank you");
    village.hears("edna", "Thank you");
    assertThat(village.everythingOn("edna"))
        .doesNotContain("her son", "Let me say", "Are you out?");
  }

  @Test
  @Order(7)
  void closingGivesTheLineBack() {
    int before = village.shown("edna").size();
    slack.press(OFFICERS, edna(), AMINA, "sorted");
    village.hears("edna", before, "Amina Rahman has closed this");
    Posted closed = slack.post(OFFICERS, "closed", p -> p.says("Amina Rahman closed this: sorted"));
    assertThat(closed.buttons()).isEmpty();
    officer(AMINA, closed, "One more thing");
    slack.line(OFFICERS, closed, "This case is closed, so that was not sent on");
    village.says("edna", "The bell does not work");
    village.hears("priya", "The bell does not work");
    assertThat(slack.again(OFFICERS, closed).lines()).noneMatch(l -> l.contains("bell"));
    assertThat(village.everythingOn("edna")).doesNotContain("One more thing");
  }

  @Test
  @Order(8)
  void dangerIsAnsweredAtOnceAndNeverPutToNeighbours() {
    String phone = "+447700900121";
    village.answered(phone, "my husband is hitting me and I am scared, LS6 3HN", "call 999");
    slack.post(OFFICERS, "A sealed case was opened");
    assertThat(slack.post(SAFE, "danger words").text()).doesNotContain("7700900", "hitting");
    village.answered(phone, "my dad has taken an overdose, please get some milk too", "call 999");
    for (String volunteer : VOLUNTEERS) {
      assertThat(village.everythingOn(volunteer)).doesNotContain("hitting", "overdose", "scared");
    }
    for (String channel : List.of(SlackWindow.GROUP, OFFICERS)) {
      assertThat(slack.channel(channel).toString()).doesNotContain("hitting", "overdose", "scared");
    }
  }

  @Test
  @Order(9)
  void aWorriedVolunteerReachesTheSafeguardingPeople() {
    village.asksFor("tom", "Could somebody get me bread and milk today, I am at LS6 1LS");
    village.hears("marcus", "Shopping");
    village.taps("marcus", "job/offered/take");
    village.hears("marcus", "It is yours");
    assertThat(village.answered("marcus", "I'm worried about him", "You did the right thing"))
        .contains("999");
    Posted card = slack.post(SAFE, "a volunteer is worried");
    assertThat(card.text()).doesNotContain("Tom", "LS6", "7700900");
    village.village().slack().say(SAFE, "U0SAIRA", "What did you see?", card.ts());
    village.hears("marcus", "What did you see?");
    village.says("marcus", "He did not know me");
    slack.line(SAFE, card, "He did not know me");
    assertThat(village.everythingOn("tom")).doesNotContain("worried", "did not know me");
    assertThat(slack.channel(OFFICERS).toString()).doesNotContain("did not know me");
  }

  @Test
  @Order(10)
  void aRequestThatNobodyTakesIsLookedAtByAnOfficer() {
    String phone = "+447700900122";
    village.asksFor(phone, "I need a lift to the LGI on Friday at 10, I am at LS6 3HN");
    slack.post(SlackWindow.GROUP, "A lift");
    village.passes(Duration.ofMinutes(6));
    village.hears(phone, "Still looking");
    village.passes(Duration.ofMinutes(11));
    village.until(
        "the last wave",
        () -> {
          String all = village.everythingOn(phone);
          return all.indexOf("Still looking") < all.lastIndexOf("Still looking")
              || all.contains("I have not found anyone");
        });
    village.passes(Duration.ofMinutes(16));
    village.hears(phone, "I have not found anyone yet, so I have asked Amina Rahman");
    Posted card =
        slack.post(OFFICERS, "lift", p -> p.says("Nobody has taken a request") && p.says("A lift"));
    assertThat(card.text()).doesNotContain("3HN", "7700900");
    assertThat(card.blocks()).doesNotContain("3HN", "7700900");
  }

  @Test
  @Order(11)
  void afterADayTheTemplateGoesFirstAndTheWordsFollow() {
    String phone = "+447700900123";
    village.answered(phone, "HUMAN", "I have asked Amina");
    Posted card =
        slack.post(
            OFFICERS,
            "the newest card",
            p -> p.says("Somebody asked for a person") && !p.says("Need:"));
    slack.press(OFFICERS, card, AMINA, "acknowledge");
    village.hears(phone, "Amina Rahman has seen this");
    village.passes(Duration.ofHours(25));
    int before = village.shown(phone).size();
    officer(AMINA, card, "I found you a place");
    slack.line(OFFICERS, card, "I found you a place");
    village.hears(phone, before, "You have a message about a request");
    slack.line(OFFICERS, card, "They have not written for a day");
    assertThat(village.everythingOn(phone)).doesNotContain("I found you a place");
    village.answered(phone, "what is it?", "I found you a place");
    slack.line(OFFICERS, card, "what is it?");
    slack.line(OFFICERS, card, "They have written, so your message has gone out now");
    delivered(card, "I found you a place");

    // WhatsApp takes it at first, and says only later that its window was closed
    slack.inject("undeliverable", phone, 63016);
    int lines = village.shown(phone).size();
    officer(AMINA, card, "Bring your letter");
    village.hears(phone, lines, "You have a message about a request");
    village.until(
        "the wait is shown",
        () -> reactions(card, "Bring your letter").contains("hourglass_flowing_sand"));
    assertThat(reactions(card, "Bring your letter")).doesNotContain("warning");
    assertThat(village.everythingOn(phone)).doesNotContain("Bring your letter");
    village.answered(phone, "I am back", "Bring your letter");
    delivered(card, "Bring your letter");
  }

  private static void delivered(Posted card, String text) {
    village.until("delivery is shown", () -> reactions(card, text).contains("white_check_mark"));
  }

  private static Set<String> reactions(Posted card, String text) {
    return slack.line(OFFICERS, card, text).reactions().keySet();
  }

  private static Posted edna() {
    return slack.post(
        OFFICERS,
        "edna's card",
        p -> p.says("Somebody asked for a person") && p.says("Prescription"));
  }

  private static void officer(String user, Posted under, String text) {
    village.village().slack().say(OFFICERS, user, text, under.ts());
  }

  private static List<String> choices(Posted card) {
    return card.buttons().keySet().stream()
        .map(b -> org.doorstep.talk.Tap.decode(b).orElseThrow().choice())
        .toList();
  }

  private static List<String> texts(String phone) {
    return village.shown(phone).stream().map(s -> s.text()).toList();
  }

  private static List<Integer> numbered(List<String> texts, String word) {
    return texts.stream()
        .filter(t -> t.contains(word) && !t.contains("not sent"))
        .map(
            t ->
                Integer.parseInt(
                    t.substring(t.indexOf(word) + word.length()).strip().substring(0, 1)))
        .toList();
  }
}
