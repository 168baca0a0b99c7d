package org.doorstep.directory;

import java.util.List;

/** What came of one record of a directory. */
public sealed interface Entry {

  /** For each of its places one; each can be used. */
  record Legible(String at, List<Written> places) implements Entry {
    public Legible {
      places = List.copyOf(places);
    }
  }

  /** It says of itself that it is closed, or not open yet. */
  record Inactive(String at) implements Entry {}

  /**
   * It is left out.
   *
   * @param at where it stands: {@code record 17 (line 203)}
   * @param reason in words for whoever keeps the directory
   */
  record Refused(String at, String reason) implements Entry {}
}
