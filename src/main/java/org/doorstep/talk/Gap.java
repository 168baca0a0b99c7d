package org.doorstep.talk;

/**
 * A text that a language does not have, or has of an English that is not the one of today.
 *
 * @param file the language's file, whether it is there or not
 * @param original the English file, and the line in it
 * @param english the text of today
 * @param mark what tells that text from any other
 */
public record Gap(
    String language,
    Kind kind,
    String file,
    String path,
    String original,
    int line,
    String english,
    String mark) {

  /** What is wrong with it. */
  public enum Kind {
    MISSING,
    STALE,
    /** It is there, but nothing says which English it was made from. */
    UNMARKED
  }

  static Gap of(String language, Kind kind, String file, Original o) {
    String english = o.text() == null ? "" : o.text();
    return new Gap(language, kind, file, o.path(), o.file(), o.line(), english, o.mark());
  }

  /** As a line of a list: where it belongs, and where the English is. */
  public String listed() {
    String what =
        switch (kind) {
          case MISSING -> "is missing";
          case STALE -> "is older than the English";
          case UNMARKED -> "has no mark";
        };
    return file + ": " + path + " " + what + " (" + original + ":" + line + ")";
  }

  @Override
  public String toString() {
    return listed();
  }

  boolean within(String part) {
    return path.startsWith(part + ".");
  }
}
