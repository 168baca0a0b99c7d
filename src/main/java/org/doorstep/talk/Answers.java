package org.doorstep.talk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a whole message picks out of a list of options. */
final class Answers {

  private final Common common;

  Answers(Common common) {
    this.common = common;
  }

  /**
   * By its number, its place in the list, its label, another word for it, with one slip in a long
   * word.
   */
  Optional<Option> match(String text, List<Option> options) {
    List<String> said = polite(Wording.tokens(text));
    if (said.isEmpty() || options.isEmpty()) return Optional.empty();
    Optional<Option> labelled = labelled(text, options);
    if (labelled.isPresent()) return labelled;
    Optional<Option> exact = options.stream().filter(o -> says(said, o)).findFirst();
    if (exact.isPresent()) return exact;
    int at = position(said, options.size());
    return at >= 0 ? Optional.of(options.get(at)) : near(said, options);
  }

  /** What stands on the button, word for word. */
  Optional<Option> labelled(String text, List<Option> options) {
    List<String> said = Wording.tokens(text);
    return options.stream()
        .filter(o -> !said.isEmpty() && Wording.tokens(o.label()).equals(said))
        .findFirst();
  }

  /** As {@link #match}, but numbers mean nothing, since these options were not shown. */
  Optional<Option> byWords(String text, List<Option> options) {
    List<String> said = polite(Wording.tokens(text));
    Optional<Option> exact = options.stream().filter(o -> says(said, o)).findFirst();
    return exact.isPresent() ? exact : near(said, options);
  }

  /** Of several lines the last one that is an answer by itself. */
  Optional<Option> line(String text, List<Option> options) {
    List<String> lines = text.lines().toList();
    return lines.size() < 2
        ? Optional.empty()
        : lines.reversed().stream().flatMap(line -> match(line, options).stream()).findFirst();
  }

  /** The lines that are no answer by themselves. */
  String besides(String text, List<Option> options) {
    return text.lines()
        .filter(line -> match(line, options).isEmpty())
        .collect(Collectors.joining("\n"));
  }

  private static Optional<Option> near(List<String> said, List<Option> options) {
    List<Option> near =
        options.stream()
            .filter(o -> phrases(o).stream().anyMatch(p -> Wording.near(said, p)))
            .toList();
    return near.size() == 1 ? Optional.of(near.getFirst()) : Optional.empty();
  }

  /**
   * Every option that the text names, by its number on the menu or in words: "1 and 3", "car,
   * bike".
   */
  List<Option> all(String text, List<Option> menu, List<Option> options) {
    List<String> said = Wording.tokens(text);
    List<Option> found = new ArrayList<>();
    if (said.stream().anyMatch(t -> number(t, menu.size()) >= 0)) {
      for (String token : Wording.without(said, common.answer("filler"))) {
        int at = number(token, menu.size());
        if (at < 0) return List.of();
        found.add(menu.get(at));
      }
      return found.stream().distinct().toList();
    }
    for (Option option : options) {
      if (phrases(option).stream().anyMatch(p -> Wording.within(said, p))) found.add(option);
    }
    return found;
  }

  /** A message that is nothing but a yes, a no or a skip, in whatever words. */
  boolean means(String kind, String text) {
    List<String> said = polite(Wording.tokens(text));
    List<String> words = common.answer(kind);
    if (said.isEmpty()) return false;
    if (words.contains(String.join(" ", said))) return true;
    return said.stream().allMatch(words::contains);
  }

  /** A message that begins with a yes or a no. */
  boolean begins(String kind, String text) {
    List<String> said = Wording.tokens(text);
    return !said.isEmpty() && common.answer(kind).contains(said.getFirst());
  }

  /** A message that is nothing but the number of an option: "1" where that is to skip. */
  boolean isNumber(String text, List<Option> options) {
    List<String> said = polite(Wording.tokens(text));
    return said.size() == 1 && number(said.getFirst(), options.size()) >= 0;
  }

  /** Nothing but a number: it picks an answer or means nothing. */
  static boolean bareNumber(String text) {
    List<String> said = Wording.tokens(text);
    return said.size() == 1 && said.getFirst().matches("[0-9]+");
  }

  /** A message that has one of the words somewhere. */
  boolean has(String kind, String text) {
    List<String> said = Wording.tokens(text);
    return common.answer(kind).stream().anyMatch(w -> Wording.within(said, List.of(w.split(" "))));
  }

  /** Without "please" and "thanks", unless that is all there is. */
  List<String> polite(List<String> tokens) {
    List<String> left = Wording.without(tokens, common.answer("polite"));
    return left.isEmpty() ? tokens : left;
  }

  private boolean says(List<String> said, Option option) {
    if (phrases(option).contains(said)) return true;
    return option.means() != null && means(option.means(), String.join(" ", said));
  }

  /**
   * Those whose other words stand in a text; a label, "Two", says too little in the midst of it.
   */
  static List<Option> named(String text, List<Option> options) {
    List<String> said = Wording.tokens(text);
    return options.stream()
        .filter(o -> o.words().stream().anyMatch(w -> Wording.within(said, Wording.tokens(w))))
        .toList();
  }

  private static List<List<String>> phrases(Option option) {
    List<List<String>> phrases = new ArrayList<>();
    phrases.add(Wording.tokens(option.label()));
    // a key such as 1 is not the number in front of it
    if (!option.key().matches("[0-9]{1,2}")) phrases.add(Wording.tokens(option.key()));
    option.words().forEach(w -> phrases.add(Wording.tokens(w)));
    phrases.removeIf(List::isEmpty);
    return phrases;
  }

  private int position(List<String> said, int size) {
    List<String> bare = Wording.without(said, common.answer("around"));
    if (bare.size() != 1) return -1;
    String word = bare.getFirst();
    if (common.answer("last").contains(word)) return size - 1;
    for (int i = 0; i < Math.min(size, common.ordinals().size()); i++) {
      if (common.ordinals().get(i).contains(word)) return i;
    }
    return number(word, size);
  }

  private static int number(String token, int size) {
    if (!token.matches("[0-9]{1,2}")) return -1;
    int n = Integer.parseInt(token);
    return n >= 1 && n <= size ? n - 1 : -1;
  }
}
