package org.doorstep.understand;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.doorstep.people.Need;

/** Tells which kinds of help are named, and which of them are not wanted. */
final class NeedReader {

  private static final Set<String> NOT =
      Set.of("not", "no", "without", "never", "neither", "nor", "isnt", "rather");

  private static final Set<String> DO_NOT =
      Set.of("dont", "doesnt", "didnt", "wont", "cant", "not");
  private static final Set<String> WANT =
      Set.of("need", "want", "require", "bother", "needing", "wanting", "asking");

  private static final Set<String> HAS_IT =
      Set.of("already", "delivers", "sorted", "did", "does", "sees", "brings", "done", "covered");

  private static final Set<String> TURN =
      Set.of("but", "just", "only", "instead", "though", "because");

  /** What somebody may go without: to say that it is not there is to ask for it. */
  private static final Set<String> LACKED =
      Set.of("food-parcel", "money", "housing", "equipment", "prescription", "health");

  private static final Set<String> AUXILIARY = Set.of("do", "does", "did", "have", "has", "had");
  private static final Set<String> TO_HAVE =
      Set.of(
          "have",
          "had",
          "got",
          "get",
          "find",
          "found",
          "receive",
          "received",
          "eat",
          "eaten",
          "drink",
          "afford",
          "any",
          "enough",
          "even",
          "given",
          "come");
  private static final Set<String> UNWANTED =
      Set.of("needed", "required", "necessary", "wanted", "thanks");

  private final Phrasebook book;

  NeedReader(Phrasebook book) {
    this.book = book;
  }

  /** A need that is named. */
  record Named(Need need, Hit hit, boolean negated, boolean weak) {}

  /** In the order in which they are named, the best evidence of each. */
  List<Named> in(Words message) {
    Map<String, Named> best = new LinkedHashMap<>();
    Map<String, Integer> items = new HashMap<>();
    for (Hit hit : book.meant(message)) {
      boolean weak = hit.list().equals("items");
      if (weak) items.merge(hit.key(), 1, Integer::sum);
      Named named = new Named(new Need(hit.key()), hit, negated(message, hit), weak);
      best.merge(hit.key(), named, NeedReader::better);
    }
    List<Named> all = new ArrayList<>(best.values());
    boolean plain = all.stream().anyMatch(n -> !n.weak() && !n.negated());
    all.removeIf(
        n ->
            n.weak()
                && plain
                && !(n.need().key().equals("shopping")
                    && items.getOrDefault("shopping", 0) > 1
                    && all.stream().noneMatch(o -> o.need().key().equals("food-parcel"))));
    settle(all);
    all.sort(Comparator.comparingInt(n -> n.hit().start()));
    return all;
  }

  /** Where two needs were heard in the same words, the one that says more stays. */
  private static void settle(List<Named> all) {
    Set<Named> gone = new LinkedHashSet<>();
    for (Named a : all) {
      for (Named b : all) {
        if (!a.equals(b) && a.hit().overlaps(b.hit()) && !gone.contains(a) && weaker(a, b))
          gone.add(a);
      }
    }
    all.removeAll(gone);
  }

  private static boolean weaker(Named a, Named b) {
    if (a.weak() != b.weak()) return a.weak();
    int rankA = rank(a.need().key());
    int rankB = rank(b.need().key());
    return rankA != rankB ? rankA > rankB : a.hit().length() < b.hit().length();
  }

  /** Which need takes precedence over the same words: forms before money, medicine before shops. */
  private static int rank(String need) {
    return switch (need) {
      case "prescription", "form-filling", "mental-health" -> 0;
      case "food-parcel", "housing", "dog-walk", "other" -> 1;
      case "lift", "money", "home-help", "tech-help", "errand" -> 2;
      case "equipment", "check-in", "health" -> 3;
      default -> 4;
    };
  }

  private static Named better(Named one, Named other) {
    if (one.negated() != other.negated()) return one.negated() ? other : one;
    if (one.weak() != other.weak()) return one.weak() ? other : one;
    return one;
  }

  private static boolean negated(Words message, Hit hit) {
    int from = Math.max(message.sentenceStart(hit.start()), hit.start() - 6);
    for (int i = hit.end() - 1; i >= from; i--) {
      String word = message.text(i);
      boolean before = i < hit.start();
      if (before && (TURN.contains(word) || asksFor(message, i))) break;
      if (before
          && NOT.contains(word)
          && hit.start() - i <= 3
          && !message.text(i + 1).equals("well")) {
        if (LACKED.contains(hit.key()) && lacks(message, i, hit)) break;
        return !word.equals("no")
            || message.text(i + 1).equals("need")
            || i + 1 == hit.start()
            || hit.start() - i <= 2;
      }
      if (before
          && DO_NOT.contains(word)
          && (WANT.contains(message.text(i + 1)) || WANT.contains(message.text(i + 2))))
        return true;
    }
    return hasIt(message, hit);
  }

  /** As in {@code we do not have food}, {@code no water}, and not in {@code no food needed}. */
  private static boolean lacks(Words message, int at, Hit hit) {
    int to = Math.min(message.sentenceEnd(hit.end() - 1), hit.end() + 3);
    for (int i = at + 1; i < to; i++) if (UNWANTED.contains(message.text(i))) return false;
    return switch (message.text(at)) {
      case "no", "without", "nor", "neither" -> true;
      case "not" ->
          AUXILIARY.contains(message.text(at - 1)) && TO_HAVE.contains(message.text(at + 1));
      default -> false;
    };
  }

  /** A word of wanting that nothing denies, as in {@code I don't need this, I need that}. */
  private static boolean asksFor(Words message, int at) {
    return WANT.contains(message.text(at))
        && !denies(message.text(at - 1))
        && !denies(message.text(at - 2));
  }

  private static boolean denies(String word) {
    return DO_NOT.contains(word) || NOT.contains(word);
  }

  private static boolean hasIt(Words message, Hit hit) {
    int to = Math.min(message.sentenceEnd(hit.end() - 1), hit.end() + 3);
    for (int i = hit.end(); i < to; i++) {
      if (message.get(i).gap() == Word.PAUSE) break;
      if (message.text(i).equals("already") || message.text(i).equals("sorted")) return true;
      if (UNWANTED.contains(message.text(i)) && denies(message.text(hit.start()))) return true;
    }
    for (int i = Math.max(message.sentenceStart(hit.start()), hit.start() - 3);
        i < hit.start();
        i++) {
      if (message.text(i).equals("already") && HAS_IT.contains(message.text(i))) return true;
    }
    return false;
  }
}
