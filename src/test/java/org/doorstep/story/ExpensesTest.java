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

/** Priya pays for Edna's shopping, and Joan sees that she gets it back. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ExpensesTest {

  private static final String JOANS_PHONE = "+447700900811";

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
  void ednaReadsWhatPriyaPaidAndWhoGivesItBack() {
    village.asksFor("edna", "Could somebody get bread and milk today? LS6 3HN");
    village.hears("priya", "Could you do it?");
    village.answered("priya", "yes", "It is yours");
    assertThat(village.answered("priya", "£13.20", "I have noted that you paid"))
        .contains("£13.20");
    village.answered("priya", "sorry I paid £14.20", "It takes the place of £13.20");
    assertThat(village.hears("edna", "That takes the place of")).contains("£14.20", "Priya");
  }

  @Test
  @Order(2)
  void aReceiptCountsOnce() {
    village.village().phones().media("priya", "image");
    village.hears("priya", "I have noted that there is a receipt");
    village.hears("edna", "a receipt for");
    int before = village.shown("priya").size();
    village.village().phones().media("priya", "image");
    village.hears("priya", before, "I have that receipt already");
  }

  @Test
  @Order(3)
  void theLeadSeesItAndMarksItAsPaidBack() {
    assertThat(village.answered(JOANS_PHONE, "ledger", "paid by volunteers"))
        .contains("£14.20", "Priya")
        .doesNotContain("Edna");
    village.answered(JOANS_PHONE, "paid back 1", "£14.20");
    village.hears("priya", "paid back");
    assertThat(village.answered(JOANS_PHONE, "ledger", "paid by volunteers")).contains("£0.00 not");
  }
}
