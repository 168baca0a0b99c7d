package org.doorstep.understand;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds where: postcodes first, then streets and places as they are written. */
final class PlaceReader {

  private static final double FULL = 0.95;
  private static final double NAMED = 0.75;
  private static final double GUESSED = 0.5;

  /** A message no longer than this may be nothing but the name of a place. */
  private static final int ANSWER = 6;

  private static final Set<String> IN = Set.of("in", "at", "near");
  private static final Set<String> HERE = Set.of("in", "near", "at", "live", "area");
  private static final Set<String> AWAY = Set.of("to", "on", "from", "off", "past");
  private static final Set<String> POLITE = Set.of("please", "thanks", "area", "x", "mate");
  private static final Set<String> MINE = Set.of("moved", "im", "work", "since");

  private final Postcodes postcodes;
  private final Set<String> street;
  private final Set<String> weak;
  private final Set<String> before;
  private final Set<String> not;
  private final Set<String> stop;
  private final Map<String, List<List<String>>> named = new HashMap<>();

  /** Some words that say where. */
  private record Span(int first, int last, boolean sure) {}

  PlaceReader(WordLists lists) {
    postcodes = new Postcodes(lists);
    street = new HashSet<>(lists.list("street", "words"));
    weak = new HashSet<>(lists.list("weak", "words"));
    before = new HashSet<>(lists.list("before", "words"));
    not = new HashSet<>(lists.list("not", "words"));
    stop = new HashSet<>(lists.list("stop", "words"));
    for (String row : lists.list("named", "words")) {
      List<String> name = List.of(row.split(" "));
      named.computeIfAbsent(name.getFirst(), _ -> new ArrayList<>()).add(name);
    }
  }

  /** Where the help is wanted; a whole postcode before half of one, either before a street. */
  @Nullable Found<String> best(Words message) {
    List<Postcodes.Code> codes = postcodes.in(message);
    List<Span> spans = spans(message, codes);
    Postcodes.Code code = chosen(message, codes);
    if (code != null) {
      Span joined = join(message, code, spans);
      String front = written(message, joined.first(), code.first());
      String back = written(message, code.last(), joined.last());
      String text = (front + " " + code.code() + " " + back).trim();
      return found(message, joined.first(), joined.last(), text, FULL);
    }
    if (spans.isEmpty()) return null;
    Span span = spans.stream().filter(Span::sure).findFirst().orElse(spans.getFirst());
    String text = written(message, span.first(), span.last());
    return found(message, span.first(), span.last(), text, span.sure() ? NAMED : GUESSED);
  }

  /** Everything that may be looked up, best first. */
  List<String> all(Words message) {
    Set<String> all = new LinkedHashSet<>();
    List<Postcodes.Code> codes = postcodes.in(message);
    codes.stream().filter(Postcodes.Code::whole).forEach(c -> all.add(c.code()));
    codes.forEach(c -> all.add(c.code()));
    List<Span> spans = spans(message, codes);
    spans.stream().filter(Span::sure).forEach(s -> all.add(written(message, s.first(), s.last())));
    spans.forEach(s -> all.add(written(message, s.first(), s.last())));
    if (all.isEmpty()) {
      for (int from = 0, to; from < message.size(); from = to) {
        to = from + 1;
        while (to < message.size() && message.get(to).gap() != Word.STOP) to++;
        answer(message, from, to, all);
      }
    }
    return List.copyOf(all);
  }

  /** Words between two stops may be nothing but the name of a place. */
  private void answer(Words message, int from, int to, Set<String> all) {
    if (to - from > ANSWER) return;
    int first = from;
    while (first < to - 1 && stop.contains(message.text(first))) first++;
    int last = to;
    while (last > first + 1 && POLITE.contains(message.text(last - 1))) last--;
    String answer = written(message, first, last);
    if (!stop.contains(message.text(first)) && Character.isLetterOrDigit(answer.charAt(0)))
      all.add(answer);
  }

  private static Postcodes.@Nullable Code chosen(Words message, List<Postcodes.Code> codes) {
    Postcodes.Code best = null;
    for (Postcodes.Code code : codes) {
      boolean mine = false;
      for (int i = Math.max(0, code.first() - 3); i < code.first(); i++) {
        mine |= MINE.contains(message.text(i)) && codes.size() > 1;
      }
      if (best == null && !mine) best = code;
      else if (best != null && !best.whole() && code.whole() && !mine) best = code;
    }
    return best == null && !codes.isEmpty() ? codes.getFirst() : best;
  }

  private static Span join(Words message, Postcodes.Code code, List<Span> spans) {
    int first = code.first();
    int last = code.last();
    for (Span span : spans) {
      if (span.last() == first && message.get(first).gap() != Word.STOP) first = span.first();
      else if (span.first() == last && message.get(last).gap() != Word.STOP) last = span.last();
    }
    return new Span(first, last, true);
  }

