package org.doorstep.understand;

/**
 * In which language somebody seems to write.
 *
 * @param tag BCP 47, as in {@code vocab/languages.yml}
 * @param confidence 0 to 1; high only where several words speak for it and few for another
 */
public record Language(String tag, double confidence) {

  public static final Language ENGLISH = new Language("en", 0);

  /** Enough to offer a switch. Never enough to switch unasked. */
  public boolean sure() {
    return confidence >= Found.SURE;
  }

  public boolean english() {
    return tag.equals(ENGLISH.tag);
  }
}
