package org.doorstep.understand;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All phrases of one vocabulary in all languages, found in one pass over a message. */
final class Phrasebook {

  private record Listed(int number, String key, String list, String language, Phrase phrase) {
    boolean english() {
      return language.equals(Language.ENGLISH.tag());
    }
  }

  private final Map<String, List<Listed>> byFirst = new HashMap<>();
  private final Map<Integer, List<Listed>> byNumber = new HashMap<>();
  private final List<Listed> anywhere = new ArrayList<>();
  private final Map<String, Set<String>> words = new HashMap<>();
  private int count;

  private final boolean always;

  /**
   * @param always words count in every message, even if they may be another language's
   */
  Phrasebook(boolean always) {
    this.always = always;
  }

  void add(WordLists lists, Map<String, ? extends Collection<String>> classes, WordIds ids) {
    lists.each(
        (key, list, written) -> {
          Phrase phrase = Phrase.of(written, classes, ids);
          words.computeIfAbsent(lists.language(), _ -> new HashSet<>()).addAll(phrase.words());
          Listed listed = new Listed(count++, key, list, lists.language(), phrase);
          Set<String> firsts = phrase.firsts();
          BitSet begins = phrase.begins();
          if (firsts == null && begins != null)
            begins.stream()
                .forEach(n -> byNumber.computeIfAbsent(n, _ -> new ArrayList<>()).add(listed));
          else if (firsts == null) anywhere.add(listed);
          else firsts.forEach(f -> byFirst.computeIfAbsent(f, _ -> new ArrayList<>()).add(listed));
        });
  }

  /** All words of one language. */
  Set<String> words(String tag) {
    return words.getOrDefault(tag, Set.of());
  }

  /** In the order of the message. */
  List<Hit> in(Words message) {
    List<Hit> hits = new ArrayList<>();
    BitSet tried = new BitSet(count);
    for (int at = 0; at < message.size(); at++) {
      Word word = message.get(at);
      tried.clear();
      look(byFirst.get(word.text()), message, at, hits, tried);
      if (!word.typed().equals(word.text()))
        look(byFirst.get(word.typed()), message, at, hits, tried);
      String mended = word.mended();
      if (mended != null) look(byFirst.get(mended), message, at, hits, tried);
      for (int number : message.numbers(at)) look(byNumber.get(number), message, at, hits, tried);
      look(anywhere, message, at, hits, tried);
    }
    return hits;
  }

  private void look(
      @org.jspecify.annotations.Nullable List<Listed> listed,
      Words message,
      int at,
      List<Hit> hits,
      BitSet tried) {
    if (listed == null) return;
    for (Listed one : listed) {
      if (tried.get(one.number())) continue;
      tried.set(one.number());
      int end = one.phrase().match(message, at);
      boolean meant =
          end > at && ((always && one.english()) || message.speaks(one.language(), at, end));
      if (meant) hits.add(new Hit(one.key(), one.list(), at, end));
    }
  }
}
