package org.doorstep.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Money Advice has a Slack of its own: it leaves with a case open, and comes back. */
@TestMethodOrder(OrderAnnotation.class)
class SpacesTest {

  private static final String OFFICERS = "C0OFFICERS";
  private static final String ADVICE = "C0ADVICE";
  private static final String PHONE = "+447700900005"; // Sheila's, for want of another
  private static final String MEI = "U0MEI";

  private static RunningVillage village;
  private static SlackWindow slack;
  private static SlackWindow.Posted card;

  @BeforeAll
  static void start(@TempDir Path data) throws Exception {
    village =
        RunningVillage.start(data, RunningVillage.AFTERNOON, "--DOORSTEP_CELLS=" + cells(data));
    slack = new SlackWindow(village);
  }

  /** As in the village, but that the link officer has left a number. */
  private static Path cells(Path data) throws Exception {
    try (InputStream cell = SpacesTest.class.getResourceAsStream("/village/cells/hyde-park.yml")) {
      String text = new String(cell.readAllBytes(), StandardCharsets.UTF_8);
      Path cells = Files.createDirectories(data.resolve("cells"));
      Files.writeString(
          cells.resolve("hyde-park.yml"),
          text.replaceAll("gather: .*", "gather: 0s")
              .replace("name: Amina Rahman}", "name: Amina Rahman, phone: \"" + PHONE + "\"}"));
      return cells;
    }
  }

  @AfterAll
  static void stop() {
    slack.close();
    village.close();
  }

  private static void passedOn(String phone) {
    village.asksFor(
        phone, "I cannot pay my rent and need help with money today, LS6 3HN", "May I pass it on");
    village.answered(phone, "yes", "I have passed it on to Money Advice Hyde Park");
  }

  private static void says(String user, String text) {
    village.village().slack().say(ADVICE, user, text, card.ts());
  }

  @Test
  @Order(1)
  void aGuestReadsAlongAndIsRefusedKindly() {
    passedOn("tom");
    card = slack.post(ADVICE, "More than neighbours can do");
    slack.press(ADVICE, card, "U0LENA", "acknowledge");
    slack.whispered(ADVICE, "U0LENA", "You are a guest in this Slack");
    says("U0LENA", "I can do this");
    slack.line(ADVICE, card, "Only link officers can write to people from here");
    slack.press(ADVICE, card, MEI, "acknowledge");
    village.hears("tom", "Money Advice Hyde Park has seen this");
    says(MEI, "Have you got the letters?");
    village.hears("tom", "Have you got the letters?");
    assertThat(village.everythingOn("tom")).doesNotContain("I can do this");
  }

  @Test
  @Order(2)
  void oneThatLeavesWithACaseOpenIsTalkedOfElsewhereAndNobodyIsLeftInSilence() {
    village.village().slack().uninstall("T0ADVICE");
    SlackWindow.Posted told = slack.post(OFFICERS, "Slack is away: Money Advice Hyde Park");
    assertThat(told.blocks()).contains("/slack/install").doesNotContain("Tom");
    village.hears("tom", "cannot read messages from here just now");
    for (String words : List.of("The letter came", "It says Friday", "My sister comes along")) {
      village.says("tom", words);
    }
    village.until("it is set aside", village::outboxIsEmpty);
    assertThat(slack.again(ADVICE, card).lines()).noneMatch(line -> line.contains("letter came"));
    assertThat(slack.channel(OFFICERS).stream().filter(p -> p.says("Slack is away")).toList())
        .as("once")
        .hasSize(1);
  }

  @Test
  @Order(3)
  void anInstallationThatNobodyBeganHereIsNotTaken() throws Exception {
    try (HttpClient stranger = browser()) {
      URI forged = URI.create(base() + "/slack/oauth_redirect?code=x&state=1.2.3");
      assertThat(get(stranger, forged).statusCode()).isEqualTo(400);
    }
    try (HttpClient mine = browser();
        HttpClient others = browser()) {
      URI back = agreed(mine, "T0ADVICE");
      assertThat(get(others, back).statusCode()).as("begun in another browser").isEqualTo(400);
    }
    try (HttpClient mine = browser()) {
      URI back = agreed(mine, "T0ADVICE");
      village.passes(Duration.ofMinutes(11));
      assertThat(get(mine, back).statusCode()).as("too late").isEqualTo(400);
    }
  }

