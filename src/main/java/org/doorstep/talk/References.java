package org.doorstep.talk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.doorstep.people.Flag;
import org.jspecify.annotations.Nullable;

/** Whether everything that a flow names exists. */
final class References {

  static final List<String> BEGINNINGS = List.of("request", "offer", "thing", "other", "any");
  private static final Duration DAY = Duration.ofHours(24);
  static final List<String> MEANINGS = List.of("yes", "no", "skip");

  private final Library library;
  private final Faults faults;

  References(Library library, Faults faults) {
    this.library = library;
    this.faults = faults;
  }

  void check(Flow flow) {
    for (String beginning : flow.startsOn()) {
      among(flow, 1, "a beginning", beginning, BEGINNINGS);
    }
    if (!flow.states().isEmpty() && flow.start() == null && !flow.name().equals(Flow.COMMON)) {
      faults.add(flow.file(), 1, "'start' is missing", "Add 'start: ' and the first state");
    }
    if (flow.start() != null) state(flow, 1, flow.start());
    if (!flow.slots().isEmpty()) state(flow, 1, flow.tries().then());
    flow.slots().values().forEach(slot -> slot(flow, slot));
    flow.states().values().forEach(state -> state(flow, state));
    flow.messages().values().forEach(message -> message(flow, message));
    flow.carry()
        .forEach(
            (version, carry) -> {
              carry.slots().values().forEach(s -> slotName(flow, 1, s));
              carry.states().values().forEach(s -> state(flow, 1, s));
            });
  }

  private void slot(Flow flow, Slot slot) {
    int line = slot.line();
    if (slot.from() != null && !library.vocabularies().containsKey(slot.from())) {
      among(flow, line, "a vocabulary", slot.from(), library.vocabularies().keySet());
    }
    if (slot.type() == Slot.Type.CHOICE && slot.from() == null && slot.choices().isEmpty()) {
      faults.add(flow.file(), line, slot.key() + " has nothing to choose", "Add 'options'");
    }
    if (slot.type() == Slot.Type.WHEN) {
      slot.choices().forEach(o -> among(flow, o.line(), "a time", o.key(), Questions.TIMES));
    }
    slot.choices().forEach(o -> option(flow, o));
    keys(flow, line, slot, slot.show());
    if (slot.tries() != null) state(flow, line, slot.tries().then());
    for (Map.Entry<String, List<String>> condition : slot.onlyIf().entrySet()) {
      slotName(flow, line, condition.getKey());
      flow.slot(condition.getKey()).ifPresent(s -> keys(flow, line, s, condition.getValue()));
    }
    for (Slot.Check check : slot.checks()) {
      among(flow, check.line(), "a rule", check.rule(), Slot.Check.RULES);
      if (check.otherwise() != null) state(flow, check.line(), check.otherwise());
      if (check.otherwise() == null && check.say() == null) {
        faults.add(
            flow.file(), check.line(), "the check does nothing when it fails", "Add say or else");
      }
    }
  }

  private void keys(Flow flow, int line, Slot slot, List<String> keys) {
    List<String> known =
        switch (slot.type()) {
          case FLAGS -> Arrays.stream(Flag.values()).map(Flag::key).toList();
          case WHO -> List.of(Filling.SELF, Draft.OTHER);
          case CHOICE, OWN_WORDS, TEXT, NAME, UK_PLACE, WHEN, COUNT ->
              library.options(slot).stream().map(Option::key).toList();
        };
    keys.forEach(key -> among(flow, line, "an answer of " + slot.key(), key, known));
  }

  private void state(Flow flow, State state) {
    for (String key : state.fill()) {
      slotName(flow, state.line(), key);
      flow.slot(key)
          .filter(s -> s.ask() == null)
          .ifPresent(
              s -> faults.add(flow.file(), s.line(), "'" + key + "' has no question", "Add 'ask'"));
    }
    for (String key : state.chooseSlot()) {
      slotName(flow, state.line(), key);
      flow.slot(key)
          .filter(s -> s.label() == null)
          .ifPresent(
              s -> faults.add(flow.file(), s.line(), "'" + key + "' has no name", "Add 'label'"));
    }
    if (state.go() != null) state(flow, state.line(), state.go());
    if (state.message() != null) message(flow, state.message());
    if (state.keep() != null) keep(flow, state, state.keep());
    if (state.later() != null) later(flow, state.later());
    for (State.Timer timer : state.timers()) timer(flow, timer);
  }

