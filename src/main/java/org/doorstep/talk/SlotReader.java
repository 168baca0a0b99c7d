package org.doorstep.talk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the slots of a flow. */
final class SlotReader {

  private final FlowReader flows;

  SlotReader(FlowReader flows) {
    this.flows = flows;
  }

  Slot slot(String key, Item item) {
    Fields in = flows.fields(key, item);
    in.only(Headings.SLOT);
    Slot.Type type = among(in, "type", Slot.Type.values(), Slot.Type.TEXT);
    if (!in.has("type")) in.fault(in.line(), "'type' is missing", "Add 'type: choice', or another");
    Slot.Remember remember = among(in, "remember", Slot.Remember.values(), Slot.Remember.NOT);
    if (remember == Slot.Remember.OFFER && !in.has("offer")) {
      in.fault(in.line("remember"), "nothing is asked about what is remembered", "Add 'offer'");
    }
    return new Slot(
        key,
        type,
        in.text("label"),
        vocabulary(in),
        options(in),
        in.texts("show"),
        in.text("ask"),
        in.text("again"),
        in.text("offer"),
        in.flag("several", false),
        in.flag("optional", false),
        in.flag("eager", type != Slot.Type.TEXT && type != Slot.Type.NAME),
        in.flag("sensitive", false),
        remember,
        otherwise(in, type),
        conditions(in),
        checks(in),
        flows.tries(in),
        item.line());
  }

  private static <E extends Enum<E>> E among(Fields in, String key, E[] all, E otherwise) {
    String text = in.text(key);
    if (text == null) return otherwise;
    List<String> names = Arrays.stream(all).map(SlotReader::key).toList();
    int at = names.indexOf(text);
    if (at >= 0) return all[at];
    in.fault(in.line(key), "there is no " + key + " '" + text + "'", Faults.instead(text, names));
    return otherwise;
  }

  private static String key(Enum<?> e) {
    return e.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** {@code vocab/needs} is the vocabulary {@code needs}. */
  private static @Nullable String vocabulary(Fields in) {
    String from = in.text("from");
    if (from == null) return null;
    if (!from.startsWith("vocab/")) {
      in.fault(in.line("from"), "'" + from + "' is not a vocabulary", "Write 'vocab/needs'");
    }
    return from.replaceFirst("^vocab/", "");
  }

  private List<Option> options(Fields in) {
    List<Option> options = new ArrayList<>();
    if (in.has("options")) in.named("options").forEach((k, i) -> options.add(flows.option(k, i)));
    return options;
  }

  private static @Nullable SlotValue otherwise(Fields in, Slot.Type type) {
    if (!in.has("default")) return null;
    List<String> texts = in.texts("default");
    return switch (type) {
      case FLAGS -> new SlotValue.Raised(Set.of());
      case CHOICE -> new SlotValue.Picked(texts);
      case WHO, TEXT, NAME, OWN_WORDS, COUNT -> new SlotValue.Words(String.join(" ", texts));
      case WHEN, UK_PLACE -> {
        in.fault(in.line("default"), "a time or a place cannot be assumed", "Take 'default' out");
        yield null;
      }
    };
  }

  private static Map<String, List<String>> conditions(Fields in) {
    Map<String, List<String>> conditions = new LinkedHashMap<>();
    Fields fields = in.has("if") ? in.fields("if") : null;
    if (fields != null) fields.keys().forEach(k -> conditions.put(k, fields.texts(k)));
    return conditions;
  }

  private List<Slot.Check> checks(Fields in) {
    List<Slot.Check> checks = new ArrayList<>();
    for (Item item : in.items("check")) {
      Fields check = flows.fields("check", item);
      check.only(Headings.CHECK);
      checks.add(
          new Slot.Check(
              check.required("rule"), check.text("say"), check.text("else"), item.line()));
    }
    return checks;
  }
}
