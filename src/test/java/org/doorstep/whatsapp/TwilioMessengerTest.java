package org.doorstep.whatsapp;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.doorstep.cell.ChannelsCell;
import org.doorstep.desk.Outgoing;
import org.doorstep.desk.Outgoing.ToPerson.WhenClosed;
import org.doorstep.desk.OutgoingId;
import org.doorstep.people.Address;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;
import org.doorstep.pipeline.Delivery;
import org.doorstep.pipeline.Messenger.Trace;
import org.doorstep.pipeline.Parcel;
import org.doorstep.talk.TemplateText;
import org.doorstep.talk.Utterance;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TwilioMessengerTest {

  @RegisterExtension
  static final WireMockExtension twilio =
      WireMockExtension.newInstance().options(wireMockConfig().dynamicPort()).build();

  private static final Instant NOW = Instant.parse("2026-03-03T22:00:00Z");
  private static final String MESSAGES =
      "/api/2010-04-01/Accounts/" + Forms.ACCOUNT.sid() + "/Messages.json";
  private static final String CONTENT = "/content/v1/Content";
  private static final String LIST = "/content/v1/ContentAndApprovals";
  private static final Address ADA = Address.whatsapp("+447700900201");

  @TempDir Path data;
  private TwilioMessenger messenger;

  @BeforeEach
  void startWithTwoApprovedTexts() {
    messenger = messenger(twilio.baseUrl(), Duration.ofSeconds(10));
    contents(approved("HXnudge", "message-waiting"), approved("HXoffer", "offer"));
  }

  private static void contents(String... listed) {
    String body =
        "{\"contents\":[" + String.join(",", listed) + "],\"meta\":{\"key\":\"contents\"}}";
    twilio.stubFor(get(urlPathEqualTo(LIST)).willReturn(json(200, body)));
  }

  private static String approved(String sid, String name) {
    return """
        {"sid": "%s", "friendly_name": "%s", "language": "en",
         "approval_requests": {"status": "approved"}}
        """
        .formatted(sid, name);
  }

  @AfterEach
  void close() {
    messenger.close();
  }

  @Test
  void wordsGoOutWithOurIdInTheCallback() {
    created("SM1");
    assertThat(send(plain("Hello & good day"))).isEqualTo(new Delivery.Sent("SM1", null));
    twilio.verify(
        1,
        postRequestedFor(urlPathEqualTo(MESSAGES))
            .withBasicAuth(credentials())
            .withFormParam("To", equalTo("whatsapp:+447700900201"))
            .withFormParam("From", equalTo("whatsapp:" + ChannelsCell.WHATSAPP))
            .withFormParam("Body", equalTo("Hello & good day"))
            .withFormParam("ContentSid", absent())
            .withFormParam(
                "StatusCallback",
                equalTo("https://doorstep.example/webhooks/twilio/status?o=twilio%2FSM9%2F0")));
  }

  @Test
  void aBusinessScopedIdIsAnAddressLikeAnyOther() {
    created("SM1");
    send(said(plain("Hi"), WhenClosed.DROP), person(Address.whatsapp("GB.1A2B3C4D"), NOW));
    twilio.verify(
        postRequestedFor(urlPathEqualTo(MESSAGES))
            .withFormParam("To", equalTo("whatsapp:GB.1A2B3C4D")));
  }

  @Test
  void buttonsAreContentMadeOnceAndHoldNobodysWords() {
    created("SM1");
    contentCreated("HX1");
    assertThat(send(asking("Shall I ask?", "Yes", "No"))).isEqualTo(new Delivery.Sent("SM1", null));
    send(asking("Something else about Mrs Example?", "Aye", "Nay"));
    twilio.verify(
        1,
        postRequestedFor(urlPathEqualTo(CONTENT))
            .withRequestBody(
                equalToJson(
                    """
                    {"friendly_name": "doorstep_buttons_2", "language": "en",
                     "variables": {"1": "text", "2": "tap0", "3": "label0", "4": "tap1", "5": "label1"},
                     "types": {"twilio/quick-reply": {"body": "{{1}}", "actions": [
                       {"type": "QUICK_REPLY", "title": "{{3}}", "id": "{{2}}"},
                       {"type": "QUICK_REPLY", "title": "{{5}}", "id": "{{4}}"}]}}}
                    """,
                    true, true)));
    twilio.verify(
        1,
        postRequestedFor(urlPathEqualTo(MESSAGES))
            .withFormParam("ContentSid", equalTo("HX1"))
            .withFormParam("Body", absent())
            .withFormParam(
                "ContentVariables",
                equalToJson(
                    """
                    {"1": "Shall I ask?", "2": "f~1~s~c0~n", "3": "Yes", "4": "f~1~s~c1~n", "5": "No"}
                    """)));
  }

  @Test
  void moreChoicesAreAList() {
    created("SM1");
    contentCreated("HX2");
    send(asking("Which?", "a", "b", "c", "d"));
    twilio.verify(
        postRequestedFor(urlPathEqualTo(CONTENT))
            .withRequestBody(containing("\"twilio/list-picker\""))
            .withRequestBody(containing("\"button\":\"{{2}}\"")));
    twilio.verify(
        postRequestedFor(urlPathEqualTo(MESSAGES))
            .withFormParam("ContentVariables", containing("\"2\":\"Choose\"")));
  }

  @Test
  void contentThatStandsThereAlreadyIsFoundByItsName() {
    created("SM1");
    contents("{\"sid\":\"HX7\",\"friendly_name\":\"doorstep_buttons_1\",\"language\":\"en\"}");
    send(asking("Shall I?", "Yes"));
    twilio.verify(0, postRequestedFor(urlPathEqualTo(CONTENT)));
    twilio.verify(
        postRequestedFor(urlPathEqualTo(MESSAGES)).withFormParam("ContentSid", equalTo("HX7")));
  }

  @ParameterizedTest
  @ValueSource(ints = {63005, 63021, 21655, 21656, 63041})
  void numbersStandInForContentThatTwilioRefuses(int code) {
    contentCreated("HX1");
    twilio.stubFor(
        post(urlPathEqualTo(MESSAGES))
            .withFormParam("ContentSid", matching(".+"))
            .willReturn(error(400, code)));
    twilio.stubFor(
        post(urlPathEqualTo(MESSAGES))
            .withFormParam("ContentSid", absent())
            .willReturn(message("SM2")));
    assertThat(send(asking("Shall I?", "Yes", "No"))).isEqualTo(new Delivery.Sent("SM2", null));
    twilio.verify(
        postRequestedFor(urlPathEqualTo(MESSAGES))
            .withFormParam(
                "Body", equalTo("Shall I?\n\n1. Yes\n2. No\n\nReply with a number or the words.")));
  }

  @Test
  void numbersStandInWhereNoContentCanBeMade() {
    twilio.stubFor(post(urlPathEqualTo(CONTENT)).willReturn(error(500, 20500)));
    created("SM1");
    assertThat(send(asking("Shall I?", "Yes"))).isEqualTo(new Delivery.Sent("SM1", null));
    twilio.verify(
        postRequestedFor(urlPathEqualTo(MESSAGES)).withFormParam("Body", containing("1. Yes")));
  }

  @Test
  void whatMayHaveBeenMadeIsLookedForBeforeItIsMadeAgain() {
    twilio.stubFor(post(urlPathEqualTo(CONTENT)).willReturn(error(500, 20500)));
    created("SM1");
    var clock = new AtomicReference<>(NOW);
    try (TwilioMessenger later = messenger(twilio.baseUrl(), Duration.ofSeconds(10), clock::get)) {
      Parcel parcel = parcel(said(asking("Shall I?", "Yes"), WhenClosed.DROP), person(ADA, NOW));
      later.send(ChannelsCell.cell(), parcel).block();
      later.send(ChannelsCell.cell(), parcel).block();
      twilio.verify(1, postRequestedFor(urlPathEqualTo(CONTENT)));

      contents("{\"sid\":\"HX7\",\"friendly_name\":\"doorstep_buttons_1\",\"language\":\"en\"}");
      clock.set(NOW.plusSeconds(30));
      later.send(ChannelsCell.cell(), parcel).block();
    }
    twilio.verify(1, postRequestedFor(urlPathEqualTo(CONTENT)));
    twilio.verify(
        1, postRequestedFor(urlPathEqualTo(MESSAGES)).withFormParam("ContentSid", equalTo("HX7")));
  }

  @Test
  void aCopyOfTheListServesWhereTwilioDoesNotAnswer() {
    created("SM1");
    send(said(plain("Private"), WhenClosed.HOLD), yesterday());
    twilio.stubFor(get(urlPathEqualTo(LIST)).willReturn(error(500, 20500)));
    try (TwilioMessenger restarted = messenger(twilio.baseUrl(), Duration.ofSeconds(10))) {
      Parcel parcel = parcel(said(plain("Private"), WhenClosed.HOLD), yesterday());
      assertThat(restarted.send(ChannelsCell.cell(), parcel).block())
          .isEqualTo(new Delivery.Held("SM1"));
    }
  }

  @Test
  void bySmsChoicesAreNumbered() {
    created("SM1");
    send(
        said(asking("Shall I?", "Yes"), WhenClosed.DROP),
        person(Address.sms("+447700900202"), null));
    twilio.verify(
        postRequestedFor(urlPathEqualTo(MESSAGES))
            .withFormParam("To", equalTo("+447700900202"))
            .withFormParam("From", equalTo(ChannelsCell.SMS))
            .withFormParam("Body", containing("1. Yes")));
  }

  @Test
  void withoutASenderForSmsNothingIsSent() {
    Parcel parcel =
        parcel(said(plain("Hi"), WhenClosed.DROP), person(Address.sms("+447700900202"), null));
    assertThat(messenger.send(ChannelsCell.cell(null), parcel).block())
        .isEqualTo(new Delivery.Refused("no-sender"));
  }

  @Test
  void aLongTextGoesOutInOrderAndGoesOnWhereItStopped() {
    String first = "a".repeat(1500);
    String second = "b".repeat(1500);
    twilio.stubFor(
        post(urlPathEqualTo(MESSAGES))
            .withFormParam("Body", equalTo(first))
            .willReturn(message("SM1")));
    twilio.stubFor(
        post(urlPathEqualTo(MESSAGES))
            .withFormParam("Body", equalTo(second))
            .inScenario("long")
            .whenScenarioStateIs(Scenario.STARTED)
            .willReturn(error(429, 20429))
            .willSetStateTo("calm"));
    twilio.stubFor(
        post(urlPathEqualTo(MESSAGES))
            .withFormParam("Body", equalTo(second))
            .inScenario("long")
            .whenScenarioStateIs("calm")
            .willReturn(message("SM2")));
    Utterance utterance = plain(first + "\n\n" + second);
    assertThat(send(utterance)).isInstanceOf(Delivery.TryLater.class);
    assertThat(send(utterance)).isEqualTo(new Delivery.Sent("SM2", null));
    twilio.verify(
        1, postRequestedFor(urlPathEqualTo(MESSAGES)).withFormParam("Body", equalTo(first)));
  }

  @ParameterizedTest
  @CsvSource({
    "429, 20429, TryLater",
    "429, 63018, TryLater",
    "400, 63017, TryLater",
    "400, 63038, TryLater",
    "401, 20003, TryLater",
    "400, 21610, OptedOut",
    "500, 20500, Uncertain",
    "503, 0, Uncertain",
    "400, 63003, Refused",
    "400, 63024, Refused",
    "400, 21211, Refused",
    "400, 63032, Refused",
    "400, 63033, Refused",
    "400, 63007, Refused",
    "404, 0, Refused",
  })
  void anErrorOfTwiliosIsADelivery(int status, int code, String delivery) {
    twilio.stubFor(post(urlPathEqualTo(MESSAGES)).willReturn(error(status, code)));
    Delivery ended = send(plain("Hi"));
    assertThat(ended.getClass().getSimpleName()).isEqualTo(delivery);
    if (ended instanceof Delivery.Refused refused && code != 0) {
      assertThat(refused.code()).isEqualTo(Integer.toString(code));
    }
    twilio.verify(1, postRequestedFor(urlPathEqualTo(MESSAGES)));
  }

  @Test
  void theDailyLimitHoldsUntilTomorrow() {
    twilio.stubFor(post(urlPathEqualTo(MESSAGES)).willReturn(error(400, 63038)));
    assertThat(send(plain("Hi")))
        .isEqualTo(new Delivery.TryLater(Duration.ofMinutes(121), "63038"));
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {
        "EMPTY_RESPONSE",
        "MALFORMED_RESPONSE_CHUNK",
        "RANDOM_DATA_THEN_CLOSE",
        "CONNECTION_RESET_BY_PEER"
      })
  void aBrokenAnswerLeavesItUncertain(Fault fault) {
    twilio.stubFor(post(urlPathEqualTo(MESSAGES)).willReturn(aResponse().withFault(fault)));
    assertThat(send(plain("Hi"))).isInstanceOf(Delivery.Uncertain.class);
    twilio.verify(1, postRequestedFor(urlPathEqualTo(MESSAGES)));
  }

  @Test
  void anAnswerThatMakesNoSenseLeavesItUncertain() {
    twilio.stubFor(post(urlPathEqualTo(MESSAGES)).willReturn(json(201, "<html>")));
    assertThat(send(plain("Hi"))).isInstanceOf(Delivery.Uncertain.class);
  }

  @Test
  void noAnswerLeavesItUncertain() {
    twilio.stubFor(post(urlPathEqualTo(MESSAGES)).willReturn(message("SM1").withFixedDelay(1_000)));
    try (TwilioMessenger impatient = messenger(twilio.baseUrl(), Duration.ofMillis(200))) {
      Parcel parcel = parcel(said(plain("Hi"), WhenClosed.DROP), person(ADA, NOW));
      assertThat(impatient.send(ChannelsCell.cell(), parcel).block())
          .isInstanceOf(Delivery.Uncertain.class);
    }
  }

  @Test
  void whatNeverReachedTwilioIsTriedLater() {
    try (TwilioMessenger unreachable = messenger("http://127.0.0.1:1", Duration.ofSeconds(10))) {
      Parcel parcel = parcel(said(plain("Hi"), WhenClosed.DROP), person(ADA, NOW));
      assertThat(unreachable.send(ChannelsCell.cell(), parcel).block())
          .isEqualTo(new Delivery.TryLater(Duration.ofSeconds(5), "unreached"));
    }
  }

  @Test
  void behindAClosedWindowItsOwnTemplateIsSent() {
    created("SM1");
    Utterance utterance =
        new Utterance(
            "x",
            "Hello",
            List.of(),
            new Utterance.Template("offer", Map.of("1", "two\nlines  of\ttext")));
    assertThat(send(said(utterance, WhenClosed.TEMPLATE), yesterday()))
        .isEqualTo(new Delivery.Sent("SM1", null));
    twilio.verify(
        postRequestedFor(urlPathEqualTo(MESSAGES))
            .withFormParam("ContentSid", equalTo("HXoffer"))
            .withFormParam("ContentVariables", equalToJson("{\"1\": \"two lines of text\"}"))
            .withFormParam("Body", absent()));
  }

  @Test
  void behindAClosedWindowWordsAreHeldAndAnnounced() {
    created("SM1");
    assertThat(send(said(plain("Private"), WhenClosed.HOLD), yesterday()))
        .isEqualTo(new Delivery.Held("SM1"));
    twilio.verify(
        postRequestedFor(urlPathEqualTo(MESSAGES))
            .withFormParam("ContentSid", equalTo("HXnudge"))
            .withFormParam("Body", absent()));
  }

  @Test
  void behindAClosedWindowTriflesAreDropped() {
    assertThat(send(said(plain("Hi"), WhenClosed.DROP), yesterday()))
        .isEqualTo(new Delivery.Dropped("window-closed"));
    twilio.verify(0, postRequestedFor(urlPathEqualTo(MESSAGES)));
  }

  @Test
  void aTemplateThatIsNotThereIsSaidSo() {
    Utterance utterance =
        new Utterance("x", "Hi", List.of(), new Utterance.Template("unheard-of", Map.of()));
    assertThat(send(said(utterance, WhenClosed.TEMPLATE), yesterday()))
        .isEqualTo(new Delivery.Refused("no-template"));
  }

  @Test
  void aTemplateIsFoundByNameAndLanguage() {
    created("SM1");
    contents(approved("HXa", "checked"), approved("HXb", "checked_en"));
    Utterance utterance =
        new Utterance("x", "Hi", List.of(), new Utterance.Template("checked", Map.of()));
    send(said(utterance, WhenClosed.TEMPLATE), yesterday());
    twilio.verify(
        postRequestedFor(urlPathEqualTo(MESSAGES)).withFormParam("ContentSid", equalTo("HXb")));
  }

  @Test
  void aWindowThatTwilioSaysIsClosedIsClosed() {
    twilio.stubFor(
        post(urlPathEqualTo(MESSAGES))
            .withFormParam("Body", matching(".+"))
            .willReturn(error(400, 63016)));
    twilio.stubFor(
        post(urlPathEqualTo(MESSAGES)).withFormParam("Body", absent()).willReturn(message("SM2")));
    assertThat(send(said(plain("Hi"), WhenClosed.HOLD), person(ADA, NOW)))
        .isEqualTo(new Delivery.Held("SM2"));
  }

  @Test
  void nobodyIsSentNothing() {
    assertThat(send(said(plain("Hi"), WhenClosed.DROP), null))
        .isEqualTo(new Delivery.Dropped("nobody"));
  }

  @Test
  void whatWentOutAfterAllIsFoundInTwiliosList() {
    listed("Hello there", "outbound-api", "Tue, 03 Mar 2026 21:55:00 +0000");
    assertThat(trace(plain("Hello there")))
        .isEqualTo(new Trace.WentOut(new Delivery.Sent("SMlisted", null)));
    assertThat(trace(plain("Something else"))).isEqualTo(new Trace.DidNot());
  }

  @Test
  void theSameWordsOfTheirsOrOfOldDoNotCount() {
    listed("Hello there", "inbound", "Tue, 03 Mar 2026 21:55:00 +0000");
    assertThat(trace(plain("Hello there"))).isEqualTo(new Trace.DidNot());
    listed("Hello there", "outbound-api", "Tue, 03 Mar 2026 19:00:00 +0000");
    assertThat(trace(plain("Hello there"))).isEqualTo(new Trace.DidNot());
  }

  @Test
  void theSameWordsSentForAnotherCauseDoNotCount() {
    created("SMlisted");
    send(plain("Hello there"));
    listed("Hello there", "outbound-api", "Tue, 03 Mar 2026 21:55:00 +0000");
    Outgoing.ToPerson other =
        new Outgoing.ToPerson(
            new OutgoingId("another"),
            new PersonId("p1"),
            plain("Hello there"),
            WhenClosed.DROP,
            false,
            null,
            Set.of());
    assertThat(messenger.trace(ChannelsCell.cell(), parcel(other, person(ADA, NOW))).block())
        .isEqualTo(new Trace.DidNot());
  }

  @Test
  void aListThatCannotBeReadTellsNothing() {
    twilio.stubFor(get(urlPathEqualTo(MESSAGES)).willReturn(error(500, 20500)));
    assertThat(trace(plain("Hi"))).isEqualTo(new Trace.Unknown());
  }

  private Trace trace(Utterance utterance) {
    return messenger
        .trace(ChannelsCell.cell(), parcel(said(utterance, WhenClosed.DROP), person(ADA, NOW)))
        .blockOptional()
        .orElseThrow();
  }

  private Delivery send(Utterance utterance) {
    return send(said(utterance, WhenClosed.DROP), person(ADA, NOW));
  }

  private Delivery send(Outgoing.ToPerson outgoing, @Nullable Person to) {
    return messenger.send(ChannelsCell.cell(), parcel(outgoing, to)).blockOptional().orElseThrow();
  }

  private TwilioMessenger messenger(String base, Duration answer) {
    return messenger(base, answer, InstantSource.fixed(NOW));
  }

  private TwilioMessenger messenger(String base, Duration answer, InstantSource clock) {
    return new TwilioMessenger(
        Forms.ACCOUNT,
        new TwilioEndpoints(
            URI.create("https://doorstep.example/"),
            URI.create(base + "/api"),
            URI.create(base + "/content/"),
            Duration.ofSeconds(5),
            answer),
        data,
        new TwilioWords() {
          @Override
          public String replyWithNumber(String language) {
            return "Reply with a number or the words.";
          }

          @Override
          public String choose(String language) {
            return "Choose";
          }

          @Override
          public Optional<TemplateText> template(String name, String language) {
            return Optional.empty();
          }
        },
        clock);
  }

  private static Parcel parcel(Outgoing outgoing, @Nullable Person to) {
    return new Parcel(ChannelsCell.cell().id(), "1-0", outgoing, to, null, false);
  }

  private static Outgoing.ToPerson said(Utterance utterance, WhenClosed whenClosed) {
    return new Outgoing.ToPerson(
        new OutgoingId("twilio/SM9/0"),
        new PersonId("p1"),
        utterance,
        whenClosed,
        false,
        null,
        Set.of());
  }

  private static Person person(Address address, @Nullable Instant lastInbound) {
    Person person =
        Person.firstSeen(new PersonId("p1"), address, "en", NOW.minus(Duration.ofDays(9)));
    return lastInbound == null ? person : person.heardFrom(address, lastInbound);
  }

  private static Person yesterday() {
    return person(ADA, NOW.minus(Duration.ofHours(25)));
  }

  private static Utterance plain(String text) {
    return Utterance.plain("test.said", text);
  }

  private static Utterance asking(String text, String... labels) {
    return new Utterance("test.asked", text, RenderingTest.choices(labels), null);
  }

  private static void created(String sid) {
    twilio.stubFor(post(urlPathEqualTo(MESSAGES)).willReturn(message(sid)));
  }

  private static void contentCreated(String sid) {
    twilio.stubFor(
        post(urlPathEqualTo(CONTENT)).willReturn(json(201, "{\"sid\":\"" + sid + "\"}")));
  }

  private static void listed(String body, String direction, String date) {
    twilio.stubFor(
        get(urlPathEqualTo(MESSAGES))
            .withQueryParam("To", equalTo("whatsapp:+447700900201"))
            .willReturn(
                json(
                    200,
                    "{\"messages\":[{\"sid\":\"SMlisted\",\"body\":\"%s\",\"direction\":\"%s\",\"date_created\":\"%s\"}]}"
                        .formatted(body, direction, date))));
  }

  private static com.github.tomakehurst.wiremock.client.BasicCredentials credentials() {
    return new com.github.tomakehurst.wiremock.client.BasicCredentials(
        Forms.ACCOUNT.sid(), Forms.TOKEN);
  }

  private static com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder message(
      String sid) {
    return json(201, "{\"sid\":\"" + sid + "\",\"status\":\"queued\"}");
  }

  private static com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder error(
      int status, int code) {
    return code == 0
        ? aResponse().withStatus(status)
        : json(
            status, "{\"code\":%d,\"message\":\"made up\",\"status\":%d}".formatted(code, status));
  }

  private static com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder json(
      int status, String body) {
    return aResponse()
        .withStatus(status)
        .withHeader("Content-Type", "application/json")
        .withBody(body);
  }
}
