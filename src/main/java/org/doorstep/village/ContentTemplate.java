package org.doorstep.village;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.doorstep.village.Message.Button;
import org.doorstep.village.Message.Face;
import org.doorstep.village.Message.Item;
import org.doorstep.village.Message.Picker;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A content resource.
 *
 * @param variables examples by number, as they were posted
 * @param review WhatsApp's, once it has been handed in
 */
record ContentTemplate(
    String sid,
    String name,
    String language,
    ObjectNode variables,
    ObjectNode types,
    @Nullable Review review,
    Instant at) {

  private static final Pattern VARIABLE = Pattern.compile("\\{\\{\\s*([0-9]+)\\s*}}");

  /** Where WhatsApp stands with it: {@code unsubmitted}, {@code received} … */
  String approval(Instant now) {
    return review == null ? "unsubmitted" : review.status(this, now);
  }

  boolean approved(Instant now) {
    return approval(now).equals("approved");
  }

  ContentTemplate reviewed(Review now) {
    return new ContentTemplate(sid, name, language, variables, types, now, at);
  }

  /** What a phone shows; empty where a variable has neither a value nor an example. */
  Optional<Face> filled(Map<String, String> values, Instant now) {
    if (!values.keySet().containsAll(unexplained())) return Optional.empty();
    JsonNode type = types.iterator().next();
    List<Button> buttons = new ArrayList<>();
    for (JsonNode action : type.path("actions")) {
      buttons.add(
          new Button(
              fill(Json.text(action, "id"), values), fill(Json.text(action, "title"), values)));
    }
    List<Item> items = new ArrayList<>();
    for (JsonNode item : type.path("items")) {
      items.add(
          new Item(
              fill(Json.text(item, "id"), values),
              fill(Json.text(item, "item"), values),
              fill(Json.text(item, "description"), values)));
    }
    Picker picker =
        items.isEmpty() ? null : new Picker(fill(Json.text(type, "button"), values), items);
    return Optional.of(
        new Face(
            fill(Json.text(type, "body"), values), buttons, picker, null, null, approved(now)));
  }

  private Set<String> unexplained() {
    Set<String> names = new HashSet<>();
    Matcher matcher = VARIABLE.matcher(types.toString());
    while (matcher.find()) names.add(matcher.group(1));
    variables.propertyNames().forEach(names::remove);
    return names;
  }

  private String fill(String text, Map<String, String> values) {
    return VARIABLE
        .matcher(text)
        .replaceAll(
            found -> {
              String number = found.group(1);
              String value = values.getOrDefault(number, Json.text(variables, number));
              return Matcher.quoteReplacement(value);
            });
  }
}
