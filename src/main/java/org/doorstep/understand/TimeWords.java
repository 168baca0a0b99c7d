package org.doorstep.understand;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words of time in each language, each under the key that the grammar knows. */
final class TimeWords {

  /** The longest row of words that stands for one key. */
  private static final int LONGEST = 6;

  /** Shorter English words than this are not taken for English in another language. */
  private static final int PLAIN = 5;

  private final Map<String, Map<String, String>> keys = new HashMap<>();

  private final FirstWords firsts = new FirstWords();

  TimeWords(List<WordLists> lists) {
    for (WordLists list : lists) {
      Map<String, String> byRow = keys.computeIfAbsent(list.language(), _ -> new HashMap<>());
      list.words()
          .forEach(
              (key, rows) -> {
                for (String each : rows) {
                  String row = each.replace('-', ' ').trim();
                  byRow.putIfAbsent(row, key);
                  firsts.add(row);
                }
              });
    }
  }

  Set<String> words(String tag) {
    Set<String> all = new HashSet<>();
    for (String row : keys.getOrDefault(tag, Map.of()).keySet())
      all.addAll(List.of(row.split(" ")));
    return all;
  }

  private @Nullable String key(Words message, String row) {
    String tag = message.language().tag();
    String key = keys.getOrDefault(tag, Map.of()).get(row);
    if (key != null || message.language().english()) return key;
    return row.length() < PLAIN ? null : english(row);
  }

  private @Nullable String english(String row) {
    return keys.getOrDefault(Language.ENGLISH.tag(), Map.of()).get(row);
  }

  /** The message with each word of time replaced by its key; other words stay as they are. */
  Dial dial(Words message) {
    Dial dial = new Dial(message.plain());
    int i = 0;
    while (i < message.size()) {
      int taken = 1;
      String key = null;
      for (int n = Math.min(longest(message.get(i)), message.size() - i);
          n >= 1 && key == null;
          n--) {
        String typed = row(message, i, n, false);
        key = key(message, typed);
        String mended = key != null ? typed : row(message, i, n, true);
        if (!mended.equals(typed)) key = key(message, mended);
        taken = n;
      }
      Word first = message.get(i);
      if (key == null)
        dial.add(numbered(first.text()) ? first.typed() : first.text(), first.start(), first.end());
      else dial.add(ofOne(key, message, first), first.start(), message.get(i + taken - 1).end());
      i += key == null ? 1 : taken;
    }
    return dial.close();
  }

  private static boolean numbered(String word) {
    for (int i = 0; i < word.length(); i++) if (Character.isDigit(word.charAt(i))) return true;
    return false;
  }

  private int longest(Word word) {
    String mended = word.mended() == null ? word.text() : word.mended();
    int most = firsts.longest(word.typed());
    if (!mended.equals(word.typed())) most = Math.max(most, firsts.longest(mended));
    return Math.min(LONGEST, most);
  }

  /** {@code Friday's} is one Friday, {@code fridays} are many. */
  private static String ofOne(String key, Words message, Word word) {
    String written = message.plain().text().substring(word.start(), word.end());
    return key.endsWith("days") && written.endsWith("'s")
        ? key.substring(0, key.length() - 1)
        : key;
  }

  /** Monty is not a slip for Monday. */
  private static boolean name(Word word, int at) {
    return word.capital() && at > 0 && word.gap() != Word.STOP && word.text().length() <= PLAIN;
  }

  private static String row(Words message, int from, int count, boolean mended) {
    if (count == 1) return written(message.get(from), from, mended);
    StringBuilder row = new StringBuilder();
    for (int i = from; i < from + count; i++) {
      Word word = message.get(i);
      if (i > from) {
        if (word.gap() == Word.STOP) return "";
        row.append(' ');
      }
      row.append(written(word, i, mended));
    }
    return row.toString();
  }

  private static String written(Word word, int at, boolean mended) {
    if (!mended) return word.typed();
    String other = word.mended();
    return other != null && !name(word, at) ? other : word.text();
  }
}
