package org.doorstep.village;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What somebody pressed or picked, as Slack tells of it. */
final class SlackPressed {

  private SlackPressed() {}

  static ObjectNode action(JsonNode blocks, String actionId, String value) {
    ObjectNode action = Json.object().put("action_id", actionId);
    for (JsonNode block : blocks) {
      for (JsonNode element : elements(block)) {
        if (!Json.text(element, "action_id").equals(actionId)) continue;
        boolean button = Json.text(element, "type").equals("button");
        if (button && !Json.text(element, "value").equals(value)) continue;
        action
            .put("block_id", Json.text(block, "block_id"))
            .put("type", Json.text(element, "type"));
        if (element.has("text")) action.set("text", element.path("text"));
        if (!Json.text(element, "type").equals("button")) {
          action.putObject("selected_option").put("value", value);
          return action;
        }
      }
    }
    if (!action.has("type")) action.put("type", "button").put("block_id", "");
    return action.put("value", value);
  }

  private static List<JsonNode> elements(JsonNode block) {
    return block.path("elements").isEmpty()
        ? List.of(block.path("accessory"))
        : block.path("elements").values().stream().toList();
  }
}
