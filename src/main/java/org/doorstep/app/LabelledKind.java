package org.doorstep.app;

import java.util.Locale;

/** The kinds of labelled files that understanding is measured by. */
enum LabelledKind {
  /** Messages to a help line, one JSON object a line. */
  MESSAGES,
  /** Messages that tell of danger, or only sound like it, one JSON object a line. */
  CRISIS,
  /** Volunteers' replies, one JSON object a line. */
  REPLIES,
  /** The Multilingual Disaster Response Messages as CSV. */
  DISASTER;

  /** As on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
