package org.doorstep.understand;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
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

  private final Map<Integer, List<Listed>> byRarest = new HashMap<>();
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
          int[] rarest = phrase.rarest();
          if (rarest.length == 0) anywhere.add(listed);
          for (int id : rarest) byRarest.computeIfAbsent(id, _ -> new ArrayList<>()).add(listed);
        });
  }

  /** All words of one language. */
  Set<String> words(String tag) {
    return words.getOrDefault(tag, Set.of());
  }

  /** In the order of the message. */
  List<Hit> in(Words message) {
    List<Hit> hits = new ArrayList<>();
    BitSet present = message.present();
    BitSet tried = new BitSet(count);
    for (int id = present.nextSetBit(0); id >= 0; id = present.nextSetBit(id + 1)) {
      List<Listed> some = byRarest.get(id);
      if (some != null) look(some, message, hits, tried);
    }
    look(anywhere, message, hits, tried);
    hits.sort(Comparator.comparingInt(Hit::start));
    return hits;
  }

  private void look(List<Listed> some, Words message, List<Hit> hits, BitSet tried) {
    for (Listed one : some) {
      if (tried.get(one.number())) continue;
      tried.set(one.number());
      if (!one.phrase().possible(message.present())) continue;
      for (int at = 0; at < message.size(); at++) {
        int end = one.phrase().match(message, at);
        if (end > at && meant(one, message, at, end))
          hits.add(new Hit(one.key(), one.list(), at, end));
      }
    }
  }

  private boolean meant(Listed one, Words message, int from, int to) {
    return (always && one.english()) || message.speaks(one.language(), from, to);
  }
}
