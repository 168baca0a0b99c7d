package org.doorstep.talk;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Keeps names, postcodes and times together within a text that reads from right to left. An isolate
 * (Unicode's bidirectional algorithm, UAX 9) is read by itself, so that "LS6 3HN" is not turned
 * round, and a line that begins with "Sam" still begins at the right.
 */
final class Isolates {

  private static final char BEGIN = '\u2068';
  private static final char END = '\u2069';
  private static final Pattern MARKS = Pattern.compile("[\u200e\u200f\u061c\u2066-\u2069]");
  private static final Pattern ISOLATED = Pattern.compile("\u2068[^\u2069]*\u2069");
  private static final Pattern NUMBER = Pattern.compile("\\p{Nd}+");

  private Isolates() {}

  static Map<String, String> around(Map<String, String> values) {
    Map<String, String> all = new HashMap<>();
    values.forEach((key, value) -> all.put(key, around(value)));
    return all;
  }

  /** An isolate ends with its line, so each line has its own. */
  private static String around(String value) {
    return value.lines().map(Isolates::line).collect(Collectors.joining("\n"));
  }

  private static String line(String line) {
    String open = ISOLATED.matcher(line).replaceAll("");
    boolean turned = open.codePoints().anyMatch(Isolates::leftToRight);
    boolean number = NUMBER.matcher(open.strip()).matches();
    return turned && !number ? BEGIN + line + END : line;
  }

  private static boolean leftToRight(int c) {
    return switch (Character.getDirectionality(c)) {
      case Character.DIRECTIONALITY_LEFT_TO_RIGHT,
          Character.DIRECTIONALITY_EUROPEAN_NUMBER,
          Character.DIRECTIONALITY_ARABIC_NUMBER ->
          true;
      default -> false;
    };
  }

  /** For a button's label and a template's variable, where every character counts. */
  static String without(String text) {
    return MARKS.matcher(text).replaceAll("");
  }

  /** A value that was cut may have lost its end. */
  static String closed(String text) {
    return text.lines().map(Isolates::closedLine).collect(Collectors.joining("\n"));
  }

  private static String closedLine(String line) {
    long open = line.chars().filter(c -> c == BEGIN).count();
    long shut = line.chars().filter(c -> c == END).count();
    return line + String.valueOf(END).repeat((int) Math.max(0, open - shut));
  }
}
