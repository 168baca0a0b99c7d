package org.doorstep.understand;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * "I paid £14.20", "spent 7.50", "£14.20": words that say so at the beginning, then an amount. An
 * amount alone has to be all of the message, and to be marked as money.
 */
final class OutlayReader {

  private static final int LONGEST = 300;

  /** An amount that went wrong: the sign, and no words. */
  private static final Pattern SIGN_ALONE =
      Pattern.compile("[-\u2212]?£(?: ?[^\\p{L}\\s]\\S{0,14})?");

  private static final Pattern FIGURES = Pattern.compile(".*[£\\p{Nd}].*");

  private final List<String> paid;
  private final List<String> spent;
  private final List<String> cost;
  private final List<String> nothing;
  private final List<String> around;
  private final List<String> not;
  private final Amounts amounts;

  OutlayReader(List<WordLists> tongues) {
    paid = words(tongues, "paid");
    spent = words(tongues, "spent");
    cost = words(tongues, "cost");
    nothing = words(tongues, "nothing");
    around = words(tongues, "around");
    not = words(tongues, "not");
    amounts =
        new Amounts(
            words(tongues, "pounds"),
            words(tongues, "pence"),
            words(tongues, "for"),
            words(tongues, "at"));
  }

  /** The longest first, so that nothing is taken for the beginning of itself. */
  private static List<String> words(List<WordLists> tongues, String key) {
    return tongues.stream()
        .flatMap(one -> one.list(key, "words").stream())
        .map(OutlayReader::plain)
        .distinct()
        .sorted(Comparator.comparing(String::length).reversed())
        .toList();
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("['\u2019\u2018`]", "")
        .replaceAll("\\s+", " ")
        .strip();
  }

  Optional<Outlay> read(String text) {
    String all = plain(text).replaceFirst("[.!]+$", "");
    if (all.isEmpty() || all.length() > LONGEST || all.matches(".*[?\u061f].*")) {
      return Optional.empty();
    }
    String said = bare(all);
    Optional<String> order = after(said, paid);
    if (order.isPresent()) return Optional.of(order(order.get()));
    return Stream.concat(after(said, spent).stream(), after(said, cost).stream())
        .findFirst()
        .map(rest -> amounts.marked(bare(rest)).<Outlay>map(one -> new Outlay.Paid(one, true)))
        .orElseGet(() -> alone(said));
  }

  private Outlay order(String rest) {
    String left = bare(rest);
    if (nothing.contains(left)) return new Outlay.Nothing(true);
    return amounts
        .any(left)
        .<Outlay>map(amount -> new Outlay.Paid(amount, true))
        .orElseGet(() -> new Outlay.Unclear(true));
  }

  private Optional<Outlay> alone(String said) {
    String left = bare(said);
    return amounts
        .whole(left)
        .<Outlay>map(amount -> new Outlay.Paid(amount, false))
        .or(
            () ->
                SIGN_ALONE.matcher(left).matches()
                    ? Optional.of(new Outlay.Unclear(false))
                    : Optional.empty());
  }

  /** What follows words like "I paid", where it says anything of money. */
  private Optional<String> after(String said, List<String> beginnings) {
    for (String words : beginnings) {
      if (!said.startsWith(words)) continue;
      String rest = said.substring(words.length());
      if (!rest.isEmpty() && Character.isLetterOrDigit(rest.codePointAt(0))) continue;
      if (not.stream().anyMatch(word -> (rest.strip() + " ").startsWith(word + " "))) continue;
      boolean money = FIGURES.matcher(rest).matches() || nothing.contains(bare(rest));
      if (money || (rest.isBlank() && beginnings == paid)) return Optional.of(rest);
    }
    return Optional.empty();
  }

  /** Without polite and other small words around it. */
  private String bare(String text) {
    String left = text.replaceAll("^[\\s:,=]+|[\\s,]+$", "");
    List<String> small = new ArrayList<>(around);
    for (boolean more = true; more; ) {
      more = false;
      for (String word : small) {
        if (left.startsWith(word + " ") || left.startsWith(word + ","))
          left = left.substring(word.length()).strip();
        else if (left.endsWith(" " + word))
          left = left.substring(0, left.length() - word.length()).strip();
        else continue;
        left = left.replaceAll("^[\\s:,=]+|[\\s,]+$", "");
        more = true;
      }
    }
    return left;
  }
}
