package org.doorstep.talk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes a conversation up again, on the version it began on, or moved to the newest. */
final class Carrying {

  private Carrying() {}

  /** Null where there is no such flow any more. */
  static @Nullable Draft open(Library library, Conversation c, Setting setting) {
    Optional<Flow> same = library.flow(c.flow(), c.version());
    if (same.isPresent()) return Draft.of(c, same.get(), setting);
    return library
        .flow(c.flow())
        .filter(f -> f.start() != null)
        .map(f -> Draft.of(moved(c, f), f, setting))
        .orElse(null);
  }

  private static Conversation moved(Conversation c, Flow flow) {
    Flow.Carry carry = flow.carry().getOrDefault(c.version(), new Flow.Carry(Map.of(), Map.of()));
    Map<String, Known> slots = new HashMap<>();
    c.slots()
        .forEach(
            (key, known) -> {
              String name = carry.slots().getOrDefault(key, key);
              if (flow.slot(name).filter(s -> s.type().holds(known.value())).isPresent()) {
                slots.put(name, known);
              }
            });
    List<String> filled =
        c.filled().stream()
            .map(k -> carry.slots().getOrDefault(k, k))
            .filter(slots::containsKey)
            .toList();
    String state = Stage.state(flow, carry.states().getOrDefault(c.state(), c.state())).key();
    String asking = c.asking() == null ? null : carry.slots().getOrDefault(c.asking(), c.asking());
    boolean asked = asking != null && flow.slot(asking).isPresent();
    return new Conversation(
        flow.name(),
        flow.version(),
        state,
        asked ? asking : null,
        slots,
        filled,
        c.misses(),
        c.nonce(),
        c.words(),
        c.startedAt(),
        c.heardAt(),
        c.since());
  }
}
