package org.doorstep.talk;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text that WhatsApp has to approve, as it stands in {@code templates.yml}.
 *
 * @param category {@code utility}, {@code authentication} or {@code marketing}
 * @param text with {@code {{1}}}, {@code {{2}}} … for its variables
 * @param examples one for each variable
 * @param buttons a variable of what they send comes after those of the text
 */
public record TemplateText(
    String name,
    String category,
    String text,
    List<String> examples,
    List<Button> buttons,
    String file,
    int line) {

  /**
   * What may be tapped below it.
   *
   * @param sends what comes back then: a tap, in which {@code {{5}}} may stand
   */
  public record Button(String label, String sends) {}

  static final Pattern VARIABLE = Pattern.compile("\\{\\{([0-9]+)}}");

  public TemplateText {
    examples = List.copyOf(examples);
    buttons = List.copyOf(buttons);
  }

  /** The highest variable that a button has; 0 where none has one. */
  int buttonVariable() {
    return buttons.stream()
        .flatMap(b -> VARIABLE.matcher(b.sends()).results())
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
