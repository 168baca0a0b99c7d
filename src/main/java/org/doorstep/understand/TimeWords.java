package org.doorstep.understand;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The words of time in one language, each under the key that the grammar knows. */
final class TimeWords {

  /** The longest row of words that stands for one key. */
  private static final int LONGEST = 6;

  private final Map<String, String> keys = new HashMap<>();

  TimeWords(WordLists lists) {
    lists
        .words()
        .forEach(
            (key, words) -> words.forEach(w -> keys.putIfAbsent(w.replace('-', ' ').trim(), key)));
  }

  Set<String> words() {
    Set<String> all = new HashSet<>();
    for (String row : keys.keySet()) all.addAll(List.of(row.split(" ")));
    return all;
  }

  /** The message with each word of time replaced by its key; other words stay as they are. */
  Dial dial(Words message) {
    Dial dial = new Dial(message.plain());
    int i = 0;
    while (i < message.size()) {
      int taken = 1;
      String key = null;
      for (int n = Math.min(LONGEST, message.size() - i); n >= 1 && key == null; n--) {
        key = keys.get(row(message, i, n, false));
        if (key == null) key = keys.get(row(message, i, n, true));
        taken = n;
      }
      Word first = message.get(i);
      if (key == null)
        dial.add(
            first.text().chars().anyMatch(Character::isDigit) ? first.typed() : first.text(),
            first.start(),
            first.end());
      else dial.add(key, first.start(), message.get(i + taken - 1).end());
      i += key == null ? 1 : taken;
    }
    return dial.close();
  }

  private static String row(Words message, int from, int count, boolean mended) {
    StringBuilder row = new StringBuilder();
    for (int i = from; i < from + count; i++) {
      Word word = message.get(i);
      if (i > from) {
        if (word.gap() == Word.STOP) return "";
        row.append(' ');
      }
      String other = word.mended();
      row.append(mended ? other != null ? other : word.text() : word.typed());
    }
    return row.toString();
  }
}
