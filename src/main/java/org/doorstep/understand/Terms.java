package org.doorstep.understand;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A message about what somebody offers, in the terms of {@code vocab/offering.yml} and of the words
 * of time and of needs. Small words are left out; what no list knows stays as unknown.
 */
final class Terms {

  private static final Pattern TOKEN =
      Pattern.compile(
          "\\p{Nd}{1,2}[:.]\\p{Nd}{2}(?!\\p{Nd})|\\p{Nd}+(?:\\.\\p{Nd}+|,\\p{Nd}(?!\\p{Nd}))?|[\\p{L}\\p{M}]+|\\S");

  /** What of the vocabulary of time says something here. */
  private static final Set<String> TIMES =
      Set.of(
          ("monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays"
                  + " thursdays fridays saturdays sundays weekend weekends weekdays daily every"
                  + " morning mornings afternoon afternoons evening evenings night nights overnight"
                  + " noon midnight")
              .split(" "));

  private static final int LONGEST = 6;

  /** By language, then by words. */
  private final Map<String, Map<List<String>, String>> rows = new HashMap<>();

  private final Map<String, Set<List<String>>> small = new HashMap<>();

  Terms(Tongues tongues) {
    for (String tag : tongues.tags()) {
      WordLists own = tongues.in("offering", tag);
      own.each((key, list, written) -> add(tag, key, written));
      WordLists needs = tongues.in("needs", tag);
      needs.words().forEach((need, words) -> words.forEach(w -> add(tag, "need-" + need, w)));
      tongues
          .in("time", tag)
          .words()
          .forEach((key, words) -> words.forEach(w -> time(tag, key, w)));
    }
  }

  private void time(String tag, String key, String words) {
    if (key.matches("[1-9]|1[0-2]")) add(tag, "counts-" + key, words);
    boolean known = Arrays.stream(key.split(" ")).allMatch(TIMES::contains);
    if (known) add(tag, key, words);
  }

  private void add(String tag, String key, String written) {
    List<String> row = tokens(written);
    if (row.isEmpty()) return;
    if (key.equals("small")) small.computeIfAbsent(tag, t -> new HashSet<>()).add(row);
    else rows.computeIfAbsent(tag, t -> new HashMap<>()).putIfAbsent(row, key);
  }

  private static List<String> tokens(String text) {
    List<String> tokens = new ArrayList<>();
    Matcher next = TOKEN.matcher(Plain.word(text));
    while (next.find()) tokens.add(next.group());
    return tokens;
  }

  /**
   * @param tags in which the words may be, the likeliest first
   */
  List<Term> of(String text, List<String> tags) {
    List<String> said = tokens(text.replace('\n', ','));
    List<Term> terms = new ArrayList<>();
    for (int at = 0; at < said.size(); ) {
      int taken = 0;
      for (int n = Math.min(LONGEST, said.size() - at); n >= 1 && taken == 0; n--) {
        taken = take(said.subList(at, at + n), tags, terms);
      }
      if (taken == 0) terms.add(single(said.get(at)));
      at += Math.max(1, taken);
    }
    terms.removeIf(term -> term.key().isEmpty());
    return terms;
  }

  /** How many words of the row were taken: all, or none. */
  private int take(List<String> row, List<String> tags, List<Term> into) {
    for (String tag : tags) {
      String key = key(tag, row);
      if (key != null) {
        for (String one : key.split(" ")) into.add(new Term(one, String.join(" ", row)));
        return row.size();
      }
      if (small.getOrDefault(tag, Set.of()).contains(row)) return row.size();
    }
    return 0;
  }

  /** Of needs, more than one is the same. */
  private @Nullable String key(String tag, List<String> row) {
    Map<List<String>, String> own = rows.getOrDefault(tag, Map.of());
    String key = own.get(row);
    String last = row.getLast();
    if (key != null || !last.endsWith("s") || last.length() < 4) return key;
    List<String> one = new ArrayList<>(row.subList(0, row.size() - 1));
    one.add(last.substring(0, last.length() - 1));
    String other = own.get(one);
    return other != null && other.startsWith("need-") ? other : null;
  }

  private static Term single(String token) {
    int first = token.codePointAt(0);
    if (Character.isDigit(first)) return new Term(Term.NUMBER, token);
    return switch (token) {
      case ",", ";", ".", "!", "\u06d4", ":", "=", "/", "&", "+", "(", ")" ->
          new Term(Term.PAUSE, token);
      case "-" -> new Term(Term.DASH, token);
      case "?", "\u061f" -> new Term(Term.QUESTION, token);
      default -> new Term(picture(first) ? "" : Term.UNKNOWN, token);
    };
  }

  private static boolean picture(int first) {
    int type = Character.getType(first);
    return type == Character.OTHER_SYMBOL
        || type == Character.SURROGATE
        || type == Character.MODIFIER_SYMBOL;
  }
}
