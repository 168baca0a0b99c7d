package org.doorstep.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.doorstep.story.SlackWindow.OFFICERS;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** One job goes through three pairs of hands, and is done by nobody alone in the end. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ClaimsTest {

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
  void whoComesSecondStandsByAndKnowsTheirPlace() {
    village.asksFor("edna", "Could somebody get bread and milk today? LS6 3HN");
    village.taps("priya", "job/offered/take");
    assertThat(village.hears("priya", "It is yours")).contains("LS6 3HN");
    assertThat(village.hears("priya", "Before you go shopping"))
        .contains("Agree how it is paid before you go", "Leave the bags at the door");
    village.taps("sheila", "job/offered/take");
    assertThat(village.hears("sheila", "You stand by for it now"))
        .contains("Your place in the line: 1")
        .doesNotContain("3HN");
  }

  @Test
  @Order(2)
  void whoDropsItHandsItToTheNextInLine() {
    village.answered("priya", "guide", "How to help safely");
    village.taps("priya", "job/claimed/drop");
    village.hears("sheila", "this one comes to you");
    assertThat(village.hears("sheila", "It is yours")).contains("LS6 3HN");
    village.hears("edna", "Sheila");
  }

  @Test
  @Order(3)
  void itIsHandedOverToSomebodyWhoSaysYes() {
    village.answered("sheila", "hand over to Marcus", "I have asked Marcus");
    village.hears("marcus", "asks whether you could take it over");
    village.taps("marcus", "job/hand-over/take");
    village.hears("sheila", "Marcus has taken it over");
    village.hears("edna", "Marcus has taken it over");
    assertThat(village.hears("marcus", "It is yours")).contains("LS6 3HN");
    assertThat(village.everythingOn("marcus")).doesNotContain("999");
  }

  @Test
  @Order(4)
  void nobodyIsInAndBothSidesKnowWhatToDo() {
    village.taps("marcus", "job/claimed/nobody-in");
    village.hears("marcus", "Please knock once more");
    village.hears("edna", "Marcus came and nobody answered the door");
  }

  @Test
  @Order(5)
  void whoDoesNotFeelSafeLeavesItToTheOfficersAndNobodyElseIsSent() {
    int offers = village.offers("olek") + village.offers("priya");
    village.taps("marcus", "job/claimed/unsafe");
    slack.post(OFFICERS, "A volunteer felt unsafe there");
    village.hears("edna", "looks after it now");
    village.passes(Duration.ofHours(1));
    village.until("all is said", village::outboxIsEmpty);
    assertThat(village.offers("olek") + village.offers("priya")).isEqualTo(offers);
    int heard = village.shown("sheila").size();
    village.taps("sheila", "job/claimed/done");
    village.until("Sheila is answered", () -> village.shown("sheila").size() > heard + 1);
    assertThat(village.shown("sheila").getLast().text()).contains("That job is finished");
  }
}
