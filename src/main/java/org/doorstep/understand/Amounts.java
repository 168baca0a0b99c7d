package org.doorstep.understand;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.doorstep.cell.Money;

/**
 * Amounts as people type them. Ordinary digits only; what may be a time, a date or a phone number
 * is none, and of two different amounts nobody but the writer knows which is meant.
 */
final class Amounts {

  /** What a neighbour lays out, in pence. */
  private static final int MOST = 100_000;

  private static final int LONGEST_NUMBER = 9;

  private static final String NUMBER =
      "(?<pounds>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,6})(?:[.,](?<pence>[0-9]{1,2}))?";

  private static final String BEFORE = "(?<![\\p{L}\\p{N}.,:/+\u2212-])";
  private static final String BEHIND = "(?![\\p{L}\\p{N}]|[.,:/\u2212-]\\p{N})";

  private final List<Pattern> marked;
  private final Pattern pence;
  private final Pattern decimal;
  private final Pattern first;

  /**
   * @param purpose words behind a bare number that let it be money: "paid 14 for the milk"
   * @param time words before a number that make it a time or a date: "at 14.20"
   */
  Amounts(List<String> pounds, List<String> pence, List<String> purpose, List<String> time) {
    String pound = any(pounds);
    String penny = any(pence);
    String small = "(?: ?(?:and |, ?)?(?<more>[0-9]{1,2}) ?(?:" + penny + ")?)?";
    marked =
        List.of(
            Pattern.compile(BEFORE + "(?:£|gbp) ?" + NUMBER + "(?: (?<more>[0-9]{2}))?" + BEHIND),
            Pattern.compile(BEFORE + NUMBER + " ?(?:£|" + pound + ")" + small + BEHIND));
    this.pence = Pattern.compile(BEFORE + "(?<pence>[0-9]{1,3}) ?(?:" + penny + ")" + BEHIND);
    this.decimal =
        Pattern.compile(
            "(?<!(?<!\\p{L})(?:"
                + any(time)
                + ") ?)"
                + BEFORE
                + "(?<pounds>[0-9]{1,6})[.,](?<pence>[0-9]{1,2})"
                + BEHIND);
    this.first = Pattern.compile("(?<pounds>[0-9]{1,4})(?: (?:" + any(purpose) + ")\\b.*)?");
  }

  private static String any(List<String> words) {
    return words.isEmpty()
        ? "(?!)"
        : words.stream().map(Pattern::quote).collect(Collectors.joining("|"));
  }

  /** The one that is marked as money. */
  Optional<Money> marked(String text) {
    return one(found(text));
  }

  /** The same, where it is all of the text. */
  Optional<Money> whole(String text) {
    return Stream.concat(marked.stream(), Stream.of(pence))
        .map(pattern -> pattern.matcher(text))
        .filter(Matcher::matches)
        .flatMap(match -> amount(match).stream())
        .findFirst();
  }

  /** After words like "I paid" a bare number is an amount too. */
  Optional<Money> any(String text) {
    Set<Integer> some = found(text);
    if (some.isEmpty()) some = all(decimal, text);
    if (!some.isEmpty()) return one(some);
    Matcher begins = first.matcher(text);
    return begins.matches() ? amount(begins) : Optional.empty();
  }

  /** An amount out of bounds counts too: it is not left over for another one. */
  private Set<Integer> found(String text) {
    Set<Integer> found = new HashSet<>();
    String left = text;
    for (Pattern pattern : marked) {
      found.addAll(all(pattern, left));
      left = pattern.matcher(left).replaceAll(" ");
    }
    return found.isEmpty() ? all(pence, left) : found;
  }

  private static Set<Integer> all(Pattern pattern, String text) {
    Set<Integer> all = new HashSet<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) all.add(inPence(matcher));
    return all;
  }

  private static Optional<Money> one(Set<Integer> found) {
    return found.size() == 1 ? bounded(found.iterator().next()) : Optional.empty();
  }

  private static Optional<Money> amount(Matcher matcher) {
    return bounded(inPence(matcher));
  }

  private static Optional<Money> bounded(int pence) {
    return pence > 0 && pence <= MOST ? Optional.of(new Money(pence)) : Optional.empty();
  }

  private static int inPence(Matcher m) {
    List<String> groups = new ArrayList<>(m.namedGroups().keySet());
    String pounds = groups.contains("pounds") ? m.group("pounds") : null;
    String pence = groups.contains("pence") ? m.group("pence") : null;
    String more = groups.contains("more") ? m.group("more") : null;
    if (pounds == null) return pence == null ? 0 : Integer.parseInt(pence);
    String whole = pounds.replace(",", "");
    if (whole.length() > LONGEST_NUMBER || (pence != null && more != null)) return 0;
    int small = pence != null ? Integer.parseInt(pence.length() == 1 ? pence + "0" : pence) : 0;
    if (more != null) small = Integer.parseInt(more);
    return (int) Math.min(Integer.MAX_VALUE, Long.parseLong(whole) * 100 + small);
  }
}
