package org.doorstep.desk;

import java.util.List;
import org.doorstep.talk.Choice;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's own page in Slack, from top to bottom. It stays until the next one.
 *
 * @param language of its words; a form that opens from it is in the same
 */
public record HomeTab(String language, List<Part> parts) {

  /**
   * @param heading one line above it, ours
   * @param text shown as plain text; empty where there is only a heading
   * @param choices buttons below it
   */
  public record Part(@Nullable String heading, String text, List<Choice> choices) {
    public Part {
      choices = List.copyOf(choices);
    }
  }

  public HomeTab {
    parts = List.copyOf(parts);
  }

  @Override
  public String toString() {
    return "HomeTab[redacted]";
  }
}
