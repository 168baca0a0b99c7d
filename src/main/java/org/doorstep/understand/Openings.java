package org.doorstep.understand;

import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * With which two characters of a word a pattern may begin, asked of the pattern itself: most words
 * begin otherwise, and need not be tried.
 */
final class Openings {

  private static final int LETTERS = 26;
  private static final int OTHER = LETTERS + 10;
  private static final int SIGNS = OTHER + 1;

  private static final String LOOKS_BACK = "(?<=";

  private final Pattern pattern;
  private final BitSet pairs = new BitSet(SIGNS * SIGNS);

  private Openings(Pattern pattern) {
    this.pattern = pattern;
  }

  static Openings of(Pattern pattern) {
    Openings openings = new Openings(pattern);
    boolean any = pattern.pattern().contains(LOOKS_BACK); // what stands before is not known here
    for (int one = 0; one < SIGNS; one++) {
      if (!any && one < OTHER && !begins(pattern, String.valueOf(character(one)))) continue;
      for (int two = 0; two < SIGNS; two++)
        if (any || one == OTHER || two == OTHER || begins(pattern, one, two))
          openings.pairs.set(one * SIGNS + two);
    }
    return openings;
  }

  private static boolean begins(Pattern pattern, int one, int two) {
    return begins(pattern, "" + character(one) + character(two));
  }

  /** Whether it fits, or might with what could follow. */
  private static boolean begins(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.lookingAt() || matcher.hitEnd();
  }

  boolean at(String text, int index) {
    int two = index + 1 < text.length() ? sign(text.charAt(index + 1)) : OTHER;
    return pairs.get(sign(text.charAt(index)) * SIGNS + two);
  }

  /**
   * Where the pattern fits first, for one that can begin only where a word does; null if nowhere.
   */
  @Nullable Matcher find(String text) {
    Matcher matcher = null;
    for (int i = 0; i < text.length(); i++) {
      if (sign(text.charAt(i)) == OTHER || (i > 0 && word(text.charAt(i - 1)))) continue;
      if (!at(text, i)) continue;
      if (matcher == null)
        matcher = pattern.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
      if (matcher.region(i, text.length()).lookingAt()) return matcher;
    }
    return null;
  }

  private static boolean word(char c) {
    return c == '_' || sign(c) != OTHER;
  }

  private static int sign(char c) {
    if (c >= 'a' && c <= 'z') return c - 'a';
    return c >= '0' && c <= '9' ? LETTERS + c - '0' : OTHER;
  }

  private static char character(int sign) {
    return (char) (sign < LETTERS ? 'a' + sign : '0' + sign - LETTERS);
  }
}
