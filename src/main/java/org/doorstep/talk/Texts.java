package org.doorstep.talk;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether what is said fits, and has nothing in its braces that nobody fills. */
final class Texts {

  private final Library library;
  private final Faults faults;

  Texts(Library library, Faults faults) {
    this.library = library;
    this.faults = faults;
  }

  void check(Flow flow) {
    Set<String> values = new HashSet<>(flow.values().keySet());
    values.addAll(flow.slots().keySet());
    values.addAll(library.common().flow().values().keySet());
    for (Slot slot : flow.slots().values()) slot(flow, slot, values);
    for (State state : flow.states().values()) {
      int more = (int) state.chooseSlot().stream().filter(flow.slots()::containsKey).count();
      if (state.message() != null) {
        message(flow, state.message(), more, values);
        taps(flow, state.line(), state.key(), state.message().choices());
      }
      text(flow, state.line(), state.unclear(), false, values);
      for (State.Timer timer : state.timers()) timer(flow, timer, values);
    }
    for (Message message : flow.messages().values()) message(flow, message, 0, values);
    if (flow.name().equals(Flow.COMMON)) {
      for (Command command : library.common().commands().values()) {
        command(flow, command.open(), values);
        command(flow, command.idle(), values);
      }
    }
  }

  private void command(Flow flow, Command.@Nullable Action action, Set<String> values) {
    if (action != null && action.say() != null) message(flow, action.say(), 0, values);
  }

  private void slot(Flow flow, Slot slot, Set<String> values) {
    List<Option> options = new ArrayList<>(library.menu(slot));
    boolean choices = !options.isEmpty() || slot.optional();
    for (String text : new String[] {slot.ask(), slot.again()}) {
      text(flow, slot.line(), text, choices, values);
    }
    text(flow, slot.line(), slot.offer(), true, values);
    slot.checks().forEach(c -> text(flow, c.line(), c.say(), false, values));
    labels(flow, slot.line(), options, options.size() + (slot.optional() ? 1 : 0));
    List<String> shown = new ArrayList<>(options.stream().map(Option::label).toList());
    if (slot.optional()) library.message("common.skip").ifPresent(m -> shown.add(m.say()));
    numbered(flow, slot.line(), slot.ask(), shown);
    taps(flow, slot.line(), "which." + slot.key(), options);
    if (slot.label() != null) label(flow, slot.line(), slot.label(), Limits.LIST);
  }

  private void message(Flow flow, Message message, int more, Set<String> values) {
    int choices = message.choices().size() + more;
    text(flow, message.line(), message.say(), choices > 0, values);
    labels(flow, message.line(), message.choices(), choices);
    List<String> listed = message.choices().stream().map(Option::label).toList();
    numbered(flow, message.line(), message.say(), listed);
    if (message.template() != null) stand(flow, message.template(), values);
  }

  private void timer(Flow flow, State.Timer timer, Set<String> values) {
    text(flow, timer.line(), timer.say(), false, values);
    if (timer.template() != null) stand(flow, timer.template(), values);
  }

  private void stand(Flow flow, Message.Stand stand, Set<String> values) {
    stand.with().stream()
        .filter(v -> !v.equals("about"))
        .forEach(v -> value(flow, stand.line(), v, values));
  }

  private void text(
      Flow flow, int line, @Nullable String text, boolean choices, Set<String> values) {
    if (text == null) return;
    int limit = choices ? Phrase.WITH_CHOICES : Phrase.WITHOUT;
    List<String> braces = Phrase.braces(text);
    int longest = longest(text, braces);
    if (text.length() > limit) {
      faults.add(flow.file(), line, Limits.tooLong("text", text, limit), "Shorten it");
    } else if (longest > limit) {
      faults.add(
          flow.file(),
          line,
          "with long values the text has " + longest + " characters; there is room for " + limit,
          "Shorten it");
    }
    braces.forEach(brace -> value(flow, line, brace, values));
    long open = text.chars().filter(c -> c == '{').count();
    long shut = text.chars().filter(c -> c == '}').count();
    if (open != braces.size() || shut != braces.size()) {
      faults.add(
          flow.file(),
          line,
          "a brace does not hold a name",
          "Write {name} in lower case, or leave braces out");
    }
  }

  /** Longer values are cut, but never below this. */
  private static int longest(String text, List<String> braces) {
    int names = braces.stream().mapToInt(brace -> brace.length() + 2).sum();
    return text.length() - names + Phrase.SHORTEST_VALUE * braces.size();
  }

  /** Where there are no buttons the answers are listed below the text. */
  private void numbered(Flow flow, int line, @Nullable String text, List<String> labels) {
    if (text == null || labels.isEmpty()) return;
    String hint = library.message("common.reply-with-number").map(Message::say).orElse("");
    int list = labels.stream().mapToInt(label -> label.length() + 5).sum();
    int all = longest(text, Phrase.braces(text)) + list + hint.length() + 4;
    if (all > Phrase.WITHOUT) {
      faults.add(
          flow.file(),
          line,
          "with its answers listed, as on SMS, the text has "
              + all
              + " characters; there is room for "
              + Phrase.WITHOUT,
          "Shorten it");
    }
  }

  /** What a button carries has to fit: 200 characters at Twilio, 150 in a menu of Slack. */
  private void taps(Flow flow, int line, String key, List<Option> options) {
    int limit = options.size() > Limits.SLACK_BUTTONS ? Limits.SLACK_MENU_TAP : Limits.TAP;
    for (Option option : options) {
      Tap tap = new Tap(flow.name(), 999, key, option.key(), "r".repeat(Limits.ABOUT));
      if (tap.encoded().length() > limit) {
        faults.add(
            flow.file(),
            option.line() == 0 ? line : option.line(),
            "the names of flow, question and answer are too long together for a button",
            "Shorten one of them");
      }
    }
  }

  private void value(Flow flow, int line, String name, Set<String> values) {
    if (values.contains(name)) return;
    faults.add(flow.file(), line, "nobody fills in {" + name + "}", Faults.instead(name, values));
  }

  private void labels(Flow flow, int line, List<Option> options, int shown) {
    int limit = shown <= Limits.BUTTONS ? Limits.BUTTON : Limits.LIST;
    for (Option option : options) {
      int at = option.line() == 0 ? line : option.line();
      label(flow, at, option.label(), limit);
      String description = option.description();
      if (description != null && description.length() > Limits.DESCRIPTION) {
        faults.add(
            flow.file(),
            at,
            Limits.tooLong("description", description, Limits.DESCRIPTION),
            "Shorten it");
      }
    }
  }

  private void label(Flow flow, int line, String label, int limit) {
    if (label.length() > limit) {
      faults.add(flow.file(), line, Limits.tooLong("label", label, limit), "Shorten it");
    }
    if (label.contains("{")) {
      faults.add(
          flow.file(), line, "a label has braces", "Labels are always the same; write words");
    }
  }
}
