package org.doorstep.people;

import java.util.Locale;

/** What somebody may agree to. Kept by its name: a purpose is never renamed. */
public enum Purpose {
  /** That neighbours are told what they ask for, and help them. */
  HELPED,
  /** That one request of theirs is passed on to somebody else. */
  PASSED_ON,
  /** That they are kept as a volunteer, and asked now and then. */
  VOLUNTEERING,
  /** That something is arranged, or done by them, each time. */
  REGULAR_HELP,
  /** That the leads of their group write to all volunteers. */
  BULLETINS,
  /** That we write to them at all. */
  MESSAGES;

  /** As in the names of texts: {@code passed-on}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
