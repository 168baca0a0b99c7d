package org.doorstep.understand;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What can be said of a message in short: its words and pairs of words, its topics, and what the
 * rules found. Each with the word at which it stands first.
 */
final class Features {

  /** A word's beginning stands for its forms: {@code collecting}, {@code collection}. */
  private static final int STEM = 5;

  private static final int FEW = 2;
  private static final int MANY = 4;

  private final Topics topics;

  Features(Topics topics) {
    this.topics = topics;
  }

  Map<String, Integer> of(Words message, List<NeedReader.Named> needs, List<Hit> intents) {
    Map<String, Integer> all = new LinkedHashMap<>();
    String before = "^";
    for (int i = 0; i < message.size(); i++) {
      Word word = message.get(i);
      if (word.gap() == Word.STOP) before = "^";
      String text = word.number() ? "#" : word.mended() != null ? word.mended() : word.text();
      all.putIfAbsent(text, i);
      if (text.length() > STEM) all.putIfAbsent(text.substring(0, STEM) + '*', i);
      all.putIfAbsent(before + ' ' + text, i);
      before = text;
    }
    count(all, "topic ", topics.in(message));
    for (NeedReader.Named need : needs)
      all.putIfAbsent(
          "rule " + need.need() + (need.weak() ? " weak" : "") + (need.negated() ? " not" : ""),
          need.hit().start());
    Map<String, Integer> times = new HashMap<>();
    for (Hit hit : intents) {
      String name = "intent " + hit.key() + ' ' + hit.list();
      all.putIfAbsent(name, hit.start());
      if (times.merge(name, 1, Integer::sum) == FEW) all.put(name + " twice", hit.start());
    }
    return all;
  }

  private static void count(Map<String, Integer> all, String kind, List<Topics.Named> found) {
    Map<String, Integer> times = new HashMap<>();
    for (Topics.Named one : found) {
      String name = kind + one.topic();
      int count = times.merge(name, 1, Integer::sum);
      if (count == 1) all.put(name, one.at());
      if (count == FEW) all.put(name + " twice", one.at());
      if (count == MANY) all.put(name + " often", one.at());
    }
  }
}
