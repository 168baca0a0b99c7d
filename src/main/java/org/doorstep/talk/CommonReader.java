package org.doorstep.talk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;

/** Reads {@code common.yml}. */
final class CommonReader {

  private final FlowReader flows;

  CommonReader(FlowReader flows) {
    this.flows = flows;
  }

  Common common(Fields top) {
    Flow flow = flows.flow(top, Headings.COMMON);
    SequencedMap<String, Command> commands = flows.each(top, "interrupts", this::command);
    Map<String, List<String>> answers = new LinkedHashMap<>();
    Fields lists = top.fields("answers");
    for (String key : Common.ANSWERS) {
      if (lists == null || !lists.has(key)) {
        top.fault(
            top.line("answers"), "the answers have no '" + key + "'", "Add '" + key + ": […]'");
      } else {
        answers.put(key, plain(lists.texts(key)));
      }
    }
    if (lists != null) lists.only(Common.ANSWERS);
    List<List<String>> ordinals = new ArrayList<>();
    for (Item item : top.items("ordinals")) {
      if (item instanceof Item.Many many) {
        ordinals.add(
            many.items().stream()
                .map(i -> i instanceof Item.Text t ? Wording.plain(t.value()) : "")
                .toList());
      } else {
        top.fault(item.line(), "an ordinal is not a list", "Write '- [first, 1st]'");
      }
    }
    return new Common(flow, commands, answers, ordinals);
  }

  private static List<String> plain(List<String> texts) {
    return texts.stream().map(Wording::plain).toList();
  }

  private Command command(String name, Item item) {
    Fields in = flows.fields(name, item);
    in.only(Headings.COMMAND);
    if (in.texts("words").isEmpty()) {
      in.fault(in.line(), "nobody can say '" + name + "'", "Add 'words: […]'");
    }
    Fields idle = in.has("idle") ? in.fields("idle") : null;
    if (idle != null) idle.only(Headings.ACTION);
    return new Command(
        name,
        in.texts("words").stream().map(Command::pattern).toList(),
        action(in),
        idle == null ? null : action(idle),
        in.flag("only-idle", false),
        in.flag("locked", false),
        in.flag("leads", false),
        in.number("times", 1),
        item.line());
  }

  private Command.Action action(Fields in) {
    String then = in.text("then", "resume");
    Command.Then next = Command.Then.RESUME;
    List<String> all = new ArrayList<>();
    for (Command.Then each : Command.Then.values()) {
      String key = each.name().toLowerCase(Locale.ROOT);
      all.add(key);
      if (key.equals(then)) next = each;
    }
    if (!all.contains(then)) {
      in.fault(in.line("then"), "nothing goes on by '" + then + "'", Faults.instead(then, all));
    }
    String say = in.text("say");
    return new Command.Action(
        flows.doing(in),
        say == null ? null : new Message(say, List.of(), null, in.line("say")),
        in.text("go"),
        next);
  }
}
