package org.doorstep.talk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.doorstep.understand.Vocabulary;

/**
 * All flows that were loaded, older versions included, and the vocabularies they draw on.
 *
 * @param flows those on which conversations begin, by name
 * @param older the others, by name and version
 */
record Library(
    Common common,
    Map<String, Flow> flows,
    Map<String, Map<Integer, Flow>> older,
    Map<String, TemplateText> templates,
    Map<String, Vocabulary> vocabularies) {

  /** The flow called so on which new conversations begin. */
  Optional<Flow> flow(String name) {
    return name.equals(Flow.COMMON)
        ? Optional.of(common.flow())
        : Optional.ofNullable(flows.get(name));
  }

  Optional<Flow> flow(String name, int version) {
    Optional<Flow> newest = flow(name).filter(f -> f.version() == version);
    return newest.isPresent()
        ? newest
        : Optional.ofNullable(older.getOrDefault(name, Map.of()).get(version));
  }

  /** A state or a message by its whole id, {@code job.offered}. */
  Optional<Message> message(String id) {
    int dot = id.indexOf('.');
    if (dot < 0) return Optional.empty();
    String key = id.substring(dot + 1);
    return flow(id.substring(0, dot)).flatMap(f -> message(f, key));
  }

  private Optional<Message> message(Flow flow, String key) {
    Message message = flow.messages().get(key);
    if (message != null) return Optional.of(message);
    Optional<Message> said = flow.state(key).flatMap(s -> Optional.ofNullable(s.message()));
    if (said.isPresent() || !flow.name().equals(Flow.COMMON)) return said;
    return Optional.ofNullable(common.commands().get(key))
        .flatMap(c -> Optional.ofNullable(c.open().say()));
  }

  /** The ids of all messages outside forms, and of their answers. */
  SortedSet<String> spoken() {
    SortedSet<String> ids = new TreeSet<>();
    for (Flow flow : all().values()) {
      flow.messages()
          .forEach(
              (key, message) -> {
                ids.add(flow.id(key));
                message.choices().forEach(o -> ids.add(flow.id(key) + "/" + o.key()));
              });
    }
    common.commands().keySet().forEach(name -> ids.add(common.flow().id(name)));
    return ids;
  }

  /** A message that the loader made sure of. */
  Message common(String key) {
    return message(common.flow(), key)
        .orElseThrow(() -> new IllegalStateException("common.yml has no message " + key));
  }

  Flow stating(String name) {
    return flow(name).orElseThrow(() -> new IllegalArgumentException("there is no flow " + name));
  }

  /** The menu of a slot's question, the way to skip it left aside. */
  List<Option> menu(Slot slot) {
    List<Option> all = options(slot);
    if (slot.show().isEmpty()) return all;
    return slot.show().stream()
        .flatMap(key -> all.stream().filter(o -> o.key().equals(key)))
        .toList();
  }

  List<String> spokenButNotBy(Library other) {
    List<String> lost = new ArrayList<>(spoken());
    lost.removeAll(other.spoken());
    return lost;
  }

  /** The flows that can be begun. */
  List<String> forms() {
    return flows().values().stream().filter(flow -> flow.start() != null).map(Flow::name).toList();
  }

  /** What may be answered to a slot's question, on its menu or not. */
  List<Option> options(Slot slot) {
    List<Option> options = new ArrayList<>();
    Vocabulary vocabulary = slot.from() == null ? null : vocabularies.get(slot.from());
    if (vocabulary != null) {
      vocabulary
          .entries()
          .values()
          .forEach(
              e ->
                  options.add(
                      new Option(
                          e.key(),
                          e.label(),
                          e.description(),
                          e.words(),
                          null,
                          null,
                          null,
                          null,
                          0)));
    }
    options.addAll(slot.choices());
    return options;
  }

  Map<String, Flow> all() {
    Map<String, Flow> all = new HashMap<>(flows);
    all.put(Flow.COMMON, common.flow());
    return all;
  }

  /** The name of a message, or of a state, in its flow. */
  static String key(String id) {
    return id.substring(id.indexOf('.') + 1);
  }
}
