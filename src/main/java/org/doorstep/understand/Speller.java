package org.doorstep.understand;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Short forms and slips of the finger, language by language, and all that is known of each word:
 * once {@link #settle settled}, one look tells what every list says of it.
 */
final class Speller {

  private final WordIds ids;
  private final Languages languages;
  private final Map<String, Map<String, String>> shorthand = new HashMap<>();
  private final Map<String, Spelling> spellings = new HashMap<>();
  private final Map<String, Known> known = new HashMap<>();

  Speller(WordIds ids, Languages languages) {
    this.ids = ids;
    this.languages = languages;
  }

  /** For English alone. */
  Speller(WordIds ids, Map<String, String> shorthand, Spelling spelling) {
    this(ids, new Languages(WordLists.none("languages", Language.ENGLISH.tag())));
    this.shorthand.put(Language.ENGLISH.tag(), shorthand);
    this.spellings.put(Language.ENGLISH.tag(), spelling);
    settle();
  }

  /** To be called once, when all words are there. */
  Speller settle() {
    Set<String> all = new HashSet<>(ids.words());
    all.addAll(languages.words());
    shorthand.values().forEach(shorts -> all.addAll(shorts.keySet()));
    spellings.values().forEach(spelling -> all.addAll(spelling.right()));
    for (String word : all) known.put(word, listed(word));
    return this;
  }

  private Known listed(String word) {
    int right = 0;
    for (Map.Entry<String, Spelling> one : spellings.entrySet())
      if (one.getValue().right().contains(word)) right |= languages.bit(one.getKey());
    boolean shorter = shorthand.values().stream().anyMatch(shorts -> shorts.containsKey(word));
    return new Known(languages.small(word), languages.listed(word), right, shorter, ids.in(word));
  }

  Known known(String word) {
    Known listed = known.get(word);
    return listed == null ? Known.nowhere(ids.in(word)) : listed;
  }

  void shorten(String tag, WordLists lists) {
    Map<String, String> shorts = shorthand.computeIfAbsent(tag, _ -> new HashMap<>());
    lists.words().forEach((word, forms) -> forms.forEach(form -> shorts.put(form, word)));
  }

  /** Words of a language that slips are mended into, and words that are right as they are. */
  void spell(String tag, Set<String> known, Set<String> right) {
    spellings.put(tag, new Spelling(known, right));
  }

  /** By short form. */
  Map<String, String> shorthand(String tag) {
    return shorthand.getOrDefault(tag, Map.of());
  }

  Set<String> shortForms(String tag) {
    Map<String, String> shorts = shorthand(tag);
    Set<String> all = new HashSet<>(shorts.keySet());
    all.addAll(shorts.values());
    return all;
  }

  Languages languages() {
    return languages;
  }

  /** The English short forms are used in every language. */
  String whole(String typed, Known known, Language language) {
    if (!known.shorter()) return typed;
    String own = shorthand.getOrDefault(language.tag(), Map.of()).get(typed);
    if (own != null) return own;
    return shorthand.getOrDefault(Language.ENGLISH.tag(), Map.of()).getOrDefault(typed, typed);
  }

  @Nullable String mend(String word, Known known, Language language) {
    if (word.length() < Spelling.SHORTEST || known.right(languages.bit(language.tag())))
      return null;
    return spellings.getOrDefault(language.tag(), Spelling.NONE).mend(word);
  }
}
