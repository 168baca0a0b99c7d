package org.doorstep.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.slack.api.model.view.View;
import com.slack.api.util.json.GsonFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.doorstep.cell.ChannelsCell;
import org.doorstep.desk.Inbound;
import org.doorstep.desk.InboundId;
import org.doorstep.talk.ShippedTalk;
import org.doorstep.talk.Talk;
import org.doorstep.talk.Tap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every form in every language is one that Slack takes, and says nothing cut short. */
class SlackFormsTest {

  private static final Talk TALK = ShippedTalk.load();
  private static final Tap JOIN = new Tap("home", 1, "welcome", "join", "");
  private static final Tap OUTCOME = new Tap("home", 1, "held", "outcome", "rAb12cd.1.1");

  private static final Tap PAID = new Tap("home", 1, "delivered", "paid", "rAb12cd.1.1");

  /** As full as it can be. */
  private static final Tap OFFER =
      new Tap(
          "home",
          1,
          "offer",
          "offer",
          "p;da=1h;ho=09:00-12:00,17:00-21:00;qu=21:00-08:00;re=4500;tr=9;li=5.9;la=pl,ur");

  static Stream<String> languages() {
    return TALK.languages().stream();
  }

  @ParameterizedTest
  @MethodSource("languages")
  void aFormFitsWithoutBeingCut(String language) {
    Talk words = TALK.in(language);
    for (Tap tap : List.of(JOIN, OUTCOME, PAID, OFFER)) {
      View view = new SlackForms(TALK).of(ChannelsCell.cell(), language, tap);
      String title = "home." + tap.choice() + "-title";
      assertThat(view.getTitle().getText()).isEqualTo(words.words(title, Map.of()));
      assertThat(view.getTitle().getText().length()).isBetween(1, 24);
      assertThat(view.getSubmit().getText()).isEqualTo(words.words("home.send", Map.of()));
      assertThat(view.getSubmit().getText().length()).isBetween(1, 24);
      assertThat(view.getClose().getText().length()).isBetween(1, 24);
      assertThat(view.getPrivateMetadata()).isEqualTo(language + " " + tap.encoded());
      JsonObject json = GsonFactory.createSnakeCase().toJsonTree(view).getAsJsonObject();
      for (JsonElement block : json.getAsJsonArray("blocks")) {
        check(block.getAsJsonObject().getAsJsonObject("element"));
      }
    }
  }

  @Test
  void theFormsOfWhatCrossesFitToo() {
    for (String choice : List.of("refer", "give-back", "close-with-words")) {
      Tap tap = new Tap("refer", 1, "form", choice, "");
      View view =
          new SlackForms(TALK)
              .of(
                  new Reading.Opens(
                      ChannelsCell.cell(), "t", "cy", tap, "n".repeat(1_000), someWords()));
      assertThat(view.getTitle().getText().length()).isBetween(1, 24);
      assertThat(view.getTitle().getText()).doesNotContain("…");
      JsonObject json = GsonFactory.createSnakeCase().toJsonTree(view).getAsJsonObject();
      assertThat(json.getAsJsonArray("blocks")).hasSizeBetween(1, 100);
      for (JsonElement block : json.getAsJsonArray("blocks")) {
        assertThat(block.getAsJsonObject().toString()).doesNotContain("…");
        check(block.getAsJsonObject().getAsJsonObject("element"));
      }
    }
  }

  private static Inbound someWords() {
    return new Inbound.CellEdited(new InboundId("x"), Instant.EPOCH, List.of());
  }

  private static void check(JsonObject element) {
    if (!element.has("options")) return;
    List<String> labels = new ArrayList<>();
    for (JsonElement each : element.getAsJsonArray("options")) {
      JsonObject option = each.getAsJsonObject();
      String label = option.getAsJsonObject("text").get("text").getAsString();
      assertThat(label.length()).isBetween(1, 75);
      assertThat(option.get("value").getAsString().length()).isBetween(1, 150);
      labels.add(label);
    }
    boolean menu = element.get("type").getAsString().endsWith("_select");
    assertThat(labels).doesNotHaveDuplicates().hasSizeBetween(1, menu ? 100 : 10);
  }

  @Test
  void theFormOfAnOfferIsFilledIn() {
    View view = new SlackForms(TALK).of(ChannelsCell.cell(), "en", OFFER);
    String json = GsonFactory.createSnakeCase().toJson(view);
    assertThat(json)
        .contains("\"initial_value\":\"09:00-12:00, 17:00-21:00\"")
        .contains("\"initial_value\":\"21:00-08:00\"")
        .contains("\"text\":\"4500 m\"");
    assertThat(json.split("\"initial_options\"", -1)).hasSize(5);
    Tap empty = new Tap("home", 1, "offer", "offer", "p");
    assertThat(
            GsonFactory.createSnakeCase()
                .toJson(new SlackForms(TALK).of(ChannelsCell.cell(), "en", empty)))
        .doesNotContain("initial_");
  }

  /** What is told of the reader's own place is told here too. */
  @ParameterizedTest
  @MethodSource("languages")
  void aFormAsksWhatTheConversationAsks(String language) {
    View view = new SlackForms(TALK).of(ChannelsCell.cell(), language, JOIN);
    String json = GsonFactory.createSnakeCase().toJson(view);
    String asked = TALK.in(language).question("join", "place").ask();
    assertThat(GsonFactory.createSnakeCase().fromJson(json, JsonObject.class).toString())
        .contains(GsonFactory.createSnakeCase().toJsonTree(asked).toString());
  }
}
