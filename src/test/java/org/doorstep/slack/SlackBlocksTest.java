package org.doorstep.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.util.json.GsonFactory;
import java.util.List;
import java.util.stream.IntStream;
import org.doorstep.desk.Card;
import org.doorstep.desk.HomeTab;
import org.doorstep.talk.Choice;
import org.doorstep.talk.Tap;
import org.junit.jupiter.api.Test;

class SlackBlocksTest {

  @Test
  void nothingIsLongerThanSlackTakes() {
    String long_ = "word ".repeat(2_000);
    List<Choice> choices =
        IntStream.range(0, 12)
            .mapToObj(i -> new Choice(new Tap("f", 1, "s", "c" + i, "a".repeat(180)), long_, long_))
            .toList();
    List<LayoutBlock> blocks =
        SlackBlocks.card(new Card(long_, List.of(long_, long_), long_, choices));
    assertThat(blocks).hasSizeLessThanOrEqualTo(50);
    JsonArray json = GsonFactory.createSnakeCase().toJsonTree(blocks).getAsJsonArray();
    for (JsonElement block : json) check(block);
    assertThat(SlackBlocks.fallback(long_).length()).isLessThanOrEqualTo(3_000);
  }

  @Test
  void aPageHasAtMostAHundredBlocksAndNoPartOfItIsTorn() {
    String long_ = "word ".repeat(2_000);
    Choice take = new Choice(new Tap("home", 1, "near-job", "take", "rAb12cd.1.1"), long_, null);
    List<HomeTab.Part> parts =
        IntStream.range(0, 80)
            .mapToObj(i -> new HomeTab.Part(i % 9 == 0 ? long_ : null, "job " + i, List.of(take)))
            .toList();
    List<LayoutBlock> blocks = SlackBlocks.home(new HomeTab("en", parts));
    assertThat(blocks).hasSizeBetween(96, 100);
    assertThat(blocks.getLast().getType()).isEqualTo("actions");
    JsonArray json = GsonFactory.createSnakeCase().toJsonTree(blocks).getAsJsonArray();
    for (JsonElement block : json) check(block);
  }

  @Test
  void buttonsStandInRowsOfFiveWhereTheirValuesAreLong() {
    List<Choice> choices =
        IntStream.range(0, 7)
            .mapToObj(
                i -> new Choice(new Tap("f", 1, "s", "c" + i, "a".repeat(180)), "L" + i, null))
            .toList();
    List<LayoutBlock> blocks = SlackBlocks.card(new Card("T", List.of(), null, choices));
    assertThat(blocks.stream().filter(b -> b.getType().equals("actions"))).hasSize(2);
  }

  @Test
  void anEmptyTextIsNoBlock() {
    assertThat(SlackBlocks.said("", List.of())).isEmpty();
    assertThat(SlackBlocks.line("", null, "U0OFFICER")).hasSize(1);
    assertThat(SlackBlocks.line("x", null, "<!channel>").toString()).doesNotContain("channel");
  }

  private static void check(JsonElement element) {
    if (element.isJsonArray()) element.getAsJsonArray().forEach(SlackBlocksTest::check);
    if (!element.isJsonObject()) return;
    String type =
        element.getAsJsonObject().has("type")
            ? element.getAsJsonObject().get("type").getAsString()
            : "";
    if (element.getAsJsonObject().has("text")
        && element.getAsJsonObject().get("text").isJsonPrimitive()) {
      int length = element.getAsJsonObject().get("text").getAsString().length();
      assertThat(length).isBetween(1, type.equals("plain_text") ? 150 : 3_000);
    }
    element.getAsJsonObject().entrySet().forEach(entry -> check(entry.getValue()));
  }
}
