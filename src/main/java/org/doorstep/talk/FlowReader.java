package org.doorstep.talk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Reads one flow from its file: all but what is special to slots. */
final class FlowReader {

  private static final Flow.Tries TRIES = new Flow.Tries(3, "human");

  private final String file;
  private final Faults faults;

  FlowReader(String file, Faults faults) {
    this.file = file;
    this.faults = faults;
  }

  Flow flow(Fields top, List<String> more) {
    List<String> known = new ArrayList<>(Headings.FLOW);
    known.addAll(more);
    top.only(known);
    if (top.number("spec", 0) != 1) {
      top.fault(top.line("spec"), "this is not a file of format 1", "Begin with 'spec: 1'");
    }
    int version = top.number("version", 0);
    if (version < 1) top.fault(top.line("version"), "'version' is missing", "Add 'version: 1'");
    Flow.Tries tries = tries(top);
    SequencedMap<String, Message> messages = each(top, "messages", this::message);
    for (String name : top.texts("translate")) {
      if (!messages.containsKey(name)) {
        String remedy = Faults.instead(name, messages.keySet());
        top.fault(top.line("translate"), "'" + name + "' is not a message", remedy);
      }
    }
    return new Flow(
        file,
        top.required("flow"),
        version,
        top.text("start"),
        top.time("expires"),
        top.texts("starts-on"),
        top.texts("words").stream().map(Wording::plain).toList(),
        tries == null ? TRIES : tries,
        each(top, "slots", new SlotReader(this)::slot),
        each(top, "states", this::state),
        messages,
        each(top, "values", (name, item) -> item instanceof Item.Text t ? t.value() : ""),
        carry(top));
  }

  <T> SequencedMap<String, T> each(Fields top, String key, BiFunction<String, Item, T> read) {
    SequencedMap<String, T> all = new LinkedHashMap<>();
    if (top.has(key)) top.named(key).forEach((name, item) -> all.put(name, read.apply(name, item)));
    return all;
  }

  Fields fields(String key, Item item) {
    if (item instanceof Item.Table table) return new Fields(file, table, faults);
    faults.add(
        file, item.line(), "'" + key + "' has no keys below it", "Indent its parts, one per line");
    return new Fields(file, new Item.Table(new LinkedHashMap<>(), item.line()), faults);
  }

  Flow.@Nullable Tries tries(Fields in) {
    Fields tries = in.has("tries") ? in.fields("tries") : null;
    if (tries == null) return null;
    tries.only(Headings.TRIES);
    return new Flow.Tries(Math.max(1, tries.number("max", 3)), tries.text("then", "human"));
  }

  private State state(String key, Item item) {
    Fields in = fields(key, item);
    in.only(Headings.STATE);
    String silence = in.text("silence");
    if (silence != null && !silence.equals("until-released")) {
      in.fault(in.line("silence"), "silence has no such end", "Write 'until-released'");
    }
    Message message = in.has("say") ? message(item, in) : null;
    if (message == null && in.has("choose")) {
      in.fault(in.line("choose"), "there are choices but no question", "Add 'say'");
    }
    return new State(
        key,
        in.texts("fill"),
        in.texts("choose-slot"),
        message,
        in.text("unclear"),
        doing(in),
        in.text("go"),
        in.flag("end", false),
        silence != null,
        in.text("keep"),
        timers(in),
        later(in),
        item.line());
  }

  Message message(String key, Item item) {
    if (item instanceof Item.Text text) {
      if (text.misread()) {
        faults.add(
            file,
            text.line(),
            text.value() + " would be read as something else than text",
            "Put it in quotes: \"" + text.value() + "\"");
      }
      return new Message(text.value().strip(), List.of(), null, text.line());
    }
    Fields in = fields(key, item);
    in.only(Headings.MESSAGE);
    return message(item, in);
  }

  private Message message(Item item, Fields in) {
    List<Option> choices = new ArrayList<>();
    if (in.has("choose")) in.named("choose").forEach((k, i) -> choices.add(option(k, i)));
    return new Message(in.required("say"), choices, stand(in), item.line());
  }

  /** {@code template: name}, or with the values for its variables. */
  private Message.@Nullable Stand stand(Fields in) {
    if (!in.has("template")) return null;
    if (in.item("template") instanceof Item.Text) {
      return new Message.Stand(in.required("template"), List.of(), in.line("template"));
    }
    Fields template = in.fields("template");
    if (template == null) return null;
    template.only(Headings.STAND);
    return new Message.Stand(template.required("name"), template.texts("with"), template.line());
  }

  Option option(String key, Item item) {
    if (item instanceof Item.Text text) {
      return new Option(key, text.value(), null, List.of(), null, null, null, null, item.line());
    }
    Fields in = fields(key, item);
    in.only(Headings.OPTION);
    return new Option(
        key,
        in.required("label"),
        in.text("description"),
        in.texts("words"),
        in.text("means"),
        doing(in),
        in.text("go"),
        in.text("clear"),
        item.line());
  }

  @Nullable Doing doing(Fields in) {
    String key = in.text("do");
    if (key == null) return null;
    for (Doing doing : Doing.values()) {
      if (doing.key().equals(key)) return doing;
    }
    List<String> all = List.of(Doing.values()).stream().map(Doing::key).toList();
    in.fault(in.line("do"), "nothing called '" + key + "' can be done", Faults.instead(key, all));
    return null;
  }

  private List<State.Timer> timers(Fields in) {
    List<State.Timer> timers = new ArrayList<>();
    Fields after = in.has("after") ? in.fields("after") : null;
    if (after == null) return timers;
    for (String key : after.keys()) {
      Fields timer = after.fields(key);
      if (timer == null) continue;
      timer.only(Headings.TIMER);
      Duration length = Fields.length(key);
      if (length == null || length.isZero()) {
        after.fault(
            after.line(key), "'" + key + "' is not a length of time", "Write 30m, 24h or 3d");
        continue;
      }
      if (!timer.has("say") && !timer.has("template") && !timer.has("go")) {
        after.fault(after.line(key), "nothing happens after " + key, "Add 'say' or 'go'");
      }
      timers.add(
          new State.Timer(
              key, length, timer.text("say"), stand(timer), timer.text("go"), timer.line()));
    }
    return timers;
  }

  private State.@Nullable Later later(Fields in) {
    Fields later = in.has("ask-later") ? in.fields("ask-later") : null;
    if (later == null) return null;
    later.only(Headings.LATER);
    Duration after = later.time("after");
    if (!later.has("after")) later.fault(later.line(), "'after' is missing", "Add 'after: 2h'");
    String flow = later.required("flow");
    return after == null ? null : new State.Later(after, flow, later.line());
  }

  private Map<Integer, Flow.Carry> carry(Fields top) {
    Map<Integer, Flow.Carry> all = new HashMap<>();
    Fields carry = top.has("carry") ? top.fields("carry") : null;
    if (carry == null) return all;
    for (String version : carry.keys()) {
      Fields in = carry.fields(version);
      if (in == null) continue;
      in.only(Headings.CARRY);
      if (!version.matches("[0-9]{1,6}")) {
        carry.fault(in.line(), "'" + version + "' is not a version", "Write a number in quotes");
        continue;
      }
      all.put(
          Integer.valueOf(version), new Flow.Carry(renames(in, "slots"), renames(in, "states")));
    }
    return all;
  }

  private static Map<String, String> renames(Fields in, String key) {
    Map<String, String> renames = new HashMap<>();
    Fields fields = in.has(key) ? in.fields(key) : null;
    if (fields != null) fields.keys().forEach(k -> renames.put(k, fields.text(k, "")));
    return renames;
  }
}
