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

/**
 * The council refers residents to the group, and a group's no comes back, all through the village.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReferralsTest {

  private static final String NADIA = "U0NADIA";
  private static final String AMINA = "U0AMINA";
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
  void aCallTakerRefersSomebodyWhoIsOnlyRung() {
    opens(NADIA);
    slack.hasAForm(NADIA);
    village.village().slack().handIn(NADIA, json(form("phone", "0113 496 0999", "not-yet")));
    village.until(
        "it is refused at the field", () -> slack.faults(NADIA).contains("Please ask them first"));
    assertThat(slack.channel(SlackWindow.OFFICERS)).isEmpty();
    String filled = form("phone", "0113 496 0999", "by-phone");
    village.village().slack().handIn(NADIA, json(filled)); // and once more, before it is closed
    slack.handsIn(NADIA, filled);

    SlackWindow.Posted card = slack.post(SlackWindow.OFFICERS, "Referred to Hyde Park Neighbours");
    assertThat(card.blocks()).contains("For Mary", "on the phone", "by phone only");
    village.until("priya is asked", () -> village.offers("priya") == 1);
    slack.post(SlackWindow.GROUP, "Referred by Nadia Okoye");
    village.says("priya", "yes pls");
    assertThat(village.hears("priya", "It is yours")).contains("LS6 3HN", "Ash Grove", "blue door");
    slack.line(SlackWindow.OFFICERS, card, "Priya has taken it");
    assertThat(slack.line(SlackWindow.OFFICERS, card, "Please ring Mary").blocks())
        .contains("+441134960999");
    village.says("priya", "is the gate open?");
    slack.line(SlackWindow.OFFICERS, card, "is the gate open?");
    village.village().slack().say(SlackWindow.OFFICERS, NADIA, "yes, all day", card.ts());
    assertThat(village.hears("priya", "yes, all day")).contains("Nadia Okoye writes for Mary");
    village.says("priya", "done");
    village.hears("priya", "You did a good thing");
    village.passes(Duration.ofMinutes(31));
    slack.line(SlackWindow.OFFICERS, card, "press their answer");
    slack.press(SlackWindow.OFFICERS, slack.again(SlackWindow.OFFICERS, card), NADIA, "arrived");
    village.hears("priya", "Mary says thank you");
    slack.line(SlackWindow.OFFICERS, card, "It arrived");
    assertThat(slack.channel(SlackWindow.OFFICERS)).as("one effect").hasSize(1);
    assertThat(slack.channel(SlackWindow.GROUP).toString())
        .doesNotContain("Mary", "Ash Grove", "3HN", "blue door", "960999");
  }

  @Test
  @Order(2)
  void aGroupsNoComesBackAndEndsWithWords() {
    village.village().slack().say(SlackWindow.OFFICERS, AMINA, "Tom needs bread & milk", null);
    SlackWindow.Posted said = slack.post(SlackWindow.OFFICERS, "Tom needs bread");
    village.village().slack().openHome(AMINA);
    village.village().slack().shortcutOn(SlackWindow.OFFICERS, said.ts(), AMINA, "refer");
    village.until("the note is there", () -> slack.form(AMINA).contains("Tom needs bread & milk"));
    slack.handsIn(AMINA, form("whatsapp", "07700 900002", "in-person"));
    SlackWindow.Posted card =
        slack.post(SlackWindow.OFFICERS, "its post", p -> p.says("Referred by Amina Rahman"));
    assertThat(village.hears("tom", "Hello from Hyde Park Neighbours"))
        .as("they have never written")
        .contains("Amina Rahman has passed on your request");
    SlackWindow.Posted job = slack.post(SlackWindow.GROUP, "Referred by Amina Rahman");
    village
        .village()
        .slack()
        .say(SlackWindow.GROUP, "U0JOAN", "decline nobody is free today", job.ts());
    slack.line(SlackWindow.OFFICERS, card, "has given it back: nobody is free today");
    village.until(
        "it is theirs to decide",
        () ->
            slack.again(SlackWindow.OFFICERS, card).buttons().keySet().stream()
                .anyMatch(tap -> tap.contains("close-with-words")));
    slack.press(
        SlackWindow.OFFICERS, slack.again(SlackWindow.OFFICERS, card), AMINA, "close-with-words");
    slack.handsIn(
        AMINA,
        """
        {"reason": {"value": {"type": "plain_text_input", "value": "The food bank is open till six"}}}
        """);
    slack.line(SlackWindow.OFFICERS, card, "told whom to turn to");
    village.says("tom", "hello");
    village.hears("tom", "The food bank is open till six");
  }

  @Test
  @Order(3)
  void nobodyElseRefers() {
    opens(MARCUS);
    assertThat(slack.told(MARCUS, "Only officers, partners and call-takers").buttons()).isEmpty();
  }

  private static void opens(String user) {
    village.village().slack().openHome(user);
    village.village().slack().command(SlackWindow.OFFICERS, user, "/doorstep", "refer");
  }

  private static tools.jackson.databind.JsonNode json(String text) {
    return tools.jackson.databind.json.JsonMapper.builder().build().readTree(text);
  }

  private static String form(String contact, String number, String consent) {
    return """
        {"needs": {"value": {"type": "multi_static_select", "selected_options": [{"value": "shopping"}]}},
         "place": {"value": {"type": "plain_text_input", "value": "LS6 3HN"}},
         "address": {"value": {"type": "plain_text_input", "value": "14 Ash Grove"}},
         "when": {"value": {"type": "static_select", "selected_option": {"value": "today"}}},
         "day": {"value": {"type": "datepicker", "selected_date": null}},
         "name": {"value": {"type": "plain_text_input", "value": "Mary"}},
         "consent": {"value": {"type": "radio_buttons", "selected_option": {"value": "%s"}}},
         "contact": {"value": {"type": "radio_buttons", "selected_option": {"value": "%s"}}},
         "number": {"value": {"type": "plain_text_input", "value": "%s"}},
         "urgency": {"value": {"type": "static_select", "selected_option": {"value": "usual"}}},
         "note": {"value": {"type": "plain_text_input", "value": "Bread and milk, the blue door"}}}
        """
        .formatted(consent, contact, number);
  }
}
