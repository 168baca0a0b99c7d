package org.doorstep.understand;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What can be said of a message in short: its words and their neighbours, its topics, and what the
 * rules found. Each is a number made of what it consists of.
 */
final class Features {

  /** A word's beginning stands for its forms: {@code collecting}, {@code collection}. */
  private static final int STEM = 5;

  private static final int FEW = 2;
  private static final int MANY = 4;

  private static final long NOTHING = 0;
  private static final long START = 1;
  private static final long DIGITS = 2;

  private static final long WORD = 1;
  private static final long BEGINNING = 2;
  private static final long NEIGHBOURS = 3;
  private static final long NEAR = 4;
  private static final long SIGN = 5;
  private static final long TOPIC = 6;
  private static final long BEFORE_TOPIC = 7;
  private static final long NEED = 8;
  private static final long INTENT = 9;

  private final Topics topics;

  Features(Topics topics) {
    this.topics = topics;
  }

  /** Whether anything is spoken of; small words alone ask for nothing. */
  boolean tells(Words message) {
    return !topics.in(message).isEmpty();
  }

  Finds of(Words message, List<NeedReader.Named> needs, List<Hit> intents) {
    Finds all = new Finds();
    long[] words = words(message, all);
    String text = message.plain().text();
    if (text.indexOf('?') >= 0) all.add(Hash.mix(SIGN, '?', NOTHING), 0);
    if (text.indexOf('!') >= 0) all.add(Hash.mix(SIGN, '!', NOTHING), 0);
    topics(message, words, all);
    for (NeedReader.Named need : needs) {
      long how = (need.weak() ? 1L : 0L) + (need.negated() ? 2L : 0L);
      all.add(Hash.mix(NEED, Hash.of(need.need().key()), how), need.hit().start());
    }
    Map<Long, Integer> times = new HashMap<>();
    for (Hit hit : intents) {
      long name = Hash.mix(INTENT, Hash.of(hit.key()), Hash.of(hit.list()));
      int count = times.merge(name, 1, Integer::sum);
      if (count <= FEW) all.add(Hash.mix(INTENT, name, count), hit.start());
    }
    return all;
  }

  private static long[] words(Words message, Finds all) {
    long[] words = new long[message.size()];
    for (int i = 0; i < words.length; i++) {
      Word word = message.get(i);
      String mended = word.mended();
      String text = mended != null ? mended : word.text();
      words[i] = word.number() ? DIGITS : Hash.of(text);
      all.add(Hash.mix(WORD, words[i], NOTHING), i);
      if (text.length() > STEM) all.add(Hash.mix(BEGINNING, Hash.of(text, STEM), NOTHING), i);
      long before = word.gap() == Word.STOP || i == 0 ? START : words[i - 1];
      all.add(Hash.mix(NEIGHBOURS, before, words[i]), i);
      if (i > 1) all.add(Hash.mix(NEAR, words[i - 2], words[i]), i);
    }
    return words;
  }

  private void topics(Words message, long[] words, Finds all) {
    Map<String, Integer> times = new HashMap<>();
    for (Topics.Named one : topics.in(message)) {
      long topic = one.number();
      int count = times.merge(one.topic(), 1, Integer::sum);
      if (count == 1 || count == FEW || count == MANY)
        all.add(Hash.mix(TOPIC, topic, count), one.at());
      if (one.at() > 0) all.add(Hash.mix(BEFORE_TOPIC, words[one.at() - 1], topic), one.at());
    }
  }
}
