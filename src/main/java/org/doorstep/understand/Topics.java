package org.doorstep.understand;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Words that go together, in all languages: {@code milk} and {@code mleko} are groceries. */
final class Topics {

  private static final int LONGEST = 4;

  private record Listed(String topic, long number, String language) {}

  /**
   * A topic and where it was found.
   *
   * @param number of its name
   */
  record Named(String topic, long number, int at) {}

  private final Map<String, Listed[]> byRow = new HashMap<>();

  private final FirstWords firsts = new FirstWords();

  void add(WordLists lists) {
    lists
        .words()
        .forEach(
            (topic, rows) -> {
              for (String each : rows) {
                String row = each.replace('-', ' ');
                byRow.merge(
                    row,
                    new Listed[] {new Listed(topic, Hash.of(topic), lists.language())},
                    Topics::both);
                firsts.add(row);
              }
            });
  }

  private static Listed[] both(Listed[] some, Listed[] more) {
    Listed[] both = Arrays.copyOf(some, some.length + more.length);
    System.arraycopy(more, 0, both, some.length, more.length);
    return both;
  }

  List<Named> in(Words message) {
    List<Named> found = new ArrayList<>();
    for (int i = 0; i < message.size(); i++) {
      Word first = message.get(i);
      add(found, first.text(), message, i, i + 1);
      if (!first.typed().equals(first.text())) add(found, first.typed(), message, i, i + 1);
      String mended = first.mended();
      if (mended != null) add(found, mended, message, i, i + 1);
      int most = Math.min(LONGEST, firsts.longest(first.text()));
      if (most < 2) continue;
      StringBuilder row = new StringBuilder(first.text());
      for (int n = 1; n < most && i + n < message.size(); n++) {
        if (message.get(i + n).gap() == Word.STOP) break;
        row.append(' ').append(message.get(i + n).text());
        add(found, row.toString(), message, i, i + n + 1);
      }
    }
    return found;
  }

  private void add(List<Named> found, String row, Words message, int from, int to) {
    Listed[] all = byRow.get(row);
    if (all == null) return;
    for (Listed one : all)
      if (message.speaks(one.language(), from, to))
        found.add(new Named(one.topic(), one.number(), from));
  }
}
