package org.doorstep.talk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Moves a conversation from state to state until it has to wait for somebody. */
final class Stage {

  /** The lint refuses circles; this is for what it may have missed. */
  private static final int FAR = 50;

  private final Library library;
  private final Lines lines;
  private final Shown shown;
  private final Questions questions;

  Stage(Library library, Lines lines, Shown shown, Questions questions) {
    this.library = library;
    this.lines = lines;
    this.shown = shown;
    this.questions = questions;
  }

  void enter(Draft draft, String key) {
    String next = key;
    for (int i = 0; i < FAR; i++) {
      Optional<String> further = step(draft, next);
      if (further.isEmpty()) return;
      next = further.get();
    }
    throw new IllegalStateException(draft.flow.name() + " goes round in circles at " + next);
  }

  private Optional<String> step(Draft draft, String key) {
    Map<String, Known> known = draft.all();
    Map<String, String> values = shown.values(draft);
    Flow flow = draft.flow;
    if (flow.state(key).isEmpty() && library.common().flow().state(key).isPresent()) {
      flow = library.common().flow();
      draft.flow = flow;
    }
    State state = state(flow, key);
    boolean moved = !state.key().equals(draft.state);
    draft.state = state.key();
    Optional<Slot> missing = draft.missing(state);
    if (missing.isPresent()) {
      boolean repeated = !moved && missing.get().key().equals(draft.asking);
      questions.ask(draft, missing.get(), repeated);
      return Optional.empty();
    }
    draft.asking = null;
    draft.misses = 0;
    if (state.does() != null) draft.does(state.does(), known);
    say(draft, state, values);
    if (state.later() != null) {
      draft.steps.add(new Turn.Step.Later(state.later().flow(), state.later().after()));
    }
    draft.over = state.end();
    boolean waits = state.end() || state.asks() || state.silent();
    return waits ? Optional.empty() : Optional.ofNullable(state.go());
  }

  /** What a form would not ask by itself. */
  void ask(Draft draft, String key, Slot slot) {
    draft.state = state(draft.flow, key).key();
    questions.ask(draft, slot, false);
  }

  static State state(Flow flow, String key) {
    return flow.state(key)
        .or(() -> Optional.ofNullable(flow.start()).flatMap(flow::state))
        .orElseThrow(() -> new IllegalStateException(flow.name() + " has no state " + key));
  }

  private void say(Draft draft, State state, Map<String, String> values) {
    Message message = state.message();
    if (message == null) return;
    if (state.asks()) draft.nonce++;
    String about = Integer.toString(draft.nonce);
    List<Choice> choices =
        options(draft, state).stream()
            .map(o -> Lines.choice(draft.flow, state.key(), o, about))
            .toList();
    Message whole =
        new Message(
            shown.greeted(draft, message.say(), values),
            message.choices(),
            message.template(),
            message.line());
    draft.says(lines.say(draft.flow, state.key(), whole, about, values, choices));
  }

  /** What may be picked in a state: its choices, and the parts of the form that can be changed. */
  List<Option> options(Draft draft, State state) {
    List<Option> options = new ArrayList<>();
    for (String key : state.chooseSlot()) {
      draft
          .flow
          .slot(key)
          .filter(draft::wants)
          .ifPresent(
              s -> options.add(Option.plain(key, s.label() == null ? key : s.label(), List.of())));
    }
    if (state.message() != null) options.addAll(state.message().choices());
    return options;
  }

  /** The open question once more. */
  void again(Draft draft) {
    State state = state(draft.flow, draft.state);
    Optional<Slot> asked = Optional.ofNullable(draft.asking).flatMap(draft.flow::slot);
    if (asked.isPresent()) {
      questions.ask(draft, asked.get(), true);
    } else if (state.asks()) {
      say(draft, state, shown.values(draft));
    } else if (!state.fill().isEmpty()) {
      enter(draft, state.key());
    }
  }

  /** Nothing came of what was said; after too many of those the flow goes where it says. */
  void missed(Draft draft, Flow.Tries tries, Utterance said) {
    draft.misses++;
    if (draft.misses >= tries.max()) {
      enter(draft, tries.then());
    } else {
      draft.says(said);
      again(draft);
    }
  }

  /** What a timer says, in its own words or in those of its template. */
  void say(Draft draft, State state, State.Timer timer) {
    if (timer.say() == null && timer.template() == null) return;
    Map<String, String> values = shown.values(draft);
    String key = "after." + state.key() + "." + timer.name();
    draft.says(lines.after(draft.flow, key, timer, values));
  }

  Utterance common(Draft draft, String key, Map<String, String> values) {
    return lines.say(library.common().flow(), key, library.common(key), "", values);
  }
}
