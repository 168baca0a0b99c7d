package org.doorstep.understand;

/**
 * What some words of a message stand for, as listed in {@code vocab/offering.yml}.
 *
 * @param key of a list; or one of those below
 * @param typed the words as they were written, spelled plainly
 */
record Term(String key, String typed) {

  static final String NUMBER = "number";

  /** A comma, a stop, the end of a line. */
  static final String PAUSE = ",";

  static final String DASH = "-";
  static final String QUESTION = "?";

  /** A word that says nothing here. */
  static final String UNKNOWN = "unknown";

  boolean is(String... keys) {
    for (String one : keys) if (one.equals(key)) return true;
    return false;
  }

  /** Whether it is one of several lists: {@code way-car} of {@code way-}. */
  boolean of(String kind) {
    return key.startsWith(kind);
  }

  /** What of several it is: {@code car}. */
  String which() {
    return key.substring(key.indexOf('-') + 1);
  }
}
