package org.doorstep.cell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * The {@code key: value} lines of one part of a file. What is wrong goes to the faults, and reading
 * goes on.
 */
final class Entries {

  private final Node whole;
  private final String what;
  private final Faults faults;
  private final Map<String, Node> values = new LinkedHashMap<>();

  /**
   * @param what what this part is, for the faults: "the cell", "a group"
   * @param keys all that may be here
   */
  Entries(Node whole, String what, Faults faults, List<String> keys) {
    this.whole = whole;
    this.what = what;
    this.faults = faults;
    if (whole instanceof MappingNode mapping) {
      for (NodeTuple line : mapping.getValue()) take(line, keys);
    } else {
      faults.add(whole, what + " should be lines of `key: value` with " + join(keys));
    }
  }

  private void take(NodeTuple line, List<String> keys) {
    String key = line.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
    if (!keys.contains(key)) {
      faults.add(
          line.getKeyNode(),
          what
              + " has no `"
              + key
              + "`"
              + Suggestion.among(keys, key)
                  .map(near -> ": did you mean `" + near + "`?")
                  .orElse(": remove it, or use one of " + join(keys)));
    } else if (values.containsKey(key)) {
      faults.add(line.getKeyNode(), "`" + key + "` is here twice: keep one");
    } else if (!empty(line.getValueNode())) {
      values.put(key, line.getValueNode());
    }
  }

  boolean has(String key) {
    return values.containsKey(key);
  }

  /** Where to point at for a key that may be missing. */
  Node at(String key) {
    return values.getOrDefault(key, whole);
  }

  <T> T required(String key, Form<T> form) {
    Optional<T> value = optional(key, form);
    if (value.isEmpty() && !has(key) && whole instanceof MappingNode) {
      faults.add(whole, what + " lacks `" + key + "`: add it; it should be " + form.shape());
    }
    return value.orElse(form.instead());
  }

  <T> Optional<T> optional(String key, Form<T> form) {
    return Optional.ofNullable(values.get(key)).flatMap(node -> value(node, key, form));
  }

  /** A part of its own; the same as an empty one where it is missing. */
  Optional<Entries> part(String key, String called, String... keys) {
    return Optional.ofNullable(values.get(key))
        .map(node -> new Entries(node, called, faults, List.of(keys)));
  }

  Optional<Entries> requiredPart(String key, String called, String... keys) {
    Optional<Entries> part = part(key, called, keys);
    if (part.isEmpty() && whole instanceof MappingNode) {
      faults.add(whole, what + " lacks `" + key + "`: add it, with " + join(List.of(keys)));
    }
    return part;
  }

  /** A list of parts, each read by {@code reader}. */
  <T> List<T> parts(
      String key, String called, List<String> keys, Function<Entries, Optional<T>> reader) {
    List<T> read = new ArrayList<>();
    for (Node item : items(key, "a list with a `- ` before each item")) {
      reader.apply(new Entries(item, called, faults, keys)).ifPresent(read::add);
    }
    return read;
  }

  <T> List<T> values(String key, Form<T> form) {
    List<T> read = new ArrayList<>();
    for (Node item : items(key, "a list in brackets: [one, another]")) {
      value(item, key, form).ifPresent(read::add);
    }
    return read;
  }

  private List<Node> items(String key, String shape) {
    Node node = values.get(key);
    if (node instanceof SequenceNode list) return list.getValue();
    if (node != null) faults.add(node, "`" + key + "` should be " + shape);
    return List.of();
  }

  private <T> Optional<T> value(Node node, String key, Form<T> form) {
    Optional<T> value =
        node instanceof ScalarNode scalar
            ? form.reader().apply(scalar.getValue())
            : Optional.empty();
    if (value.isEmpty()) {
      boolean repeat =
          !form.equals(Form.LEAD)
              && !form.equals(Form.PHONE)
              && !key.equals("by-sms"); // it may be somebody's number, and this is logged
      String written = repeat && node instanceof ScalarNode s ? ", not `" + s.getValue() + "`" : "";
      faults.add(node, "`" + key + "` should be " + form.shape() + written);
    }
    return value;
  }

  private static boolean empty(Node node) {
    return node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.NULL);
  }

  private static String join(List<String> keys) {
    return "`" + String.join("`, `", keys) + "`";
  }
}
