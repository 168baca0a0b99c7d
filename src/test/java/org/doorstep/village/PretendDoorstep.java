package org.doorstep.village;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.content.v1.Content;
import com.twilio.type.PhoneNumber;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.doorstep.talk.Tap;
import org.doorstep.village.VillageServer.Received;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Answers as Doorstep would in a conversation that is known beforehand: "who: what → answers". */
final class PretendDoorstep {

  /** What follows when somebody says or taps what fits. */
  private record Rule(String who, Pattern what, Runnable then) {}

  private record Later(Instant at, Runnable then) {}

  private final VillageServer server;
  private final TwilioRestClient twilio;
  private final MethodsClient slack;
  private final List<Rule> rules = new ArrayList<>();
  private final List<Later> alarms = new ArrayList<>();
  private final Neighbourhood neighbourhood = Neighbourhood.read();
  private final Lanes work = new Lanes();

  PretendDoorstep(VillageServer server) {
    this.server = server;
    this.twilio = TwilioSdk.client(server, Duration.ofSeconds(10));
    SlackConfig config = new SlackConfig();
    config.setMethodsEndpointUrlPrefix(server.base() + "/village/slack/api/");
    this.slack = Slack.getInstance(config).methods(server.keys.botToken());
    server.answers =
        received -> {
          work.run("in", () -> hear(received));
          return 200;
        };
    work.run("alarms", this::ring);
  }

  void when(String who, String what, Runnable then) {
    rules.add(new Rule(who, Pattern.compile(what), then));
  }

  synchronized void after(Duration wait, Runnable then) {
    alarms.add(new Later(server.clock.instant().plus(wait), then));
  }

  private void ring() {
    while (Webhooks.pause(Duration.ofMillis(20))) {
      List<Later> due;
      synchronized (this) {
        due = alarms.stream().filter(a -> !a.at().isAfter(server.clock.instant())).toList();
        alarms.removeAll(due);
      }
      due.forEach(alarm -> alarm.then().run());
    }
  }

  private void hear(Received received) {
    if (received.url().endsWith("/webhooks/twilio/message")) {
      Map<String, String> form = received.form();
      String who =
          neighbourhood.idOf(form.getOrDefault("From", "").substring("whatsapp:".length()));
      Optional<Tap> tap =
          Tap.decode(form.getOrDefault("ButtonPayload", form.getOrDefault("ListId", "")));
      heard(
          who,
          tap.map(t -> t.flow() + "/" + t.state() + "/" + t.choice())
              .orElse(form.getOrDefault("Body", "")));
    } else if (received.body().startsWith("payload=")) {
      JsonNode payload = Json.parse(received.form().getOrDefault("payload", "")).orElseThrow();
      String value = payload.path("actions").get(0).path("value").asString();
      heard(payload.path("user").path("id").asString(), value);
    } else if (received.body().startsWith("{")) {
      JsonNode event = received.json().path("event");
      if (!event.has("bot_id") && event.has("client_msg_id")) {
        heard(event.path("user").asString(), event.path("text").asString());
      }
    }
  }

  private void heard(String who, String what) {
    List.copyOf(rules).stream()
        .filter(rule -> rule.who().equals(who) && rule.what().matcher(what).lookingAt())
        .findFirst()
        .ifPresent(rule -> rule.then().run());
  }

  /**
   * @param path "flow/state" of the buttons; each choice becomes one of them
   */
  void asks(String who, String text, String path, String about, String... choices) {
    List<Content.QuickReplyAction> actions = new ArrayList<>();
    for (String choice : choices) {
      String[] parts = path.split("/");
      Content.QuickReplyAction.Builder action = Content.QuickReplyAction.builder(choice);
      action.type(Content.QuickReplyActionType.QUICK_REPLY);
      action.id(new Tap(parts[0], 1, parts[1], choice, about).encoded());
      actions.add(action.build());
    }
    Content.Types.Builder types = Content.Types.builder();
    types.twilioQuickReply(Content.TwilioQuickReply.builder(text, actions).build());
    Content content =
        Content.creator(Content.ContentCreateRequest.builder("en", types.build()).build())
            .create(twilio);
    message(who, null).setContentSid(content.getSid()).create(twilio);
  }

  void says(String who, String text) {
    message(who, text).create(twilio);
  }

  private com.twilio.rest.api.v2010.account.MessageCreator message(
      String who, @Nullable String text) {
    return Message.creator(
        new PhoneNumber("whatsapp:" + neighbourhood.addressOf(who)),
        new PhoneNumber("whatsapp:" + neighbourhood.number()),
        text);
  }

  /** Posts a case with a button, or a line in a thread; the time stamp of the post. */
  String posts(String channel, String text, @Nullable String thread, String tap) {
    String button =
        """
        [{"type":"actions","elements":[{"type":"button","action_id":"tap:0","value":"%s",
        "text":{"type":"plain_text","text":"I have this"}}]}]\
        """
            .formatted(tap);
    try {
      return slack
          .chatPostMessage(
              r ->
                  r.channel(channel)
                      .text(text)
                      .threadTs(thread)
                      .blocksAsString(tap.isEmpty() ? null : button))
          .getTs();
    } catch (IOException | SlackApiException e) {
      throw new IllegalStateException(e);
    }
  }

  void close() {
    work.close();
  }
}
