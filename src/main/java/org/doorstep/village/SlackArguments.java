package org.doorstep.village;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The arguments of a Web API call, whether they came as a form or as JSON. */
record SlackArguments(ObjectNode values) {

  static SlackArguments of(String contentType, String body, String query) {
    if (contentType.contains("json")) {
      return new SlackArguments(
          Json.parse(body)
              .filter(JsonNode::isObject)
              .map(ObjectNode.class::cast)
              .orElseGet(Json::object));
    }
    ObjectNode values = Json.object();
    for (String pair : (query + "&" + body).split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0)
        values.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
    }
    return new SlackArguments(values);
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  String text(String name) {
    return Json.text(values, name);
  }

  boolean flag(String name) {
    return text(name).equals("true") || text(name).equals("1");
  }

  int number(String name, int otherwise) {
    return text(name).matches("[0-9]{1,4}") ? Integer.parseInt(text(name)) : otherwise;
  }

  /** A tree; in a form it comes as text. Empty where there is none or it is not JSON. */
  Optional<JsonNode> tree(String name) {
    JsonNode value = values.path(name);
    return value.isContainer() ? Optional.of(value) : Json.parse(Json.text(values, name));
  }

  ArrayNode blocks() {
    return tree("blocks").orElseGet(Json::array) instanceof ArrayNode blocks
        ? blocks
        : Json.array();
  }
}
