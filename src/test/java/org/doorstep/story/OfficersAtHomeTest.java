package org.doorstep.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.doorstep.story.SlackWindow.OFFICERS;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import org.doorstep.story.SlackWindow.Posted;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Amina works from her page in Slack, and Derek stands in for her. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OfficersAtHomeTest {

  private static final String AMINA = "U0AMINA";
  private static final String DEREK = "U0DEREK";

  /** What changes is shown by then. */
  private static final Duration SHORTLY = Duration.ofSeconds(11);

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
  void whatWaitsIsTakenFromThePage() {
    village.village().slack().openHome(AMINA);
    slack.home(AMINA, "Nothing is waiting for anybody");
    village.answered("edna", "HUMAN", "I have asked Amina");
    village.passes(SHORTLY);
    Posted page = slack.home(AMINA, "Somebody asked for a person");
    assertThat(page.blocks()).contains("Waiting for somebody: 1", "Hyde Park Neighbours");
    assertThat(page.blocks()).doesNotContain("Edna", "7700900");
    slack.pressAtHome(AMINA, page, "acknowledge");
    village.hears("edna", "has seen this");
    village.passes(SHORTLY);
    slack.home(AMINA, "You have: 1");
    Posted card = slack.post(OFFICERS, "Somebody asked for a person");
    slack.pressAtHome(AMINA, slack.home(AMINA, "You have: 1"), "thread");
    assertThat(slack.line(OFFICERS, card, "here it is").blocks()).contains(AMINA);
  }

  @Test
  @Order(2)
  void theSameIsToldWhereverTheCommandIsTyped() {
    village.village().slack().command(OFFICERS, AMINA, "/doorstep", "mine");
    slack.told(AMINA, "You have 1:");
    village.village().slack().command(OFFICERS, AMINA, "/doorstep", "help");
    slack.told(AMINA, "OFF DUTY until Monday, Derek stands in");
    slack.pressAtHome(AMINA, slack.home(AMINA, "You have: 1"), "search");
    slack.handsIn(
        AMINA, "{\"words\": {\"value\": {\"type\": \"plain_text_input\", \"value\": \"LS6\"}}}");
    slack.told(AMINA, "I have found nothing for \"LS6\"");
  }

  @Test
  @Order(3)
  void whoeverStandsInIsCalledAndThePersonIsToldSo() {
    slack.pressAtHome(AMINA, slack.home(AMINA, "You are on duty"), "away");
    slack.hasAForm(AMINA);
    LocalDate today = LocalDate.ofInstant(RunningVillage.AFTERNOON, ZoneId.of("Europe/London"));
    slack.wrongly(AMINA, away(today), "That has to be a day to come");
    slack.handsIn(AMINA, away(today.plusDays(2)));
    slack.told(AMINA, "You are off duty until");
    slack.told(DEREK, "you stand in");
    village.says("edna", "Hello Amina, it is about my boiler");
    village.hears("edna", "reads what you write here");
    Posted card = slack.post(OFFICERS, "Somebody asked for a person");
    assertThat(slack.line(OFFICERS, card, "about my boiler").blocks()).contains(DEREK);
    village.passes(SHORTLY);
    slack.pressAtHome(AMINA, slack.home(AMINA, "You are off duty until"), "back");
    slack.told(AMINA, "Welcome back");
  }

  @Test
  @Order(4)
  void aPhotoStandsInTheThreadAndWhatIsNoneDoesNot() {
    Posted card = slack.post(OFFICERS, "Somebody asked for a person");
    village.village().phones().media("edna", "image");
    assertThat(slack.line(OFFICERS, card, "GIF").blocks()).contains("\"image\"");
    village.village().phones().media("edna", "document");
    village.hears("edna", "I could not pass that file on");
    slack.line(OFFICERS, card, "They sent a file that I could not pass on");
  }

  @Test
  @Order(5)
  void theLineIsHandedBackToTheAssistant() {
    Posted card = slack.post(OFFICERS, "Somebody asked for a person");
    slack.press(OFFICERS, slack.again(OFFICERS, card), AMINA, "hand-back");
    village.hears("edna", "I am the assistant, and answer you again");
    slack.line(OFFICERS, card, "The assistant answers them again");
  }

  private static String away(LocalDate day) {
    return """
        {"until": {"value": {"type": "datepicker", "selected_date": "%s"}},
         "stand-in": {"value": {"type": "static_select", "selected_option": {"value": "U0DEREK"}}}}
        """
        .formatted(day);
  }
}
