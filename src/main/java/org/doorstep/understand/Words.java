package org.doorstep.understand;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/** A message as a row of words. */
final class Words {

  private final Plain plain;
  private final List<Word> list;
  private final int[][] ids;

  private Words(Plain plain, List<Word> list, WordIds known) {
    this.plain = plain;
    this.list = List.copyOf(list);
    this.ids = list.stream().map(known::in).toArray(int[][]::new);
  }

  Plain plain() {
    return plain;
  }

  List<Word> list() {
    return list;
  }

  /** Whether a word is one of these. */
  boolean isOneOf(int index, BitSet wanted) {
    for (int id : ids[index]) if (wanted.get(id)) return true;
    return false;
  }

  int size() {
    return list.size();
  }

  Word get(int index) {
    return list.get(index);
  }

  /** The word, or an empty one outside the row. */
  String text(int index) {
    return index < 0 || index >= list.size() ? "" : list.get(index).text();
  }

  /** Where the sentence around this word begins. */
  int sentenceStart(int index) {
    int i = index;
    while (i > 0 && list.get(i).gap() != Word.STOP) i--;
    return i;
  }

  /** Where the sentence around this word ends, exclusive. */
  int sentenceEnd(int index) {
    int i = index + 1;
    while (i < list.size() && list.get(i).gap() != Word.STOP) i++;
    return Math.min(i, list.size());
  }

  /** The first word that begins at or after this character of the plain text. */
  int at(int character) {
    int i = 0;
    while (i < list.size() && list.get(i).start() < character) i++;
    return i;
  }

  static Words of(String typed, Map<String, String> shorthand, Spelling spelling, WordIds known) {
    Plain plain = Plain.of(typed);
    String text = plain.text();
    List<Word> words = new ArrayList<>();
    int gap = Word.STOP;
    for (int i = 0; i < text.length(); ) {
      int cp = text.codePointAt(i);
      int width = Character.charCount(cp);
      if (letter(cp)) {
        int end = end(text, i);
        words.add(word(plain, text, i, end, gap, shorthand, spelling));
        gap = Word.JOINED;
        i = end;
      } else if (picture(cp)) {
        String sign = text.substring(i, i + width);
        words.add(new Word(sign, sign, null, i, i + width, Math.max(gap, Word.PAUSE), false));
        gap = Word.PAUSE;
        i += width;
      } else {
        gap = Math.max(gap, gap(text, i, cp));
        i += width;
      }
    }
    return new Words(plain, words, known);
  }

  private static Word word(
      Plain plain,
      String text,
      int start,
      int end,
      int gap,
      Map<String, String> shorthand,
      Spelling spelling) {
    String typed = calm(text.substring(start, end).replace("'", ""));
    String whole = shorthand.getOrDefault(typed, typed);
    boolean capital = Character.isUpperCase(plain.typed().codePointAt(plain.typedAt(start)));
    return new Word(whole, typed, spelling.mend(whole), start, end, gap, capital);
  }

  /** {@code pleeease} as {@code please}: no word of ours has a letter three times in a row. */
  private static String calm(String word) {
    StringBuilder out = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); ) {
      char c = word.charAt(i);
      int run = i;
      while (run < word.length() && word.charAt(run) == c) run++;
      int kept = Character.isLetter(c) && run - i >= 3 ? 1 : run - i;
      for (int k = 0; k < kept; k++) out.append(c);
      i = run;
    }
    return out.toString();
  }

  private static int end(String text, int start) {
    int i = start;
    while (i < text.length()) {
      int cp = text.codePointAt(i);
      boolean inner = cp == '\'' && i + 1 < text.length() && letter(text.codePointAt(i + 1));
      if (!letter(cp) && !inner) break;
      i += Character.charCount(cp);
    }
    return i;
  }

  private static boolean letter(int cp) {
    if (cp < 128) return Character.isLetterOrDigit(cp);
    int type = Character.getType(cp);
    return Character.isLetterOrDigit(cp)
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.NON_SPACING_MARK;
  }

  private static boolean picture(int cp) {
    return cp > 0x2000 && Character.getType(cp) == Character.OTHER_SYMBOL;
  }

  private static int gap(String text, int at, int cp) {
    return switch (cp) {
      case ' ', '\'' -> Word.JOINED;
      case '\n', '!', '?', ';' -> Word.STOP;
      case '.' -> {
        boolean inNumber =
            at > 0
                && at + 1 < text.length()
                && Character.isDigit(text.charAt(at - 1))
                && Character.isDigit(text.charAt(at + 1));
        yield inNumber ? Word.JOINED : Word.STOP;
      }
      default -> Word.PAUSE;
    };
  }
}
