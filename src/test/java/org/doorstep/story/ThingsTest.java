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

/** Sheila has a heater to lend, and Edna is cold. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ThingsTest {

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
  void aVolunteerLendsAHeater() {
    String said = Talks.answer(village, "sheila", "I can lend a heater for a month");
    for (int i = 0; i < 6 && !said.contains("Thank you"); i++) {
      said = Talks.answer(village, "sheila", said.contains("postcode") ? "LS6 3LE" : "yes");
    }
    assertThat(village.answered("sheila", "things", "Heater")).contains("1");
  }

  @Test
  @Order(2)
  void whoHasItIsAskedBeforeAnybodyElse() {
    village.asksFor("edna", "I need to borrow a heater today, it is freezing. LS6 3HN");
    assertThat(village.hears("sheila", "Can they have yours?"))
        .contains("Heater")
        .doesNotContain("Edna", "3HN");
    village.answered("sheila", "yes", "It is yours");
    village.until(
        "edna reads who lends it, and until when",
        () ->
            village.everythingOn("edna").contains("Sheila")
                && village.everythingOn("edna").contains("It is lent to you until"));
  }

  @Test
  @Order(3)
  void withSheilasYesEdnaKeepsItAWeekLonger() {
    village.answered("edna", "can I keep the heater another week?", "I am asking Sheila");
    assertThat(village.hears("sheila", "would like to keep this until")).contains("Heater");
    village.answered("sheila", "yes", "I remind them");
    assertThat(village.hears("edna", "Sheila lends it to you until")).contains("Heater");
    assertThat(village.answered("edna", "things", "Borrowed from Sheila")).contains("Heater");
  }
}
