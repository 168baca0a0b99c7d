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

  private SlackLimits() {}

  /** What is wrong; empty where nothing is. */
  static Optional<String> fault(JsonNode blocks, int most) {
    if (!blocks.isArray()) return Optional.of("blocks is not an array");
    if (blocks.size() > most) return Optional.of("no more than " + most + " items allowed");
    List<String> faults = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) block(blocks.get(i), "/blocks/" + i, faults);
    return faults.stream().findFirst();
  }

  static Optional<String> viewFault(JsonNode view) {
    String type = Json.text(view, "type");
    if (!type.equals("modal") && !type.equals("home")) return Optional.of("unsupported view type");
    String title = Json.text(view.path("title"), "text");
    if (type.equals("modal") && (title.isBlank() || title.length() > 24)) {
      return Optional.of("title must be 1 to 24 characters");
    }
    return fault(view.path("blocks"), BLOCKS_IN_A_VIEW);
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
        Set<String> ids = new HashSet<>();
        for (JsonNode element : block.path("elements")) {
          element(element, at + "/elements", faults);
          String id = Json.text(element, "action_id");
          if (!id.isEmpty() && !ids.add(id)) faults.add("action_id is repeated at " + at);
        }
      }
      case "input" -> {
        text(block.path("label"), 2000, at + "/label", faults);
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
      case "static_select", "multi_static_select" -> {
        if (element.path("options").size() > 100) faults.add("more than 100 options at " + at);
      }
      case "" -> faults.add("missing type at " + at);
      default -> {}
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
