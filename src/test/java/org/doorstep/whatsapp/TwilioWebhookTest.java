package org.doorstep.whatsapp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.doorstep.cell.ChannelsCell;
import org.doorstep.desk.Inbound;
import org.doorstep.pipeline.RememberingInbox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.StatusAssertions;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;
import reactor.core.publisher.Flux;

class TwilioWebhookTest {

  private static final String PUBLIC = "https://doorstep.example";
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String SIGNATURE = "X-Twilio-Signature";

  private final RememberingInbox inbox = new RememberingInbox();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final WebTestClient twilio =
      WebTestClient.bindToRouterFunction(
              new TwilioWebhook(
                      new TwilioDoor(Forms.ACCOUNT, URI.create(PUBLIC), Duration.ofMillis(200)),
                      number ->
                          ChannelsCell.cell().ownNumber(number)
                              ? Optional.of(ChannelsCell.cell())
                              : Optional.empty(),
                      inbox,
                      words ->
                          words.contains("collapsed")
                              ? Optional.of("Call 999 <now> & stay")
                              : Optional.empty(),
                      InstantSource.fixed(Instant.parse("2026-03-03T10:00:00Z")),
                      meters)
                  .routes())
          .build();

  @Test
  void aSignedMessageIsKeptAndThanked() {
    message(Forms.recorded("text"))
        .isOk()
        .expectHeader()
        .contentTypeCompatibleWith(MediaType.TEXT_XML)
        .expectBody(String.class)
        .isEqualTo("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response/>");
    assertThat(inbox.kept()).singleElement().isInstanceOf(Inbound.Said.class);
  }

