package org.doorstep.village;

import java.util.Optional;
import org.doorstep.village.Message.Face;
import org.doorstep.village.Message.Picker;
import tools.jackson.databind.JsonNode;

/** What Twilio's Content API does not take, in Twilio's kind of words. */
final class ContentLimits {

  private ContentLimits() {}

  /** What is wrong with a posted content resource; empty where nothing is. */
  static Optional<String> fault(JsonNode content) {
    JsonNode types = content.path("types");
    if (!types.isObject() || types.isEmpty()) return Optional.of("types is required");
    if (Json.text(content, "language").isEmpty()) return Optional.of("language is required");
    return types.properties().stream()
        .map(type -> fault(type.getKey(), type.getValue()))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<String> fault(String type, JsonNode content) {
    String body = Json.text(content, "body");
    if (body.isBlank()) return Optional.of(type + ": body is required");
    return switch (type) {
      case "twilio/text" -> longer(body, 1600, "body");
      case "twilio/quick-reply" ->
          longer(body, 1024, "body").or(() -> quickReply(content.path("actions")));
      case "twilio/list-picker" -> longer(body, 1024, "body").or(() -> listPicker(content));
      default -> Optional.of(type + " is not simulated");
    };
  }

  private static Optional<String> quickReply(JsonNode actions) {
    if (actions.isEmpty() || actions.size() > 3) {
      return Optional.of("quick-reply takes 1 to 3 actions in session");
    }
    for (JsonNode action : actions) {
      Optional<String> fault =
          missing(action, "title")
              .or(() -> missing(action, "id"))
              .or(() -> longer(Json.text(action, "title"), 20, "title"))
              .or(() -> longer(Json.text(action, "id"), 200, "id"));
      if (fault.isPresent()) return fault;
    }
    return Optional.empty();
  }

  private static Optional<String> listPicker(JsonNode content) {
    JsonNode items = content.path("items");
    if (items.isEmpty() || items.size() > 10) {
      return Optional.of("list-picker takes 1 to 10 items");
    }
    for (JsonNode item : items) {
      Optional<String> fault =
          missing(item, "item")
              .or(() -> missing(item, "id"))
              .or(() -> longer(Json.text(item, "item"), 24, "item"))
              .or(() -> longer(Json.text(item, "id"), 200, "id"))
              .or(() -> longer(Json.text(item, "description"), 72, "description"));
      if (fault.isPresent()) return fault;
    }
    return missing(content, "button").or(() -> longer(Json.text(content, "button"), 20, "button"));
  }

  /** Whether what is sent fits a phone, once all variables have their values. */
  static boolean fits(Face face) {
    Picker picker = face.picker();
    boolean choices = !face.buttons().isEmpty() || picker != null;
    return longer(face.text(), choices ? 1024 : 1600, "body").isEmpty()
        && face.buttons().stream().allMatch(b -> within(b.title(), 20) && within(b.id(), 200))
        && (picker == null
            || picker.items().stream()
                .allMatch(
                    item ->
                        within(item.title(), 24)
                            && within(item.id(), 200)
                            && item.description().length() <= 72));
  }

  private static boolean within(String text, int most) {
    return !text.isBlank() && text.codePointCount(0, text.length()) <= most;
  }

  private static Optional<String> missing(JsonNode node, String field) {
    return Json.text(node, field).isBlank()
        ? Optional.of(field + " is required")
        : Optional.empty();
  }

  static Optional<String> longer(String text, int most, String field) {
    return text.codePointCount(0, text.length()) > most
        ? Optional.of(field + " is longer than " + most + " characters")
        : Optional.empty();
  }
}
