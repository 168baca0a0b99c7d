package org.doorstep.village;

import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Trees in and out, the same whatever the application's own mapper is set to. */
final class Json {

  static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Json() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  static ArrayNode array() {
    return MAPPER.createArrayNode();
  }

  static ArrayNode strings(List<String> values) {
    ArrayNode array = array();
    values.forEach(array::add);
    return array;
  }

  /** Empty for what is not JSON. */
  static Optional<JsonNode> parse(String text) {
    if (text.isBlank()) return Optional.empty();
    try {
      return Optional.of(MAPPER.readTree(text));
    } catch (JacksonException notJson) {
      return Optional.empty();
    }
  }

  /** A field's value as text; empty where it is absent or null. */
  static String text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isValueNode() && !value.isNull() ? value.asString() : "";
  }
}