  private void keep(Flow flow, State state, String key) {
    slotName(flow, state.line(), key);
    flow.slot(key)
        .filter(s -> !s.type().free() || s.type() == Slot.Type.NAME)
        .ifPresent(
            s ->
                faults.add(
                    flow.file(),
                    state.line(),
                    "'" + key + "' cannot keep what somebody adds",
                    "Name a slot of type text"));
  }

  private void timer(Flow flow, State.Timer timer) {
    if (timer.go() != null) state(flow, timer.line(), timer.go());
    if (timer.template() != null) stand(flow, timer.template());
    boolean day = timer.after().compareTo(DAY) >= 0;
    if (day && timer.template() == null) {
      faults.add(
          flow.file(),
          timer.line(),
          "after a day WhatsApp takes nothing but a template",
          "Add 'template'");
    }
  }

  private void later(Flow flow, State.Later later) {
    among(flow, later.line(), "a flow", later.flow(), library.flows().keySet());
    library
        .flow(later.flow())
        .filter(f -> f.start() == null)
        .ifPresent(
            f ->
                faults.add(
                    flow.file(),
                    later.line(),
                    "'" + f.name() + "' is not a form, so it cannot be asked",
                    "Name a flow that has a start"));
    if (later.after().compareTo(DAY) >= 0) {
      faults.add(
          flow.file(),
          later.line(),
          "after a day WhatsApp takes nothing but a template",
          "Ask earlier");
    }
  }

  private void message(Flow flow, Message message) {
    message.choices().forEach(option -> option(flow, option));
    if (message.template() != null) stand(flow, message.template());
  }

  private void stand(Flow flow, Message.Stand stand) {
    template(flow, stand.line(), stand.name());
    TemplateText text = library.templates().get(stand.name());
    int wanted = text == null ? -1 : (int) text.variables().stream().distinct().count();
    int buttons = text == null ? 0 : text.buttonVariable();
    if (text != null && stand.with().size() != Math.max(wanted, buttons)) {
      faults.add(
          flow.file(),
          stand.line(),
          "the template "
              + stand.name()
              + " has "
              + Math.max(wanted, buttons)
              + " variables, not "
              + stand.with().size(),
          "Give one value for each in 'with'");
    }
  }

  private void option(Flow flow, Option option) {
    if (option.go() != null) state(flow, option.line(), option.go());
    if (option.clear() != null) slotName(flow, option.line(), option.clear());
    if (option.means() != null) {
      among(flow, option.line(), "a meaning", option.means(), MEANINGS);
    }
  }

  private void template(Flow flow, int line, String name) {
    among(flow, line, "a template", name, library.templates().keySet());
  }

  private void slotName(Flow flow, int line, String name) {
    among(flow, line, "a slot", name, flow.slots().keySet());
  }

  private void state(Flow flow, int line, String name) {
    Set<String> all = new TreeSet<>(flow.states().keySet());
    all.addAll(library.common().flow().states().keySet());
    among(flow, line, "a state", name, all);
  }

  private void among(Flow flow, int line, String what, String name, Collection<String> all) {
    if (!all.contains(name)) {
      faults.add(flow.file(), line, "'" + name + "' is not " + what, Faults.instead(name, all));
    }
  }

  /** Orders go somewhere, no two have the same words, and nothing shadows a locked one. */
  void commands() {
    Flow common = library.common().flow();
    Map<String, String> owner = new HashMap<>();
    List<String> locked = new ArrayList<>();
    for (Command command : library.common().commands().values()) {
      for (String words : command.words()) {
        String before = owner.putIfAbsent(words, command.name());
        if (before != null) {
          faults.add(
              common.file(), command.line(), "'" + words + "' already means " + before, "Keep one");
        }
        if (command.locked()) locked.add(words);
      }
      go(common, command, command.open());
      go(common, command, command.idle());
      if (common.messages().containsKey(command.name()) && command.open().say() != null) {
        faults.add(
            common.file(), command.line(), "a message is called so too", "Rename one of them");
      }
    }
    for (Flow flow : library.all().values()) {
      for (Slot slot : flow.slots().values()) slot.choices().forEach(o -> shadows(flow, o, locked));
      for (State state : flow.states().values()) {
        if (state.message() != null) {
          state.message().choices().forEach(o -> shadows(flow, o, locked));
        }
      }
    }
  }

  private void go(Flow common, Command command, Command.@Nullable Action action) {
    if (action != null && action.go() != null) state(common, command.line(), action.go());
  }

  private void shadows(Flow flow, Option option, List<String> locked) {
    List<String> words = new ArrayList<>(option.words());
    words.add(option.label());
    for (String each : words) {
      if (locked.contains(Wording.plain(each))) {
        faults.add(
            flow.file(), option.line(), "'" + each + "' is a locked order", "Use another word");
      }
    }
  }
}
