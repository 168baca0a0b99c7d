package org.doorstep.understand;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Guesses a message's language from its small words, its script and its letters, and knows which
 * words belong to which language. Every guess can be explained by counting.
 */
final class Languages {

  /** What a word counts: a small word of a language (or any of English), another known word. */
  private static final double SMALL = 1;

  private static final double KNOWN = 0.5;
  private static final double LETTER = 0.5;

  /** A word of one letter says little. */
  private static final double ONE_LETTER = 0.4;

  /** As many points as this are plenty. */
  private static final double PLENTY = 2.5;

  private static final int ENGLISH = 0;

  /** The last letter of Latin that is in use here. */
  private static final int LATIN = 0x24F;

  private final List<String> tags = new ArrayList<>(List.of(Language.ENGLISH.tag()));
  private final Map<String, Integer> small = new HashMap<>();
  private final Map<String, Integer> known = new HashMap<>();
  private final Map<Character, Integer> letters = new HashMap<>();
  private final Map<Character.UnicodeScript, Integer> scripts = new HashMap<>();

  Languages(WordLists lists) {
    lists
        .entries()
        .forEach(
            (tag, _) -> {
              int bit = 1 << number(tag);
              for (String word : lists.list(tag, "words"))
                small.merge(Plain.word(word), bit, (a, b) -> a | b);
              for (String all : lists.list(tag, "letters"))
                all.chars().forEach(c -> letters.merge((char) c, bit, (a, b) -> a | b));
              for (String script : lists.list(tag, "scripts"))
                scripts.merge(
                    Character.UnicodeScript.forName(script.toUpperCase(Locale.ROOT)),
                    bit,
                    (a, b) -> a | b);
            });
  }

  private int number(String tag) {
    if (!tags.contains(tag)) tags.add(tag);
    int number = tags.indexOf(tag);
    if (number >= Integer.SIZE - 1) throw new IllegalArgumentException("too many languages");
    return number;
  }

  /** Words of a language's vocabularies; of phrases, the single words. */
  void learn(String tag, Set<String> words) {
    int bit = 1 << number(tag);
    for (String word : words) known.merge(word, bit, (a, b) -> a | b);
  }

  Set<String> words(String tag) {
    int bit = 1 << number(tag);
    Set<String> all = new HashSet<>();
    small.forEach((word, in) -> addIf((in & bit) != 0, word, all));
    known.forEach((word, in) -> addIf((in & bit) != 0, word, all));
    return all;
  }

  private static void addIf(boolean yes, String word, Set<String> all) {
    if (yes) all.add(word);
  }

  /** All words that are known of any. */
  Set<String> words() {
    Set<String> all = new HashSet<>(small.keySet());
    all.addAll(known.keySet());
    return all;
  }

  /** What stands for a language among others; 0 for one that is not known. */
  int bit(String tag) {
    int number = tags.indexOf(tag);
    return number < 0 ? 0 : 1 << number;
  }

  int small(String word) {
    return small.getOrDefault(word, 0);
  }

  int listed(String word) {
    return known.getOrDefault(word, 0);
  }

  boolean has(String tag, String word) {
    return ((small(word) | listed(word)) & bit(tag)) != 0;
  }

  /**
   * The likeliest language of these words; English where nothing speaks for another.
   *
   * @param known of each word
   */
  Language of(List<String> words, Known[] known, String typed) {
    double[] points = new double[tags.size()];
    add(points, words, known, 0);
    for (int i = 0; i < typed.length(); i++) {
      char c = typed.charAt(i);
      if (c > 0x7F) give(points, letters.getOrDefault(c, 0), LETTER);
    }
    int best = ENGLISH;
    for (int i = 1; i < points.length; i++) if (points[i] > points[best]) best = i;
    if (points[best] == 0) return Language.ENGLISH;
    double[] against = new double[tags.size()];
    add(against, words, known, 1 << best);
    double most = Arrays.stream(against).max().orElse(0);
    double share = points[best] / (points[best] + most);
    return new Language(tags.get(best), share * Math.min(1, points[best] / PLENTY));
  }

  /** What each word speaks for, but for the words of one language. */
  private void add(double[] points, List<String> words, Known[] known, int but) {
    for (int i = 0; i < known.length; i++) {
      String word = words.get(i);
      if (Character.isDigit(word.charAt(0))) continue; // of every language
      int in = known[i].small();
      int also = known[i].listed();
      int script =
          word.charAt(0) <= LATIN
              ? 0
              : scripts.getOrDefault(Character.UnicodeScript.of(word.codePointAt(0)), 0);
      if (((in | also | script) & but) != 0) continue;
      give(points, in | (also & 1), word.length() == 1 ? ONE_LETTER : SMALL);
      give(points, also & ~in & ~1, KNOWN);
      give(points, script, SMALL);
    }
  }

  private static void give(double[] points, int in, double weight) {
    for (int left = in; left != 0; left &= left - 1)
      points[Integer.numberOfTrailingZeros(left)] += weight;
  }
}
