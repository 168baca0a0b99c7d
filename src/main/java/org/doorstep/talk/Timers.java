package org.doorstep.talk;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What happens by itself when nothing is heard. Where a person has the line, nothing does. */
final class Timers {

  private final Library library;
  private final Stage stage;

  Timers(Library library, Stage stage) {
    this.library = library;
    this.stage = stage;
  }

  /** When the next of them rings, after a time. */
  Optional<Instant> next(Conversation conversation, Instant after) {
    return library
        .flow(conversation.flow(), conversation.version())
        .or(() -> library.flow(conversation.flow()))
        .flatMap(flow -> flow.state(conversation.state()).or(() -> common(conversation)))
        .map(Timers::of)
        .orElse(List.of())
        .stream()
        .map(timer -> conversation.since().plus(timer.after()))
        .filter(at -> at.isAfter(after))
        .min(Comparator.naturalOrder());
  }

  private Optional<State> common(Conversation conversation) {
    return library.common().flow().state(conversation.state());
  }

  private static List<State.Timer> of(State state) {
    return state.silent() || state.end() ? List.of() : state.timers();
  }

  /** Rings the one that is due, the latest where several are. */
  Turn ring(Draft draft, Conversation conversation) {
    draft.heardAt = conversation.heardAt();
    draft.since = conversation.since();
    State state = Stage.state(draft.flow, draft.state);
    Duration waited = Duration.between(conversation.since(), draft.setting.now());
    of(state).stream()
        .filter(timer -> timer.after().compareTo(waited) <= 0)
        .max(Comparator.comparing(State.Timer::after))
        .ifPresent(timer -> ring(draft, state, timer));
    return draft.turn();
  }

  private void ring(Draft draft, State state, State.Timer timer) {
    stage.say(draft, state, timer);
    if (timer.go() == null) return;
    draft.since = draft.setting.now();
    draft.asking = null;
    stage.enter(draft, timer.go());
  }
}
