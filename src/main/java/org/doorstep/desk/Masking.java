package org.doorstep.desk;

import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hides numbers that nobody should have to give in a chat, before anything is stored: payment cards
 * (13 to 19 digits, Luhn) and NHS numbers (10 digits, modulus 11). Telephone numbers stay readable.
 */
public final class Masking {

  private static final char HIDDEN = '•';
  private static final String DIGIT = "\\p{Nd}";
  private static final String GAP = "[ \\u00A0\\u2009\\u202F.\\u2010-\\u2013-]{1,2}";

  /** Not in the middle of digits, nor behind a country code: +44, +44 (0), 0044. */
  private static final String NOT_INSIDE = "(?<!D)(?<!(?:\\+|\\b00)D{0,3}[ (-]{0,2}0?[ )-]{0,2})";

  /** In one piece, in fours, or as American Express prints it (4-6-5). */
  private static final Pattern CARD =
      Pattern.compile(
          (NOT_INSIDE + "(?:D{13,19}|D{4}(?:GD{4}){2}GD{1,4}(?:GD{1,3})?|D{4}GD{6}GD{4,5})(?!D)")
              .replace("D", DIGIT)
              .replace("G", GAP));

  /**
   * In one piece or 3-3-4. Never with a leading zero or behind a country code, as telephone numbers
   * are written; no NHS number in use begins with zero.
   */
  private static final Pattern NHS =
      Pattern.compile(
          (NOT_INSIDE + "(?:D{10}|D{3}GD{3}GD{4})(?!D)").replace("D", DIGIT).replace("G", GAP));

  /** A sort code and an account number, in either order, or a British IBAN. */
  private static final Pattern ACCOUNT =
      Pattern.compile(
          ("(?i)(?<![D+])(?:DD[- ]DD[- ]DD[^D]{1,20}D{8}|D{8}[^D]{1,20}DD-DD-DD"
                  + "|GBDD ?[a-z]{4}(?: ?D{4}){3} ?DD)(?!D)")
              .replace("D", DIGIT)
              .replace("[^" + DIGIT, "[^\\p{Nd}\\n"));

  /** So many figures are hidden in a card's number or an account's; in others there are fewer. */
  private static final int OF_MONEY = 13;

  private static final Pattern POSTCODE =
      Pattern.compile("(?i)\\b([a-z]{1,2}\\d[a-z\\d]?)\\s{0,2}\\d[a-z]{2}\\b");

  private static final Pattern TELEPHONE =
      Pattern.compile("(?<!D)(?:\\+|0)D(?:[ ()-]{0,2}D){8,13}(?!D)".replace("D", DIGIT));

  private Masking() {}

  public static String mask(String text) {
    return hide(NHS, Masking::nhs, hide(ACCOUNT, digits -> true, hide(CARD, Masking::luhn, text)));
  }

  /** Whether the number of a card or of an account was hidden in it. */
  static boolean hidCardOrAccount(String text) {
    return text.chars().filter(c -> c == HIDDEN).count() >= OF_MONEY;
  }

  /**
   * With the first half of postcodes only, and no telephone numbers: enough to understand a need.
   */
  static String roughly(String text) {
    return TELEPHONE
        .matcher(POSTCODE.matcher(text).replaceAll("$1"))
        .replaceAll(found -> dots(found.group()));
  }

  private static String hide(Pattern shape, Predicate<int[]> check, String text) {
    return shape
        .matcher(text)
        .replaceAll(found -> check.test(digits(found)) ? dots(found.group()) : quoted(found));
  }

  private static String quoted(MatchResult found) {
    return Matcher.quoteReplacement(found.group());
  }

  private static String dots(String number) {
    return number.replaceAll(DIGIT, String.valueOf(HIDDEN));
  }

  private static int[] digits(MatchResult found) {
    return found
        .group()
        .codePoints()
        .filter(Character::isDigit)
        .map(c -> Character.digit(c, 10))
        .toArray();
  }

  private static boolean luhn(int[] digits) {
    if (digits.length < 13 || digits.length > 19 || digits[0] == 0) return false;
    int sum = 0;
    for (int i = 0; i < digits.length; i++) {
      int d = digits[digits.length - 1 - i] * (i % 2 == 0 ? 1 : 2);
      sum += d > 9 ? d - 9 : d;
    }
    return sum % 10 == 0;
  }

  private static boolean nhs(int[] digits) {
    if (digits[0] == 0) return false;
    int sum = 0;
    for (int i = 0; i < 9; i++) sum += digits[i] * (10 - i);
    return (11 - sum % 11) % 11 == digits[9];
  }
}
