package org.doorstep.understand;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.doorstep.cell.WholeLetters;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Every list of a vocabulary, by key and by name of the list: {@code words} as menus know them, and
 * beside them {@code phrases}, {@code unless} and others that only understanding reads.
 */
record WordLists(
    String name, String language, SequencedMap<String, Map<String, List<String>>> entries) {

  /** Told of each line of each list. */
  interface Reader {
    void line(String key, String list, String written);
  }

  static WordLists parse(String yaml) {
    if (!(new Load(LoadSettings.builder().build()).loadFromReader(new WholeLetters(yaml))
            instanceof Map<?, ?> root)
        || !(root.get("vocabulary") instanceof String name)
        || !(root.get("entries") instanceof Map<?, ?> all)) {
      throw new IllegalArgumentException("a vocabulary has a name and entries");
    }
    SequencedMap<String, Map<String, List<String>>> entries = new LinkedHashMap<>();
    all.forEach(
        (key, fields) -> {
          Map<String, List<String>> lists = new LinkedHashMap<>();
          if (fields instanceof Map<?, ?> map) {
            map.forEach(
                (field, value) -> {
                  if (value instanceof List<?> lines) {
                    lists.put(String.valueOf(field), lines.stream().map(String::valueOf).toList());
                  }
                });
          }
          entries.put(String.valueOf(key), lists);
        });
    String language = root.get("language") instanceof String tag ? tag : Language.ENGLISH.tag();
    return new WordLists(name, language, entries);
  }

  static WordLists none(String name, String language) {
    return new WordLists(name, language, new LinkedHashMap<>());
  }

  /** These and others, list by list. */
  WordLists with(WordLists other) {
    SequencedMap<String, Map<String, List<String>>> both = new LinkedHashMap<>();
    entries.forEach((key, lists) -> both.put(key, new LinkedHashMap<>(lists)));
    other.entries.forEach(
        (key, lists) -> {
          Map<String, List<String>> own = both.computeIfAbsent(key, _ -> new LinkedHashMap<>());
          lists.forEach((list, lines) -> own.merge(list, lines, WordLists::joined));
        });
    return new WordLists(name, language, both);
  }

  private static List<String> joined(List<String> some, List<String> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }

  void each(Reader reader) {
    entries.forEach(
        (key, lists) ->
            lists.forEach((list, lines) -> lines.forEach(line -> reader.line(key, list, line))));
  }

  /** One list of one entry; empty if there is none. */
  List<String> list(String key, String list) {
    return entries.getOrDefault(key, Map.of()).getOrDefault(list, List.of());
  }

  /** The {@code words} of each entry, spelled plainly. */
  Map<String, List<String>> words() {
    Map<String, List<String>> words = new LinkedHashMap<>();
    for (String key : entries.keySet()) {
      words.put(key, new ArrayList<>(list(key, "words").stream().map(Plain::word).toList()));
    }
    return words;
  }
}
