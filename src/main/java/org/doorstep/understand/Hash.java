package org.doorstep.understand;

/** Numbers for what learned rules look at: comparing numbers costs less than comparing words. */
final class Hash {

  /** Of no letters. */
  static final long FIRST = 1125899906842597L;

  private static final long SPREAD = 0x9E3779B97F4A7C15L;
  private static final long STIR = 0xD6E8FEB86659FD93L;

  private Hash() {}

  static long of(String text) {
    return of(text, text.length());
  }

  /** Of so many of its letters. */
  static long of(String text, int letters) {
    long hash = FIRST;
    for (int i = 0; i < letters; i++) hash = and(hash, text.charAt(i));
    return hash;
  }

  /** One letter more. */
  static long and(long hash, char letter) {
    return 31 * hash + letter;
  }

  /** Never 0, and spread over all bits. */
  static long mix(long kind, long one, long two) {
    long hash = kind * SPREAD + one;
    hash = (hash ^ (hash >>> 32)) * STIR + two;
    hash = (hash ^ (hash >>> 29)) * STIR;
    hash ^= hash >>> 32;
    return hash == 0 ? 1 : hash;
  }
}
