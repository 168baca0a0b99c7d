package org.doorstep.village;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The templates in a folder of flows, in each language that WhatsApp takes. */
final class WrittenTemplates {

  /** One of them, in the shape of a content resource. */
  record Written(String name, String language, ObjectNode examples, ObjectNode types) {}

  private WrittenTemplates() {}

  static List<Written> in(Path flows) {
    JsonNode templates = Yaml.file(flows.resolve("templates.yml")).path("templates");
    List<Written> written = new ArrayList<>(all(templates, "en", "", Json.object()));
    for (Path locale : locales(flows)) {
      String language = locale.getFileName().toString();
      if (!Review.isLanguage(language)) continue;
      JsonNode texts = Yaml.file(locale.resolve("templates.yml")).path("texts");
      written.addAll(all(templates, language, "_" + language, texts));
    }
    return written;
  }

  private static List<Path> locales(Path flows) {
    Path folder = flows.resolve("locales");
    if (!Files.isDirectory(folder)) return List.of();
    try (Stream<Path> all = Files.list(folder)) {
      return all.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Written> all(
      JsonNode templates, String language, String suffix, JsonNode texts) {
    List<Written> written = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : templates.properties()) {
      String path = "templates." + entry.getKey() + ".";
      boolean translated = !Json.text(texts, path + "text").isEmpty();
      if (!translated && !language.equals("en")) continue;
      JsonNode template = entry.getValue();
      String english = template.isString() ? template.asString() : Json.text(template, "text");
      String text = translated ? Json.text(texts, path + "text") : english;
      ArrayNode actions = Json.array();
      JsonNode buttons = template.path("buttons");
      buttons.properties().forEach(b -> actions.add(action(b.getKey(), b.getValue())));
      for (int i = 0; i < buttons.size() && buttons.isArray(); i++) {
        ObjectNode action = action("", buttons.get(i));
        String label = Json.text(texts, path + "buttons." + i + ".label");
        actions.add(label.isEmpty() ? action : action.put("title", label));
      }
      ObjectNode type = Json.object().put("body", text.strip());
      if (!actions.isEmpty()) type.set("actions", actions);
      ObjectNode types = Json.object();
      types.set(actions.isEmpty() ? "twilio/text" : "twilio/quick-reply", type);
      written.add(new Written(entry.getKey() + suffix, language, examples(template), types));
    }
    return written;
  }

  private static ObjectNode examples(JsonNode template) {
    ObjectNode examples = Json.object();
    int number = 1;
    for (JsonNode example : template.path("examples")) {
      examples.put(Integer.toString(number++), example.asString());
    }
    return examples;
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
}
