package org.doorstep.village;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What Slack does not take in blocks and views. */
final class SlackLimits {

  static final int BLOCKS_IN_A_MESSAGE = 50;
  static final int BLOCKS_IN_A_VIEW = 100;
  static final int LONGEST_TEXT = 40_000;

  private static final Set<String> TYPES =
      Set.of(
          "section",
          "header",
          "divider",
          "context",
          "actions",
          "input",
          "image",
          "rich_text",
          "markdown");

  private static final Set<String> INPUTS =
      Set.of(
          "plain_text_input",
          "radio_buttons",
          "checkboxes",
          "static_select",
          "datepicker",
          "multi_static_select");

  private SlackLimits() {}

  /** What is wrong; empty where nothing is. */
  static Optional<String> fault(JsonNode blocks, int most) {
    if (!blocks.isArray()) return Optional.of("blocks is not an array");
    if (blocks.size() > most) return Optional.of("no more than " + most + " items allowed");
    List<String> faults = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) block(blocks.get(i), "/blocks/" + i, faults);
    return faults.stream().findFirst();
  }

  /**
   * @param wanted what the method shows: {@code modal} or {@code home}
   */
  static Optional<String> viewFault(JsonNode view, String wanted) {
    String type = Json.text(view, "type");
    if (!type.equals(wanted)) return Optional.of("unsupported view type: " + type);
    List<String> faults = new ArrayList<>();
    tooLong(Json.text(view, "private_metadata"), 3000, "/private_metadata", faults);
    tooLong(Json.text(view, "callback_id"), 255, "/callback_id", faults);
    if (type.equals("modal")) {
      for (String part : List.of("title", "submit", "close")) {
        if (!part.equals("title") && !view.has(part)) continue;
        String text = Json.text(view.path(part), "text");
        if (text.isBlank() || text.codePointCount(0, text.length()) > 24) {
          faults.add(part + " must be 1 to 24 characters");
        }
      }
      boolean asks =
          view.path("blocks").values().stream()
              .anyMatch(block -> Json.text(block, "type").equals("input"));
      if (asks && !view.has("submit")) faults.add("a modal with inputs has a submit");
    }
    unlike(view.path("blocks"), "block_id", "/blocks", faults);
    fault(view.path("blocks"), BLOCKS_IN_A_VIEW).ifPresent(faults::add);
    return faults.stream().findFirst();
  }

  private static void unlike(JsonNode parts, String key, String at, List<String> faults) {
    Set<String> ids = new HashSet<>();
    for (JsonNode part : parts) {
      String id = Json.text(part, key);
      if (!id.isEmpty() && !ids.add(id)) faults.add(key + " is repeated at " + at);
    }
  }

  private static void block(JsonNode block, String at, List<String> faults) {
    String type = Json.text(block, "type");
    if (!TYPES.contains(type)) faults.add("unsupported type: " + type + " at " + at);
    tooLong(Json.text(block, "block_id"), 255, at + "/block_id", faults);
    switch (type) {
      case "section" -> {
        if (block.has("text")) text(block.path("text"), 3000, at + "/text", faults);
        if (!block.has("text") && !block.has("fields")) faults.add("missing text at " + at);
        if (block.path("fields").size() > 10) faults.add("more than 10 fields at " + at);
        block.path("fields").forEach(field -> text(field, 2000, at + "/fields", faults));
        if (block.has("accessory")) element(block.path("accessory"), at + "/accessory", faults);
      }
      case "header" -> {
        text(block.path("text"), 150, at + "/text", faults);
        if (!Json.text(block.path("text"), "type").equals("plain_text")) {
          faults.add("header takes plain_text at " + at);
        }
      }
      case "context" -> {
        if (block.path("elements").isEmpty() || block.path("elements").size() > 10) {
          faults.add("context takes 1 to 10 elements at " + at);
        }
      }
      case "actions" -> {
        if (block.path("elements").isEmpty() || block.path("elements").size() > 25) {
          faults.add("actions takes 1 to 25 elements at " + at);
        }
        block.path("elements").forEach(element -> element(element, at + "/elements", faults));
        unlike(block.path("elements"), "action_id", at, faults);
      }
      case "input" -> {
        text(block.path("label"), 2000, at + "/label", faults);
        if (block.has("hint")) text(block.path("hint"), 2000, at + "/hint", faults);
        if (!INPUTS.contains(Json.text(block.path("element"), "type"))) {
          faults.add("no input element at " + at + "/element");
        }
        element(block.path("element"), at + "/element", faults);
      }
      default -> {}
    }
  }

  private static void element(JsonNode element, String at, List<String> faults) {
    tooLong(Json.text(element, "action_id"), 255, at + "/action_id", faults);
    switch (Json.text(element, "type")) {
      case "button" -> {
        text(element.path("text"), 75, at + "/text", faults);
        tooLong(Json.text(element, "value"), 2000, at + "/value", faults);
      }
      case "static_select", "multi_static_select" -> options(element, 100, at, faults);
      case "radio_buttons", "checkboxes" -> options(element, 10, at, faults);
      case "plain_text_input" -> {
        int longest = element.path("max_length").asInt(3000);
        if (longest < 1 || longest > 3000) faults.add("max_length is 1 to 3000 at " + at);
        tooLong(Json.text(element, "initial_value"), longest, at + "/initial_value", faults);
      }
      case "" -> faults.add("missing type at " + at);
      default -> {}
    }
  }

  private static void options(JsonNode element, int most, String at, List<String> faults) {
    JsonNode options = element.path("options");
    if (options.isEmpty() || options.size() > most) {
      faults.add("takes 1 to " + most + " options at " + at);
    }
    List<JsonNode> all = options.valueStream().toList();
    JsonNode first = element.path("initial_options");
    if (first.isArray() && first.isEmpty()) faults.add("initial_options is empty at " + at);
    boolean known =
        first.valueStream().allMatch(all::contains)
            && (!element.has("initial_option") || all.contains(element.path("initial_option")));
    if (!known) faults.add("what is picked at first is no option at " + at);
    for (JsonNode option : options) {
      text(option.path("text"), 75, at + "/options", faults);
      if (option.has("description")) text(option.path("description"), 75, at, faults);
      if (Json.text(option, "value").isEmpty()) faults.add("missing value at " + at + "/options");
      tooLong(Json.text(option, "value"), 150, at + "/options", faults);
    }
  }

  private static void text(JsonNode text, int most, String at, List<String> faults) {
    String type = Json.text(text, "type");
    if (!type.equals("plain_text") && !type.equals("mrkdwn")) faults.add("no text object at " + at);
    if (Json.text(text, "text").isEmpty()) faults.add("must be more than 0 characters at " + at);
    tooLong(Json.text(text, "text"), most, at, faults);
  }

  private static void tooLong(String text, int most, String at, List<String> faults) {
    if (text.codePointCount(0, text.length()) > most) {
      faults.add("must be less than " + (most + 1) + " characters at " + at);
    }
  }
}
