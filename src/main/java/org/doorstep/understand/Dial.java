package org.doorstep.understand;

import java.util.Arrays;

/** A message in the keys of time, each character knowing where it stood in the plain text. */
final class Dial {

  private final Plain plain;
  private final StringBuilder out = new StringBuilder();
  private int[] from = new int[256];
  private int[] to = new int[256];
  private int at;

  Dial(Plain plain) {
    this.plain = plain;
  }

  /** What stood between the words is kept, every run of blanks as one. */
  void add(String key, int start, int end) {
    between(start);
    for (int i = 0; i < key.length(); i++) put(key.charAt(i), start, end);
    at = end;
  }

  Dial close() {
    between(plain.text().length());
    return this;
  }

  String text() {
    return out.toString();
  }

  int typedStart(int index) {
    return index >= out.length() ? plain.typed().length() : plain.typedAt(from[index]);
  }

  int typedEnd(int index) {
    return index <= 0 ? 0 : plain.typedEnd(to[index - 1]);
  }

  private void between(int until) {
    String text = plain.text();
    for (int i = at; i < until; i++) {
      char c = text.charAt(i);
      boolean blank = c == ' ' && !out.isEmpty() && out.charAt(out.length() - 1) == ' ';
      if (!blank && c != '\'') put(c == '@' ? ' ' : c, i, i + 1);
    }
  }

  private void put(char c, int start, int end) {
    if (out.length() == from.length) {
      from = Arrays.copyOf(from, from.length * 2);
      to = Arrays.copyOf(to, to.length * 2);
    }
    from[out.length()] = start;
    to[out.length()] = end;
    out.append(c);
  }
}
