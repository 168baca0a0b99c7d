package org.doorstep.slack;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.request.builtin.EventRequest;
import com.slack.api.bolt.request.builtin.GlobalShortcutRequest;
import com.slack.api.bolt.request.builtin.MessageShortcutRequest;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import com.slack.api.bolt.request.builtin.UrlVerificationRequest;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Tells by a body what kind of request it is, in Bolt's types. Bolt's own parser does the same, but
 * writes into the log, as a warning, the whole of any body that it does not know.
 */
final class SlackRequests {

  /** What a body turned out to be. */
  sealed interface Kind {

    record Known(Request<?> request) implements Kind {}

    /** Whole, but nothing that we have asked Slack for. */
    record Unknown() implements Kind {}

    record Broken() implements Kind {}
  }

  private static final RequestHeaders NO_HEADERS = new RequestHeaders(Map.of());

  private SlackRequests() {}

  static Kind of(String body) {
    try {
      if (body.stripLeading().startsWith("{")) return ofJson(body, body);
      Optional<String> payload = field(body, "payload");
      if (payload.isPresent()) return ofJson(body, payload.get());
      return field(body, "command").isPresent()
          ? new Kind.Known(new SlashCommandRequest(body, NO_HEADERS))
          : field(body, "ssl_check").isPresent() ? new Kind.Unknown() : new Kind.Broken();
    } catch (RuntimeException e) {
      return new Kind.Broken();
    }
  }

  private static Kind ofJson(String body, String json) {
    if (!(JsonParser.parseString(json) instanceof JsonObject object)) return new Kind.Broken();
    JsonElement type = object.get("type");
    if (type == null || !type.isJsonPrimitive()) return new Kind.Unknown();
    return switch (type.getAsString()) {
      case "event_callback" -> known(() -> new EventRequest(json, NO_HEADERS));
      case "view_submission" -> known(() -> new ViewSubmissionRequest(body, json, NO_HEADERS));
      case "block_actions" -> known(() -> new BlockActionRequest(body, json, NO_HEADERS));
      case "shortcut" -> known(() -> new GlobalShortcutRequest(body, json, NO_HEADERS));
      case "message_action" -> known(() -> new MessageShortcutRequest(body, json, NO_HEADERS));
      case "url_verification" -> known(() -> new UrlVerificationRequest(json, NO_HEADERS));
      default -> new Kind.Unknown();
    };
  }

  /** Where Bolt's models do not fit a payload, Slack has thought of something new. */
  private static Kind known(Supplier<Request<?>> reading) {
    try {
      return new Kind.Known(reading.get());
    } catch (RuntimeException e) {
      return new Kind.Unknown();
    }
  }

  private static Optional<String> field(String form, String key) {
    return Arrays.stream(form.split("&"))
        .filter(pair -> pair.startsWith(key + "="))
        .map(pair -> URLDecoder.decode(pair.substring(key.length() + 1), UTF_8))
        .findFirst();
  }
}
