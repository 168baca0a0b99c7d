package org.doorstep.talk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Reads what a language has for one English file, and holds each text against the English. */
final class OverlayReader {

  private static final Pattern MARK = Pattern.compile("[0-9a-f]{8}");
  private static final Pattern DATE = Pattern.compile("20[0-9]{2}-[01][0-9]-[0-3][0-9]");
  private static final Pattern TEMPLATE_BRACE = TemplateText.VARIABLE;

  private final String language;
  private final String file;
  private final SequencedMap<String, Original> originals;
  private final Faults faults;
  private final SequencedMap<String, Item> texts = new LinkedHashMap<>();
  private final Set<String> refused = new HashSet<>();

  OverlayReader(
      String language, String file, SequencedMap<String, Original> originals, Faults faults) {
    this.language = language;
    this.file = file;
    this.originals = originals;
    this.faults = faults;
  }

  Overlay read(Item.Table table) {
    Fields top =
        new Fields(file, table, faults).only("spec", "language", "review", "texts", "marks");
    head(top);
    review(top);
    Fields in = top.has("texts") ? top.fields("texts") : null;
    if (in != null) in.items().forEach(this::text);
    return new Overlay(file, texts, refused, marks(top));
  }

  /**
   * A vocabulary of a language: what menus need of it. One with labels has no entries of its own.
   */
  Overlay vocabulary(Item.Table table) {
    Fields top = new Fields(file, table, faults);
    head(top);
    Fields entries = top.has("entries") ? top.fields("entries") : null;
    if (entries != null) {
      entries.items().forEach((key, item) -> entry("entries." + key, item));
    }
    return new Overlay(file, texts, refused, marks(top));
  }

  private void entry(String path, Item item) {
    if (!(item instanceof Item.Table table)) return;
    if (!originals.isEmpty() && !originals.containsKey(path + ".label")) {
      fault(path, item, "the English has no '" + path + "'", near(path + ".label"));
      return;
    }
    if (table.items().get("words") instanceof Item.Many words) texts.put(path + ".words", words);
    for (String key : List.of("label", "description")) {
      Item text = table.items().get(key);
      if (text == null) continue;
      text(path + "." + key, text);
      int limit = key.equals("label") ? Limits.LIST : Limits.DESCRIPTION;
      if (text instanceof Item.Text t && t.value().length() > limit) {
        fault(path + "." + key, t, Limits.tooLong(key, t.value(), limit), "Shorten it");
      }
    }
  }

  private void head(Fields top) {
    if (top.number("spec", 0) != 1) {
      top.fault(top.line("spec"), "this is not a file of format 1", "Begin with 'spec: 1'");
    }
    String said = top.required("language");
    if (!said.isEmpty() && !said.equals(language)) {
      top.fault(
          top.line("language"),
          "the language '" + said + "' is not the folder's",
          "Write 'language: " + quoted(language) + "', or move the file");
    }
  }

  private void review(Fields top) {
    String review = top.required("review");
    if (review.isEmpty() || review.equals("awaited") || DATE.matcher(review).matches()) return;
    top.fault(
        top.line("review"),
        "'" + review + "' says nothing about the review",
        "Write 'awaited', or the day on which a native reader has read it, \"2026-11-22\"");
  }

  private static String quoted(String tag) {
    return tag.equals("no") ? "\"no\"" : tag;
  }

  private void text(String path, Item item) {
    Original original = originals.get(path);
    if (original == null) {
      fault(path, item, "the English has no '" + path + "'", near(path));
      return;
    }
    switch (item) {
      case Item.Many many when original.list() -> words(path, many);
      case Item.Text text when !original.list() -> text(original, text);
      case Item.Text text -> words(path, new Item.Many(List.of(text), text.line()));
      case Item.Nothing nothing -> empty(path, nothing);
      case Item.Many many -> fault(path, item, "'" + path + "' is not a text", "Write one text");
      case Item.Table t ->
          fault(path, item, "'" + path + "' has keys below it", "Write the whole path before ':'");
    }
  }

  private String near(String path) {
    String instead = Faults.instead(path, originals.keySet());
    return instead.startsWith("Did") ? instead : "Take the path from the English file";
  }

  private void empty(String path, Item item) {
    fault(path, item, "'" + path + "' is empty", "Write the text, or take the line out");
  }

  private void words(String path, Item.Many many) {
    List<Item> fine = new ArrayList<>();
    for (Item item : many.items()) {
      if (!(item instanceof Item.Text word)) {
        fault(path, item, "a word of '" + path + "' is not a text", "Write [one, another]");
      } else if (word.misread()) {
        misread(path, word);
      } else {
        fine.add(word);
      }
    }
    if (fine.size() == many.items().size()) texts.put(path, many);
  }

  private void misread(String path, Item.Text text) {
    fault(
        path,
        text,
        text.value() + " would be read as something else than text",
        "Put it in quotes: \"" + text.value() + "\"");
  }

  private void text(Original original, Item.Text text) {
    String path = original.path();
    String english = original.text() == null ? "" : original.text();
    if (text.misread()) {
      misread(path, text);
      return;
    }
    if (text.value().isBlank()) {
      empty(path, text);
      return;
    }
    boolean template = path.startsWith("templates.");
    List<String> theirs = braces(english, template);
    List<String> ours = braces(text.value(), template);
    boolean same = true;
    for (String brace : theirs.stream().filter(b -> !ours.contains(b)).toList()) {
      fault(path, text, "'" + path + "' has lost " + brace, "Put it where it belongs");
      same = false;
    }
    for (String brace : ours.stream().filter(b -> !theirs.contains(b)).toList()) {
      fault(path, text, "the English of '" + path + "' has no " + brace, "Take it out");
      same = false;
    }
    if (same) texts.put(path, text);
  }

  private static List<String> braces(String text, boolean template) {
    return template
        ? TEMPLATE_BRACE.matcher(text).results().map(MatchResult::group).distinct().toList()
        : Phrase.braces(text).stream().distinct().map(b -> "{" + b + "}").toList();
  }

  private void fault(String path, Item item, String problem, String remedy) {
    refused.add(path);
    texts.remove(path);
    faults.add(file, item.line(), problem, remedy);
  }

  private Map<String, String> marks(Fields top) {
    Map<String, String> marks = new HashMap<>();
    Fields in = top.has("marks") ? top.fields("marks") : null;
    if (in == null) return marks;
    in.items()
        .forEach(
            (path, item) -> {
              if (!texts.containsKey(path) && !refused.contains(path)) {
                in.fault(item.line(), "there is no text '" + path + "' here", "Take its mark out");
              } else if (item instanceof Item.Text t && MARK.matcher(t.value()).matches()) {
                marks.put(path, t.value());
              } else {
                in.fault(
                    item.line(), "this is not a mark", "Take it out, and write it with --stamp");
              }
            });
    return marks;
  }
}
