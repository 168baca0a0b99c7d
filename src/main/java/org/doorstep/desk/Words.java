package org.doorstep.desk;

import org.jspecify.annotations.Nullable;

/**
 * The words of one message, and those of the thought that it goes on with.
 *
 * @param before what was begun to be said; empty where nothing was
 * @param text the message itself
 * @param danger whether any of it tells of danger
 */
record Words(String before, String text, boolean danger) {

  static Words of(@Nullable Thought open, String text, boolean danger) {
    return open == null
        ? new Words("", text, danger)
        : new Words(open.text(), text, danger || open.danger());
  }

  /** A line for each text. */
  String whole() {
    return before.isEmpty() || text.isEmpty() ? before + text : before + '\n' + text;
  }

  /** As it would be said aloud: what is told in two texts is one sentence. */
  String aloud() {
    return whole().replace('\n', ' ');
  }

  @Override
  public String toString() {
    return "Words[redacted]";
  }
}
