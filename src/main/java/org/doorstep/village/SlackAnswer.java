package org.doorstep.village;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a method of Slack's Web API answers. */
sealed interface SlackAnswer {

  record Ok(ObjectNode body) implements SlackAnswer {}

  /**
   * @param detail what was wrong with blocks or a view; empty for other errors
   */
  record Refused(String error, String detail) implements SlackAnswer {}

  /** Too many calls. */
  record Slow(int retryAfterSeconds) implements SlackAnswer {}

  static SlackAnswer ok() {
    return new Ok(Json.object());
  }

  static SlackAnswer ok(String field, JsonNode value) {
    ObjectNode body = Json.object();
    body.set(field, value);
    return new Ok(body);
  }

  static SlackAnswer refused(String error) {
    return new Refused(error, "");
  }
}
