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

/** The village in its three models, one after the other, and what needs the resident's yes. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ModelsTest {

  private static final String SHOPPING = "Could somebody get bread and milk today? LS6 3HN";

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
  void theHubSeesItFirstAndSeesToItItself() {
    slack.model("hubs");
    village.asksFor("edna", SHOPPING, "St Chad's Hub has your request now");
    SlackWindow.Posted card = slack.post("C0HUB", "Shopping, LS6");
    assertThat(card.blocks()).contains("Level: street (as usual)").doesNotContain("3HN", "Edna");
    slack.press("C0HUB", card, "U0RUTH", "take");
    village.hears("edna", "St Chad's Hub can help with this: Shopping");
    assertThat(slack.told("U0RUTH", "It is yours").blocks()).contains("LS6 3HN");
    village.until(
        "the card says so",
        () -> slack.again("C0HUB", card).blocks().contains("St Chad's Hub sees to it"));
    assertThat(slack.again("C0HUB", card).buttons()).isEmpty();
    assertThat(village.offers("priya")).as("no neighbour was asked").isZero();
  }

  @Test
  @Order(2)
  void whatWhoBrokersLeavesLyingGoesToTheNeighbours() {
    slack.model("broker");
    village.asksFor("tom", SHOPPING, "Voluntary Action has your request now");
    slack.post("C0BROKER", "Shopping, LS6");
    village.until("all is said", village::outboxIsEmpty);
    village.passes(Duration.ofMinutes(21));
    village.hears("tom", "I am asking the volunteers of Hyde Park Neighbours now");
    slack.post("C0BROKER", "a card that went on", p -> p.blocks().contains("gone on by itself"));
    village.until("a neighbour is asked", () -> village.offers("priya") == 1);
    village.answered("tom", "cancel", "cancelled it");
  }

  @Test
  @Order(3)
  void moneyIsPassedOnWithTheResidentsYesAndTheLineIsOpen() {
    slack.model("direct");
    village.asksFor(
        "tom", "I cannot pay my rent and need help with money today, LS6 3HN", "May I pass it on");
    assertThat(village.hears("tom", "more than neighbours can do"))
        .contains("Money Advice Hyde Park", "Not your number and not your address");
    assertThat(slack.channel("C0ADVICE")).as("before the yes").isEmpty();
    village.answered("tom", "yes", "I have passed it on to Money Advice Hyde Park");
    SlackWindow.Posted card = slack.post("C0ADVICE", "More than neighbours can do");
    slack.press("C0ADVICE", card, "U0MEI", "acknowledge");
    village.hears("tom", "Money Advice Hyde Park has seen this");
    village.village().slack().say("C0ADVICE", "U0MEI", "Can you bring your letters?", card.ts());
    village.hears("tom", "Can you bring your letters?");
    village.says("tom", "I have all of them here");
    slack.line("C0ADVICE", card, "I have all of them here");
  }
}
