package org.doorstep.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.doorstep.story.SlackWindow.GROUP;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Joan runs the group from her phone, and from Slack. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LeadTest {

  /** Hers in the cell's file. */
  private static final String JOANS_PHONE = "+447700900811";

  private static final String JOAN = "U0JOAN";

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
  void whoWaitsIsSeenOnWhatsAppAndOnSlack() {
    village.answered(JOANS_PHONE, "board", "Nobody is waiting just now");
    village.asksFor("edna", "Could somebody get bread and milk today? LS6 3HN");
    village.hears("priya", "Could you do it?");
    assertThat(village.answered(JOANS_PHONE, "BOARD", "open: 1"))
        .contains("1. Shopping, LS6, today")
        .doesNotContain("Edna", "3HN");
    village.village().slack().sayDirectly(JOAN, "board");
    assertThat(slack.told(JOAN, "open: 1").text()).contains("1. Shopping, LS6, today");
    assertThat(village.answered(JOANS_PHONE, "list", "who can help?"))
        .contains("- Shopping, LS6, today")
        .doesNotContain("Edna", "3HN", "bread");
  }

  @Test
  @Order(2)
  void nobodyElseSeesIt() {
    assertThat(village.answered("priya", "board", "Those words are for the people who run"))
        .doesNotContain("Shopping");
  }

  @Test
  @Order(3)
  void theJobIsAssignedFromTheBoardAndTheChannelSeesIt() {
    village.answered(JOANS_PHONE, "assign 1 to Priya", "I have asked Priya");
    village.hears("priya", "The coordinators of Hyde Park Neighbours ask");
    slack.line(GROUP, slack.post(GROUP, "Shopping"), "I have asked Priya");
    village.village().slack().sayDirectly(JOAN, "assign 1 to Olek");
    assertThat(slack.told(JOAN, "Nobody else was asked").text()).contains("Priya has been asked");
  }

  @Test
  @Order(4)
  void itIsCancelledWithATapAndEdnaIsTold() {
    village.answered(JOANS_PHONE, "cancel 1", "Shall I cancel this one?");
    village.taps(JOANS_PHONE, "group/cancel-sure/yes");
    village.hears(JOANS_PHONE, "Cancelled, and everyone has been told");
    village.hears("edna", "have cancelled this");
    village.answered(JOANS_PHONE, "board", "Nobody is waiting just now");
  }

  @Test
  @Order(5)
  void whileIntakePausesEdnaIsToldSoAndNobodyIsAsked() {
    village.answered(JOANS_PHONE, "pause intake", "takes in no new requests now");
    int before = village.shown("priya").size();
    Talks.untilReadBack(village, "edna", "Could somebody walk my dog tomorrow? LS6 3HN");
    village.answered("edna", "yes", "cannot take on anything new just now");
    village.taps("edna", "group/shut/elsewhere");
    village.hears("edna", "These people may be able to help");
    assertThat(village.shown("priya")).hasSize(before);
    village.answered(JOANS_PHONE, "open intake", "takes in requests again");
    village.hears("priya", before, "Could you do it?");
  }

  @Test
  @Order(6)
  void allAreToldWhatJoanHasSeenFirst() {
    int before = village.shown("priya").size();
    village.answered(JOANS_PHONE, "bulletin Tea in the hall on Sunday at 3", "Shall I send it?");
    assertThat(village.shown("priya")).hasSize(before);
    village.taps(JOANS_PHONE, "members/bulletin-sure/yes");
    village.hears("priya", before, "From Hyde Park Neighbours: Tea in the hall on Sunday at 3");
    village.village().slack().sayDirectly(JOAN, "bulletin More tea");
    slack.told(JOAN, "has had a bulletin in the last 24 hours");
  }

  @Test
  @Order(7)
  void whoIsRemovedIsAskedNoMore() {
    village.village().slack().sayDirectly(JOAN, "idle");
    slack.told(JOAN, "volunteers, and all of them were asked");
    village.village().slack().sayDirectly(JOAN, "remove Priya");
    assertThat(slack.told(JOAN, "Shall I take Priya off the list").text()).contains("LS6");
    village.answered(JOANS_PHONE, "remove Priya", "Shall I take Priya off the list");
    village.answered(JOANS_PHONE, "yes", "Priya is off the list");
    village.hears("priya", "have taken you off their list");
    village.answered(JOANS_PHONE, "remove Priya", "I know no volunteer of yours called Priya");
  }
}
