package org.doorstep.geo;

import org.doorstep.place.Postcode;

/**
 * A postcode as a number: seven digits to the base 37, four for the first half and three for the
 * second, so that the postcodes of one outcode are next to each other.
 */
final class PostcodeKey {

  private static final int BASE = 37;
  private static final int OUTWARD = 4;
  private static final int INWARD = 3;

  /** How many keys one outcode has. */
  static final long PER_OUTCODE = BASE * BASE * BASE;

  private PostcodeKey() {}

  static long of(Postcode postcode) {
    String inward = postcode.inward();
    return digits(postcode.outward(), OUTWARD) * PER_OUTCODE
        + (inward == null ? 0 : digits(inward, INWARD));
  }

  static String outcode(long key) {
    StringBuilder text = new StringBuilder();
    for (long rest = key / PER_OUTCODE; rest > 0; rest /= BASE) {
      int digit = (int) (rest % BASE);
      if (digit > 0) text.append(Character.toUpperCase(Character.forDigit(digit - 1, BASE - 1)));
    }
    return text.reverse().toString();
  }

  private static long digits(String text, int length) {
    long number = 0;
    for (int i = 0; i < length; i++) {
      number =
          number * BASE + (i < text.length() ? Character.digit(text.charAt(i), BASE - 1) + 1 : 0);
    }
    return number;
  }
}
