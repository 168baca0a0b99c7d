package org.doorstep.understand;

import org.jspecify.annotations.Nullable;

/**
 * One word of a message.
 *
 * @param text spelled plainly, short forms written out ({@code tomorrow} for {@code tmrw})
 * @param typed spelled plainly, as it was typed
 * @param mended what it would be without a slip of the finger, if that is a known word
 * @param start where it begins in the plain text
 * @param end where it ends in the plain text, exclusive
 * @param gap what stands before it: {@link #JOINED}, {@link #PAUSE} or {@link #STOP}
 * @param capital it was typed with a capital letter
 */
record Word(
    String text,
    String typed,
    @Nullable String mended,
    int start,
    int end,
    int gap,
    boolean capital) {

  /** Nothing but a space. */
  static final int JOINED = 0;

  /** A comma, a dash, a bracket, a picture. */
  static final int PAUSE = 1;

  /** The end of a sentence or a line. */
  static final int STOP = 2;

  boolean number() {
    for (int i = 0; i < text.length(); i++) if (!Character.isDigit(text.charAt(i))) return false;
    return true;
  }
}
