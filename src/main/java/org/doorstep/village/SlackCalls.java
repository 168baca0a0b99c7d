package org.doorstep.village;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * Calls Doorstep as Slack does: signed, and again where the answer is not 200 within three seconds.
 */
final class SlackCalls {

  private static final Duration WITHIN = Duration.ofSeconds(3);

  private final VillageSettings settings;
  private final InstantSource clock;
  private final Webhooks webhooks;
  private final Lanes lanes;

  SlackCalls(VillageSettings settings, InstantSource clock, Webhooks webhooks, Lanes lanes) {
    this.settings = settings;
    this.clock = clock;
    this.webhooks = webhooks;
    this.lanes = lanes;
  }

  /** An event; Slack tries it up to four times. */
  void event(String lane, JsonNode envelope) {
    lanes.run(
        "slack/" + lane,
        () -> {
          String body = envelope.toString();
          int status = post("application/json", body, Map.of());
          if (status != 200) lanes.run("retry/" + Ledger.sid("Ev"), () -> again(body, status));
        });
  }

  private void again(String body, int first) {
    int status = first;
    int number = 0;
    for (Duration wait : settings.pace().slackRetries()) {
      if (!Webhooks.pause(wait)) return;
      Map<String, String> why =
          Map.of(
              "X-Slack-Retry-Num",
              Integer.toString(++number),
              "X-Slack-Retry-Reason",
              status == Webhooks.NO_ANSWER ? "http_timeout" : "http_error");
      status = post("application/json", body, why);
      if (status == 200) return;
    }
  }

  /** A tap: sent once, and the person sees a warning sign if it fails. */
  void interaction(String lane, JsonNode payload) {
    asked(lane, Map.of("payload", payload.toString()), answer -> {});
  }

  /** A form handed in: sent once. */
  void handIn(String lane, JsonNode payload, Consumer<Webhooks.Answer> answered) {
    asked(lane, Map.of("payload", payload.toString()), answered);
  }

  /** A slash command: sent once. */
  void command(String lane, Map<String, String> form, Consumer<Webhooks.Answer> answered) {
    asked(lane, form, answered);
  }

  private void asked(String lane, Map<String, String> form, Consumer<Webhooks.Answer> answered) {
    lanes.run(
        "slack/" + lane, () -> answered.accept(ask(Webhooks.FORM, Webhooks.form(form), Map.of())));
  }

  private int post(String contentType, String body, Map<String, String> more) {
    return ask(contentType, body, more).status();
  }

  private Webhooks.Answer ask(String contentType, String body, Map<String, String> more) {
    String timestamp = Long.toString(clock.instant().getEpochSecond());
    Map<String, String> headers = new HashMap<>(more);
    headers.put("Content-Type", contentType);
    headers.put("X-Slack-Request-Timestamp", timestamp);
    headers.put(
        "X-Slack-Signature", Signatures.slack(settings.keys().signingSecret(), timestamp, body));
    URI url = settings.base().get().resolve("/webhooks/slack");
    return webhooks.ask(url, headers, body, WITHIN);
  }
}
