package org.doorstep.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.doorstep.story.SlackWindow.GROUP;
import static org.doorstep.story.SlackWindow.OFFICERS;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Edna cannot pay her gas bill, and neighbours are not the only ones who can help. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DirectoryTest {

  private static RunningVillage village;
  private static SlackWindow slack;

  @BeforeAll
  static void start(@TempDir Path data) {
    village = RunningVillage.start(data);
    slack = new SlackWindow(village);
  }

  @AfterAll
  static void stop() throws Exception {
    slack.close();
    village.close();
  }

  @Test
  @Order(1)
  void aResidentWithAMoneyWorryReadsWhoElseMayHelp() {
    village.asksFor(
        "edna",
        "I cannot pay my gas bill, can somebody help me with it? LS6 3HN, no rush",
        "May I pass it on");
    assertThat(village.hears("edna", "These may be able to help with it too"))
        .contains("Money and bills", "Kirk Road Money Advice", "0113 496 0104", "Open now.")
        .contains("Warm Homes Line", "Last checked 16 months ago.")
        .doesNotContain("Bakery");
  }

  @Test
  @Order(2)
  void aVolunteerAsksTheDirectory() {
    assertThat(village.answered("sheila", "DIRECTORY food LS6", "near LS6"))
        .contains("1. Headrow Lane Food Pantry (made up)", "0113 496 0101")
        .contains("Patty's Corner Shop (made up)", "They deliver.", "every day 07:00-22:00");
  }

  @Test
  @Order(3)
  void whatSheSaysIsWrongIsMarkedAndTheOfficersReadOfIt() {
    village.answered("sheila", "WRONG 1", "Thank you! I have told Amina Rahman");
    assertThat(slack.post(OFFICERS, "An entry of the directory may be wrong").blocks())
        .contains("Headrow Lane Food Pantry", "0113 496 0101", "the village")
        .doesNotContain("Sheila", "900005");
    assertThat(village.answered("priya", "directory food LS6", "near LS6"))
        .contains("Headrow Lane Food Pantry (made up)", "Somebody says this is out of date.");
  }

  @Test
  @Order(4)
  void anOfficerAsksInSlack() {
    village.village().slack().command(GROUP, "U0AMINA", "/doorstep", "directory pharmacy LS6");
    assertThat(slack.told("U0AMINA", "near LS6").text()).contains("Meanwood Made-up Pharmacy");
  }
}
