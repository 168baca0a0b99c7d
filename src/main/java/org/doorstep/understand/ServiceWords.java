package org.doorstep.understand;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.doorstep.people.Need;

/**
 * What a service is an answer to, by the words that directories have for it, and by those with
 * which people ask for one. English words count, and those of the text's own language.
 */
final class ServiceWords {

  /** What stands around the name of a service, and is no kind of help. */
  private static final String AROUND = "around";

  /** That it brings things to the door. */
  private static final String DELIVERS = "delivers";

  /** Shorter words are in every name. */
  private static final int SHORTEST = 3;

  private final List<Row> around;
  private final List<Row> delivers;
  private final Map<String, List<Row>> words = new LinkedHashMap<>();
  private final Map<String, List<Row>> unless = new LinkedHashMap<>();

  ServiceWords(List<WordLists> tongues) {
    for (WordLists one : tongues) {
      one.each(
          (key, list, written) -> {
            Map<String, List<Row>> into = list.equals("unless") ? unless : words;
            if (list.equals("words") || list.equals("unless")) {
              into.computeIfAbsent(key, k -> new ArrayList<>())
                  .add(Row.of(one.language(), written));
            }
          });
    }
    List<Row> small = words.remove(AROUND);
    around = small == null ? List.of() : List.copyOf(small);
    List<Row> bring = words.remove(DELIVERS);
    delivers = bring == null ? List.of() : List.copyOf(bring);
  }

  /**
   * @param places what is named as a place
   */
  Set<String> named(String text, Language language, List<String> places) {
    Set<String> left = new LinkedHashSet<>(Said.of(text, language).words());
    places.forEach(place -> left.removeAll(Said.of(place, language).words()));
    left.removeIf(
        word ->
            word.length() < SHORTEST
                || around.stream().anyMatch(row -> row.in(Said.of(word, language))));
    return left;
  }

  boolean deliver(String text, Language language) {
    Said said = Said.of(text, language);
    return delivers.stream().anyMatch(row -> row.in(said));
  }

  Set<Need> in(String text, Language language) {
    Said said = Said.of(text, language);
    Set<Need> needs = new LinkedHashSet<>();
    List<Named> all = named(said);
    all.stream()
        .filter(one -> all.stream().noneMatch(other -> other.covers(one)))
        .filter(
            one ->
                unless.getOrDefault(one.need(), List.of()).stream().noneMatch(row -> row.in(said)))
        .forEach(one -> needs.add(new Need(one.need())));
    return needs;
  }

  /** Of two at the same words the longer one is meant: a food bank is no food shop. */
  private record Named(String need, int at, int end) {

    boolean covers(Named other) {
      return at <= other.at && end >= other.end && end - at > other.end - other.at;
    }
  }

  private List<Named> named(Said said) {
    List<Named> all = new ArrayList<>();
    words.forEach(
        (need, rows) -> {
          for (int at = 0; at < said.words().size(); at++) {
            int start = at;
            int end = rows.stream().mapToInt(row -> row.end(said, start)).max().orElse(-1);
            if (end >= 0) all.add(new Named(need, at, end));
          }
        });
    return all;
  }
}
