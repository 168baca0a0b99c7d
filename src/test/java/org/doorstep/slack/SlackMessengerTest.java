package org.doorstep.slack;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.doorstep.cell.ChannelsCell;
import org.doorstep.desk.Card;
import org.doorstep.desk.DeliveryStatus;
import org.doorstep.desk.Outgoing;
import org.doorstep.desk.Outgoing.ToPerson.WhenClosed;
import org.doorstep.desk.OutgoingId;
import org.doorstep.desk.SlackRef;
import org.doorstep.people.Address;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;
import org.doorstep.pipeline.Attachments;
import org.doorstep.pipeline.Delivery;
import org.doorstep.pipeline.Messenger.Trace;
import org.doorstep.pipeline.Parcel;
import org.doorstep.talk.Choice;
import org.doorstep.talk.Tap;
import org.doorstep.talk.Utterance;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

class SlackMessengerTest {

  @RegisterExtension
  static final WireMockExtension slack =
      WireMockExtension.newInstance().options(wireMockConfig().dynamicPort()).build();

  private static final String POST = "/api/chat.postMessage";
  private static final SlackRef ANCHORED = new SlackRef("C0NORTH", "1772531000.000100");
  private static final OutgoingId ID = new OutgoingId("twilio/SM9/0");
  private static final String NASTY =
      "<!channel> <@U0OFFICER> *b* &amp; <https://evil.example|ok> :smile:";

  private SlackMessenger messenger;

  @BeforeEach
  void open() {
    messenger = messenger(slack.baseUrl() + "/api", Duration.ofSeconds(10));
  }

  @AfterEach
  void close() {
    messenger.close();
  }

  @Test
  void aCardIsPostedAsBlocks() {
    answered(POST, ok(",\"channel\":\"C0NORTH\",\"ts\":\"1772532000.000200\""));
    Card card = new Card("A job", List.of("Prescription", NASTY), NASTY, choices(2));
    assertThat(send(new Outgoing.Post(ID, "C0NORTH", "job/r1", card, false, Set.of())))
        .isEqualTo(new Delivery.Sent(null, new SlackRef("C0NORTH", "1772532000.000200")));
    slack.verify(
        1,
        postRequestedFor(urlPathEqualTo(POST))
            .withHeader("Authorization", equalTo("Bearer xoxb-made-up"))
            .withFormParam("channel", equalTo("C0NORTH"))
            .withFormParam("link_names", equalTo("0"))
            .withFormParam("unfurl_links", equalTo("0"))
            .withFormParam("unfurl_media", equalTo("0"))
            .withFormParam("mrkdwn", equalTo("0"))
            .withFormParam(
                "text",
                equalTo(
                    "A job\nPrescription\n"
                        + SlackText.escaped(NASTY)
                        + "\n"
                        + SlackText.escaped(NASTY)))
            .withFormParam(
                "metadata",
                equalToJson(
                    "{\"event_type\":\"doorstep_message\",\"event_payload\":{\"id\":\"twilio/SM9/0\"}}"))
            .withFormParam(
                "blocks",
                equalToJson(
                    """
                    [{"type":"header","text":{"type":"plain_text","text":"A job","emoji":false}},
                     {"type":"rich_text","elements":[{"type":"rich_text_section","elements":[
                        {"type":"text","text":"Prescription\\n%1$s"}]}]},
                     {"type":"rich_text","elements":[{"type":"rich_text_quote","elements":[
                        {"type":"text","text":"%1$s"}]}]},
                     {"type":"actions","elements":[
                        {"type":"button","action_id":"tap:0","value":"job~1~s~c0~r1","text":{"type":"plain_text","text":"Choice 0","emoji":false}},
                        {"type":"button","action_id":"tap:1","value":"job~1~s~c1~r1","text":{"type":"plain_text","text":"Choice 1","emoji":false}}]}]
                    """
                        .formatted(NASTY))));
  }

  @Test
  void nothingThatPeopleWroteStandsInMarkup() {
    Card card = new Card(NASTY, List.of(NASTY), NASTY, choices(7));
    String blocks =
        com.slack.api.util.json.GsonFactory.createSnakeCase().toJson(SlackBlocks.card(card));
    assertThat(blocks)
        .doesNotContain("mrkdwn")
        .doesNotContain("\"type\":\"link\"")
        .doesNotContain("\"type\":\"user\"");
  }

