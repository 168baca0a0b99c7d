package org.doorstep.understand;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** All phrases of one vocabulary in all languages, found in one pass over a message. */
final class Phrasebook {

  private record Listed(String key, String list, String language, Phrase phrase) {
    boolean english() {
      return language.equals(Language.ENGLISH.tag());
    }
  }

  static final String UNLESS = "unless";

  private static final int[] NONE = {};

  private final List<Listed> all = new ArrayList<>();

  /**
   * For the number of each word, the places in the list of the phrases that are looked for there.
   */
  private int[][] byRarest = {};

  /** All languages, and for each phrase the place of its language among them. */
  private final List<String> tags = new ArrayList<>();

  private byte[] tagAt = {};

  /** What else each phrase needs, after each other: how many numbers, and then those numbers. */
  private int[] needs = {};

  /** Where in that row the needs of each phrase begin; after the last, where it ends. */
  private int[] needsAt = {};

  private final BitSet anywhere = new BitSet();
  private final Map<String, Set<String>> words = new HashMap<>();

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
          all.add(new Listed(key, list, lists.language(), phrase));
        });
  }

  /** Puts each phrase where it is looked for: at those of its words that fewest phrases need. */
  Phrasebook indexed() {
    Map<Integer, Integer> needed = new HashMap<>();
    for (Listed one : all) one.phrase().eachNeeded(id -> needed.merge(id, 1, Integer::sum));
    Map<Integer, BitSet> places = new TreeMap<>();
    IntStream.Builder row = IntStream.builder();
    needsAt = new int[all.size() + 1];
    tagAt = new byte[all.size()];
    for (int i = 0; i < all.size(); i++) {
      String tag = all.get(i).language();
      if (!tags.contains(tag)) tags.add(tag);
      tagAt[i] = (byte) tags.indexOf(tag);
      int[] rarest = all.get(i).phrase().rarest(id -> needed.getOrDefault(id, 0));
      if (rarest.length == 0) anywhere.set(i);
      for (int id : rarest) places.computeIfAbsent(id, _ -> new BitSet()).set(i);
      int length = all.get(i).phrase().eachOtherNeed(rarest, row);
      needsAt[i + 1] = needsAt[i] + length;
    }
    needs = row.build().toArray();
    byRarest = new int[places.keySet().stream().reduce(0, Math::max) + 1][];
    Arrays.fill(byRarest, NONE);
    places.forEach((id, some) -> byRarest[id] = some.stream().toArray());
    return this;
  }

  /** All words of one language. */
  Set<String> words(String tag) {
    return words.getOrDefault(tag, Set.of());
  }

  /** In the order of the message; what begins at the same word, in the order of the lists. */
  List<Hit> in(Words message) {
    BitSet present = message.present();
    BitSet likely = (BitSet) anywhere.clone();
    for (int id = present.nextSetBit(0); id >= 0; id = present.nextSetBit(id + 1)) {
      if (id >= byRarest.length) break;
      for (int place : byRarest[id]) likely.set(place);
    }
    boolean[] heard = heard(message);
    List<Hit> hits = new ArrayList<>();
    for (int i = likely.nextSetBit(0); i >= 0; i = likely.nextSetBit(i + 1))
      if (heard[tagAt[i]] && possible(i, present)) look(all.get(i), message, hits);
    if (hits.size() > 1) hits.sort(Comparator.comparingInt(Hit::start));
    return hits;
  }

  /** The languages of which words may say something somewhere in a message. */
  private boolean[] heard(Words message) {
    boolean[] heard = new boolean[tags.size()];
    for (int i = 0; i < heard.length; i++)
      heard[i] =
          (always && tags.get(i).equals(Language.ENGLISH.tag()))
              || message.speaks(tags.get(i), 0, message.size());
    return heard;
  }

  /** Whether all that a phrase needs stands somewhere in a message. */
  private boolean possible(int phrase, BitSet present) {
    int end = needsAt[phrase + 1];
    for (int i = needsAt[phrase]; i < end; i += 1 + needs[i]) {
      boolean there = false;
      for (int k = i + 1; k <= i + needs[i] && !there; k++) there = present.get(needs[k]);
      if (!there) return false;
    }
    return true;
  }

  /** The same without what only looks so: what a phrase of the list {@code unless} lies over. */
  List<Hit> meant(Words message) {
    List<Hit> all = in(message);
    List<Hit> unless = null;
    for (Hit hit : all) {
      if (!hit.list().equals(UNLESS)) continue;
      if (unless == null) unless = new ArrayList<>();
      unless.add(hit);
    }
    if (unless == null) return all;
    List<Hit> meant = new ArrayList<>();
    for (Hit hit : all) if (!hit.list().equals(UNLESS) && !denied(hit, unless)) meant.add(hit);
    return meant;
  }

  private static boolean denied(Hit hit, List<Hit> unless) {
    for (Hit one : unless) if (one.key().equals(hit.key()) && one.overlaps(hit)) return true;
    return false;
  }

  private void look(Listed one, Words message, List<Hit> hits) {
    for (int at = 0; at < message.size(); at++) {
      int end = one.phrase().match(message, at);
      if (end > at && meant(one, message, at, end))
        hits.add(new Hit(one.key(), one.list(), at, end));
    }
  }

  private boolean meant(Listed one, Words message, int from, int to) {
    return (always && one.english()) || message.speaks(one.language(), from, to);
  }
}
