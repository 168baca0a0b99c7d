package org.doorstep.understand;

/** One letter for all spellings of it: keyboards differ, words do not. */
public final class Letters {

  private Letters() {}

  /** Letters that fall apart into no accent, and two spellings of one letter or digit. */
  public static char plain(char c) {
    return switch (c) {
      case 'ł', 'Ł' -> 'l';
      case 'ø', 'Ø' -> 'o';
      case 'ı' -> 'i';
      case 'đ', 'Đ' -> 'd';
      case '\u064a', '\u0649', '\u06cc' -> '\u06cc';
      case '\u0643', '\u06a9' -> '\u06a9';
      case '\u0629', '\u06c1', '\u06c3', '\u06d5' -> '\u0647';
      case '\u060c' -> ',';
      default -> digit(c);
    };
  }

  private static char digit(char c) {
    return c > 0x7F && Character.isDigit(c) ? (char) ('0' + Character.digit(c, 10)) : c;
  }
}
