package org.doorstep.village;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The content resources of the account. */
final class Contents {

  private final InstantSource clock;
  private final Map<String, ContentTemplate> bySid = new LinkedHashMap<>();

  Contents(InstantSource clock) {
    this.clock = clock;
  }

  /** Takes over the templates of a folder of flows as if WhatsApp had approved them. */
  void approve(Path flows) {
    JsonNode templates = Yaml.file(flows.resolve("templates.yml")).path("templates");
    for (Map.Entry<String, JsonNode> entry : templates.properties()) {
      JsonNode template = entry.getValue();
      String text = template.isString() ? template.asString() : Json.text(template, "text");
      ArrayNode actions = Json.array();
      JsonNode buttons = template.path("buttons");
      buttons.properties().forEach(b -> actions.add(action(b.getKey(), b.getValue())));
      if (buttons.isArray()) buttons.forEach(b -> actions.add(action("", b)));
      ObjectNode type = Json.object().put("body", text.strip());
      if (!actions.isEmpty()) type.set("actions", actions);
      ObjectNode types = Json.object();
      types.set(actions.isEmpty() ? "twilio/text" : "twilio/quick-reply", type);
      keep(entry.getKey(), language(template), examples(template), types, "approved");
    }
  }

  private static ObjectNode examples(JsonNode template) {
    ObjectNode examples = Json.object();
    int number = 1;
    for (JsonNode example : template.path("examples")) {
      examples.put(Integer.toString(number++), example.asString());
    }
    return examples;
  }

  private static String language(JsonNode template) {
    String language = Json.text(template, "language");
    return language.isEmpty() ? "en" : language;
  }

  private static ObjectNode action(String key, JsonNode button) {
    String title = button.isObject() ? first(button, "label", "title") : button.asString();
    String id = button.isObject() ? first(button, "sends", "id") : key;
    return Json.object()
        .put("type", "QUICK_REPLY")
        .put("title", title)
        .put("id", id.isEmpty() ? title : id);
  }

  private static String first(JsonNode node, String field, String other) {
    String value = Json.text(node, field);
    return value.isEmpty() ? Json.text(node, other) : value;
  }

  synchronized ContentTemplate keep(
      String name, String language, ObjectNode variables, ObjectNode types, String approval) {
    ContentTemplate content =
        new ContentTemplate(
            Ledger.sid("HX"), name, language, variables, types, approval, clock.instant());
    bySid.put(content.sid(), content);
    return content;
  }

  synchronized Optional<ContentTemplate> find(String sid) {
    return Optional.ofNullable(bySid.get(sid));
  }

  synchronized List<ContentTemplate> all() {
    return List.copyOf(bySid.values());
  }

  synchronized void approval(String sid, String now) {
    bySid.computeIfPresent(sid, (key, content) -> content.approval(now));
  }

  synchronized void delete(String sid) {
    bySid.remove(sid);
  }
}