  @Test
  @Order(4)
  void whoeverSaysNoReadsThatNothingHappened() throws Exception {
    try (HttpClient mine = browser()) {
      URI consent = location(mine, URI.create(base() + "/slack/install"));
      HttpResponse<String> page = get(mine, consent);
      assertThat(page.body()).doesNotContain("<script");
      HttpResponse<String> declined = get(mine, location(mine, link(page.body(), "Cancel")));
      assertThat(declined.body()).contains("Doorstep was not added").doesNotContain("<script");
    }
  }

  @Test
  @Order(5)
  void onceItIsLetInAgainWhatWasKeptGoesOutInOrder() throws Exception {
    try (HttpClient mine = browser()) {
      URI back = agreed(mine, "T0ADVICE");
      HttpResponse<String> page = get(mine, back);
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.body()).contains("Doorstep is in Money Advice").doesNotContain("xoxb");
      assertThat(get(mine, back).statusCode()).as("once").isEqualTo(400);
    }
    slack.post(OFFICERS, "Slack is there again: Money Advice Hyde Park");
    village.passes(Duration.ofSeconds(10));
    slack.line(ADVICE, card, "My sister comes along");
    assertThat(slack.again(ADVICE, card).lines().stream().filter(l -> l.contains("writes")))
        .extracting(line -> line.replaceFirst("(?s)^.*\n", ""))
        .containsSubsequence("The letter came", "It says Friday", "My sister comes along");
    village.hears("tom", "can read messages from here again");
    says(MEI, "Friday is fine");
    village.hears("tom", "Friday is fine");
  }

  @Test
  @Order(6)
  void anArchivedChannelIsTalkedOfOnceAndWhatGoesThereWaits() {
    village.village().slack().archive(ADVICE, true);
    passedOn("edna");
    SlackWindow.Posted told = slack.post(OFFICERS, "A channel cannot be reached: Money Advice");
    assertThat(told.blocks()).contains("The channel was archived");
    village.hears("edna", "cannot read messages from here just now");
    village.passes(Duration.ofMinutes(2));
    village.village().slack().archive(ADVICE, false);
    village.passes(Duration.ofMinutes(2));
    slack.post(
        ADVICE,
        "Edna's case",
        p -> p.says("More than neighbours can do") && !p.ts().equals(card.ts()));
    slack.post(OFFICERS, "A channel is there again: Money Advice");
    assertThat(slack.channel(OFFICERS).stream().filter(p -> p.says("cannot be reached")))
        .as("once")
        .hasSize(1);
  }

  @Test
  @Order(7)
  void whereTheOfficersOwnSlackLeavesTheirPhonesAreTold() {
    village.village().slack().uninstall("T0VILLAGE");
    slack.post("C0ADVICE", "Slack is away: the officers");
    village.hears("sheila", "Slack cannot be reached");
    village.says("fatima", "HUMAN");
    village.hears("sheila", "a new case waits");
    assertThat(village.everythingOn("sheila")).doesNotContain("Fatima");
  }

  @Test
  @Order(8)
  void aSealedCaseThatNobodyInSlackCanSeeIsATextMessageAtOnce() {
    String dutyDesk = "+447700900801";
    village.answered("marcus", "my husband strangled me at LS6 3HN", "0808 2000 247");
    assertThat(village.hears(dutyDesk, "A sealed case has waited since"))
        .contains("TAKE")
        .doesNotContain("strangled", "Marcus", "LS6");
  }

  // ---- somebody's browser

  private static String base() {
    return "http://localhost:" + village.port;
  }

  private static HttpClient browser() {
    return HttpClient.newBuilder()
        .cookieHandler(new java.net.CookieManager())
        .followRedirects(HttpClient.Redirect.NEVER)
        .build();
  }

  private static HttpResponse<String> get(HttpClient browser, URI there) throws Exception {
    return browser.send(HttpRequest.newBuilder(there).build(), BodyHandlers.ofString());
  }

  private static URI location(HttpClient browser, URI there) throws Exception {
    HttpResponse<String> answer = get(browser, there);
    assertThat(answer.statusCode()).isEqualTo(302);
    return there.resolve(answer.headers().firstValue("Location").orElseThrow());
  }

  private static URI link(String page, String words) {
    Matcher link = Pattern.compile("<a href=\"([^\"]+)\">" + words).matcher(page);
    assertThat(link.find()).as(words).isTrue();
    return URI.create(base()).resolve(link.group(1).replace("&amp;", "&"));
  }

  /** Slack's page, a yes there, and where that sends the browser. */
  private static URI agreed(HttpClient browser, String team) throws Exception {
    URI consent = location(browser, URI.create(base() + "/slack/install?team=" + team));
    assertThat(consent.getPath()).isEqualTo("/village/slack/oauth/v2/authorize");
    return location(browser, link(get(browser, consent).body(), "Allow in"));
  }
}
