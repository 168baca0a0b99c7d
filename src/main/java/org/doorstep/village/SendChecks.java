package org.doorstep.village;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doorstep.village.Message.Face;
import org.doorstep.village.Message.Media;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.JsonNode;

/** What Twilio does with a message that it is asked to send. */
final class SendChecks {

  private static final String WHATSAPP = "whatsapp:";

  /** What becomes of it. */
  sealed interface Verdict {

    /** Refused in the API's own answer. */
    record Refused(int status, int code, String message) implements Verdict {}

    /**
     * Taken.
     *
     * @param doom the code with which delivery will fail
     */
    record Taken(String channel, String phone, Face face, @Nullable Integer doom)
        implements Verdict {}
  }

  private final Neighbourhood neighbourhood;
  private final Contents contents;
  private final Ledger ledger;

  SendChecks(Neighbourhood neighbourhood, Contents contents, Ledger ledger) {
    this.neighbourhood = neighbourhood;
    this.contents = contents;
    this.ledger = ledger;
  }

  Verdict check(MultiValueMap<String, String> form) {
    String to = field(form, "To");
    String from = field(form, "From");
    String channel = to.startsWith(WHATSAPP) ? WHATSAPP : "";
    String phone = to.substring(channel.length());
    if (to.isBlank()) return refused(21604, "A 'To' phone number is required.");
    if (from.isEmpty() && field(form, "MessagingServiceSid").isEmpty()) {
      return refused(21603, "A 'From' phone number is required.");
    }
    if (!from.isEmpty() && !from.equals(neighbourhood.sender(channel))) {
      return refused(channel.isEmpty() ? 21606 : 63007, "The 'From' is not one of yours.");
    }
    if ((channel + phone).equals(neighbourhood.sender(channel)))
      return refused(63031, "'To' and 'From' cannot be the same.");
    if (!phone.matches(channel.isEmpty() ? "\\+[0-9]{8,15}" : "\\+[0-9]{8,15}|[A-Z]{2}\\.\\w+")) {
      return refused(21211, "The 'To' number is not a valid phone number.");
    }
    String contentSid = field(form, "ContentSid");
    return contentSid.isEmpty()
        ? freeText(form, channel, phone)
        : content(form, channel, phone, contentSid);
  }

  private Verdict freeText(MultiValueMap<String, String> form, String channel, String phone) {
    String body = field(form, "Body");
    String media = field(form, "MediaUrl");
    if (body.isEmpty() && media.isEmpty()) {
      return refused(21619, "A Message Body, Media URL or Content SID is required.");
    }
    if (ContentLimits.longer(body, 1600, "Body").isPresent()) {
      return refused(21617, "The concatenated message body exceeds the 1600 character limit.");
    }
    Media shown = media.isEmpty() ? null : new Media(Ledger.sid("ME"), "image");
    Face face = new Face(body, List.of(), null, null, shown, false);
    return taken(channel, phone, face, false);
  }

  private Verdict content(
      MultiValueMap<String, String> form, String channel, String phone, String contentSid) {
    Optional<ContentTemplate> content = contents.find(contentSid);
    if (content.isEmpty()) return refused(21655, "The ContentSid is invalid.");
    Optional<Map<String, String>> values = variables(field(form, "ContentVariables"));
    if (values.isEmpty()) return refused(21656, "The ContentVariables parameter is invalid.");
    Optional<Face> face = content.get().filled(values.get(), contents.now());
    if (face.isEmpty()) {
      return new Verdict.Taken(channel, phone, Face.text(""), 63028);
    }
    return taken(channel, phone, face.get(), content.get().approved(contents.now()));
  }

  private Verdict taken(String channel, String phone, Face face, boolean approved) {
    Integer doom = null;
    if (!reachable(phone)) {
      doom = channel.isEmpty() ? 30003 : 63024;
    } else if (!channel.isEmpty() && !approved && !ledger.windowOpen(phone)) {
      doom = 63016;
    } else if (!ContentLimits.fits(face)) {
      doom = 63021;
    }
    return new Verdict.Taken(channel, phone, face, doom);
  }

  /** Numbers set aside for drama, and people who show no number. */
  private static boolean reachable(String phone) {
    return phone.startsWith("+447700900") || !phone.startsWith("+");
  }

  private static Optional<Map<String, String>> variables(String json) {
    if (json.isEmpty()) return Optional.of(Map.of());
    return Json.parse(json)
        .filter(JsonNode::isObject)
        .map(
            node -> {
              Map<String, String> values = new HashMap<>();
              node.properties().forEach(v -> values.put(v.getKey(), v.getValue().asString()));
              return values;
            });
  }

  static String field(MultiValueMap<String, String> form, String name) {
    String value = form.getFirst(name);
    return value == null ? "" : value;
  }

  private static Verdict refused(int code, String message) {
    return new Verdict.Refused(400, code, message);
  }
}
