package org.doorstep.pipeline;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A long text in parts that a channel takes: cut between paragraphs, lines, words, never in an
 * emoji.
 */
public final class TextParts {

  private TextParts() {}

  /**
   * At least one part, each of at most {@code limit} UTF-16 units.
   *
   * @param last limit of the last part: shorter where buttons hang on it
   */
  public static List<String> of(String text, int limit, int last) {
    List<String> parts = new ArrayList<>();
    String rest = text.strip();
    while (rest.length() > last) {
      int cut = cut(rest, rest.length() > limit ? limit : last);
      parts.add(rest.substring(0, cut).stripTrailing());
      rest = rest.substring(cut).stripLeading();
    }
    if (!rest.isEmpty() || parts.isEmpty()) parts.add(rest);
    return List.copyOf(parts);
  }

  public static List<String> of(String text, int limit) {
    return of(text, limit, limit);
  }

  private static int cut(String text, int limit) {
    for (String mark : List.of("\n\n", "\n", ". ", " ")) {
      int at = text.lastIndexOf(mark, limit - mark.length());
      if (at > limit / 4) return at + mark.length();
    }
    BreakIterator graphemes = BreakIterator.getCharacterInstance(Locale.ROOT);
    graphemes.setText(text);
    int at = graphemes.preceding(limit + 1);
    return at > 0 ? at : limit;
  }
}