  @Test
  void theSameWebhookFiftyTimesIsOneMessage() {
    for (int i = 0; i < 50; i++) message(Forms.recorded("text")).isOk();
    assertThat(inbox.kept()).hasSize(1);
    assertThat(count("duplicate")).isEqualTo(49);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "quick-reply",
        "list-pick",
        "pin",
        "voice-note",
        "album",
        "sticker",
        "contact-card",
        "empty",
        "emoji",
        "business-scoped-id",
        "right-to-left-zalgo-markup",
        "unannounced",
        "sms",
        "of-a-new-type"
      })
  void whateverAPersonSendsIsKept(String payload) {
    message(Forms.recorded(payload)).isOk();
    assertThat(inbox.kept()).hasSize(1);
  }

  @Test
  void withoutASignatureItIsTurnedAway() {
    refused(post(TwilioWebhook.MESSAGES, FORM, Forms.recorded("text")), 403);
  }

  @Test
  void withTwoSignaturesItIsTurnedAway() {
    String body = Forms.recorded("text");
    String signature = Forms.sign(PUBLIC + TwilioWebhook.MESSAGES, body);
    refused(post(TwilioWebhook.MESSAGES, FORM, body, signature, "other"), 403);
  }

  @Test
  void tamperedWithItIsTurnedAway() {
    String signature = Forms.sign(PUBLIC + TwilioWebhook.MESSAGES, Forms.recorded("text"));
    refused(
        post(TwilioWebhook.MESSAGES, FORM, Forms.recorded("text") + "&Extra=1", signature), 403);
    refused(
        post(
            TwilioWebhook.MESSAGES,
            FORM,
            Forms.recorded("text").replace("Boots", "boots"),
            signature),
        403);
    refused(post(TwilioWebhook.STATUS, FORM, Forms.recorded("text"), signature), 403);
  }

  @Test
  void resplitItIsTurnedAway() {
    TreeMap<String, String> fields =
        new TreeMap<>(Forms.form(Forms.recorded("quick-reply")).fields());
    fields.put("Body", fields.get("Body") + "ButtonPayload" + fields.remove("ButtonPayload"));
    String signature = Forms.sign(PUBLIC + TwilioWebhook.MESSAGES, Forms.recorded("quick-reply"));
    refused(post(TwilioWebhook.MESSAGES, FORM, Forms.encoded(fields), signature), 400);
  }

  @Test
  void headersAboutTheAddressAreNotBelieved() {
    String body = Forms.recorded("text");
    String elsewhere = Forms.sign("https://evil.example" + TwilioWebhook.MESSAGES, body);
    refused(
        twilio
            .post()
            .uri(TwilioWebhook.MESSAGES)
            .header("X-Forwarded-Host", "evil.example")
            .header("X-Forwarded-Proto", "https")
            .header("Forwarded", "host=evil.example;proto=https")
            .header("Host", "evil.example")
            .header(SIGNATURE, elsewhere)
            .contentType(MediaType.APPLICATION_FORM_URLENCODED)
            .body(BodyInserters.fromValue(body))
            .exchange()
            .expectStatus(),
        403);
  }

  @Test
  void someoneElsesAccountIsTurnedAway() {
    refused(message(Forms.recorded("someone-elses-account")), 403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Body=a&Body=b", "Body=%zz", "Body=%C3%28", "Body"})
  void aBrokenFormIsTurnedAway(String body) {
    refused(post(TwilioWebhook.MESSAGES, FORM, body, "anything"), 400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "multipart/form-data; boundary=x",
        "application/x-www-form-urlencoded; charset=iso-8859-1",
        "text/plain"
      })
  void onlyFormsInUtf8AreTaken(String type) {
    refused(post(TwilioWebhook.MESSAGES, type, Forms.recorded("text"), "anything"), 415);
  }

  @Test
  void anEndlessBodyIsCutOff() {
    byte[] chunk = "x".repeat(1024).getBytes(UTF_8);
    refused(
        streamed(Flux.range(0, 1000).map(i -> DefaultDataBufferFactory.sharedInstance.wrap(chunk))),
        413);
    refused(post(TwilioWebhook.MESSAGES, FORM, "Body=" + "x".repeat(70_000), "anything"), 413);
  }

  @Test
  void aSlowBodyIsNotWaitedFor() {
    refused(streamed(Flux.never()), 408);
  }

  @Test
  void aMessageForNobodyIsCounted() {
    message(Forms.recorded("unknown-to")).isOk();
    assertThat(inbox.kept()).isEmpty();
    assertThat(count("unknown-number")).isEqualTo(1);
  }

  @Test
  void ourOwnNumberIsNotAnswered() {
    message(Forms.recorded("our-own-number")).isOk();
    message(Forms.recorded("sms-from-a-name")).isOk();
    assertThat(inbox.kept()).isEmpty();
    assertThat(count("own-number")).isEqualTo(1);
    assertThat(count("unanswerable")).isEqualTo(1);
  }

  @Test
  void whatCannotBeKeptIsSentAgain() {
    inbox.failWith(new IllegalStateException("away"));
    message(Forms.recorded("text")).isEqualTo(503).expectBody().isEmpty();
    status("status-read", "?o=a").isEqualTo(503);
  }

  @Test
  void wordsOfDangerAreAnsweredEvenWhenNothingCanBeKept() {
    inbox.failWith(new IllegalStateException("away"));
    message(Forms.recorded("danger"))
        .isOk()
        .expectBody(String.class)
        .value(
            xml ->
                assertThat(xml)
                    .endsWith(
                        "<Response><Message>Call 999 &lt;now&gt; &amp; stay</Message></Response>"));
  }

  @Test
  void aReportIsKeptForTheMessageItIsAbout() {
    status("status-delivered", "?o=twilio%2FSM1%2F0").isOk();
    assertThat(inbox.kept())
        .singleElement()
        .isInstanceOfSatisfying(
            Inbound.Reported.class,
            report -> assertThat(report.outgoing().value()).isEqualTo("twilio/SM1/0"));
  }

  @Test
  void aReportAboutNothingIsCounted() {
    status("status-delivered", "").isOk();
    status("status-delivered", "?o=").isOk();
    status("status-of-a-new-kind", "?o=a").isOk();
    assertThat(inbox.kept()).isEmpty();
    assertThat(count("unknown-message")).isEqualTo(2);
    assertThat(count("unknown-status")).isEqualTo(1);
  }

  @Test
  void noRandomBodyIsEverOurFault() {
    long seed = System.nanoTime();
    System.out.println("TwilioWebhookTest seed " + seed);
    java.util.Random random = new java.util.Random(seed);
    IntStream.range(0, 100)
        .forEach(
            i -> {
              byte[] bytes = new byte[random.nextInt(300)];
              random.nextBytes(bytes);
              twilio
                  .post()
                  .uri(TwilioWebhook.MESSAGES)
                  .header(SIGNATURE, "x")
                  .header("Content-Type", FORM)
                  .bodyValue(bytes)
                  .exchange()
                  .expectStatus()
                  .is4xxClientError();
            });
    assertThat(inbox.kept()).isEmpty();
  }

  private StatusAssertions message(String body) {
    return post(
        TwilioWebhook.MESSAGES, FORM, body, Forms.sign(PUBLIC + TwilioWebhook.MESSAGES, body));
  }

  private StatusAssertions status(String payload, String query) {
    String path = TwilioWebhook.STATUS + query;
    String body = Forms.recorded(payload);
    return post(path, FORM, body, Forms.sign(PUBLIC + path, body));
  }

  private StatusAssertions post(String path, String type, String body, String... signatures) {
    return twilio
        .post()
        .uri(URI.create(path))
        .header(SIGNATURE, signatures)
        .header("Content-Type", type)
        .bodyValue(body.getBytes(UTF_8))
        .exchange()
        .expectStatus();
  }

  private StatusAssertions streamed(Flux<DataBuffer> body) {
    return twilio
        .post()
        .uri(TwilioWebhook.MESSAGES)
        .header(SIGNATURE, "anything")
        .header("Content-Type", FORM)
        .body(BodyInserters.fromDataBuffers(body))
        .exchange()
        .expectStatus();
  }

  private void refused(StatusAssertions answer, int status) {
    answer.isEqualTo(status).expectBody().isEmpty();
    assertThat(inbox.kept()).isEmpty();
  }

  private double count(String outcome) {
    return meters.counter("doorstep.webhook", "provider", "twilio", "outcome", outcome).count();
  }
}
