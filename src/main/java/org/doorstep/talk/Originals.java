package org.doorstep.talk;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds all that is to be translated in an English file. */
final class Originals {

  private static final List<String> OPTIONS = List.of("choose", "options");

  private final String file;
  private final SequencedMap<String, Original> found = new LinkedHashMap<>();

  private Originals(String file) {
    this.file = file;
  }

  /** By path, in the order of the file. */
  static SequencedMap<String, Original> of(String file, Item.Table top) {
    Originals originals = new Originals(file);
    originals.read(top);
    return originals.found;
  }

  private interface Reader {
    void read(String path, Item item);
  }

  private void read(Item.Table top) {
    list("words", top.items().get("words"));
    each("interrupts", top, this::command);
    each("answers", top, this::list);
    each("ordinals", top, this::list);
    each("slots", top, this::slot);
    each("states", top, this::message);
    Set<String> translated = translated(top);
    each("messages", top, (path, item) -> among(translated, path, () -> message(path, item)));
    each("templates", top, this::template);
    each(
        "entries",
        top,
        (path, item) -> among(translated, path, () -> texts(path, item, "label", "description")));
  }

  /** What {@code translate:} leaves out may be translated, and need not. */
  private void among(@Nullable Set<String> translated, String path, Runnable read) {
    int before = found.size();
    read.run();
    if (translated != null && !translated.contains(name(path))) {
      found.sequencedValues().stream().skip(before).toList().forEach(this::spare);
    }
  }

  /** The messages that {@code translate:} names; null where all are meant. */
  private static @Nullable Set<String> translated(Item.Table top) {
    if (!(top.items().get("translate") instanceof Item.Many many)) return null;
    Set<String> names = new HashSet<>();
    many.items().forEach(i -> names.add(i instanceof Item.Text t ? t.value() : ""));
    return names;
  }

  private void spare(Original o) {
    found.put(o.path(), new Original(o.file(), o.path(), o.text(), false, o.line()));
  }

  private void command(String path, Item item) {
    texts(path, item, "say");
    if (!(item instanceof Item.Table table)) return;
    list(path + ".words", table.items().get("words"));
    Item idle = table.items().get("idle");
    if (idle != null) texts(path + ".idle", idle, "say");
  }

  private void slot(String path, Item item) {
    texts(path, item, "label", "ask", "again", "offer");
    each(path + ".check", item, "check", (at, check) -> texts(at, check, "say"));
    options(path, item);
  }

  /** A state is a message with more about it. */
  private void message(String path, Item item) {
    if (item instanceof Item.Text text) text(path, text);
    texts(path, item, "say", "unclear");
    each(path + ".after", item, "after", (at, timer) -> texts(at, timer, "say"));
    options(path, item);
  }

  private void options(String path, Item item) {
    for (String key : OPTIONS) {
      each(
          path + "." + key,
          item,
          key,
          (at, option) -> {
            if (option instanceof Item.Text label) text(at + ".label", label);
            texts(at, option, "label", "description");
            found.put(at + ".words", new Original(file, at + ".words", null, false, option.line()));
          });
    }
  }

  private void template(String path, Item item) {
    texts(path, item, "text");
    each(path + ".buttons", item, "buttons", (at, button) -> texts(at, button, "label"));
  }

  private void each(String key, Item.Table top, Reader reader) {
    each(key, top, key, reader);
  }

  /** What stands below a key, by its name or by its number. */
  private static void each(String path, Item item, String key, Reader reader) {
    if (!(item instanceof Item.Table table)) return;
    Item below = table.items().get(key);
    if (below instanceof Item.Table named) {
      named.items().forEach((name, each) -> reader.read(path + "." + name, each));
    } else if (below instanceof Item.Many many) {
      for (int i = 0; i < many.items().size(); i++)
        reader.read(path + "." + i, many.items().get(i));
    }
  }

  private void texts(String path, Item item, String... keys) {
    if (!(item instanceof Item.Table table)) return;
    for (String key : keys) {
      if (table.items().get(key) instanceof Item.Text text) text(path + "." + key, text);
    }
  }

  private void text(String path, Item.Text text) {
    found.put(path, new Original(file, path, text.value().strip(), true, text.line()));
  }

  private void list(String path, @Nullable Item item) {
    if (item != null) found.put(path, new Original(file, path, null, false, item.line()));
  }

  private static String name(String path) {
    return path.substring(path.indexOf('.') + 1);
  }
}
