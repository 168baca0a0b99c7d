package org.doorstep.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The main job, end to end, in the order in which it happens on one afternoon. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StoryTest {

  private static RunningVillage village;

  @BeforeAll
  static void start(@TempDir Path data) {
    village = RunningVillage.start(data);
  }

  @AfterAll
  static void stop() {
    village.close();
  }

  @Test
  @Order(1)
  void aMessageBecomesARequestThatIsReadBack() {
    village.says(
        "edna",
        "Hi can someone get my mums prescription from Boots tomorrow morning, she's at LS6 3HN");
    skipUntilReadBack();
    assertThat(village.hears("edna", "Here is what I have"))
        .contains("Prescription", "LS6 3HN", "tomorrow in the morning");
    village.says("edna", "no, Saturday");
    village.until(
        "the summary says Saturday",
        () -> village.hears("edna", "Here is what I have").contains("Saturday"));
  }

  @Test
  @Order(2)
  void theNearestAreAskedAndNobodySeesMoreThanTheyMust() {
    village.says("edna", "yes");
    String offer = village.hears("priya", "Could you do it?");
    assertThat(offer)
        .contains("Prescription", "LS6", " m from you")
        .doesNotContain("3HN", "Boots", "mum", "Edna");
  }

  @Test
  @Order(3)
  void silenceWidensAndOneWins() {
    village.passes(Duration.ofMinutes(6));
    village.hears("olek", "Could you do it?");
    village.says("olek", "yes pls");
    assertThat(village.hears("olek", "It is yours")).contains("LS6 3HN", "Boots");
    village.hears("edna", "can help with this");
    village.hears("priya", "Somebody else has just taken this one");
    village.taps("sheila", "job/offered/take");
    village.hears("sheila", "Somebody was a moment faster");
    for (String other : new String[] {"priya", "sheila", "marcus", "fatima"}) {
      assertThat(village.everythingOn(other)).doesNotContain("3HN", "Boots");
    }
  }

  @Test
  @Order(4)
  void theyWriteToEachOtherWithoutNumbers() {
    village.says("olek", "I have a white van");
    assertThat(village.hears("edna", "white van")).doesNotContain("07700", "+447700");
    village.says("edna", "She is slow to the door");
    village.hears("olek", "slow to the door");
  }

  @Test
  @Order(5)
  void itArrivesAndTheAddressIsOutOfReach() {
    village.taps("olek", "job/claimed/done");
    village.hears("olek", "whether all is well");
    village.passes(Duration.ofMinutes(31));
    village.hears("edna", "Did it arrive?");
    village.says("edna", "yes");
    village.hears("edna", "Lovely");
    int before = village.shown("olek").size();
    village.says("olek", "my jobs");
    village.hears("olek", "You have no jobs in hand");
    assertThat(village.shown("olek").subList(before, village.shown("olek").size()).toString())
        .doesNotContain("3HN");
  }

  private static void skipUntilReadBack() {
    for (int i = 0; i < 6; i++) {
      int seen = village.shown("edna").size();
      village.until("edna is asked", () -> village.shown("edna").size() > 1);
      String last = village.shown("edna").getLast().text();
      if (last.contains("Here is what I have")) return;
      village.says("edna", "skip");
      village.until("edna is answered", () -> village.shown("edna").size() > seen + 1);
    }
  }
}
