package org.doorstep.desk;

import java.util.List;

/**
 * What somebody may read of themselves, in their language.
 *
 * @param key what whoever asks for it has to know
 * @param language BCP 47
 */
public record Paper(String key, String language, String title, List<Part> parts) {

  /** Lines under a heading; a line may hold several. */
  public record Part(String heading, List<String> lines) {
    public Part {
      lines = List.copyOf(lines);
    }
  }

  public Paper {
    parts = List.copyOf(parts);
  }

  @Override
  public String toString() {
    return "Paper[redacted]";
  }
}
