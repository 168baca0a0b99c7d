package org.doorstep.talk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doorstep.people.Flag;
import org.jspecify.annotations.Nullable;

/** A conversation while one turn of it is being worked out. */
final class Draft {

  /** Where a person's own first sentence goes along with the slots. */
  static final String WORDS = "words";

  /** In a condition: somebody else than the writer. */
  static final String OTHER = "other";

  final Setting setting;
  final List<Turn.Step> steps = new ArrayList<>();
  final Map<String, Known> slots = new HashMap<>();
  final List<String> filled = new ArrayList<>();

  Flow flow;
  String state;
  @Nullable String asking;
  int misses;
  int nonce;
  @Nullable String words;
  boolean over;

  /** Nothing has been said yet to somebody who comes back. */
  boolean welcome;

  Instant heardAt;
  Instant since;

  private final Instant startedAt;

  private Draft(Flow flow, String state, Instant startedAt, Setting setting) {
    this.flow = flow;
    this.state = state;
    this.startedAt = startedAt;
    this.setting = setting;
    this.heardAt = setting.now();
    this.since = setting.now();
  }

  /** Nonces begin at the time, so that no tap of an earlier conversation fits this one. */
  static Draft begin(Flow flow, Setting setting) {
    String start = flow.start();
    if (start == null) throw new IllegalArgumentException(flow.name() + " is not a form");
    Draft draft = new Draft(flow, start, setting.now(), setting);
    draft.nonce = (int) (setting.now().getEpochSecond() % 1_000_000_000);
    return draft;
  }

  static Draft of(Conversation c, Flow flow, Setting setting) {
    Draft draft = new Draft(flow, c.state(), c.startedAt(), setting);
    draft.slots.putAll(c.slots());
    draft.filled.addAll(c.filled());
    draft.asking = c.asking();
    draft.misses = c.misses();
    draft.nonce = c.nonce();
    draft.words = c.words();
    return draft;
  }

  Turn turn() {
    return new Turn(over ? null : conversation(), steps);
  }

  private Conversation conversation() {
    return new Conversation(
        flow.name(),
        flow.version(),
        state,
        asking,
        slots,
        filled,
        misses,
        nonce,
        words,
        startedAt,
        heardAt,
        since);
  }

  void put(Slot slot, Known known) {
    slots.put(slot.key(), known);
    filled.remove(slot.key());
    filled.add(slot.key());
  }

  void clear(String slot) {
    slots.remove(slot);
    filled.remove(slot);
  }

  /** What is settled for a slot; a choice of places that is still open is not. */
  Optional<Known> settled(Slot slot) {
    Known known = slots.get(slot.key());
    if (known == null || known.value() instanceof SlotValue.OneOf) return Optional.empty();
    return Optional.of(known);
  }

  /** What is settled for a slot, or what it is taken to be unless somebody says otherwise. */
  Optional<Known> known(Slot slot) {
    Optional<Known> settled = settled(slot);
    if (settled.isPresent() || slot.otherwise() == null) return settled;
    return Optional.of(new Known(slot.otherwise(), Known.Source.DEFAULT, 1));
  }

  /** Whether the form wants this slot, the others being what they are. */
  boolean wants(Slot slot) {
    return slot.onlyIf().entrySet().stream().allMatch(c -> holds(c.getKey(), c.getValue()));
  }

  private boolean holds(String key, List<String> keys) {
    return flow.slot(key)
        .flatMap(this::known)
        .map(
            k ->
                switch (k.value()) {
                  case SlotValue.Picked p -> p.keys().stream().anyMatch(keys::contains);
                  case SlotValue.Raised r ->
                      r.flags().stream().map(Flag::key).anyMatch(keys::contains);
                  case SlotValue.Words w ->
                      keys.contains(w.text().equals(Filling.SELF) ? Filling.SELF : OTHER);
                  case SlotValue.At a -> false;
                  case SlotValue.OneOf o -> false;
                  case SlotValue.Time t -> false;
                  case SlotValue.Skipped s -> false;
                })
        .orElse(false);
  }

  /** All that the form knows and wants. */
  Map<String, Known> all() {
    Map<String, Known> all = new HashMap<>();
    for (Slot slot : flow.slots().values()) {
      if (wants(slot)) known(slot).ifPresent(k -> all.put(slot.key(), k));
    }
    if (words != null) {
      all.putIfAbsent(WORDS, new Known(new SlotValue.Words(words), Known.Source.SAID, 1));
    }
    return all;
  }

  Optional<Slot> missing(State state) {
    return state.fill().stream()
        .flatMap(key -> flow.slot(key).stream())
        .filter(slot -> wants(slot) && settled(slot).isEmpty())
        .findFirst();
  }

  void does(Doing doing, Map<String, Known> with) {
    steps.add(new Turn.Step.Do(doing, with));
  }

  void says(Utterance utterance) {
    steps.add(new Turn.Step.Say(utterance));
  }
}
