package org.doorstep.understand;

/**
 * A value that was read from someone's words.
 *
 * @param start where in the text it begins
 * @param end where in the text it ends, exclusive
 * @param confidence 0 to 1; below {@link #SURE} it is asked about, never used in silence
 */
public record Found<T>(T value, int start, int end, double confidence) {

  public static final double SURE = 0.7;

  public boolean sure() {
    return confidence >= SURE;
  }
}
