package org.doorstep.village;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.twilio.exception.ApiConnectionException;
import com.twilio.exception.ApiException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.MessageCreator;
import com.twilio.rest.content.v1.Content;
import com.twilio.rest.content.v1.content.ApprovalCreate;
import com.twilio.rest.content.v1.content.ApprovalFetch;
import com.twilio.security.RequestValidator;
import com.twilio.type.PhoneNumber;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.doorstep.village.VillageServer.Received;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TwilioVillageTest {

  private static final String EDNA = "+447700900001";
  private static final String PRIYA = "+447700900003";

  @TempDir Path flows;
  private VillageServer server;
  private TwilioRestClient twilio;

  @BeforeEach
  void start() throws Exception {
    Files.writeString(
        flows.resolve("templates.yml"),
        """
        templates:
          job-offer:
            text: "A neighbour near you needs {{1}}. Can you help?"
            examples: [shopping, rAb12cd.1.1]
            buttons:
              - {label: I can do it, sends: "job~1~offered~take~{{2}}"}
              - {label: Not this time, sends: "job~1~offered~decline~{{2}}"}
          nudge: {text: "How is it going with {{1}}? Just write back."}
        """);
    server = new VillageServer(flows);
    twilio = TwilioSdk.client(server, Duration.ofSeconds(5));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private MessageCreator to(String phone, String text) {
    return Message.creator(
            new PhoneNumber("whatsapp:" + phone), new PhoneNumber("whatsapp:+447700900000"), text)
        .setStatusCallback(URI.create(server.base() + "/webhooks/twilio/status?id=o%2F1"));
  }

  private List<String> statuses(String sid) {
    return server.received.stream()
        .filter(r -> r.url().contains("/twilio/status") && sid.equals(r.form().get("MessageSid")))
        .map(r -> r.form().get("MessageStatus") + code(r))
        .toList();
  }

  private static String code(Received status) {
    String code = status.form().get("ErrorCode");
    return code == null ? "" : " " + code;
  }

  private void edna(String text) {
    server.village.phones().say("edna", text);
    server.awaits(r -> r.url().endsWith("/twilio/message") && r.body().contains("From=whatsapp"));
  }

  @Test
  void whatAPhoneSaysArrivesAsASignedForm() {
    server.village.phones().say("edna", "Hello & good day 👍 <b>");

    Received webhook = server.awaits(r -> r.url().endsWith("/webhooks/twilio/message"));
    assertThat(webhook.form())
        .containsEntry("Body", "Hello & good day 👍 <b>")
        .containsEntry("From", "whatsapp:+447700900001")
        .containsEntry("To", "whatsapp:+447700900000")
        .containsEntry("WaId", "447700900001")
        .containsEntry("ProfileName", "Edna")
        .containsEntry("MessageType", "text")
        .containsEntry("AccountSid", server.keys.accountSid());
    assertThat(valid(webhook)).isTrue();
    Received tampered =
        new Received(webhook.url(), webhook.headers(), webhook.body().replace("Hello", "Hallo"));
    assertThat(valid(tampered)).isFalse();
  }

  private boolean valid(Received webhook) {
    return new RequestValidator(server.keys.authToken())
        .validate(webhook.url(), webhook.form(), header(webhook, "X-Twilio-Signature"));
  }

  private static String header(Received webhook, String name) {
    return webhook.headers().entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("");
  }

  @Test
  void insideTheWindowFreeTextGoesAllTheWayAndEveryReportIsSigned() {
    edna("hello");

    Message sent = to(EDNA, "What can a neighbour help with?").create(twilio);

    assertThat(sent.getStatus()).isEqualTo(Message.Status.QUEUED);
    assertThat(sent.getDateCreated().toInstant()).isEqualTo(VillageServer.START);
    VillageServer.until(() -> statuses(sent.getSid()).size() == 4);
    assertThat(statuses(sent.getSid())).containsExactly("queued", "sent", "delivered", "read");
    server.received.stream()
        .filter(r -> r.url().contains("/twilio/status"))
        .forEach(report -> assertThat(valid(report)).isTrue());
    assertThat(server.village.phones().shown("edna"))
        .extracting(Phones.Shown::text)
        .containsExactly("hello", "What can a neighbour help with?");
  }

  @Test
  void outsideTheWindowFreeTextFailsLaterAndAnApprovedTemplateArrives() {
    edna("hello");
    server.village.forward(Duration.ofHours(24));

    Message text = to(EDNA, "Still there?").create(twilio);
    VillageServer.until(() -> statuses(text.getSid()).contains("failed 63016"));
    assertThat(Message.fetcher(text.getSid()).fetch(twilio).getErrorCode()).isEqualTo(63016);

    Message template =
        to(PRIYA, "")
            .setBody(null)
            .setContentSid(sidOf("job-offer"))
            .setContentVariables("{\"1\":\"a lift\",\"2\":\"rAbc123.1.1\"}")
            .create(twilio);
    VillageServer.until(() -> statuses(template.getSid()).contains("read"));
    assertThat(server.village.phones().shown("edna")).hasSize(1);
    Phones.Shown offer = server.village.phones().shown("priya").getFirst();
    assertThat(offer.text()).isEqualTo("A neighbour near you needs a lift. Can you help?");
    assertThat(offer.choices())
        .containsExactly(
            Map.entry("job~1~offered~take~rAbc123.1.1", "I can do it"),
            Map.entry("job~1~offered~decline~rAbc123.1.1", "Not this time"));
  }

  private String sidOf(String name) {
    for (Content content : Content.reader().pageSize(1).read(twilio)) {
      if (content.getFriendlyName().equals(name)) return content.getSid();
    }
    throw new AssertionError("no content " + name);
  }

  @Test
  void aTapComesBackWithWhatTheButtonCarriedAndWhatItAnswers() {
    edna("hello");
    Content content = Content.creator(quickReply("Yes please", "send {{1}}")).create(twilio);
    assertThat(Content.fetcher(content.getSid()).fetch(twilio).getLanguage()).isEqualTo("en");
    Message question =
        to(EDNA, "")
            .setBody(null)
            .setContentSid(content.getSid())
            .setContentVariables("{\"1\":\"it\"}")
            .create(twilio);

    Phones.Shown shown = server.village.phones().shown("edna").getLast();
    server.village.phones().tap("edna", shown.id(), "send it", "Yes please");

    Received tap = server.awaits(r -> r.body().contains("ButtonPayload"));
    assertThat(tap.form())
        .containsEntry("ButtonPayload", "send it")
        .containsEntry("ButtonText", "Yes please")
        .containsEntry("Body", "Yes please")
        .containsEntry("MessageType", "button")
        .containsEntry("OriginalRepliedMessageSid", question.getSid());
    assertThat(valid(tap)).isTrue();
  }

  private static Content.ContentCreateRequest quickReply(String title, String id) {
    Content.QuickReplyAction.Builder action = Content.QuickReplyAction.builder(title);
    action.type(Content.QuickReplyActionType.QUICK_REPLY);
    action.id(id);
    Content.TwilioQuickReply reply =
        Content.TwilioQuickReply.builder("Shall I ask?", List.of(action.build())).build();
    Content.Types.Builder types = Content.Types.builder();
    types.twilioQuickReply(reply);
    Content.ContentCreateRequest.Builder request =
        Content.ContentCreateRequest.builder("en", types.build());
    request.friendlyName("ask");
    return request.build();
  }

  @Test
  void aTitleLongerThanTwentyCharactersIsRefused() {
    assertThatThrownBy(
            () -> Content.creator(quickReply("Twenty-one characters", "x")).create(twilio))
        .asInstanceOf(type(ApiException.class))
        .extracting(ApiException::getStatusCode)
        .isEqualTo(400);
  }

  @Test
  void aListHasAtMostTenItemsAndATapOnItIsInteractive() {
    edna("hello");
    Content content = Content.creator(list(10)).create(twilio);
    to(EDNA, "").setBody(null).setContentSid(content.getSid()).create(twilio);
    Phones.Shown shown = server.village.phones().shown("edna").getLast();
    assertThat(shown.choices()).hasSize(10);

    server.village.phones().tap("edna", shown.id(), "i3", "Item 3");

    Received tap = server.awaits(r -> r.body().contains("ListId"));
    assertThat(tap.form())
        .containsEntry("ListId", "i3")
        .containsEntry("Body", "Item 3")
        .containsEntry("MessageType", "interactive");
    assertThatThrownBy(() -> Content.creator(list(11)).create(twilio))
        .isInstanceOf(ApiException.class);
  }

  private static Content.ContentCreateRequest list(int size) {
    List<Content.ListItem> items =
        java.util.stream.IntStream.rangeClosed(1, size)
            .mapToObj(
                i -> {
                  Content.ListItem.Builder item = Content.ListItem.builder("i" + i, "Item " + i);
                  return item.build();
                })
            .toList();
    Content.TwilioListPicker picker =
        Content.TwilioListPicker.builder("What is it?", "Choose", items).build();
    Content.Types.Builder types = Content.Types.builder();
    types.twilioListPicker(picker);
    return Content.ContentCreateRequest.builder("en", types.build()).build();
  }

  @Test
  void anApprovedContentMayBeSentOutsideTheWindow() {
    Content content = Content.creator(quickReply("Yes", "yes")).create(twilio);
    ApprovalCreate.ContentApprovalRequest.Builder ask =
        ApprovalCreate.ContentApprovalRequest.builder("ask", "UTILITY");
    assertThat(ApprovalCreate.creator(content.getSid(), ask.build()).create(twilio).getStatus())
        .isEqualTo("received");
    server.village.forward(Duration.ofMinutes(2));
    assertThat(approval(content)).contains("status=pending");
    server.village.forward(Duration.ofHours(1));
    assertThat(approval(content)).contains("status=approved");

    Message sent = to(EDNA, "").setBody(null).setContentSid(content.getSid()).create(twilio);
    VillageServer.until(() -> statuses(sent.getSid()).contains("read"));
  }

  private String approval(Content content) {
    return ApprovalFetch.fetcher(content.getSid()).fetch(twilio).getWhatsapp().toString();
  }

  @Test
  void whatIsHandedInTwiceOrInALanguageThatWhatsAppDoesNotKnowIsRefused() {
    Content content = Content.creator(quickReply("Yes", "yes")).create(twilio);
    var ask = ApprovalCreate.ContentApprovalRequest.builder("ask", "UTILITY").build();
    ApprovalCreate.creator(content.getSid(), ask).create(twilio);
    assertThatThrownBy(() -> ApprovalCreate.creator(content.getSid(), ask).create(twilio))
        .isInstanceOf(ApiException.class);
    Content twin = Content.creator(quickReply("Yes", "yes")).create(twilio);
    assertThatThrownBy(() -> ApprovalCreate.creator(twin.getSid(), ask).create(twilio))
        .isInstanceOf(ApiException.class);

    Content.Types.Builder types = Content.Types.builder();
    types.twilioText(Content.TwilioText.builder("Helo").build());
    var welsh = Content.ContentCreateRequest.builder("cy", types.build()).build();
    Content inWelsh = Content.creator(welsh).create(twilio);
    assertThatThrownBy(() -> ApprovalCreate.creator(inWelsh.getSid(), ask).create(twilio))
        .isInstanceOf(ApiException.class);
  }

  @Test
  void messagesAreListedNewestFirstPageByPageAndByWho() {
    edna("hello");
    for (int i = 1; i <= 5; i++) to(EDNA, "Message " + i).create(twilio);
    to(PRIYA, "Not for Edna").create(twilio);

    List<String> bodies = new java.util.ArrayList<>();
    Message.reader()
        .setTo(new PhoneNumber("whatsapp:" + EDNA))
        .pageSize(2)
        .read(twilio)
        .forEach(message -> bodies.add(message.getBody()));
    assertThat(bodies)
        .containsExactly("Message 5", "Message 4", "Message 3", "Message 2", "Message 1");

    List<Message.Direction> inbound = new java.util.ArrayList<>();
    Message.reader()
        .setFrom(new PhoneNumber("whatsapp:" + EDNA))
        .setDateSentAfter(VillageServer.START.minusSeconds(60).atZone(java.time.ZoneOffset.UTC))
        .read(twilio)
        .forEach(message -> inbound.add(message.getDirection()));
    assertThat(inbound).containsExactly(Message.Direction.INBOUND);
  }

  @Test
  void injectedFailuresStrikeAsOftenAsToldAndOnlyWhomTheyAreFor() {
    edna("hello");
    server.post("/village/inject", "{\"kind\":\"fail-next\",\"code\":63017,\"phone\":\"edna\"}");
    server.post("/village/inject", "{\"kind\":\"rate-limit\",\"phone\":\"edna\"}");
    server.post(
        "/village/inject", "{\"kind\":\"undeliverable\",\"phone\":\"edna\",\"code\":63024}");

    to(PRIYA, "unharmed").create(twilio);
    assertThatThrownBy(() -> to(EDNA, "1").create(twilio))
        .asInstanceOf(type(ApiException.class))
        .extracting(ApiException::getCode)
        .isEqualTo(63017);
    assertThatThrownBy(() -> to(EDNA, "2").create(twilio))
        .asInstanceOf(type(ApiException.class))
        .extracting(ApiException::getStatusCode)
        .isEqualTo(429);
    Message lost = to(EDNA, "3").create(twilio);
    VillageServer.until(() -> statuses(lost.getSid()).contains("undelivered 63024"));
    Message fine = to(EDNA, "4").create(twilio);
    VillageServer.until(() -> statuses(fine.getSid()).contains("read"));
  }

  @Test
  void aHangingTwilioHasEitherTakenTheMessageOrNot() {
    edna("hello");
    TwilioRestClient impatient = TwilioSdk.client(server, Duration.ofMillis(300));
    server.post("/village/inject", "{\"kind\":\"hang-next\"}");
    assertThatThrownBy(() -> to(EDNA, "lost").create(impatient))
        .isInstanceOf(ApiConnectionException.class);
    server.post("/village/inject", "{\"kind\":\"accept-then-hang\"}");
    assertThatThrownBy(() -> to(EDNA, "taken").create(impatient))
        .isInstanceOf(ApiConnectionException.class);

    assertThat(server.village.phones().shown("edna"))
        .extracting(Phones.Shown::text)
        .containsExactly("hello", "taken");
  }

  @Test
  void aWebhookThatIsNotAnsweredWellIsSentAgain() {
    int[] calls = {0};
    server.answers = webhook -> ++calls[0] < 3 ? 503 : 200;

    server.village.phones().say("edna", "hello");

    VillageServer.until(
        () ->
            server
                .state()
                .path("phones")
                .get(0)
                .path("messages")
                .get(0)
                .path("status")
                .asString()
                .equals("delivered"));
    assertThat(server.received).hasSize(3);
    assertThat(server.received.stream().map(Received::body))
        .containsOnly(server.received.getFirst().body());
  }

  @Test
  void mediaCanBeFetchedWithTheAccountsKeysAndByNobodyElse() {
    server.village.phones().media("edna", "audio");
    Received webhook = server.awaits(r -> r.body().contains("MediaUrl0"));
    assertThat(webhook.form())
        .containsEntry("MediaContentType0", "audio/ogg")
        .containsEntry("NumMedia", "1");
    URI media =
        server
            .base()
            .resolve("/village/twilio" + URI.create(webhook.form().get("MediaUrl0")).getPath());
    String basic =
        "Basic "
            + java.util.Base64.getEncoder()
                .encodeToString(
                    (server.keys.accountSid() + ":" + server.keys.authToken())
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8));

    assertThat(server.send(HttpRequest.newBuilder(media).build()).status()).isEqualTo(401);
    assertThat(
            server
                .send(HttpRequest.newBuilder(media).header("Authorization", basic).build())
                .body())
        .isEqualTo("OggS");
  }

  @Test
  void somebodyWithoutANumberCanWriteAndBeWrittenTo() {
    server.village.phones().say("GB.1A2B3C", "hello");
    Received webhook = server.awaits(r -> r.body().contains("GB.1A2B3C"));
    assertThat(webhook.form())
        .containsEntry("From", "whatsapp:GB.1A2B3C")
        .doesNotContainKey("WaId");

    to("GB.1A2B3C", "Hello to you").create(twilio);
    assertThat(server.village.phones().shown("GB.1A2B3C")).hasSize(2);
  }

  @Test
  void requestsThatTwilioWouldRefuseAreRefused() {
    assertThat(refusal(to(EDNA, ""))).isEqualTo(21619);
    assertThat(refusal(to(EDNA, "x".repeat(1601)))).isEqualTo(21617);
    assertThat(refusal(to("not a number", "hello"))).isEqualTo(21211);
    assertThat(refusal(to(EDNA, "").setBody(null).setContentSid("HX0"))).isEqualTo(21655);
    assertThat(
            refusal(
                Message.creator(
                    new PhoneNumber("whatsapp:" + EDNA),
                    new PhoneNumber("whatsapp:+447700900999"),
                    "hello")))
        .isEqualTo(63007);
  }

  private int refusal(MessageCreator message) {
    try {
      message.create(twilio);
      throw new AssertionError("it was not refused");
    } catch (ApiException e) {
      return e.getCode();
    }
  }
}
