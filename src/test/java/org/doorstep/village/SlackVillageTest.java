package org.doorstep.village;

import static com.slack.api.model.block.Blocks.actions;
import static com.slack.api.model.block.Blocks.divider;
import static com.slack.api.model.block.Blocks.input;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.button;
import static com.slack.api.model.block.element.BlockElements.plainTextInput;
import static com.slack.api.model.block.element.BlockElements.radioButtons;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.app_backend.SlackSignature;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.methods.response.conversations.ConversationsHistoryResponse;
import com.slack.api.methods.response.views.ViewsOpenResponse;
import com.slack.api.model.Message;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewSubmit;
import com.slack.api.model.view.ViewTitle;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.doorstep.village.VillageServer.Received;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class SlackVillageTest {

  private static final String GROUP = "C0GROUP";
  private static final String OFFICERS = "C0OFFICERS";

  @TempDir Path flows;
  private VillageServer server;
  private Slack sdk;
  private MethodsClient slack;

  @BeforeEach
  void start() {
    server = new VillageServer(flows);
    SlackConfig config = new SlackConfig();
    config.setMethodsEndpointUrlPrefix(server.base() + "/village/slack/api/");
    sdk = Slack.getInstance(config);
    slack = sdk.methods(server.keys.botToken());
  }

  @AfterEach
  void stop() throws Exception {
    sdk.close();
    server.close();
  }

  private static List<LayoutBlock> card(String value) {
    return List.of(
        section(s -> s.text(plainText("Prescription, LS6"))),
        actions(
            a ->
                a.elements(
                    List.of(
                        button(
                            b ->
                                b.actionId("tap:0")
                                    .value(value)
                                    .text(plainText("I can do it")))))));
  }

  private ChatPostMessageResponse post(String channel, String text) throws Exception {
    return slack.chatPostMessage(
        r -> r.channel(channel).text(text).blocks(card("job~1~card~take~r1")));
  }

  private Received event(String fragment) {
    return server.awaits(r -> r.body().startsWith("{") && r.body().contains(fragment));
  }

  private Received interaction(String fragment) {
    return server.awaits(r -> r.body().startsWith("payload=") && r.body().contains(fragment));
  }

  private static JsonNode payload(Received received) {
    return Json.parse(received.form().getOrDefault("payload", "")).orElseThrow();
  }

  @Test
  void aPostIsKeptWithItsBlocksAndItsMetadata() throws Exception {
    ChatPostMessageResponse posted =
        slack.chatPostMessage(
            r ->
                r.channel(GROUP)
                    .text("Prescription & more")
                    .blocks(card("job~1~card~take~r1"))
                    .metadata(
                        Message.Metadata.builder()
                            .eventType("doorstep_message")
                            .eventPayload(Map.of("id", "o/1"))
                            .build()));
    assertThat(posted.isOk()).as(posted.getError()).isTrue();
    assertThat(posted.getTs()).matches("[0-9]{10}\\.[0-9]{6}");

    ConversationsHistoryResponse history =
        slack.conversationsHistory(r -> r.channel(GROUP).includeAllMetadata(true));
    Message first = history.getMessages().getFirst();
    assertThat(first.getText()).isEqualTo("Prescription & more");
    assertThat(first.getBlocks()).hasSize(2);
    assertThat(first.getMetadata().getEventPayload()).containsEntry("id", "o/1");
    assertThat(
            slack
                .conversationsHistory(r -> r.channel(GROUP))
                .getMessages()
                .getFirst()
                .getMetadata())
        .isNull();
  }

  @Test
  void aThreadHasItsParentFirstAndHistoryDoesNotShowReplies() throws Exception {
    String parent = post(OFFICERS, "Case").getTs();
    slack.chatPostMessage(r -> r.channel(OFFICERS).threadTs(parent).text("one"));
    server.village.slack().say(OFFICERS, "U0AMINA", "two", parent);

    assertThat(
            slack.conversationsReplies(r -> r.channel(OFFICERS).ts(parent)).getMessages().stream()
                .map(Message::getText))
        .containsExactly("Case", "one", "two");
    assertThat(slack.conversationsHistory(r -> r.channel(OFFICERS)).getMessages()).hasSize(1);
    assertThat(
            slack
                .chatPostMessage(r -> r.channel(OFFICERS).threadTs("1.000001").text("x"))
                .getError())
        .isEqualTo("thread_not_found");
  }

  @Test
  void ownPostsCanBeChangedDeletedAndLinkedTo() throws Exception {
    String ts = post(GROUP, "open").getTs();
    assertThat(
            slack
                .chatUpdate(r -> r.channel(GROUP).ts(ts).text("taken").blocks(List.of(divider())))
                .isOk())
        .isTrue();
    JsonNode post = server.state().path("slack").path("channels").get(0).path("messages").get(0);
    assertThat(post.path("text").asString()).isEqualTo("taken");
    assertThat(post.path("edited").asBoolean()).isTrue();
    assertThat(post.path("blocks").get(0).path("type").asString()).isEqualTo("divider");
    assertThat(slack.chatGetPermalink(r -> r.channel(GROUP).messageTs(ts)).getPermalink())
        .endsWith("/archives/C0GROUP/p" + ts.replace(".", ""));
    assertThat(slack.chatDelete(r -> r.channel(GROUP).ts(ts)).isOk()).isTrue();
    assertThat(slack.chatUpdate(r -> r.channel(GROUP).ts(ts).text("x")).getError())
        .isEqualTo("message_not_found");
  }

  @Test
  void whatSlackRefusesIsRefusedByTheSameName() throws Exception {
    assertThat(post("C0NOWHERE", "x").getError()).isEqualTo("channel_not_found");
    assertThat(post("C0ELSEWHERE", "x").getError()).isEqualTo("not_in_channel");
    assertThat(slack.chatPostMessage(r -> r.channel(GROUP)).getError()).isEqualTo("no_text");
    assertThat(slack.chatPostMessage(r -> r.channel(GROUP).text("x".repeat(40_001))).getError())
        .isEqualTo("msg_too_long");
    assertThat(
            slack
                .chatPostMessage(
                    r -> r.channel(GROUP).text("x").blocks(Collections.nCopies(51, divider())))
                .getError())
        .isEqualTo("invalid_blocks");
    assertThat(
            slack
                .chatPostMessage(
                    r ->
                        r.channel(GROUP)
                            .text("x")
                            .blocks(List.of(section(s -> s.text(plainText("x".repeat(3001)))))))
                .getError())
        .isEqualTo("invalid_blocks");
    assertThat(sdk.methods("xoxb-wrong").authTest(r -> r).getError()).isEqualTo("invalid_auth");
    assertThat(sdk.methods("xapp-x").appsConnectionsOpen(r -> r).isOk()).isFalse();
  }

  @Test
  void theTeamCanBeLookedUp() throws Exception {
    assertThat(slack.authTest(r -> r).getTeamId()).isEqualTo("T0VILLAGE");
    assertThat(slack.usersInfo(r -> r.user("U0AMINA")).getUser().getProfile().getDisplayName())
        .isEqualTo("Amina Rahman");
    assertThat(slack.usersInfo(r -> r.user("U0NOBODY")).getError()).isEqualTo("user_not_found");
    assertThat(slack.usersList(r -> r).getMembers()).hasSize(10);
    assertThat(slack.conversationsInfo(r -> r.channel(OFFICERS)).getChannel().isPrivate()).isTrue();
    assertThat(
            slack
                .conversationsList(
                    r ->
                        r.types(
                            List.of(
                                com.slack.api.model.ConversationType.PUBLIC_CHANNEL,
                                com.slack.api.model.ConversationType.PRIVATE_CHANNEL)))
                .getChannels())
        .hasSize(6);
  }

  @Test
  void aReactionCountsOnce() throws Exception {
    server.village.slack().say(OFFICERS, "U0AMINA", "hello", null);
    String ts =
        slack.conversationsHistory(r -> r.channel(OFFICERS)).getMessages().getFirst().getTs();
    assertThat(slack.reactionsAdd(r -> r.channel(OFFICERS).timestamp(ts).name("eyes")).isOk())
        .isTrue();
    assertThat(slack.reactionsAdd(r -> r.channel(OFFICERS).timestamp(ts).name("eyes")).getError())
        .isEqualTo("already_reacted");
    assertThat(
            slack
                .reactionsGet(r -> r.channel(OFFICERS).timestamp(ts))
                .getMessage()
                .getReactions()
                .getFirst()
                .getCount())
        .isEqualTo(1);
  }

  @Test
  void everythingSlackTellsIsSignedByTheVillagesClock() throws Exception {
    server.village.forward(Duration.ofDays(3));
    server.village.slack().say(OFFICERS, "U0AMINA", "hello <&> 👍", null);

    Received event = event("client_msg_id");
    assertThat(event.json().path("event").path("text").asString())
        .isEqualTo("hello &lt;&amp;&gt; :+1:");
    assertThat(event.json().path("event").path("channel_type").asString()).isEqualTo("group");
    assertThat(valid(event)).isTrue();
    assertThat(valid(new Received(event.url(), event.headers(), event.body() + " "))).isFalse();
  }

  private boolean valid(Received received) {
    String timestamp = header(received, "X-Slack-Request-Timestamp");
    SlackSignature.Verifier verifier =
        new SlackSignature.Verifier(new SlackSignature.Generator(server.keys.signingSecret()));
    return verifier.isValid(
        timestamp,
        received.body(),
        header(received, "X-Slack-Signature"),
        server.clock.instant().toEpochMilli());
  }

  private static String header(Received received, String name) {
    return received.headers().entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("");
  }

  @Test
  void editsAndDeletionsAreToldWithWhatWasThereBefore() throws Exception {
    server.village.slack().say(OFFICERS, "U0AMINA", "helo", null);
    String ts =
        slack.conversationsHistory(r -> r.channel(OFFICERS)).getMessages().getFirst().getTs();
    server.village.slack().edit(OFFICERS, ts, "hello");
    server.village.slack().delete(OFFICERS, ts);

    JsonNode changed = event("message_changed").json().path("event");
    assertThat(changed.path("message").path("text").asString()).isEqualTo("hello");
    assertThat(changed.path("previous_message").path("text").asString()).isEqualTo("helo");
    JsonNode deleted = event("message_deleted").json().path("event");
    assertThat(deleted.path("deleted_ts").asString()).isEqualTo(ts);
    assertThat(deleted.path("previous_message").path("user").asString()).isEqualTo("U0AMINA");
  }

  @Test
  void aPressCarriesTheButtonsValueAndAnAddressToAnswerFiveTimes() throws Exception {
    String ts = post(GROUP, "Prescription").getTs();
    server.village.slack().press(GROUP, "U0MARCUS", ts, "tap:0", "job~1~card~take~r1");

    Received press = interaction("block_actions");
    assertThat(valid(press)).isTrue();
    JsonNode payload = payload(press);
    JsonNode action = payload.path("actions").get(0);
    assertThat(action.path("value").asString()).isEqualTo("job~1~card~take~r1");
    assertThat(action.path("type").asString()).isEqualTo("button");
    assertThat(payload.path("user").path("id").asString()).isEqualTo("U0MARCUS");
    assertThat(payload.path("message").path("ts").asString()).isEqualTo(ts);
    String responseUrl = payload.path("response_url").asString();
    for (int i = 1; i <= 5; i++) assertThat(respond(responseUrl)).isEqualTo(200);
    assertThat(respond(responseUrl)).isEqualTo(404);
  }

  private int respond(String url) {
    return server
        .send(
            HttpRequest.newBuilder(java.net.URI.create(url))
                .POST(HttpRequest.BodyPublishers.ofString("{\"text\":\"only you see this\"}"))
                .build())
        .status();
  }

  @Test
  void aTriggerOpensAModalForThreeSecondsAndItCanBeHandedIn() throws Exception {
    server.village.slack().command(GROUP, "U0JOAN", "/doorstep", "new");
    Received command = server.awaits(r -> r.body().contains("command="));
    assertThat(valid(command)).isTrue();
    String trigger = command.form().get("trigger_id");
    View modal =
        View.builder()
            .type("modal")
            .callbackId("ask")
            .title(ViewTitle.builder().type("plain_text").text("A request").build())
            .submit(ViewSubmit.builder().type("plain_text").text("Send").build())
            .blocks(
                List.of(
                    input(
                        i ->
                            i.blockId("b")
                                .label(plainText("What?"))
                                .element(plainTextInput(t -> t.actionId("a"))))))
            .build();
    ViewsOpenResponse opened = slack.viewsOpen(r -> r.triggerId(trigger).view(modal));
    assertThat(opened.isOk()).as(opened.getError()).isTrue();
    assertThat(slack.viewsUpdate(r -> r.viewId(opened.getView().getId()).view(modal)).isOk())
        .isTrue();

    server.post(
        "/village/slack/" + GROUP + "/hand-in",
        "{\"user\":\"U0JOAN\",\"values\":{\"b\":{\"a\":{\"value\":\"milk\"}}}}");
    JsonNode handed = payload(interaction("view_submission"));
    assertThat(handed.path("view").path("callback_id").asString()).isEqualTo("ask");
    assertThat(
            handed
                .path("view")
                .path("state")
                .path("values")
                .path("b")
                .path("a")
                .path("value")
                .asString())
        .isEqualTo("milk");

    server.village.slack().command(GROUP, "U0JOAN", "/doorstep", "late");
    String late = server.awaits(r -> r.body().contains("text=late")).form().get("trigger_id");
    server.village.forward(Duration.ofSeconds(4));
    assertThat(slack.viewsOpen(r -> r.triggerId(late).view(modal)).getError())
        .isEqualTo("trigger_expired");
  }

  @Test
  void homeIsPublishedForAUserWhoOpensIt() throws Exception {
    server.village.slack().openHome("U0JOAN");
    assertThat(event("app_home_opened").json().path("event").path("user").asString())
        .isEqualTo("U0JOAN");
    View home = View.builder().type("home").blocks(List.of(divider())).build();
    assertThat(slack.viewsPublish(r -> r.userId("U0JOAN").view(home)).isOk()).isTrue();
    assertThat(homeOf("U0JOAN").path("blocks").get(0).path("type").asString()).isEqualTo("divider");
  }

  private JsonNode homeOf(String user) {
    return server.state().path("slack").path("homes").values().stream()
        .filter(home -> home.path("user").asString().equals(user))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aButtonAtHomeCarriesItsPageAndATriggerAndNoMessage() throws Exception {
    View home =
        View.builder()
            .type("home")
            .privateMetadata("pl")
            .blocks(card("home~1~held~done~r1"))
            .build();
    slack.viewsPublish(r -> r.userId("U0MARCUS").view(home));
    server.post(
        "/village/slack/dm/U0MARCUS/press-home",
        "{\"actionId\":\"tap:0\",\"value\":\"home~1~held~done~r1\"}");
    JsonNode pressed = payload(interaction("block_actions"));
    assertThat(pressed.path("container").path("type").asString()).isEqualTo("view");
    assertThat(pressed.path("view").path("private_metadata").asString()).isEqualTo("pl");
    assertThat(pressed.has("channel")).isFalse();
    assertThat(pressed.path("trigger_id").asString()).isNotEmpty();
    assertThat(pressed.path("actions").get(0).path("value").asString())
        .isEqualTo("home~1~held~done~r1");
  }

  @Test
  void aFormStaysOpenWithWhatIsWrongAndClosesWhenItIsTaken() throws Exception {
    server.village.slack().command(GROUP, "U0JOAN", "/doorstep", "new");
    String trigger = server.awaits(r -> r.body().contains("command=")).form().get("trigger_id");
    View modal =
        View.builder()
            .type("modal")
            .title(ViewTitle.builder().type("plain_text").text("A request").build())
            .submit(ViewSubmit.builder().type("plain_text").text("Send").build())
            .blocks(
                List.of(
                    input(
                        i ->
                            i.blockId("b")
                                .label(plainText("What?"))
                                .element(plainTextInput(t -> t.actionId("a"))))))
            .build();
    assertThat(slack.viewsOpen(r -> r.triggerId(trigger).view(modal)).isOk()).isTrue();
    server.says = webhook -> "{\"response_action\":\"errors\",\"errors\":{\"b\":\"too short\"}}";
    handIn("milk");
    VillageServer.until(
        () ->
            homeOf("U0JOAN").path("form").path("errors").path("b").asString().equals("too short"));
    server.says = webhook -> "";
    handIn("two pints of milk");
    VillageServer.until(() -> homeOf("U0JOAN").path("form").isNull());
  }

  private void handIn(String value) {
    server.post(
        "/village/slack/dm/U0JOAN/hand-in",
        "{\"values\":{\"b\":{\"a\":{\"value\":\"" + value + "\"}}}}");
  }

  @Test
  void aCommandIsAnsweredToWhoeverGaveIt() {
    server.says = webhook -> "{\"response_type\":\"ephemeral\",\"text\":\"over there\"}";
    server.village.slack().command(GROUP, "U0JOAN", "/doorstep", "board");
    VillageServer.until(
        () -> {
          JsonNode seen =
              server.state().path("slack").path("channels").get(0).path("messages").path(0);
          return seen.path("onlyFor").asString("").equals("U0JOAN")
              && seen.path("text").asString().equals("over there");
        });
  }

  @Test
  void viewsAreHeldToSlacksLimits() throws Exception {
    View tooMany = View.builder().type("home").blocks(Collections.nCopies(101, divider())).build();
    View noSubmit =
        View.builder()
            .type("modal")
            .title(ViewTitle.builder().type("plain_text").text("A request").build())
            .blocks(
                List.of(
                    input(
                        i ->
                            i.label(plainText("What?"))
                                .element(plainTextInput(t -> t.actionId("a"))))))
            .build();
    List<com.slack.api.model.block.composition.OptionObject> eleven =
        Collections.nCopies(
            11,
            com.slack.api.model.block.composition.OptionObject.builder()
                .text(plainText("x"))
                .value("x")
                .build());
    View radios =
        View.builder()
            .type("home")
            .blocks(
                List.of(
                    input(
                        i ->
                            i.label(plainText("What?"))
                                .element(radioButtons(r -> r.actionId("a").options(eleven))))))
            .build();
    for (View view : List.of(tooMany, noSubmit, radios)) {
      assertThat(slack.viewsPublish(r -> r.userId("U0JOAN").view(view)).getError())
          .isEqualTo("invalid_arguments");
    }
    server.village.slack().command(GROUP, "U0JOAN", "/doorstep", "new");
    String trigger = server.awaits(r -> r.body().contains("command=")).form().get("trigger_id");
    assertThat(slack.viewsOpen(r -> r.triggerId(trigger).view(noSubmit)).getError())
        .isEqualTo("invalid_arguments");
  }

  @Test
  void anEventThatIsNotTakenComesAgainWithItsNumber() {
    server.answers = webhook -> server.received.size() < 3 ? 500 : 200;
    server.village.slack().sayDirectly("U0MARCUS", "I want to help");

    Received third = server.awaits(r -> header(r, "X-Slack-Retry-Num").equals("2"));
    assertThat(header(third, "X-Slack-Retry-Reason")).isEqualTo("http_error");
    assertThat(third.json().path("event").path("channel_type").asString()).isEqualTo("im");
    assertThat(third.body()).isEqualTo(server.received.getFirst().body());
  }

  @Test
  void withPaceAChannelTakesOneMessageASecond() throws Exception {
    server.post("/village/inject", "{\"kind\":\"slack-pace\",\"on\":true}");
    assertThat(post(GROUP, "one").isOk()).isTrue();
    assertThatThrownBy(() -> post(GROUP, "two"))
        .asInstanceOf(type(SlackApiException.class))
        .satisfies(
            e -> {
              assertThat(e.getResponse().code()).isEqualTo(429);
              assertThat(e.getResponse().header("Retry-After")).isEqualTo("1");
            });
    assertThat(post(OFFICERS, "another channel").isOk()).isTrue();
    server.village.forward(Duration.ofSeconds(1));
    assertThat(post(GROUP, "two").isOk()).isTrue();
  }

  @Test
  void aWhisperIsForOneUserAndADirectMessageOpensItsConversation() throws Exception {
    assertThat(slack.chatPostEphemeral(r -> r.channel(GROUP).user("U0MARCUS").text("psst")).isOk())
        .isTrue();
    assertThat(slack.chatPostMessage(r -> r.channel("U0MARCUS").text("hello Marcus")).isOk())
        .isTrue();
    String direct = slack.conversationsOpen(r -> r.users(List.of("U0MARCUS"))).getChannel().getId();
    assertThat(slack.conversationsHistory(r -> r.channel(direct)).getMessages()).hasSize(1);

    JsonNode state = server.state().path("slack");
    assertThat(state.path("channels").get(0).path("messages").get(0).path("onlyFor").asString())
        .isEqualTo("U0MARCUS");
    assertThat(state.path("dms").get(0).path("user").asString()).isEqualTo("U0MARCUS");
    assertThat(slack.conversationsHistory(r -> r.channel(GROUP)).getMessages()).isEmpty();
  }
}
