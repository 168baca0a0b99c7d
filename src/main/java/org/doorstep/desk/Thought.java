package org.doorstep.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What somebody has begun to say: short texts in a row, heard as one message when they pause.
 *
 * @param since when the first of them came
 * @param due when the pause is long enough, unless more comes
 * @param danger whether they have had advice about it already
 */
public record Thought(List<Text> texts, Instant since, Instant due, boolean danger) {

  /** One of the texts, and which message it was. */
  public record Text(InboundId said, String text) {
    @Override
    public String toString() {
      return "Text[redacted]";
    }
  }

  public Thought {
    texts = List.copyOf(texts);
    if (texts.isEmpty()) throw new IllegalArgumentException("a thought has at least one text");
  }

  /** A line for each text. */
  public String text() {
    return texts.stream().map(Text::text).collect(Collectors.joining("\n"));
  }

  Thought and(Text next, Instant later, boolean dangerToo) {
    List<Text> all = new ArrayList<>(texts);
    all.add(next);
    return new Thought(all, since, later, danger || dangerToo);
  }

  /** The texts as they are after one was reworded; an empty one is gone. */
  List<Text> with(Text reworded) {
    return texts.stream()
        .map(t -> t.said().equals(reworded.said()) ? reworded : t)
        .filter(t -> !t.text().isEmpty())
        .toList();
  }

  boolean holds(InboundId message) {
    return texts.stream().anyMatch(t -> t.said().equals(message));
  }

  @Override
  public String toString() {
    return "Thought[redacted]";
  }
}
