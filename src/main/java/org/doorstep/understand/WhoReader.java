package org.doorstep.understand;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.doorstep.people.Need;
import org.jspecify.annotations.Nullable;

/** Tells whom the help is for: the writer, or somebody they name. */
final class WhoReader {

  static final String SELF = "self";

  /** Words that a name for somebody has at most: {@code mother in law}. */
  private static final int LONGEST = 3;

  private static final int ENOUGH = 3;

  /** In other languages there are no words before and after to go by. */
  private static final int FOREIGN = 3;

  /** What a parent asks for one child; anything else is for the household. */
  private static final Set<String> FOR_ONE_CHILD =
      Set.of("lift", "prescription", "mental-health", "form-filling", "tech-help");

  private static final List<String> KINDS = List.of("near", "work", "family", "child");

  private final Map<String, Map<String, String>> kinds = new HashMap<>();
  private final Map<String, Set<String>> sets = new HashMap<>();
  private final FirstWords firsts = new FirstWords();

  /** Somebody who is named. */
  private record Person(int from, int to, String kind, boolean owner) {}

  WhoReader(List<WordLists> lists) {
    for (WordLists list : lists) {
      Map<String, String> words = kinds.computeIfAbsent(list.language(), _ -> new HashMap<>());
      list.words()
          .forEach(
              (key, all) -> {
                if (KINDS.contains(key))
                  for (String each : all) {
                    String row = each.replace('-', ' ');
                    words.put(row, key);
                    firsts.add(row);
                  }
                else sets.computeIfAbsent(key, _ -> new HashSet<>()).addAll(all);
              });
    }
  }

  /** The word as it was typed, or {@link #SELF}. */
  String in(Words message, List<Found<Need>> needs) {
    boolean one = needs.stream().anyMatch(n -> FOR_ONE_CHILD.contains(n.value().key()));
    String best = SELF;
    int most = ENOUGH - 1;
    for (int i = 0; i < message.size(); i++) {
      Person person = person(message, i);
      if (person == null) continue;
      if (person.kind().equals("child") && !one) continue;
      int score = score(message, person);
      if (score > most) {
        most = score;
        best = shown(message, person);
      }
    }
    return best;
  }

  private boolean is(String set, String word) {
    return sets.getOrDefault(set, Set.of()).contains(word);
  }

  private int score(Words message, Person person) {
    if (!message.language().english() && own(message, person)) return FOREIGN + 1;
    boolean begins = message.get(person.from()).gap() == Word.STOP;
    String before = begins ? "" : message.text(person.from() - 1);
    String twice = begins ? "" : message.text(person.from() - 2);
    String after = message.text(person.to());
    boolean stop = person.to() >= message.size() || message.get(person.to()).gap() != Word.JOINED;
    int score = person.kind().equals("family") || person.kind().equals("child") ? 1 : 0;
    if (person.from() == 0) score += 1;
    if (is("vague", message.text(person.from())) && !before.equals("for")) return 0;
    if (is("ours", before)) score += before.equals("my") ? 2 : 1;
    if (is("old", before)) score += 1;
    if (before.equals("for") || (twice.equals("for") && is("ours", before))) score += 3;
    else if (is("for", before) || is("for", twice)) score += 2;
    if (person.owner() && !stop) score += 1;
    if (!stop && is("wants", after)) score += 2;
    if (!stop && is("wants", message.text(person.to() + 1)) && is("between", after)) score += 1;
    if (!stop && (is("does", after) || often(message, person.to()))) score -= 4;
    if (is("with", before) || is("with", twice)) score -= 1;
    return score + others(message, person);
  }

  /** {@code usually does}, {@code always brings}. */
  private boolean often(Words message, int at) {
    return is("often", message.text(at)) && is("does", message.text(at + 1));
  }

  /** Whether the message goes on about somebody else, or about the writer. */
  private int others(Words message, Person person) {
    int third = 0;
    int first = 0;
    for (int i = 0; i < message.size(); i++) {
      if (i > person.from() && is("they", message.get(i).typed())) third++;
      if (is("me", message.get(i).typed()) && person(message, i + 1) == null) first++;
    }
    int score = third >= 2 ? 2 : third;
    if (third == 0 && first >= 1) score -= 1;
    if (first >= 3 && third < 2) score -= 1;
    return score;
  }

  private boolean own(Words message, Person person) {
    Map<String, String> words = kinds.getOrDefault(message.language().tag(), Map.of());
    return words.containsKey(row(message, person.from(), person.to()));
  }

  private @Nullable Person person(Words message, int at) {
    if (at >= message.size()) return null;
    if (title(message, at)) return new Person(at, at + 2, "title", false);
    for (int n = Math.min(longest(message.get(at).typed()), message.size() - at); n >= 1; n--) {
      String row = row(message, at, at + n);
      String kind = kind(message, row);
      if (kind != null) return new Person(at, at + n, kind, false);
      boolean owner = row.length() > 3 && row.endsWith("s");
      String stem = owner ? row.substring(0, row.length() - 1) : row;
      kind = owner ? kind(message, stem) : null;
      if (kind != null) return new Person(at, at + n, kind, true);
    }
    boolean named =
        at > 0 && message.text(at - 1).equals("for") && message.named(at) && goesOn(message, at);
    return named ? new Person(at, at + 1, "name", false) : null;
  }

  private int longest(String first) {
    boolean owner = first.endsWith("s");
    int other = owner ? firsts.longest(first.substring(0, first.length() - 1)) : 0;
    return Math.min(LONGEST, Math.max(firsts.longest(first), other));
  }

  /** Mrs Friday; but not my neighbour Mrs Friday, who is a neighbour. */
  private boolean title(Words message, int at) {
    return is("titles", message.get(at).typed())
        && at + 1 < message.size()
        && message.get(at + 1).capital()
        && (at == 0
            || message.get(at).gap() != Word.JOINED
            || kind(message, message.get(at - 1).typed()) == null);
  }

  private boolean goesOn(Words message, int at) {
    for (int i = at + 1; i < message.size(); i++)
      if (is("they", message.get(i).typed())) return true;
    return false;
  }

  private @Nullable String kind(Words message, String row) {
    String own = kinds.getOrDefault(message.language().tag(), Map.of()).get(row);
    if (own != null || message.knows(row)) return own;
    return kinds.getOrDefault(Language.ENGLISH.tag(), Map.of()).get(row);
  }

  private static String row(Words message, int from, int to) {
    StringBuilder row = new StringBuilder(message.get(from).typed());
    for (int i = from + 1; i < to; i++) {
      if (message.get(i).gap() == Word.STOP) return "";
      row.append(' ').append(message.get(i).typed());
    }
    return row.toString();
  }

  /** Without the s of {@code mums}. */
  private static String shown(Words message, Person person) {
    Plain plain = message.plain();
    int start = plain.typedAt(message.get(person.from()).start());
    String typed =
        plain.typed().substring(start, plain.typedEnd(message.get(person.to() - 1).end()));
    return person.owner() || person.kind().equals("title")
        ? typed.replaceAll("(?:['\u2019`]?s)$", "")
        : typed;
  }
}
