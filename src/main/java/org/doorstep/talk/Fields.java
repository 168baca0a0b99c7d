package org.doorstep.talk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The keys under one heading of a file, read by type; whatever does not fit becomes a fault. */
final class Fields {

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
  private static final Pattern TIME = Pattern.compile("([0-9]{1,4})(m|h|d)");

  private final String file;
  private final Item.Table table;
  private final Faults faults;

  Fields(String file, Item.Table table, Faults faults) {
    this.file = file;
    this.table = table;
    this.faults = faults;
  }

  int line() {
    return table.line();
  }

  int line(String key) {
    Item item = table.items().get(key);
    return item == null ? line() : item.line();
  }

  boolean has(String key) {
    return table.items().containsKey(key);
  }

  Set<String> keys() {
    return table.items().keySet();
  }

  @Nullable Item item(String key) {
    return table.items().get(key);
  }

  /** Everything that is here, by its key. */
  SequencedMap<String, Item> items() {
    return table.items();
  }

  /** Any other key is a fault. */
  Fields only(String... known) {
    return only(List.of(known));
  }

  /** Any other key is a fault. */
  Fields only(List<String> known) {
    table
        .items()
        .forEach(
            (key, item) -> {
              if (!known.contains(key)) {
                fault(item.line(), "'" + key + "' is not known here", Faults.instead(key, known));
              }
            });
    return this;
  }

  @Nullable String text(String key) {
    Item item = table.items().get(key);
    return item == null ? null : text(key, item);
  }

  String text(String key, String otherwise) {
    String text = text(key);
    return text == null ? otherwise : text;
  }

  String required(String key) {
    String text = text(key);
    if (text != null) return text;
    if (!has(key)) fault(line(), "'" + key + "' is missing", "Add '" + key + ": …'");
    return "";
  }

  int number(String key, int otherwise) {
    if (!(table.items().get(key) instanceof Item.Text text)) return otherwise;
    if (text.value().matches("[0-9]{1,6}")) return Integer.parseInt(text.value());
    fault(text.line(), "'" + key + "' is not a whole number", "Write a number, such as 2");
    return otherwise;
  }

  boolean flag(String key, boolean otherwise) {
    if (!(table.items().get(key) instanceof Item.Text text)) return otherwise;
    if (text.value().equals("true") || text.value().equals("false")) {
      return text.value().equals("true");
    }
    fault(text.line(), "'" + key + "' is neither true nor false", "Write true or false");
    return otherwise;
  }

  @Nullable Duration time(String key) {
    Item item = table.items().get(key);
    if (item == null) return null;
    if (item instanceof Item.Text text) {
      Duration time = length(text.value());
      if (time != null) return time;
    }
    fault(item.line(), "'" + key + "' is not a length of time", "Write 30m, 24h or 3d");
    return null;
  }

  static @Nullable Duration length(String text) {
    Matcher m = TIME.matcher(text);
    if (!m.matches()) return null;
    int n = Integer.parseInt(m.group(1));
    return switch (m.group(2)) {
      case "m" -> Duration.ofMinutes(n);
      case "h" -> Duration.ofHours(n);
      default -> Duration.ofDays(n);
    };
  }

  /** A list, or a single text in place of one. */
  List<String> texts(String key) {
    Item item = table.items().get(key);
    if (item == null) return List.of();
    List<Item> items = item instanceof Item.Many many ? many.items() : List.of(item);
    List<String> texts = new ArrayList<>();
    for (Item each : items) {
      String text = text(key, each);
      if (text != null) texts.add(text);
    }
    return texts;
  }

  List<Item> items(String key) {
    Item item = table.items().get(key);
    if (item == null) return List.of();
    if (item instanceof Item.Many many) return many.items();
    fault(item.line(), "'" + key + "' is not a list", "Write one entry per line, each after '- '");
    return List.of();
  }

  @Nullable Fields fields(String key) {
    Item item = table.items().get(key);
    return item == null ? null : fields(key, item);
  }

  @Nullable Fields fields(String key, Item item) {
    if (item instanceof Item.Table t) return new Fields(file, t, faults);
    fault(item.line(), "'" + key + "' has no keys below it", "Indent its parts, one per line");
    return null;
  }

  /** The headings under a key, by their names, which are ids and so have to look like ids. */
  SequencedMap<String, Item> named(String key) {
    SequencedMap<String, Item> named = new LinkedHashMap<>();
    Fields fields = fields(key);
    if (fields == null) return named;
    for (Map.Entry<String, Item> e : fields.table.items().entrySet()) {
      if (!NAME.matcher(e.getKey()).matches()) {
        fault(
            e.getValue().line(),
            "'" + e.getKey() + "' cannot be a name",
            "Use lower-case letters, digits and hyphens, at most 40");
      }
      named.put(e.getKey(), e.getValue());
    }
    return named;
  }

  void fault(int line, String problem, String remedy) {
    faults.add(file, line, problem, remedy);
  }

  private @Nullable String text(String key, Item item) {
    if (item instanceof Item.Text text) {
      if (text.misread()) {
        fault(
            text.line(),
            text.value() + " would be read as something else than text",
            "Put it in quotes: \"" + text.value() + "\"");
      }
      return text.value().strip();
    }
    fault(item.line(), "'" + key + "' is not a text", "Write the words after '" + key + ": '");
    return null;
  }
}
