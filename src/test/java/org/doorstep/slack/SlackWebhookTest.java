package org.doorstep.slack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.model.view.View;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.doorstep.desk.Inbound;
import org.doorstep.pipeline.RememberingInbox;
import org.doorstep.talk.ShippedTalk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.test.web.reactive.server.StatusAssertions;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class SlackWebhookTest {

  private static final Instant NOW = Instant.parse("2026-03-03T10:00:00Z");
  private static final String AT = Long.toString(NOW.getEpochSecond());
  private static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";
  private static final String JSON = "application/json";
  private static final String FORM = "application/x-www-form-urlencoded";

  private final RememberingInbox inbox = new RememberingInbox();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final InstantSource clock = InstantSource.fixed(NOW);
  private final List<View> opened = new ArrayList<>();
  private Mono<Boolean> opens = Mono.just(true);
  private final WebTestClient slack =
      WebTestClient.bindToRouterFunction(
              new SlackWebhook(
                      new SlackDoor(SECRET, clock, Duration.ofMillis(200)),
                      Payloads.CELLS,
                      inbox,
                      ShippedTalk.load(),
                      this::open,
                      clock,
                      meters)
                  .routes())
          .build();

  private Mono<Boolean> open(String trigger, View view) {
    opened.add(view);
    return opens;
  }

  // ---- forms

  @Test
  void aButtonOpensItsFormInTheLanguageOfItsPageAndIsNotKept() {
    signed("press-outcome-at-home.form").isOk().expectBody().isEmpty();
    assertThat(inbox.kept()).isEmpty();
    assertThat(count("form-opened")).isEqualTo(1);
    assertThat(opened)
        .singleElement()
        .satisfies(
            view -> {
              assertThat(view.getPrivateMetadata()).isEqualTo("pl home~1~held~outcome~rAb12cd.1.1");
              assertThat(view.getTitle().getText())
                  .isEqualTo(ShippedTalk.load().in("pl").words("home.outcome-title", Map.of()));
            });
  }

  @Test
  void aButtonInADirectMessageOpensItsFormToo() {
    signed("press-paid-in-direct-message.form").isOk().expectBody().isEmpty();
    assertThat(inbox.kept()).isEmpty();
    assertThat(opened)
        .singleElement()
        .satisfies(view -> assertThat(view.getCallbackId()).isEqualTo("form:paid"));
  }

  @Test
  void aShortcutOpensItsFormToo() {
    signed("shortcut-join.form").isOk().expectBody().isEmpty();
    assertThat(inbox.kept()).isEmpty();
    assertThat(opened)
        .singleElement()
        .satisfies(view -> assertThat(view.getCallbackId()).isEqualTo("form:join"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"shortcut-refer", "message-shortcut-refer", "command-refer"})
  void aResidentIsReferredFromAnywhere(String from) {
    signed(from + ".form").isOk().expectBody().isEmpty();
    assertThat(inbox.kept()).isEmpty();
    assertThat(opened)
        .singleElement()
        .satisfies(view -> assertThat(view.getCallbackId()).isEqualTo("form:refer"));
    assertThat(opened.getFirst().toString().contains("Mary needs bread & milk, says @Olu Example"))
        .isEqualTo(from.startsWith("message"));
  }

  @Test
  void whatIsWrongWithAReferralIsSaidAtItsFields() {
    signed("form-refer-wrong.form")
        .isOk()
        .expectBody()
        .jsonPath("$.errors.consent")
        .isEqualTo(ShippedTalk.load().words("refer.fault-consent", Map.of()))
        .jsonPath("$.errors.place")
        .isEqualTo(ShippedTalk.load().words("refer.fault-place", Map.of()))
        .jsonPath("$.errors.number")
        .isEqualTo(ShippedTalk.load().words("refer.fault-number", Map.of()))
        .jsonPath("$.errors.name")
        .isEqualTo(ShippedTalk.load().words("refer.fault-missing", Map.of()));
    assertThat(inbox.kept()).isEmpty();
  }

  @Test
  void whatIsNoAmountIsSaidAtItsField() {
    signed("form-paid-wrong.form")
        .isOk()
        .expectBody()
        .jsonPath("$.errors.amount")
        .isEqualTo(ShippedTalk.load().in("pl").words("home.no-amount", Map.of()));
    assertThat(inbox.kept()).isEmpty();
  }

  @Test
  void whatAreNoHoursIsSaidAtItsField() {
    signed("form-offer-wrong.form")
        .isOk()
        .expectBody()
        .jsonPath("$.errors.hours")
        .isEqualTo(ShippedTalk.load().in("pl").words("home.no-hours", Map.of()));
    assertThat(inbox.kept()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whereAFormCannotBeOpenedThePressIsKept(boolean never) {
    opens = never ? Mono.never() : Mono.just(false);
    signed("press-outcome-at-home.form").isOk();
    assertThat(inbox.kept())
        .singleElement()
        .isInstanceOfSatisfying(
            Inbound.Said.class,
            said -> assertThat(said.content().tap()).isEqualTo("home~1~held~outcome~rAb12cd.1.1"));
  }

  @Test
  void aFormIsOnDiskBeforeItIsClosed() {
    inbox.failWith(new IllegalStateException("away"));
    signed("form-join.form").isEqualTo(503);
    inbox.recover();
    signed("form-join.form").isOk().expectBody().isEmpty();
    signed("form-join.form").isOk();
    assertThat(inbox.kept()).hasSize(1);
  }

  @Test
  void whatIsWrongIsSaidAtItsFieldAndNothingIsKept() {
    signed("form-join-wrong.form")
        .isOk()
        .expectBody()
        .jsonPath("$.response_action")
        .isEqualTo("errors")
        .jsonPath("$.errors.place")
        .isEqualTo("That does not look like a postcode. For example LS6 3HN, or LS6.")
        .jsonPath("$.errors.name")
        .isEqualTo("Please fill this in.")
        .jsonPath("$.errors.likes")
        .isEqualTo("Please fill this in.")
        .jsonPath("$.errors.reach")
        .doesNotExist();
    assertThat(inbox.kept()).isEmpty();
  }

  @Test
  void aCommandIsAnsweredWhereOnlyItsWriterSees() {
    signed("command.form")
        .isOk()
        .expectBody()
        .jsonPath("$.response_type")
        .isEqualTo("ephemeral")
        .jsonPath("$.text")
        .isEqualTo("I have answered in our direct messages.");
    signed("command.form").isOk();
    assertThat(inbox.kept()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "direct-message.json",
        "thread-message.json",
        "thread-edited.json",
        "press-in-channel.form",
        "press-in-direct-message.form",
        "press-duty-at-home.form",
        "home-opened.json"
      })
  void whatIsForUsIsKept(String payload) {
    signed(payload).isOk().expectBody().isEmpty();
    assertThat(inbox.kept()).hasSize(1);
  }

  @Test
  void aRetryIsCountedAndHasNoFurtherEffect() {
    signed("direct-message.json").isOk();
    String body = Payloads.recorded("direct-message.json");
    slack
        .post()
        .uri(SlackWebhook.PATH)
        .header("X-Slack-Retry-Num", "1")
        .header("X-Slack-Request-Timestamp", AT)
        .header("X-Slack-Signature", sign(AT, body))
        .header("Content-Type", JSON)
        .bodyValue(body.getBytes(UTF_8))
        .exchange()
        .expectStatus()
        .isOk();
    assertThat(inbox.kept()).hasSize(1);
    assertThat(count("retry")).isEqualTo(1);
    assertThat(count("duplicate")).isEqualTo(1);
  }

  @Test
  void aRetryOfWhatWasNeverKeptIsKept() {
    inbox.failWith(new IllegalStateException("away"));
    signed("direct-message.json").isEqualTo(503);
    inbox.recover();
    signed("direct-message.json").isOk();
    assertThat(inbox.kept()).hasSize(1);
  }

  @Test
  void aMentionAndItsMessageAreOne() {
    signed("thread-mention.json").isOk();
    signed("thread-mention-as-message.json").isOk();
    assertThat(inbox.kept()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "unknown-team.json, unknown-team",
    "unheard-of.json, not-for-us",
    "home-opened-at-messages.json, not-for-us",
    "modal-submitted.form, not-our-form",
    "press-on-someone-elses-button.form, not-our-button",
  })
  void whatIsNotForUsIsThankedAndCounted(String payload, String outcome) {
    signed(payload).isOk();
    assertThat(inbox.kept()).isEmpty();
    assertThat(count(outcome)).isEqualTo(1);
  }

  @Test
  void theAddressIsVerifiedOnlyWhenSigned() {
    signed("url-verification.json")
        .isOk()
        .expectBody(String.class)
        .isEqualTo("3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P");
    refused(post(JSON, Payloads.recorded("url-verification.json"), AT, "v0=00"), 403);
  }

  @Test
  void unsignedItIsTurnedAway() {
    refused(
        slack
            .post()
            .uri(SlackWebhook.PATH)
            .header("Content-Type", JSON)
            .bodyValue("{}")
            .exchange()
            .expectStatus(),
        403);
  }

  @Test
  void tamperedWithOrReplayedItIsTurnedAway() {
    String body = Payloads.recorded("direct-message.json");
    String signature = sign(AT, body);
    refused(post(JSON, body.replace("help", "harm"), AT, signature), 403);
    String old = Long.toString(NOW.getEpochSecond() - 301);
    refused(post(JSON, body, old, sign(old, body)), 403);
    String future = Long.toString(NOW.getEpochSecond() + 301);
    refused(post(JSON, body, future, sign(future, body)), 403);
    refused(post(JSON, body, AT, signature, signature), 403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "[]",
        "",
        "null",
        "\"x\"",
        "{\"type\":7}",
        "payload=%7B",
        "payload=[]",
        "a=b",
        "ssl_check=1"
      })
  void aBrokenBodyIsNeverOurFault(String body) {
    for (String type : new String[] {JSON, FORM}) {
      int status =
          post(type, body, AT, sign(AT, body))
              .value(s -> {})
              .expectBody()
              .returnResult()
              .getStatus()
              .value();
      assertThat(status).isIn(200, 400);
    }
    assertThat(inbox.kept()).isEmpty();
  }

  @Test
  void noMutilatedPayloadIsEverOurFault() {
    long seed = System.nanoTime();
    System.out.println("SlackWebhookTest seed " + seed);
    Random random = new Random(seed);
    String[] payloads = {
      "thread-message.json", "press-in-channel.form", "thread-edited.json", "command.form"
    };
    for (int i = 0; i < 150; i++) {
      String payload = payloads[i % payloads.length];
      StringBuilder body = new StringBuilder(Payloads.recorded(payload));
      int from = random.nextInt(body.length());
      body.delete(from, Math.min(body.length(), from + random.nextInt(60)));
      String type = payload.endsWith("json") ? JSON : FORM;
      int status =
          post(type, body.toString(), AT, sign(AT, body.toString()))
              .value(s -> {})
              .expectBody()
              .returnResult()
              .getStatus()
              .value();
      assertThat(status).isIn(200, 400);
    }
  }

  @Test
  void bytesThatAreNoTextAreTurnedAway() {
    byte[] body = {'{', '"', (byte) 0xC3, (byte) 0x28, '"', '}'};
    refused(
        slack
            .post()
            .uri(SlackWebhook.PATH)
            .header("X-Slack-Request-Timestamp", AT)
            .header("X-Slack-Signature", new SlackSignature(SECRET).sign(AT, body))
            .header("Content-Type", JSON)
            .bodyValue(body)
            .exchange()
            .expectStatus(),
        400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "multipart/form-data; boundary=x", "application/xml"})
  void otherTypesAreNotTaken(String type) {
    refused(post(type, "{}", AT, sign(AT, "{}")), 415);
  }

  @Test
  void anEndlessOrSlowBodyIsNotWaitedFor() {
    byte[] chunk = "x".repeat(8192).getBytes(UTF_8);
    refused(
        streamed(Flux.range(0, 1000).map(i -> DefaultDataBufferFactory.sharedInstance.wrap(chunk))),
        413);
    refused(streamed(Flux.never()), 408);
  }

  @Test
  void whatCannotBeKeptIsSentAgain() {
    inbox.failWith(new IllegalStateException("away"));
    refused(signed("thread-message.json"), 503);
  }

  private StatusAssertions signed(String payload) {
    String body = Payloads.recorded(payload);
    return post(payload.endsWith("json") ? JSON : FORM, body, AT, sign(AT, body));
  }

  private StatusAssertions post(String type, String body, String timestamp, String... signatures) {
    return slack
        .post()
        .uri(SlackWebhook.PATH)
        .header("X-Slack-Request-Timestamp", timestamp)
        .header("X-Slack-Signature", signatures)
        .header("Content-Type", type)
        .bodyValue(body.getBytes(UTF_8))
        .exchange()
        .expectStatus();
  }

  private StatusAssertions streamed(Flux<DataBuffer> body) {
    return slack
        .post()
        .uri(SlackWebhook.PATH)
        .header("X-Slack-Request-Timestamp", AT)
        .header("X-Slack-Signature", "v0=00")
        .header("Content-Type", JSON)
        .body(BodyInserters.fromDataBuffers(body))
        .exchange()
        .expectStatus();
  }

  private void refused(StatusAssertions answer, int status) {
    answer.isEqualTo(status).expectBody().isEmpty();
    assertThat(inbox.kept()).isEmpty();
  }

  private static String sign(String timestamp, String body) {
    return new SlackSignature(SECRET).sign(timestamp, body.getBytes(UTF_8));
  }

  private double count(String outcome) {
    return meters.counter("doorstep.webhook", "provider", "slack", "outcome", outcome).count();
  }
}