  @Test
  void manyChoicesAreAMenu() {
    answered(POST, ok(",\"channel\":\"C0NORTH\",\"ts\":\"1.2\""));
    send(
        new Outgoing.Post(
            ID,
            "C0NORTH",
            "job/r1",
            new Card("A job", List.of(), null, choices(11)),
            false,
            Set.of()));
    slack.verify(
        postRequestedFor(urlPathEqualTo(POST))
            .withFormParam(
                "blocks",
                com.github.tomakehurst.wiremock.client.WireMock.containing("\"static_select\"")));
  }

  @Test
  void aThreadLineMentionsByOurOwnElement() {
    answered(POST, ok(",\"channel\":\"C0NORTH\",\"ts\":\"1.2\""));
    Outgoing line =
        new Outgoing.InThread(
            ID, "C0NORTH", "case/c1", "They wrote:", NASTY, "U0OFFICER", true, Set.of());
    assertThat(send(line, null, ANCHORED)).isInstanceOf(Delivery.Sent.class);
    slack.verify(
        postRequestedFor(urlPathEqualTo(POST))
            .withFormParam("thread_ts", equalTo("1772531000.000100"))
            .withFormParam(
                "blocks",
                equalToJson(
                    """
                    [{"type":"rich_text","elements":[{"type":"rich_text_section","elements":[
                        {"type":"user","user_id":"U0OFFICER"},{"type":"text","text":" "},
                        {"type":"text","text":"They wrote:"}]}]},
                     {"type":"rich_text","elements":[{"type":"rich_text_quote","elements":[
                        {"type":"text","text":"%s"}]}]}]
                    """
                        .formatted(NASTY))));
  }

  @Test
  void aPersonInSlackIsWrittenToDirectly() {
    answered(POST, ok(",\"channel\":\"D0DIRECT\",\"ts\":\"1.2\""));
    Utterance utterance = new Utterance("x", "Shall I?", choices(2), null);
    Outgoing said =
        new Outgoing.ToPerson(
            ID, new PersonId("p1"), utterance, WhenClosed.DROP, false, null, Set.of());
    assertThat(send(said, person(), null))
        .isEqualTo(new Delivery.Sent(null, new SlackRef("D0DIRECT", "1.2")));
    slack.verify(postRequestedFor(urlPathEqualTo(POST)).withFormParam("channel", equalTo("U0VOL")));
  }

  @Test
  void aPostIsUpdatedOnceItStands() {
    answered("/api/chat.update", ok(",\"channel\":\"C0NORTH\",\"ts\":\"1772531000.000100\""));
    Outgoing repost =
        new Outgoing.Repost(
            ID, "C0NORTH", "job/r1", new Card("Taken", List.of(), null, List.of()), Set.of());
    assertThat(send(repost, null, null)).isInstanceOf(Delivery.TryLater.class);
    assertThat(send(repost, null, ANCHORED)).isEqualTo(new Delivery.Sent(null, ANCHORED));
    slack.verify(
        1,
        postRequestedFor(urlPathEqualTo("/api/chat.update"))
            .withFormParam("channel", equalTo("C0NORTH"))
            .withFormParam("ts", equalTo("1772531000.000100"))
            .withFormParam("text", equalTo("Taken")));
  }

  @Test
  void aThreadLineWaitsForItsPost() {
    Outgoing line =
        new Outgoing.InThread(ID, "C0NORTH", "case/c1", "x", null, null, false, Set.of());
    assertThat(send(line, null, null)).isInstanceOf(Delivery.TryLater.class);
  }

  @ParameterizedTest
  @CsvSource({"SENT, outbox_tray", "DELIVERED, white_check_mark", "READ, eyes", "FAILED, warning"})
  void howFarAMessageGotIsAReaction(DeliveryStatus status, String reaction) {
    answered("/api/reactions.add", ok(""));
    assertThat(send(new Outgoing.Mark(ID, ANCHORED, status)))
        .isEqualTo(new Delivery.Sent(null, null));
    slack.verify(
        postRequestedFor(urlPathEqualTo("/api/reactions.add"))
            .withFormParam("name", equalTo(reaction))
            .withFormParam("channel", equalTo("C0NORTH"))
            .withFormParam("timestamp", equalTo("1772531000.000100")));
  }

  @Test
  void aReactionThatStandsAlreadyIsFine() {
    answered("/api/reactions.add", refusal("already_reacted"));
    assertThat(send(new Outgoing.Mark(ID, ANCHORED, DeliveryStatus.SENT)))
        .isEqualTo(new Delivery.Sent(null, null));
    assertThat(send(new Outgoing.Mark(ID, ANCHORED, DeliveryStatus.QUEUED)))
        .isInstanceOf(Delivery.Dropped.class);
  }

