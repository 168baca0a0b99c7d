package org.doorstep.talk;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether every state can be reached, can be left, and waits for somebody before it comes again.
 */
final class Paths {

  private final Library library;
  private final Flow flow;
  private final Faults faults;

  Paths(Library library, Flow flow, Faults faults) {
    this.library = library;
    this.flow = flow;
    this.faults = faults;
  }

  void check() {
    Set<String> reached = reach();
    for (State state : flow.states().values()) {
      String key = "'" + state.key() + "'";
      if (!reached.contains(state.key())) {
        fault(state, key + " is never reached", "Lead to it with 'go', or take it out");
      } else if (stuck(state)) {
        fault(state, key + " leads nowhere", "Add 'go', 'choose' or 'end: true'");
      } else if (!ends(state)) {
        fault(state, "there is no way out of " + key, "Lead it to a state with 'end: true'");
      }
      if (circles(state)) {
        fault(state, key + " comes back to itself without asking", "Ask something on the way");
      } else if (rings(state)) {
        fault(state, key + " comes back by its timers alone", "Let one of them end or hand over");
      }
    }
  }

  private void fault(State state, String problem, String remedy) {
    faults.add(flow.file(), state.line(), problem, remedy);
  }

  private Set<String> reach() {
    Set<String> reached = new LinkedHashSet<>();
    Deque<String> next = new ArrayDeque<>();
    if (flow.start() != null) next.add(flow.start());
    if (!flow.slots().isEmpty()) next.add(flow.tries().then());
    for (Slot slot : flow.slots().values()) {
      if (slot.tries() != null) next.add(slot.tries().then());
      slot.checks().forEach(c -> add(next, c.otherwise()));
    }
    for (Command command : library.common().commands().values()) {
      add(next, command.open().go());
      if (command.idle() != null) add(next, command.idle().go());
    }
    if (flow.name().equals(Flow.COMMON)) {
      library.flows().values().forEach(f -> named(f).forEach(next::add));
    }
    while (!next.isEmpty()) {
      String key = next.remove();
      if (reached.add(key)) flow.state(key).ifPresent(s -> next.addAll(exits(s)));
    }
    return reached;
  }

  /** All states that a flow names, its own or those of {@code common}. */
  private static List<String> named(Flow flow) {
    List<String> named = new ArrayList<>(List.of(flow.tries().then()));
    flow.states().values().forEach(s -> named.addAll(exits(s)));
    for (Slot slot : flow.slots().values()) {
      if (slot.tries() != null) named.add(slot.tries().then());
      slot.checks().stream()
          .flatMap(c -> Optional.ofNullable(c.otherwise()).stream())
          .forEach(named::add);
    }
    return named;
  }

  private static void add(Deque<String> all, @Nullable String key) {
    if (key != null) all.add(key);
  }

  private static List<String> exits(State state) {
    List<String> exits = new ArrayList<>();
    if (state.go() != null) exits.add(state.go());
    if (state.message() != null) {
      state.message().choices().stream()
          .flatMap(o -> Optional.ofNullable(o.go()).stream())
          .forEach(exits::add);
    }
    state.timers().stream().flatMap(t -> Optional.ofNullable(t.go()).stream()).forEach(exits::add);
    return exits;
  }

  private static boolean stuck(State state) {
    return !state.end() && !state.silent() && !state.asks() && state.go() == null;
  }

  private boolean ends(State from) {
    Set<String> seen = new HashSet<>();
    Deque<State> next = new ArrayDeque<>(List.of(from));
    while (!next.isEmpty()) {
      State state = next.remove();
      if (state.end() || state.silent() || leaves(state)) return true;
      for (String key : exits(state)) {
        Optional<State> exit = flow.state(key).or(() -> library.common().flow().state(key));
        if (exit.isEmpty()) return true;
        if (seen.add(key)) next.add(exit.get());
      }
    }
    return false;
  }

  /** A choice that goes nowhere ends the conversation. */
  private static boolean leaves(State state) {
    return state.message() != null
        && state.message().choices().stream().anyMatch(o -> o.go() == null);
  }

  /** Whether timers lead round for ever while nobody says anything. */
  private boolean rings(State from) {
    if (from.timers().isEmpty()) return false;
    Set<String> seen = new HashSet<>();
    Deque<State> next = new ArrayDeque<>(List.of(from));
    while (!next.isEmpty()) {
      State state = next.remove();
      List<String> alone =
          new ArrayList<>(
              state.timers().stream().flatMap(t -> Optional.ofNullable(t.go()).stream()).toList());
      if (!state.asks() && state.go() != null) alone.add(state.go());
      for (String key : alone) {
        if (key.equals(from.key())) return true;
        if (seen.add(key)) flow.state(key).filter(s -> !s.silent()).ifPresent(next::add);
      }
    }
    return false;
  }

  /** A form whose slots are all known is passed through, so it does not count as asking. */
  private boolean circles(State from) {
    Set<String> seen = new HashSet<>();
    State state = from;
    while (state != null && !state.asks() && !state.end() && !state.silent()) {
      if (!seen.add(state.key())) return true;
      state = state.go() == null ? null : flow.states().get(state.go());
    }
    return false;
  }
}
