package org.doorstep.talk;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * One conversation as it is written in its file.
 *
 * @param start where it begins; null for a flow that only has messages
 * @param startsOn what a person who has no open conversation has to want
 * @param words whole messages that begin it, whatever else they may mean
 * @param values what its texts may have in braces, beside its slots
 */
record Flow(
    String file,
    String name,
    int version,
    @Nullable String start,
    @Nullable Duration expires,
    List<String> startsOn,
    List<String> words,
    Tries tries,
    SequencedMap<String, Slot> slots,
    SequencedMap<String, State> states,
    SequencedMap<String, Message> messages,
    Map<String, String> values,
    Map<Integer, Carry> carry) {

  static final String COMMON = "common";

  /** How often in a row an answer may be missed, and the state that comes then. */
  record Tries(int max, String then) {}

  /** New names of slots and states, for conversations that began on an older version. */
  record Carry(Map<String, String> slots, Map<String, String> states) {}

  Optional<Slot> slot(String key) {
    return Optional.ofNullable(slots.get(key));
  }

  Optional<State> state(String key) {
    return Optional.ofNullable(states.get(key));
  }

  String id(String key) {
    return name + "." + key;
  }
}
