package org.doorstep.desk;

import java.util.List;
import org.doorstep.talk.Choice;
import org.jspecify.annotations.Nullable;

/**
 * A post in a Slack channel: what a job or a case looks like there.
 *
 * @param title one line, ours
 * @param lines our own words, one a line; what people wrote may stand in them, and is shown as
 *     plain text
 * @param quote what a person wrote, shown apart
 * @param choices buttons; none when there is nothing left to press
 */
public record Card(String title, List<String> lines, @Nullable String quote, List<Choice> choices) {

  public Card {
    lines = List.copyOf(lines);
    choices = List.copyOf(choices);
  }

  @Override
  public String toString() {
    return "Card[redacted]";
  }
}
