package org.doorstep.understand;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.doorstep.cell.WholeLetters;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The words of one subject in one language, as in {@code conversation-flows/vocab/needs.yml}: menus
 * and understanding both read it.
 */
public record Vocabulary(String name, SequencedMap<String, Entry> entries) {

  /**
   * One key of a vocabulary.
   *
   * @param label what a menu shows
   * @param description a line below it in a list, at most 72 characters
   * @param words what people write for it, in lower case
   */
  public record Entry(String key, String label, @Nullable String description, List<String> words) {
    public Entry {
      words = List.copyOf(words);
    }
  }

  public Optional<Entry> entry(String key) {
    return Optional.ofNullable(entries.get(key));
  }

  /** Reads {@code vocabulary: name} and {@code entries: {key: {label, description, words: []}}}. */
  public static Vocabulary parse(String yaml) {
    if (!(new Load(LoadSettings.builder().build()).loadFromReader(new WholeLetters(yaml))
            instanceof Map<?, ?> root)
        || !(root.get("vocabulary") instanceof String name)
        || !(root.get("entries") instanceof Map<?, ?> all)) {
      throw new IllegalArgumentException("a vocabulary has a name and entries");
    }
    SequencedMap<String, Entry> entries = new LinkedHashMap<>();
    all.forEach(
        (key, value) -> {
          if (value instanceof Map<?, ?> fields) {
            entries.put(String.valueOf(key), entry(String.valueOf(key), fields));
          }
        });
    return new Vocabulary(name, entries);
  }

  private static Entry entry(String key, Map<?, ?> value) {
    List<String> words =
        value.get("words") instanceof List<?> list
            ? list.stream().map(String::valueOf).toList()
            : List.of();
    String label = value.get("label") instanceof String l ? l : key;
    return new Entry(key, label, value.get("description") instanceof String d ? d : null, words);
  }
}
