package org.doorstep.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.doorstep.story.SlackWindow.GROUP;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Marcus says when he can help, and is asked then and not at other times. It is a Wednesday. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ProfileTest {

  private static final String MARCUS = "U0MARCUS";

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
  void whoJoinsHearsOfTheirProfileAndChangesItInWords() {
    village.village().slack().openHome(MARCUS);
    slack.pressAtHome(MARCUS, slack.home(MARCUS, "I want to help"), "join");
    slack.handsIn(
        MARCUS,
        """
        {"name": {"value": {"type": "plain_text_input", "value": "Marcus"}},
         "place": {"value": {"type": "plain_text_input", "value": "LS6 3HN"}},
         "reach": {"value": {"type": "radio_buttons", "selected_option": {"value": "3000"}}},
         "travel": {"value": {"type": "checkboxes", "selected_options": [{"value": "bicycle"}]}},
         "likes": {"value": {"type": "checkboxes", "selected_options": [{"value": "anything"}]}}}
        """);
    slack.told(MARCUS, "Say MY PROFILE to see or change what you offer");
    village.village().slack().sayDirectly(MARCUS, "only on Saturdays");
    slack.told(MARCUS, "From now on I ask you on Saturdays.");
    village.village().slack().sayDirectly(MARCUS, "my profile");
    assertThat(slack.told(MARCUS, "This is what you offer").text())
        .contains("Where: LS6", "Days: Saturdays", "Bicycle")
        .doesNotContain("3HN");
  }

  @Test
  @Order(2)
  void aWeekdayIsForOthersAndASaturdayForHim() {
    village.asksFor("edna", "Could somebody walk my dog tomorrow? LS6 3HN");
    slack.post(GROUP, "Dog walking");
    village.hears("priya", "Could you do it?");
    village.passes(Duration.ofMinutes(20));
    village.asksFor("tom", "Could somebody get bread and milk on Saturday? LS6 3HN");
    slack.told(MARCUS, "Shopping");
    assertThat(slack.directly(MARCUS)).noneMatch(p -> p.says("Dog walking"));
  }

  @Test
  @Order(3)
  void theFormOnHisPageSaysTheSameAndChangesItBack() {
    SlackWindow.Posted page = slack.home(MARCUS, "Days: Saturdays");
    slack.pressAtHome(MARCUS, page, "offer");
    slack.handsIn(
        MARCUS,
        """
        {"days": {"value": {"type": "checkboxes", "selected_options": []}},
         "hours": {"value": {"type": "plain_text_input", "value": "09:00-12:00, 13:00-21:00"}},
         "quiet": {"value": {"type": "plain_text_input", "value": null}},
         "reach": {"value": {"type": "radio_buttons", "selected_option": {"value": "3000"}}},
         "travel": {"value": {"type": "checkboxes", "selected_options": [{"value": "bicycle"}]}},
         "likes": {"value": {"type": "multi_static_select", "selected_options": []}},
         "languages": {"value": {"type": "multi_static_select", "selected_options": []}}}
        """);
    assertThat(slack.told(MARCUS, "From now on I ask you on any day.").text())
        .contains("09:00-12:00 and 13:00-21:00")
        .doesNotContain("I have noted how you get about");
    village.passes(Duration.ofSeconds(1));
    slack.home(MARCUS, "Days: any day");
    village.asksFor("sheila", "Could somebody fetch my prescription tomorrow? LS6 3HN");
    slack.told(MARCUS, "Prescription");
  }

  @Test
  @Order(4)
  void onWhatsAppItIsTheSame() {
    assertThat(village.answered("priya", "MY PROFILE", "This is what you offer"))
        .contains("Days: any day");
    village.answered("priya", "REACH 9000 km", "I did not get how far");
    village.answered(
        "priya", "HOURS 17-21", "From now on I ask you about these hours: 17:00-21:00");
  }
}
