package org.doorstep.help;

/** What one rule says of one candidate. */
sealed interface Finding {

  /** Leave them out. */
  record MayNot(Bar bar) implements Finding {}

  /**
   * It counts for or against them.
   *
   * @param metres as if they lived so much farther away; nearer where it is negative
   */
  record Comes(int metres, Reason reason) implements Finding {}

  /** Nothing to say. */
  record Silent() implements Finding {}

  Finding SILENT = new Silent();

  static Finding unless(boolean fine, Bar bar) {
    return fine ? SILENT : new MayNot(bar);
  }
}