  private List<Span> spans(Words message, List<Postcodes.Code> codes) {
    List<Span> spans = new ArrayList<>();
    int free = 0;
    for (int i = 0; i < message.size(); i++) {
      int at = i;
      if (!codes.isEmpty() && codes.stream().anyMatch(c -> at >= c.first() && at < c.last())) {
        free = i + 1;
        continue;
      }
      Span span = i < free ? null : flat(message, i);
      if (span == null) span = known(message, i, free);
      if (span == null) span = streetEndingAt(message, i, free);
      if (span == null) span = namedAfter(message, i, free, codes);
      if (span != null && span.first() >= free) {
        spans.add(span);
        free = span.last();
        i = span.last() - 1;
      }
    }
    return spans;
  }

  private @Nullable Span flat(Words message, int at) {
    if (!message.text(at).equals("flat") || !message.text(at + 1).matches("\\d{1,3}[a-z]?"))
      return null;
    int last = at + 2;
    if (last < message.size()
        && message.get(last).gap() != Word.STOP
        && message.text(last).equals("the")) last++;
    int name = last;
    while (last < message.size()
        && last - name < 3
        && message.get(last).gap() == Word.JOINED
        && (message.get(last).capital() || street.contains(message.text(last)))) last++;
    return last > at + 2 && last > name ? new Span(at, last, true) : null;
  }

  private @Nullable Span known(Words message, int at, int free) {
    for (List<String> name : named.getOrDefault(message.text(at), List.of())) {
      boolean here = at + name.size() <= message.size();
      for (int k = 0; here && k < name.size(); k++) here = message.text(at + k).equals(name.get(k));
      if (here) {
        int first = at > free && message.text(at - 1).equals("the") ? at - 1 : at;
        return new Span(first, at + name.size(), false);
      }
    }
    return null;
  }

  private @Nullable Span streetEndingAt(Words message, int at, int free) {
    String typed = message.get(at).typed();
    boolean same = typed.equals(message.text(at));
    if (!street.contains(typed) && (same || !street.contains(message.text(at)))) return null;
    int first = at;
    boolean capital = message.get(at).capital();
    while (first > free
        && at - first < 3
        && message.get(first).gap() == Word.JOINED
        && name(message, first - 1)) {
      if (first < at
          && capital
          && !message.get(first - 1).capital()
          && message.get(first).capital()) break;
      first--;
    }
    if (first == at) return null;
    boolean house =
        first > free
            && message.get(first).gap() == Word.JOINED
            && message.text(first - 1).matches("\\d{1,4}[a-z]?");
    boolean prepared = first > 0 && before.contains(message.text(first - 1));
    boolean capitals = message.get(first).capital();
    if (weak.contains(message.text(at))
        && !house
        && !capitals
        && !(prepared && at - first == 1 && !stop.contains(message.text(first)))) return null;
    if (!house && !prepared && !capitals && at - first > 1) first = at - 1;
    return new Span(house ? first - 1 : first, at + 1, house || capitals || prepared);
  }

  private boolean name(Words message, int at) {
    String word = message.text(at);
    return !stop.contains(word)
        && !word.isEmpty()
        && Character.isLetter(word.charAt(0))
        && !(not.contains(word) && !word.equals("boots"));
  }

  /** A name with a capital after {@code in} or {@code near}. */
  private @Nullable Span namedAfter(Words message, int at, int free, List<Postcodes.Code> codes) {
    Word word = message.get(at);
    boolean district =
        !codes.isEmpty()
            && codes.stream().anyMatch(c -> c.first() == at + 1)
            && IN.contains(message.text(at - 1));
    if ((!word.capital() && !district)
        || at < Math.max(free, 1)
        || not.contains(word.text())
        || stop.contains(word.text())
        || word.number()
        || word.gap() != Word.JOINED) return null;
    if (!before.contains(message.text(at - 1)) && !message.text(at - 1).equals("the")) return null;
    if (message.text(at - 1).equals("the") && !before.contains(message.text(at - 2))) return null;
    if (AWAY.contains(message.text(at - 1)) || word.typed().chars().anyMatch(Character::isDigit))
      return null;
    int last = at + 1;
    while (last < message.size()
        && last - at < 3
        && message.get(last).gap() == Word.JOINED
        && more(message, last)) last++;
    boolean article = message.text(at - 1).equals("the");
    return new Span(article ? at - 1 : at, last, HERE.contains(message.text(at - 1)));
  }

  private boolean more(Words message, int at) {
    String word = message.text(at);
    if (street.contains(word)) return true;
    return message.get(at).capital() && !not.contains(word) && !stop.contains(word);
  }

  private static Found<String> found(
      Words message, int first, int last, String text, double confidence) {
    Plain plain = message.plain();
    return new Found<>(
        text,
        plain.typedAt(message.get(first).start()),
        plain.typedEnd(message.get(last - 1).end()),
        confidence);
  }

  /** As it was typed. */
  private static String written(Words message, int first, int last) {
    if (first >= last) return "";
    Plain plain = message.plain();
    int start = plain.typedAt(message.get(first).start());
    int end = plain.typedEnd(message.get(last - 1).end());
    return plain.typed().substring(start, Math.max(start, end));
  }
}
