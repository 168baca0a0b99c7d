package org.doorstep.talk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.doorstep.understand.Vocabulary;

/** The languages beside English: {@code locales/LANG/…} has a file for each English one. */
final class Locales {

  static final String FOLDER = "locales/";
  private static final String VOCABULARIES = "vocab/";

  /** All flows in one language; what it lacks is English. */
  record Translated(String language, Library library, List<Gap> gaps) {}

  private final Map<String, String> files;
  private final Map<String, Item.Table> english;
  private final Map<String, Vocabulary> vocabularies;
  private final SequencedMap<String, SequencedMap<String, Original>> originals =
      new LinkedHashMap<>();
  private final Faults faults;

  /**
   * @param vocabularies those that menus show, in English: only they are translated
   */
  Locales(
      Map<String, String> files,
      Map<String, Item.Table> english,
      Map<String, Vocabulary> vocabularies,
      Faults faults) {
    this.files = files;
    this.english = english;
    this.vocabularies = vocabularies;
    this.faults = faults;
    english.forEach(
        (file, table) -> {
          if (!LibraryReader.archived(file)) originals.put(file, Originals.of(file, table));
        });
    for (String name : new TreeSet<>(vocabularies.keySet())) {
      String file = vocabulary(name);
      String text = files.get(file);
      if (text == null) continue;
      Item.Table table = Yaml.parse(file, text, new Faults());
      if (table != null) originals.put(file, Originals.of(file, table));
    }
  }

  List<Translated> read() {
    Map<String, Map<String, String>> byLanguage = new TreeMap<>();
    files.forEach(
        (file, text) -> {
          String[] parts = file.split("/", 3);
          if (!file.startsWith(FOLDER) || !file.endsWith(".yml")) return;
          if (parts.length < 3) {
            faults.add(file, 1, "this file is of no language", "Move it to locales/LANGUAGE/");
          } else {
            byLanguage.computeIfAbsent(parts[1], k -> new TreeMap<>()).put(parts[2], text);
          }
        });
    List<Translated> all = new ArrayList<>();
    byLanguage.forEach(
        (language, texts) -> {
          String first = path(language, texts.keySet().iterator().next());
          if (LanguageTag.proper(language) && !language.equals(FlowBook.ENGLISH)) {
            all.add(translated(language, texts));
          } else {
            faults.add(
                first,
                1,
                "'" + language + "' is not the tag of another language",
                "Call the folder by its BCP 47 tag, such as cy or ur-Latn");
          }
        });
    return all;
  }

  private Translated translated(String language, Map<String, String> texts) {
    Map<String, Overlay> overlays = new LinkedHashMap<>();
    texts.forEach(
        (file, text) -> {
          boolean vocabulary = file.startsWith(VOCABULARIES);
          String path = path(language, file);
          SequencedMap<String, Original> beside = originals.get(file);
          if (beside == null && !vocabulary) {
            faults.add(
                path, 1, "there is no English file '" + file + "'", "Name it as the English");
            return;
          }
          Item.Table table = Yaml.parse(path, text, faults);
          if (table == null || beside == null) return;
          OverlayReader reader = new OverlayReader(language, path, beside, faults);
          overlays.put(file, vocabulary ? reader.vocabulary(table) : reader.read(table));
        });
    return new Translated(language, library(language, overlays), gaps(language, overlays));
  }

  private Library library(String language, Map<String, Overlay> overlays) {
    Map<String, Item.Table> tables = new TreeMap<>();
    english.forEach((file, table) -> tables.put(file, over(file, table, overlays)));
    Map<String, Vocabulary> words = new LinkedHashMap<>(vocabularies);
    words.replaceAll(
        (name, vocabulary) -> {
          Overlay overlay = overlays.get(vocabulary(name));
          return overlay == null ? vocabulary : labelled(vocabulary, overlay);
        });
    Faults own = new Faults();
    Library library =
        new LibraryReader(tables, file -> told(language, file, overlays), own).read(words);
    if (library == null) throw new IllegalStateException("English has been read before");
    own.sorted().stream().filter(f -> !faults.has(f.problem())).forEach(faults::add);
    return library;
  }