  @Test
  void aWhisperIsSeenByOne() {
    answered("/api/chat.postEphemeral", ok(",\"message_ts\":\"1.2\""));
    assertThat(send(new Outgoing.Whisper(ID, "C0NORTH", "U0VOL", "Too late")))
        .isEqualTo(new Delivery.Sent(null, null));
    slack.verify(
        postRequestedFor(urlPathEqualTo("/api/chat.postEphemeral"))
            .withFormParam("user", equalTo("U0VOL"))
            .withFormParam("channel", equalTo("C0NORTH")));
  }

  @Test
  void aPageIsPublishedForOneInTheirLanguage() {
    answered("/api/views.publish", ok(",\"view\":{\"id\":\"V1\",\"type\":\"home\"}"));
    assertThat(send(org.doorstep.pipeline.Samples.home("o1", "U0VOL")))
        .isEqualTo(new Delivery.Sent(null, null));
    slack.verify(
        postRequestedFor(urlPathEqualTo("/api/views.publish"))
            .withFormParam("user_id", equalTo("U0VOL"))
            .withFormParam("view", containing("\"private_metadata\":\"en\""))
            .withFormParam("view", containing("home~1~held~done~rabcdef1.1.1")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "channel_not_found",
        "is_archived",
        "not_in_channel",
        "invalid_auth",
        "invalid_blocks"
      })
  void aRefusalKeepsItsCode(String code) {
    answered(POST, refusal(code));
    assertThat(send(aPost())).isEqualTo(new Delivery.Refused(code));
  }

  @Test
  void tooFastIsTriedWhenSlackSays() {
    slack.stubFor(
        post(anyUrl()).willReturn(aResponse().withStatus(429).withHeader("Retry-After", "17")));
    assertThat(send(aPost()))
        .isEqualTo(new Delivery.TryLater(Duration.ofSeconds(17), "ratelimited"));
    answered(POST, refusal("ratelimited"));
    assertThat(send(aPost()))
        .isEqualTo(new Delivery.TryLater(Duration.ofSeconds(30), "ratelimited"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"internal_error", "fatal_error"})
  void troubleWithinSlackLeavesItUncertain(String code) {
    answered(POST, refusal(code));
    assertThat(send(aPost())).isEqualTo(new Delivery.Uncertain(code));
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503})
  void aServerErrorLeavesItUncertain(int status) {
    slack.stubFor(
        post(anyUrl()).willReturn(aResponse().withStatus(status).withBody("<html>trouble</html>")));
    assertThat(send(aPost())).isInstanceOf(Delivery.Uncertain.class);
    slack.verify(1, postRequestedFor(urlPathEqualTo(POST)));
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
    slack.stubFor(post(anyUrl()).willReturn(aResponse().withFault(fault)));
    assertThat(send(aPost())).isInstanceOf(Delivery.Uncertain.class);
    slack.verify(1, postRequestedFor(urlPathEqualTo(POST)));
  }

  @Test
  void noAnswerLeavesItUncertain() {
    slack.stubFor(post(anyUrl()).willReturn(aResponse().withFixedDelay(1_000)));
    try (SlackMessenger impatient = messenger(slack.baseUrl() + "/api", Duration.ofMillis(200))) {
      assertThat(impatient.send(ChannelsCell.cell(), parcel(aPost(), null, null)).block())
          .isInstanceOf(Delivery.Uncertain.class);
    }
  }

  @Test
  void whatNeverReachedSlackIsTriedLater() {
    try (SlackMessenger unreachable = messenger("http://127.0.0.1:1/api", Duration.ofSeconds(10))) {
      assertThat(unreachable.send(ChannelsCell.cell(), parcel(aPost(), null, null)).block())
          .isEqualTo(new Delivery.TryLater(Duration.ofSeconds(5), "unreached"));
    }
  }

  @Test
  void aPostIsTracedByItsId() {
    answered(
        "/api/conversations.history",
        ok(",\"messages\":[" + message("other", "1.1") + "," + message(ID.value(), "1.2") + "]"));
    assertThat(trace(aPost(), null, null))
        .isEqualTo(new Trace.WentOut(new Delivery.Sent(null, new SlackRef("C0NORTH", "1.2"))));
    answered("/api/conversations.history", ok(",\"messages\":[" + message("other", "1.1") + "]"));
    assertThat(trace(aPost(), null, null)).isEqualTo(new Trace.DidNot());
  }

  @Test
  void aLineIsTracedInItsThread() {
    answered(
        "/api/conversations.replies", ok(",\"messages\":[" + message(ID.value(), "1.3") + "]"));
    Outgoing line =
        new Outgoing.InThread(ID, "C0NORTH", "case/c1", "x", null, null, false, Set.of());
    assertThat(trace(line, null, ANCHORED))
        .isEqualTo(new Trace.WentOut(new Delivery.Sent(null, new SlackRef("C0NORTH", "1.3"))));
    assertThat(trace(line, null, null)).isEqualTo(new Trace.DidNot());
  }

  @Test
  void aDirectMessageIsTracedInItsConversation() {
    answered("/api/conversations.open", ok(",\"channel\":{\"id\":\"D0DIRECT\"}"));
    answered(
        "/api/conversations.history", ok(",\"messages\":[" + message(ID.value(), "1.4") + "]"));
    Outgoing said =
        new Outgoing.ToPerson(
            ID,
            new PersonId("p1"),
            Utterance.plain("x", "Hi"),
            WhenClosed.DROP,
            false,
            null,
            Set.of());
    assertThat(trace(said, person(), null))
        .isEqualTo(new Trace.WentOut(new Delivery.Sent(null, new SlackRef("D0DIRECT", "1.4"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"missing_scope", "ratelimited"})
  void aHistoryThatCannotBeReadTellsNothing(String code) {
    answered("/api/conversations.history", refusal(code));
    assertThat(trace(aPost(), null, null)).isEqualTo(new Trace.Unknown());
  }

  @Test
  void aTokenIsNeverBlankAndNeverPrinted() {
    assertThatThrownBy(() -> SlackAccess.of(" ", SlackAccess.API))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(SlackAccess.of("xoxb-made-up", SlackAccess.API).toString()).doesNotContain("xoxb");
  }

  private Delivery send(Outgoing outgoing) {
    return send(outgoing, null, null);
  }

  private Delivery send(Outgoing outgoing, @Nullable Person to, @Nullable SlackRef anchored) {
    return messenger
        .send(ChannelsCell.cell(), parcel(outgoing, to, anchored))
        .blockOptional()
        .orElseThrow();
  }

  private Trace trace(Outgoing outgoing, @Nullable Person to, @Nullable SlackRef anchored) {
    return messenger
        .trace(ChannelsCell.cell(), parcel(outgoing, to, anchored))
        .blockOptional()
        .orElseThrow();
  }

  private static Parcel parcel(
      Outgoing outgoing, @Nullable Person to, @Nullable SlackRef anchored) {
    return new Parcel(ChannelsCell.cell().id(), "1-0", outgoing, to, anchored, false);
  }

  private static Outgoing aPost() {
    return new Outgoing.Post(
        ID, "C0NORTH", "job/r1", new Card("A job", List.of(), null, List.of()), false, Set.of());
  }

  private static Person person() {
    return Person.firstSeen(new PersonId("p1"), Address.slack("U0VOL"), "en", Instant.EPOCH);
  }

  private static List<Choice> choices(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> new Choice(new Tap("job", 1, "s", "c" + i, "r1"), "Choice " + i, null))
        .toList();
  }

  private static SlackMessenger messenger(String api, Duration answer) {
    return new SlackMessenger(
        new SlackAccess("xoxb-made-up", URI.create(api), Duration.ofSeconds(5), answer),
        file -> Mono.just(new Attachments.Fetched.Unfit()));
  }

  private static void answered(String path, ResponseDefinitionBuilder answer) {
    slack.stubFor(post(urlPathEqualTo(path)).willReturn(answer));
  }

  private static ResponseDefinitionBuilder ok(String more) {
    return aResponse()
        .withHeader("Content-Type", "application/json")
        .withBody("{\"ok\":true" + more + "}");
  }

  private static ResponseDefinitionBuilder refusal(String code) {
    return aResponse()
        .withHeader("Content-Type", "application/json")
        .withBody("{\"ok\":false,\"error\":\"" + code + "\"}");
  }

  private static String message(String id, String ts) {
    return "{\"type\":\"message\",\"ts\":\"%s\",\"metadata\":{\"event_type\":\"doorstep_message\",\"event_payload\":{\"id\":\"%s\"}}}"
        .formatted(ts, id);
  }
}
