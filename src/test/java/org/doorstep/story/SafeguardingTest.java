package org.doorstep.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.doorstep.story.SlackWindow.GROUP;
import static org.doorstep.story.SlackWindow.OFFICERS;
import static org.doorstep.story.SlackWindow.SAFE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import org.doorstep.bridge.Audit;
import org.doorstep.cell.CellId;
import org.doorstep.redis.RedisRoom;
import org.doorstep.story.SlackWindow.Posted;
import org.doorstep.talk.Tap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Ottoline is in danger, and nobody in Slack looks. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SafeguardingTest {

  private static final String OTTOLINE = "+447700900421";
  private static final String DUTY_DESK = "+447700900801";
  private static final String SAIRA = "U0SAIRA";

  /** No word of these stands anywhere but in the private thread and behind Show. */
  private static final List<String> HERS =
      List.of("Marmalade", "strangled", "Quillfeather", "7700900421");

  private static RunningVillage village;
  private static SlackWindow slack;
  private static Path log;

  @BeforeAll
  static void start(@TempDir Path data) {
    log = data.resolve("everything.log");
    village =
        RunningVillage.start(
            data.resolve("data"),
            RunningVillage.AFTERNOON,
            "--logging.level.org.doorstep=TRACE",
            "--logging.threshold.console=WARN",
            "--logging.file.name=" + log);
    slack = new SlackWindow(village);
  }

  @AfterAll
  static void stop() {
    slack.close();
    village.close();
  }

  @Test
  @Order(1)
  void dangerOpensASealedCaseWithoutNameAndWords() {
    village.answered(
        OTTOLINE, "my husband strangled me at Quillfeather House, LS6 3HN", "0808 2000 247");
    Posted card = card();
    assertThat(card.blocks() + card.text()).contains("danger words").doesNotContain(HERS);
    assertThat(choices(card)).containsExactlyInAnyOrder("show", "acknowledge");
    assertThat(slack.line(SAFE, card, "Saira Whitlock").blocks()).contains(SAIRA);
    Posted notice = slack.post(OFFICERS, "A sealed case was opened");
    assertThat(notice.buttons()).isEmpty();
    assertThat(notice.thread()).isEmpty();
  }

  @Test
  @Order(2)
  void showIsForTheSafeguardingPeopleOnly() {
    for (String user : List.of("U0AMINA", SAIRA)) village.village().slack().openHome(user);
    slack.home(SAIRA, "Waiting for somebody: 1");
    assertThat(slack.home("U0AMINA", "Nothing is waiting").blocks()).doesNotContain("Danger");
    slack.press(SAFE, card(), "U0AMINA", "show");
    village.until("it is written down", () -> audit().contains("REFUSED U0AMINA"));
    assertThat(slack.form("U0AMINA")).doesNotContain("strangled");
    slack.press(SAFE, card(), SAIRA, "show");
    slack.hasAForm(SAIRA);
    assertThat(slack.form(SAIRA)).contains("my husband strangled me");
    village.until("it is written down", () -> audit().contains("SHOWN U0SAIRA"));
  }

  @Test
  @Order(3)
  void whereNobodyLooksTheLadderEndsWithATextMessage() {
    village.passes(Duration.ofMinutes(11));
    assertThat(slack.line(SAFE, card(), "Toby Renshaw").blocks()).contains("U0TOBY");
    village.passes(Duration.ofMinutes(11));
    slack.told("U0RUTH", "A sealed case has waited");
    assertThat(village.shown(DUTY_DESK)).isEmpty();
    village.passes(Duration.ofMinutes(11));
    assertThat(village.hears(DUTY_DESK, "A sealed case has waited since"))
        .contains("TAKE")
        .doesNotContain(HERS);
    village.village().phones().text("+447700900802", "TAKE");
    village.passes(Duration.ofMinutes(11));
    village.until(
        "it is said again",
        () ->
            village.shown(DUTY_DESK).stream().filter(m -> m.text().contains("sealed")).count()
                == 2);
    assertThat(choices(card())).contains("acknowledge");
  }

  @Test
  @Order(4)
  void aWordInReplyTakesItAndTheLineStaysInThePrivateThread() {
    village.village().phones().text(DUTY_DESK, "TAKE");
    village.hears(DUTY_DESK, "I have told them that you see to it");
    slack.line(SAFE, card(), "The duty desk sees to this");
    village.until("it is taken", () -> !choices(card()).contains("acknowledge"));
    assertThat(choices(card())).contains("show", "sorted");
    village.village().slack().say(SAFE, SAIRA, "Can you talk?", card().ts());
    village.hears(OTTOLINE, "Can you talk?");
    village.says(OTTOLINE, "Not here, meet me with Marmalade");
    slack.line(SAFE, card(), "Marmalade");
    slack.press(SAFE, card(), SAIRA, "sorted");
    village.hears(OTTOLINE, "has closed this");
    assertThat(audit())
        .containsSubsequence(
            "OPENED null",
            "ADVISED null",
            "REFUSED U0AMINA",
            "SHOWN U0SAIRA",
            "TOLD U0TOBY",
            "CALLED Ruth Alderman",
            "CALLED The duty desk",
            "CALLED The duty desk",
            "TAKEN The duty desk",
            "REPLIED U0SAIRA",
            "CLOSED U0SAIRA");
  }

  @Test
  @Order(5)
  void nothingOfItIsAnywhereElse() throws IOException {
    assertThat(slack.channel(SAFE).toString()).contains("Marmalade");
    for (String channel : List.of(OFFICERS, GROUP, "C0HUB", "C0BROKER", "C0ADVICE")) {
      assertThat(slack.channel(channel).toString()).as(channel).doesNotContain(HERS);
    }
    for (String user : List.of("U0AMINA", "U0DEREK", "U0JOAN", "U0RUTH", SAIRA)) {
      assertThat(slack.directly(user).toString()).as(user).doesNotContain(HERS);
    }
    for (String phone :
        List.of("edna", "tom", "priya", "marcus", "sheila", "olek", "fatima", DUTY_DESK)) {
      assertThat(village.everythingOn(phone)).as(phone).doesNotContain(HERS);
    }
    assertThat(slack.channel(OFFICERS)).hasSize(1);
    assertThat(Files.readString(log)).isNotEmpty().doesNotContain(HERS);
  }

  private static Posted card() {
    return slack.post(SAFE, "A sealed case");
  }

  private static List<String> audit() {
    return village
        .bean(RedisRoom.class)
        .audits()
        .of(new CellId("hyde-park"), YearMonth.of(2026, 3))
        .blockOptional()
        .orElseThrow()
        .stream()
        .map(SafeguardingTest::inWords)
        .toList();
  }

  private static String inWords(Audit entry) {
    return entry.kind() + " " + entry.who();
  }

  private static List<String> choices(Posted card) {
    return card.buttons().keySet().stream().map(b -> Tap.decode(b).orElseThrow().choice()).toList();
  }
}