  /** Where a mistake in a text of this language is to be put right; an older version has none. */
  private String told(String language, String file, Map<String, Overlay> overlays) {
    if (overlays.containsKey(file)) return path(language, file);
    if (!LibraryReader.archived(file)) return file;
    return overlays.keySet().stream()
        .filter(newest -> sameForm(newest, file))
        .map(newest -> path(language, newest))
        .findFirst()
        .orElse(file);
  }

  private boolean sameForm(String newest, String archived) {
    Item.Table now = english.get(newest);
    Item.Table old = english.get(archived);
    return now != null && old != null && name(now).equals(name(old));
  }

  private Item.Table over(String file, Item.Table table, Map<String, Overlay> overlays) {
    if (LibraryReader.archived(file)) return older(file, table, overlays);
    Overlay overlay = overlays.get(file);
    return overlay == null ? table : Overlaying.over(table, overlay.texts());
  }

  /** An older version says in a language what it says as the newest one does. */
  private Item.Table older(String file, Item.Table table, Map<String, Overlay> overlays) {
    Map<String, Original> old = Originals.of(file, table);
    Map<String, Item> texts = new LinkedHashMap<>();
    overlays.forEach(
        (newest, overlay) -> {
          if (!sameForm(newest, file)) return;
          Map<String, Original> today = originals.getOrDefault(newest, new LinkedHashMap<>());
          overlay
              .texts()
              .forEach(
                  (path, text) -> {
                    Original then = old.get(path);
                    Original is = today.get(path);
                    if (then == null || is == null || then.list() != is.list()) return;
                    if (then.mark().equals(is.mark())) texts.put(path, text);
                  });
        });
    return Overlaying.over(table, texts);
  }

  private static String name(Item.Table flow) {
    return flow.items().get("flow") instanceof Item.Text text ? text.value() : "";
  }

  /** Labels are those of the language, and the English ones are understood as well. */
  private static Vocabulary labelled(Vocabulary english, Overlay overlay) {
    SequencedMap<String, Vocabulary.Entry> entries = new LinkedHashMap<>();
    english
        .entries()
        .forEach(
            (key, entry) -> {
              String path = "entries." + key;
              List<String> words = new ArrayList<>(entry.words());
              String label = text(overlay, path + ".label", entry.label());
              if (!label.equals(entry.label())) words.add(entry.label());
              if (overlay.texts().get(path + ".words") instanceof Item.Many many) {
                many.items().forEach(i -> words.add(i instanceof Item.Text t ? t.value() : ""));
              }
              String description = entry.description();
              if (description != null) {
                description = text(overlay, path + ".description", description);
              }
              entries.put(key, new Vocabulary.Entry(key, label, description, words));
            });
    return new Vocabulary(english.name(), entries);
  }

  private static String text(Overlay overlay, String path, String english) {
    return overlay.texts().get(path) instanceof Item.Text t ? t.value().strip() : english;
  }

  /** What a language would have to have that is not there at all. */
  List<Gap> without(String language) {
    return gaps(language, Map.of());
  }

  private List<Gap> gaps(String language, Map<String, Overlay> overlays) {
    List<Gap> gaps = new ArrayList<>();
    originals.forEach(
        (file, all) -> {
          String path = path(language, file);
          Overlay overlay = overlays.getOrDefault(file, Overlay.none(path));
          for (Original original : all.values()) {
            Gap.Kind kind = overlay.gap(original);
            if (kind != null) gaps.add(Gap.of(language, kind, path, original));
          }
        });
    return gaps;
  }

  private static String vocabulary(String name) {
    return VOCABULARIES + name + ".yml";
  }

  private static String path(String language, String file) {
    return FOLDER + language + "/" + file;
  }
}
