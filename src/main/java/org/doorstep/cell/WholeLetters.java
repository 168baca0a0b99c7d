package org.doorstep.cell;

import java.io.Reader;

/**
 * Text in pieces none of which ends within a letter of two characters: the YAML reader fails where
 * a picture stands across the end of its buffer.
 */
public final class WholeLetters extends Reader {

  private final String text;
  private int at;

  public WholeLetters(String text) {
    this.text = text;
  }

  @Override
  public int read(char[] into, int offset, int length) {
    if (at == text.length()) return -1;
    int end = Math.min(text.length(), at + length);
    boolean within = end < text.length() && Character.isHighSurrogate(text.charAt(end - 1));
    if (within && end - 1 > at) end--;
    text.getChars(at, end, into, offset);
    int count = end - at;
    at = end;
    return count;
  }

  @Override
  public void close() {}
}
