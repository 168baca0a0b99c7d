package org.doorstep.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Edna's wardrobe takes two. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CrewTest {

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
  void theFirstHearsThatOneMoreIsLookedFor() {
    village.asksFor("edna", "I need two people to carry my wardrobe downstairs today, LS6 3HN");
    assertThat(village.hears("priya", "Could you do it?")).contains("People needed: 2");
    village.answered("priya", "yes", "you are the first");
    assertThat(village.hears("edna", "It takes 2 people")).contains("Priya");
  }

  @Test
  @Order(2)
  void theSecondIsToldWhoComesWithThem() {
    village.answered("sheila", "yes I can", "Everybody is found");
    assertThat(village.hears("priya", "Everybody is found")).contains("Sheila");
    assertThat(village.hears("edna", "Everybody is found")).contains("Priya", "Sheila");
  }

  @Test
  @Order(3)
  void theLeadSeesBothPartsAndOneOrderCancelsThem() {
    assertThat(village.answered("+447700900811", "board", "Taken")).contains("Priya", "Sheila");
    village.answered("+447700900811", "cancel 1", "Shall I cancel");
    village.answered("+447700900811", "yes", "Cancelled");
    village.hears("priya", "not needed any more");
    village.hears("sheila", "not needed any more");
  }
}
