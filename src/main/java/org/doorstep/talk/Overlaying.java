package org.doorstep.talk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * Lays the texts of a language over an English file. What is laid over brings its line along, so
 * that a fault in it is told of the language's file.
 */
final class Overlaying {

  /** A part of a path: what is put here, and what is put below. */
  private static final class Step {
    final SequencedMap<String, Step> below = new LinkedHashMap<>();
    @Nullable Item put;
  }

  private Overlaying() {}

  static Item.Table over(Item.Table english, Map<String, Item> texts) {
    Step root = new Step();
    texts.forEach(
        (path, item) -> {
          Step step = root;
          for (String key : path.split("\\.")) {
            step = step.below.computeIfAbsent(key, k -> new Step());
          }
          step.put = item;
        });
    return table(english, root, "");
  }

  private static Item item(@Nullable Item english, Step step, String parent) {
    if (step.put instanceof Item.Many more) return more(english, more);
    if (step.put != null) return step.put;
    return switch (english) {
      case Item.Table table -> table(table, step, parent);
      case Item.Many many -> many(many, step);
      // an option written as nothing but its label
      case Item.Text label -> table(labelled(label), step, parent);
      case Item.Nothing nothing -> nothing;
      case null -> throw new IllegalStateException("a path that the English does not have");
    };
  }

  private static Item.Table labelled(Item.Text label) {
    SequencedMap<String, Item> items = new LinkedHashMap<>();
    items.put("label", label);
    return new Item.Table(items, label.line());
  }

  /**
   * @param parent the key above: what stands below {@code choose} or {@code options} is an answer,
   *     and its English label is understood as well
   */
  private static Item.Table table(Item.Table english, Step step, String parent) {
    SequencedMap<String, Item> items = new LinkedHashMap<>(english.items());
    int line = english.line();
    boolean first = true;
    for (Map.Entry<String, Step> below : step.below.entrySet()) {
      Item before = english.items().get(below.getKey());
      Item after = item(before, below.getValue(), below.getKey());
      items.put(below.getKey(), after);
      if (first) line = after.line();
      first = false;
    }
    boolean option = parent.equals("choose") || parent.equals("options");
    if (option) {
      items.replaceAll(
          (key, item) -> step.below.containsKey(key) ? understood(english, key, item) : item);
    }
    return new Item.Table(items, line);
  }

  private static Item understood(Item.Table options, String key, Item item) {
    Item english = options.items().get(key);
    Item label = english instanceof Item.Table t ? t.items().get("label") : english;
    if (!(item instanceof Item.Table table) || !(label instanceof Item.Text)) return item;
    SequencedMap<String, Item> items = new LinkedHashMap<>(table.items());
    Item more = new Item.Many(List.of(label), table.line());
    items.put("words", more(items.get("words"), (Item.Many) more));
    return new Item.Table(items, table.line());
  }

  private static Item many(Item.Many english, Step step) {
    List<Item> items = new ArrayList<>(english.items());
    step.below.forEach(
        (number, below) -> {
          int at = Integer.parseInt(number);
          items.set(at, item(items.get(at), below, number));
        });
    return new Item.Many(items, english.line());
  }

  /** A language's words come after the English ones, each once. */
  private static Item more(@Nullable Item english, Item.Many more) {
    List<Item> all = new ArrayList<>();
    if (english instanceof Item.Many many) all.addAll(many.items());
    else if (english instanceof Item.Text) all.add(english);
    List<String> plain = new ArrayList<>(all.stream().map(Overlaying::plain).toList());
    for (Item item : more.items()) {
      if (plain.contains(plain(item))) continue;
      plain.add(plain(item));
      all.add(item);
    }
    return new Item.Many(all, more.line());
  }

  private static String plain(Item item) {
    return item instanceof Item.Text text ? Wording.plain(text.value()) : "";
  }
}
