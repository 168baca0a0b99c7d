package org.doorstep.understand;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Short forms and slips of the finger, language by language, and the numbers of words. */
final class Speller {

  private final WordIds ids;
  private final Languages languages;
  private final Map<String, Map<String, String>> shorthand = new HashMap<>();
  private final Map<String, Spelling> spellings = new HashMap<>();
  private final Set<String> english = new HashSet<>();

  Speller(WordIds ids, Languages languages) {
    this.ids = ids;
    this.languages = languages;
  }

  /** For English alone. */
  Speller(WordIds ids, Map<String, String> shorthand, Spelling spelling) {
    this(ids, new Languages(WordLists.none("languages", Language.ENGLISH.tag())));
    this.shorthand.put(Language.ENGLISH.tag(), shorthand);
    this.spellings.put(Language.ENGLISH.tag(), spelling);
  }

  void shorten(String tag, WordLists lists) {
    Map<String, String> shorts = shorthand.computeIfAbsent(tag, _ -> new HashMap<>());
    lists.words().forEach((word, forms) -> forms.forEach(form -> shorts.put(form, word)));
  }

  /** Words of a language that slips are mended into, and words that are right as they are. */
  void spell(String tag, Set<String> known, Set<String> right) {
    spellings.put(tag, new Spelling(known, right));
    if (tag.equals(Language.ENGLISH.tag())) {
      english.addAll(known);
      english.addAll(right);
    }
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

  WordIds ids() {
    return ids;
  }

  Languages languages() {
    return languages;
  }

  /** The English short forms are used in every language. */
  String whole(String typed, Language language) {
    String own = shorthand.getOrDefault(language.tag(), Map.of()).get(typed);
    if (own != null) return own;
    return shorthand.getOrDefault(Language.ENGLISH.tag(), Map.of()).getOrDefault(typed, typed);
  }

  @Nullable String mend(String word, Language language) {
    return spellings.getOrDefault(language.tag(), Spelling.NONE).mend(word);
  }

  boolean english(Word word) {
    return english.contains(word.typed()) || languages.has(Language.ENGLISH.tag(), word.typed());
  }
}
