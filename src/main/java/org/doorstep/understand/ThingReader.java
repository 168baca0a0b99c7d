package org.doorstep.understand;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.doorstep.people.Need;
import org.jspecify.annotations.Nullable;

/**
 * "I have a spare microwave if anyone needs one": which kind of thing is named, how many, and
 * whether it is there to be had. English words count, and those of the message's own language.
 */
final class ThingReader {

  /** How far before a thing its number may stand: "10 bags of veg". */
  private static final int BEFORE = 3;

  private static final int LONGEST = 600;

  private final Map<String, Set<String>> needs = new LinkedHashMap<>();
  private final Map<String, List<Row>> kinds = new LinkedHashMap<>();
  private final Map<String, List<Row>> giving = new LinkedHashMap<>();
  private final Map<String, List<Row>> spare = new LinkedHashMap<>();
  private final Map<String, Map<String, Integer>> numbers;

  ThingReader(List<WordLists> things, List<WordLists> how, List<WordLists> signs) {
    read(things, kinds);
    read(how, giving);
    read(signs, spare);
    things.forEach(
        lists ->
            lists
                .entries()
                .forEach(
                    (kind, all) ->
                        needs
                            .computeIfAbsent(kind, k -> new LinkedHashSet<>())
                            .addAll(all.getOrDefault("needs", List.of()))));
    numbers = numbers(signs);
  }

  private static void read(List<WordLists> tongues, Map<String, List<Row>> into) {
    for (WordLists one : tongues) {
      one.each(
          (key, list, written) -> {
            if (list.equals("words") || list.equals("forms")) {
              into.computeIfAbsent(key, k -> new ArrayList<>())
                  .add(Row.of(one.language(), written));
            }
          });
    }
  }

  /** {@code number-3: {words: [three, trzy]}}. */
  private static Map<String, Map<String, Integer>> numbers(List<WordLists> signs) {
    Map<String, Map<String, Integer>> all = new LinkedHashMap<>();
    for (WordLists one : signs) {
      Map<String, Integer> numbers = all.computeIfAbsent(one.language(), k -> new HashMap<>());
      one.words()
          .forEach(
              (key, words) -> {
                if (!key.startsWith("number-")) return;
                int number = Integer.parseInt(key.substring("number-".length()));
                words.forEach(word -> numbers.putIfAbsent(word, number));
              });
    }
    return all;
  }

  /** A kind and where it is named. */
  private record Named(String kind, int at, int end) {}

  /**
   * The kinds that a request may mean: those of its need, where it is a need of some kinds alone,
   * and otherwise those that it names. What is somebody's own already is not what they want.
   */
  List<String> wanted(Need need, String text, Language language) {
    List<String> itsOwn =
        needs.entrySet().stream()
            .filter(e -> e.getValue().contains(need.key()))
            .map(Map.Entry::getKey)
            .toList();
    if (!itsOwn.isEmpty()) return itsOwn;
    Said said = Said.of(text, language);
    return named(said).stream()
        .filter(one -> needs.getOrDefault(one.kind(), Set.of()).isEmpty())
        .filter(one -> !owned(said, one.at()))
        .map(Named::kind)
        .distinct()
        .toList();
  }

  /** "My phone", "her old heater". */
  private boolean owned(Said said, int at) {
    List<String> before = said.words().subList(Math.max(0, at - 2), at);
    return any("own", new Said(said.language(), before));
  }

  /** The first kind that is named. */
  Optional<String> kind(String text, Language language) {
    return named(Said.of(text, language)).stream().map(Named::kind).findFirst();
  }

  /** A number, in figures or as a word; 0 where there is none. */
  int count(String text, Language language) {
    Said said = Said.of(text, language);
    return said.words().stream()
        .mapToInt(word -> number(said, word))
        .filter(n -> n > 0)
        .findFirst()
        .orElse(0);
  }

  /** Empty where nobody has anything for others, or somebody asks for it. */
  Optional<Spare> read(String text, Language language) {
    if (text.length() > LONGEST) return Optional.empty();
    Said said = Said.of(text, language);
    if (any("asks", said)) return Optional.empty();
    String how = how(said);
    if (any("something", said)) return Optional.of(new Spare(null, how, 0));
    List<Named> named = named(said);
    if (named.isEmpty()) return Optional.empty();
    boolean has = any("have", said) && any("spare", said);
    if (!has && how == null && !any("wanted", said)) return Optional.empty();
    Named first = named.getFirst();
    return Optional.of(new Spare(first.kind(), how, before(said, first.at())));
  }

  private @Nullable String how(Said said) {
    return List.of("lend", "give").stream()
        .filter(key -> giving.getOrDefault(key, List.of()).stream().anyMatch(row -> row.in(said)))
        .findFirst()
        .orElse(null);
  }

  private boolean any(String sign, Said said) {
    return spare.getOrDefault(sign, List.of()).stream().anyMatch(row -> row.in(said));
  }

  /** In the order in which they are named; of two at the same words the longer one. */
  private List<Named> named(Said said) {
    List<Named> all = new ArrayList<>();
    kinds.forEach(
        (kind, rows) -> {
          for (int at = 0; at < said.words().size(); at++) {
            int start = at;
            int end = rows.stream().mapToInt(row -> row.end(said, start)).max().orElse(-1);
            if (end >= 0) all.add(new Named(kind, at, end));
          }
        });
    return all.stream()
        .filter(one -> all.stream().noneMatch(other -> covers(other, one)))
        .sorted(Comparator.comparingInt(Named::at))
        .collect(Collectors.toList());
  }

  private static boolean covers(Named other, Named one) {
    return other.at() <= one.at()
        && other.end() >= one.end()
        && other.end() - other.at() > one.end() - one.at();
  }

  private int before(Said said, int at) {
    for (int i = at - 1; i >= Math.max(0, at - BEFORE); i--) {
      int number = number(said, said.words().get(i));
      if (number > 0) return number;
    }
    return 0;
  }

  /** What a word counts, or 0. */
  int number(Said said, String word) {
    if (word.matches("[0-9]{1,3}")) return Integer.parseInt(word);
    return numbers.entrySet().stream()
        .filter(e -> said.speaks(e.getKey()) && e.getValue().containsKey(word))
        .map(e -> e.getValue().get(word))
        .findFirst()
        .orElse(0);
  }
}
