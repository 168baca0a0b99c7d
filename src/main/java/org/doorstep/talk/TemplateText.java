package org.doorstep.talk;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text that WhatsApp has approved, as it stands in {@code templates.yml}.
 *
 * @param text with {@code {{1}}}, {@code {{2}}} … for its variables
 * @param examples one for each variable
 * @param sends what its buttons carry; a variable of theirs comes after those of the text
 */
record TemplateText(
    String name,
    String category,
    String text,
    List<String> examples,
    List<String> sends,
    String file,
    int line) {

  static final Pattern VARIABLE = Pattern.compile("\\{\\{([0-9]+)}}");

  TemplateText {
    examples = List.copyOf(examples);
    sends = List.copyOf(sends);
  }

  /** The highest variable that a button has; 0 where none has one. */
  int buttonVariable() {
    return sends.stream()
        .flatMap(s -> VARIABLE.matcher(s).results())
        .mapToInt(m -> Integer.parseInt(m.group(1)))
        .max()
        .orElse(0);
  }

  /** As it reads with values for its variables. */
  String with(Map<String, String> values) {
    return VARIABLE
        .matcher(text)
        .replaceAll(m -> Matcher.quoteReplacement(values.getOrDefault(m.group(1), "")));
  }

  List<String> variables() {
    return VARIABLE.matcher(text).results().map((MatchResult m) -> m.group(1)).toList();
  }
}
