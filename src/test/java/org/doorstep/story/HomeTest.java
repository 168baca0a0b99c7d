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

/**
 * Marcus joins, helps and tells how it went on his page in Slack; Joan sees who is waiting on hers.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HomeTest {

  private static final String MARCUS = "U0MARCUS";
  private static final String JOAN = "U0JOAN";

  /** What changes is shown a moment later. */
  private static final Duration SHORTLY = Duration.ofSeconds(1);

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
  void aFormMakesAVolunteer() {
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
    slack.told(MARCUS, "You are one of us now");
    village.passes(SHORTLY);
    slack.home(MARCUS, "Nothing is open near you just now");
  }

  @Test
  @Order(2)
  void whatIsNearIsTakenAndDoneThere() {
    village.asksFor("edna", "Could somebody get bread and milk today? LS6 3HN");
    slack.post(GROUP, "Shopping");
    village.village().slack().openHome(JOAN);
    assertThat(slack.home(JOAN, "who is waiting").blocks())
        .contains("Shopping, LS6, today")
        .doesNotContain("Edna", "3HN");
    village.village().slack().openHome(MARCUS);
    SlackWindow.Posted near = slack.home(MARCUS, "Shopping, LS6");
    assertThat(near.blocks()).doesNotContain("Edna", "3HN", "bread");
    slack.pressAtHome(MARCUS, near, "take");
    assertThat(slack.told(MARCUS, "It is yours").text()).contains("bread and milk");
    village.hears("edna", "Marcus");
    village.passes(SHORTLY);
    slack.pressAtHome(MARCUS, slack.home(MARCUS, "It is yours"), "outcome");
    slack.handsIn(
        MARCUS,
        """
        {"what": {"value": {"type": "radio_buttons", "selected_option": {"value": "done"}}},
         "note": {"value": {"type": "plain_text_input", "value": "the bags are by the bins"}}}
        """);
    village.hears("edna", "the bags are by the bins");
    slack.told(MARCUS, "whether all is well");
    village.passes(SHORTLY);
    assertThat(slack.home(MARCUS, "I am asking whether all is well").buttons().keySet())
        .noneMatch(tap -> tap.contains("~done~"));
    slack.pressAtHome(MARCUS, near, "take");
    slack.told(MARCUS, "that job is not open any more");
  }

  @Test
  @Order(3)
  void aCommandIsAnsweredDirectlyWhereverItIsTyped() {
    village.village().slack().command(GROUP, JOAN, "/doorstep", "board");
    slack.whispered(GROUP, JOAN, "I have answered in our direct messages");
    slack.told(JOAN, "Nobody is waiting just now");
    village.village().slack().command(GROUP, JOAN, "/doorstep", "");
    slack.told(JOAN, "You look after: Hyde Park Neighbours.");
    assertThat(slack.channel(GROUP).stream().filter(p -> p.says("ASSIGN 2 TO"))).isEmpty();
  }

  @Test
  @Order(4)
  void aShortcutIsAnsweredDirectlyToo() {
    village.village().slack().shortcut(MARCUS, "near-me");
    slack.told(MARCUS, "Nothing is open near you");
    village.village().slack().shortcut(JOAN, "join");
    slack.hasAForm(JOAN);
    village.village().slack().dismiss(JOAN);
  }

  @Test
  @Order(5)
  void whatMarcusDoesEachTimeStandsOnHisPageAndJoanSeesWhoDoesWhat() {
    village.asksFor("tom", "Could somebody walk my dog every Friday? LS6 3HN");
    village.taps("tom", "regular/how-often/each");
    village.hears("tom", "It is arranged");
    slack.told(MARCUS, "Dog walking");
    slack.pressAtHome(MARCUS, opened(MARCUS, "Dog walking, LS6"), "take");
    slack.told(MARCUS, "In their words: Could somebody walk my dog");
    village.passes(SHORTLY);
    slack.pressAtHome(MARCUS, slack.home(MARCUS, "It is yours"), "done");
    slack.press("D0MARCUS", slack.told(MARCUS, "Would you do it each time?"), MARCUS, "each");
    village.hears("tom", "will do this for you");
    village.passes(SHORTLY);
    slack.press("D0MARCUS", slack.told(MARCUS, "whether all is well"), MARCUS, "paid");
    slack.handsIn(
        MARCUS,
        """
        {"amount": {"value": {"type": "plain_text_input", "value": "14.20"}},
         "note": {"value": {"type": "plain_text_input", "value": "new lead, the old one broke"}}}
        """);
    village.hears("tom", "paid £14.20 for you");
    village.hears("tom", "new lead, the old one broke");
    assertThat(village.village().slack().share(MARCUS, "image")).isTrue();
    village.hears("tom", "receipt");
    slack.told(MARCUS, "receipt");

    village.passes(SHORTLY);
    SlackWindow.Posted page = slack.home(MARCUS, "You do it each time");
    assertThat(page.blocks()).contains("Dog walking, every week").doesNotContain("3HN");

    village.village().slack().command(GROUP, JOAN, "/doorstep", "regular");
    assertThat(slack.told(JOAN, "Regular help in").text())
        .contains("Dog walking, LS6, every week", "Done each time by Marcus")
        .doesNotContain("3HN");

    slack.pressAtHome(MARCUS, page, "not-then");
    slack.told(MARCUS, "I ask somebody else for");
    village.village().slack().command(GROUP, JOAN, "/doorstep", "regular");
    slack.told(JOAN, "but not next time");
  }

  private static SlackWindow.Posted opened(String user, String words) {
    village.village().slack().openHome(user);
    return slack.home(user, words);
  }
}
