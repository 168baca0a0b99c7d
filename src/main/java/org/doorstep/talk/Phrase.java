package org.doorstep.talk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text with {@code {braces}}, and how they are filled. */
final class Phrase {

  /** WhatsApp's limits for a text with and without buttons. */
  static final int WITH_CHOICES = 1024;

  static final int WITHOUT = 1600;

  /** A value may be cut to so many characters, so that the whole fits. */
  static final int SHORTEST_VALUE = 40;

  private static final Pattern BRACE = Pattern.compile("\\{([a-z][a-z0-9-]*)\\}");

  /** All that stands before the beginning of a sentence. */
  private static final Pattern SENTENCE = Pattern.compile("^$|[.!?\u06d4\u061f] +$");

  private Phrase() {}

  static List<String> braces(String text) {
    return BRACE.matcher(text).results().map((MatchResult m) -> m.group(1)).toList();
  }

  /**
   * Values are put in as they are: a brace in a value stays one. A line that has braces, none of
   * which has a value, is left out, unless nothing would be left.
   */
  static String fill(String text, Map<String, String> values) {
    return fill(text, values, false);
  }

  /** A whole message: its sentences begin with capitals. */
  static String say(String text, Map<String, String> values) {
    return fill(text, values, true);
  }

  private static String fill(String text, Map<String, String> values, boolean message) {
    List<String> lines = new ArrayList<>();
    boolean dropped = false;
    for (String line : text.split("\n", -1)) {
      List<String> braces = braces(line);
      if (!braces.isEmpty() && braces.stream().allMatch(b -> value(b, values).isEmpty())) {
        dropped = true;
      } else if (!(dropped && line.isBlank() && (lines.isEmpty() || lines.getLast().isBlank()))) {
        lines.add(braces.isEmpty() ? line : line(line, values, message));
      }
    }
    String filled = String.join("\n", lines).strip();
    return filled.isEmpty() ? line(text, values, message).strip() : filled;
  }

  /** The longest value is cut, and then the next, until the text is short enough. */
  static String fit(String text, Map<String, String> values, int limit) {
    Map<String, String> cut = new HashMap<>(values);
    String filled = say(text, cut);
    while (filled.length() > limit) {
      String longest = null;
      for (String brace : braces(text)) {
        if (longest == null || value(brace, cut).length() > value(longest, cut).length()) {
          longest = brace;
        }
      }
      if (longest == null || value(longest, cut).length() <= SHORTEST_VALUE)
        return shorten(filled, limit);
      int over = filled.length() - limit;
      String value = value(longest, cut);
      cut.put(longest, shorten(value, Math.max(SHORTEST_VALUE, value.length() - over)));
      filled = say(text, cut);
    }
    return filled;
  }

  /** Never through the middle of a letter. */
  static String shorten(String text, int limit) {
    if (text.length() <= limit) return text;
    int end = limit - 1;
    while (end > 0 && inside(text, end)) end--;
    return text.substring(0, end).stripTrailing() + "…";
  }

  private static boolean inside(String text, int at) {
    int next = text.codePointAt(at);
    return Character.isLowSurrogate(text.charAt(at))
        || Character.getType(next) == Character.NON_SPACING_MARK
        || Character.isEmojiModifier(next)
        || next == 0x200D
        || text.charAt(at - 1) == 0x200D;
  }

  private static String line(String line, Map<String, String> values, boolean message) {
    boolean gap = braces(line).stream().anyMatch(b -> value(b, values).isEmpty());
    String tidy = line;
    if (gap) {
      Matcher empty = BRACE.matcher(line);
      tidy =
          empty.replaceAll(m -> value(m.group(1), values).isEmpty() ? "" : "{" + m.group(1) + "}");
      tidy = tidy.replaceAll(" {2,}", " ").strip();
    }
    String whole = tidy;
    return BRACE
        .matcher(tidy)
        .replaceAll(
            m -> {
              String value = value(m.group(1), values);
              return Matcher.quoteReplacement(message && begins(whole, m) ? capital(value) : value);
            });
  }

  /** Whether a sentence goes on after it; a value that has a line to itself is somebody's words. */
  private static boolean begins(String line, MatchResult brace) {
    boolean alone = brace.start() == 0 && brace.end() == line.length();
    return !alone && SENTENCE.matcher(line.substring(0, brace.start())).find();
  }

  private static String capital(String value) {
    if (value.isEmpty()) return value;
    int first = value.offsetByCodePoints(0, 1);
    return value.substring(0, first).toUpperCase(Locale.ROOT) + value.substring(first);
  }

  private static String value(String brace, Map<String, String> values) {
    return values.getOrDefault(brace, "").strip();
  }
}
