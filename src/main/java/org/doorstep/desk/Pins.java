package org.doorstep.desk;

import java.util.regex.Pattern;

/** Hides the four figures of a PIN, where a text says that it is one. */
final class Pins {

  private static final Pattern PIN =
      Pattern.compile(
          "(?iu)(?<=\\bpin\\b[^\\p{Nd}\\n]{0,25})\\p{Nd}{4}(?!\\p{Nd})"
              + "|(?<!\\p{Nd})\\p{Nd}{4}(?=[^\\p{Nd}\\n]{0,12}\\bpin\\b)");

  private Pins() {}

  static String hidden(String text) {
    return PIN.matcher(text).replaceAll("••••");
  }
}
