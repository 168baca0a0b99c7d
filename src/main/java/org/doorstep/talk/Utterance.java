package org.doorstep.talk;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something said to a person, in full; how it is shown is the channel's business.
 *
 * @param id the message's id in the flows: {@code job.offered}; tests assert this, never wording
 * @param choices what may be tapped or answered
 * @param template the approved template that stands for it outside WhatsApp's window, if it has one
 */
public record Utterance(String id, String text, List<Choice> choices, @Nullable Template template) {

  /** An approved template with its variables, in order {@code "1"}, {@code "2"} … */
  public record Template(String name, Map<String, String> variables) {
    public Template {
      variables = Map.copyOf(variables);
    }
  }

  public Utterance {
    choices = List.copyOf(choices);
  }

  public static Utterance plain(String id, String text) {
    return new Utterance(id, text, List.of(), null);
  }

  /** With a line below it. */
  public Utterance adding(String line) {
    return new Utterance(id, text + "\n\n" + line, choices, template);
  }

  @Override
  public String toString() {
    return "Utterance[" + id + "]";
  }
}
