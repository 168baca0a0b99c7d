package org.doorstep.talk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A flow as Mermaid draws it. It shows the shape and no wording, so that a changed sentence leaves
 * it as it is.
 */
final class Picture {

  private static final String OVER = "over";

  private final Flow flow;
  private final List<String> lines = new ArrayList<>();
  private final Set<String> elsewhere = new LinkedHashSet<>();

  private Picture(Flow flow) {
    this.flow = flow;
  }

  static String of(Flow flow) {
    Picture picture = new Picture(flow);
    picture.draw();
    return String.join("\n", picture.lines) + "\n";
  }

  private void draw() {
    lines.add("%% " + flow.name() + ", version " + flow.version());
    lines.add("%% Drawn by \"doorstep flows draw\"; not to be changed by hand.");
    lines.add("flowchart TD");
    if (flow.start() != null) {
      node("begin", "((", beginning(), "))");
      arrow("begin", "", flow.start());
    }
    flow.states().values().forEach(this::state);
    if (flow.states().isEmpty()) flow.messages().forEach(this::message);
    for (String other : elsewhere) {
      node(id(other), "[/", other.equals(OVER) ? OVER : other + ", as in common", "/]");
    }
  }

  private String beginning() {
    return flow.startsOn().isEmpty()
        ? "begins"
        : "begins on<br/>" + String.join(", ", flow.startsOn());
  }

  private void state(State state) {
    List<String> words = new ArrayList<>(List.of(state.key()));
    if (!state.fill().isEmpty()) words.add("asks " + String.join(", ", asked(state.fill())));
    if (state.does() != null) words.add("does " + state.does().key());
    if (state.keep() != null) words.add("adds to " + state.keep());
    if (state.silent()) words.add("quiet until released");
    if (state.later() != null) {
      words.add("asks " + state.later().flow() + " after " + length(state.later().after()));
    }
    String text = String.join("<br/>", words);
    String id = id(state.key());
    if (state.end()) node(id, "([", text, "])");
    else if (state.asks()) node(id, "{{", text, "}}");
    else node(id, "[", text, "]");
    for (String key : state.chooseSlot()) arrow(id, "change " + key, state.go());
    if (state.go() != null && state.chooseSlot().isEmpty()) arrow(id, "", state.go());
    if (state.message() != null) state.message().choices().forEach(o -> choice(id, o));
    for (State.Timer timer : state.timers()) {
      arrow(id, "after " + timer.name(), timer.go() == null ? state.key() : timer.go());
    }
    for (String key : state.fill()) flow.slot(key).ifPresent(slot -> slot(id, slot));
  }

  /**
   * A question that may be left out has a question mark; one that depends on another has a star.
   */
  private List<String> asked(List<String> fill) {
    return fill.stream()
        .map(
            key -> {
              Optional<Slot> slot = flow.slot(key);
              boolean optional = slot.map(Slot::optional).orElse(false);
              boolean depends = slot.map(s -> !s.onlyIf().isEmpty()).orElse(false);
              return key + (optional ? "?" : "") + (depends ? "*" : "");
            })
        .toList();
  }

  private void slot(String from, Slot slot) {
    for (Slot.Check check : slot.checks()) {
      if (check.otherwise() != null) {
        arrow(from, slot.key() + " not " + check.rule(), check.otherwise());
      }
    }
    Flow.Tries tries = slot.tries() == null ? flow.tries() : slot.tries();
    if (!slot.type().free()) {
      arrow(from, slot.key() + " missed " + tries.max() + " times", tries.then());
    }
  }

  private void choice(String from, Option option) {
    String label = option.key();
    if (option.does() != null) label += ", does " + option.does().key();
    if (option.clear() != null) label += ", clears " + option.clear();
    arrow(from, label, option.go() == null ? OVER : option.go());
  }

  private void message(String key, Message message) {
    if (message.choices().isEmpty()) return;
    node(id(key), "{{", key, "}}");
    for (Option option : message.choices()) {
      String answer = id(key + " " + option.key());
      lines.add("  " + id(key) + " --> " + answer + "[\"" + option.key() + "\"]");
    }
  }

  private void arrow(String from, String label, @Nullable String to) {
    if (to == null) return;
    boolean ours = flow.state(to).isPresent();
    if (!ours) elsewhere.add(to);
    String line = label.isEmpty() ? " --> " : " -- \"" + label + "\" --> ";
    String drawn = "  " + from + line + id(to);
    if (!lines.contains(drawn)) lines.add(drawn);
  }

  private void node(String id, String open, String text, String shut) {
    lines.add("  " + id + open + "\"" + text + "\"" + shut);
  }

  private static String length(Duration time) {
    return time.toMinutes() % 60 == 0 ? time.toHours() + "h" : time.toMinutes() + "m";
  }

  /** Mermaid takes "end" for its own. */
  private static String id(String key) {
    return "s_" + key.replace('-', '_').replace(' ', '_');
  }
}
