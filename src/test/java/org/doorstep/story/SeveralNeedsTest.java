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

/** Edna needs three things at once, asks for one of them twice, and comes back another day. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SeveralNeedsTest {

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
  void threeNeedsAreThreeJobsThatAreClaimedApart() {
    village.asksFor(
        "edna",
        "I need my shopping done, somebody to walk my dog and my prescription picked up, today, LS6 3HN");
    village.until("Priya has all three", () -> village.offers("priya") == 3);
    assertThat(village.hears("priya", "The same person also needs")).contains("LS6, about");
    village.tapsUnder("priya", "a hand:\nShopping", "job/offered/take");
    village.hears("edna", "Priya can help with this: Shopping");
  }

  @Test
  @Order(2)
  void theSameOnceMoreIsAskedAbout() {
    village.answered("edna", "can somebody walk my dog today, LS6 3HN", "house number");
    village.answered("edna", "skip", "What should the volunteer call you?");
    village.answered("edna", "skip", "Shall I ask the volunteers?");
    village.answered("edna", "yes", "Is it the same one");
    village.taps("edna", "request-help/same-or-new/same");
    village.hears("edna", "then I ask nobody a second time");
    village.until("all is said", village::outboxIsEmpty);
    assertThat(village.offers("priya")).isEqualTo(3);
  }

  @Test
  @Order(3)
  void whoComesBackIsAskedWhetherItIsTheSamePlace() {
    village.passes(Duration.ofDays(2));
    village.says("edna", "could someone help me with my new phone tomorrow?");
    assertThat(village.hears("edna", "same place as last time")).contains("LS6 3HN");
  }
}
