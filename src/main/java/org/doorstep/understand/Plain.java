package org.doorstep.understand;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/**
 * Somebody's words made comparable: one spelling for each letter, lower case, nothing invisible.
 * Each character knows where it stood in what was typed.
 */
final class Plain {

  /** What looks like a Latin letter in the middle of a Latin word, and the letter it looks like. */
  private static final String LOOKS = "аеорсхуіѕјһԁԛԝкмтвνορικυταε";

  private static final String LATIN = "aeopcxyisjhdqwkmtbvopikutae";

  private static final String APOSTROPHES = "'\u2018\u2019\u02bc\u02b9\u00b4`\u2032\uff07\u201b";
  private static final String DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212";

  /** Longer than any message that is carried; what follows is not read. */
  private static final int LONGEST = 4_000;

  private final String typed;
  private final StringBuilder out = new StringBuilder();
  private int[] from;
  private String text = "";

  private Plain(String typed) {
    this.typed = typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed;
    this.from = new int[this.typed.length() * 2 + 16];
  }

  static Plain of(String typed) {
    Plain plain = new Plain(typed);
    plain.read();
    plain.latinise();
    plain.text = plain.out.toString();
    return plain;
  }

  String text() {
    return text;
  }

  String typed() {
    return typed;
  }

  /** Where a character of the plain text begins in what was typed. */
  int typedAt(int index) {
    return index >= out.length() ? typed.length() : from[index];
  }

  /** Where a stretch that ends before this character ends in what was typed. */
  int typedEnd(int index) {
    if (index <= 0) return 0;
    int last = typedAt(index - 1);
    return Math.min(typed.length(), last + Character.charCount(typed.codePointAt(last)));
  }

  private void read() {
    for (int i = 0; i < typed.length(); ) {
      int cp = typed.codePointAt(i);
      if (cp < 128) put((char) cp, i);
      else if (!invisible(cp)) spell(cp, i);
      i += Character.charCount(cp);
    }
  }

  private void spell(int cp, int at) {
    if (cp >= 0xD800 && cp <= 0xDFFF) {
      put(' ', at);
      return;
    }
    String apart = Normalizer.normalize(Character.toString(cp), Normalizer.Form.NFKD);
    for (int i = 0; i < apart.length(); i++) {
      char c = apart.charAt(i);
      if (!accent(c)) put(c, at);
    }
  }

  private void put(char c, int at) {
    if (c >= 'a' && c <= 'z') add(c, at);
    else if (c >= 'A' && c <= 'Z') add((char) (c + 'a' - 'A'), at);
    else other(c, at);
  }

  private void other(char c, int at) {
    char kept =
        APOSTROPHES.indexOf(c) >= 0 ? '\'' : DASHES.indexOf(c) >= 0 ? '-' : Letters.plain(c);
    if (kept != '\n' && Character.isWhitespace(kept)) kept = ' ';
    add(Character.toLowerCase(kept), at);
  }

  private void add(char c, int at) {
    if (from.length <= out.length()) from = Arrays.copyOf(from, from.length * 2);
    from[out.length()] = at;
    out.append(c);
  }

  /** Accents, and the vowel signs of Arabic, which most people leave out. */
  private static boolean accent(char c) {
    return (c >= 0x300 && c <= 0x36F)
        || (c >= 0x64B && c <= 0x65F)
        || c == 0x640
        || c == 0x670
        || (c >= 0x1AB0 && c <= 0x1AFF)
        || (c >= 0x1DC0 && c <= 0x1DFF)
        || (c >= 0x20D0 && c <= 0x20FF)
        || (c >= 0xFE20 && c <= 0xFE2F);
  }

  private static boolean invisible(int cp) {
    return Character.getType(cp) == Character.FORMAT
        || (cp >= 0xFE00 && cp <= 0xFE0F)
        || (cp >= 0x1F3FB && cp <= 0x1F3FF)
        || (cp >= 0xE0100 && cp <= 0xE01EF)
        || cp == 0x34F
        || cp == 0x115F
        || cp == 0x3164;
  }

  /** Swaps letters that only look Latin, where the words around them are Latin. */
  private void latinise() {
    int latin = 0;
    int foreign = 0;
    for (int i = 0; i < out.length(); i++) {
      char c = out.charAt(i);
      if (c >= 'a' && c <= 'z') latin++;
      else if (c >= 0x370 && c <= 0x52F) foreign++;
    }
    if (foreign == 0 || latin <= foreign) return;
    for (int i = 0; i < out.length(); i++) {
      int known = LOOKS.indexOf(out.charAt(i));
      if (known >= 0) out.setCharAt(i, LATIN.charAt(known));
    }
  }

  /** The same spelling for words of a list that have no place of their own. */
  static String word(String listed) {
    return of(listed).text().replace("'", "").toLowerCase(Locale.ROOT);
  }
}
