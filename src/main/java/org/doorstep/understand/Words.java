package org.doorstep.understand;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** A message as a row of words. */
final class Words {

  private final Plain plain;
  private final List<Word> list;
  private final int[][] ids;
  private final long[] bits;
  private final Language language;
  private final Languages languages;
  private final BitSet present = new BitSet();
  private final BitSet english = new BitSet();
  private final BitSet own = new BitSet();

  private Words(Plain plain, List<Word> list, int[][] ids, Language language, Languages languages) {
    this.plain = plain;
    this.list = list;
    this.ids = ids;
    bits = new long[ids.length];
    this.language = language;
    this.languages = languages;
  }

  /** The numbers of all that its words stand for. */
  BitSet present() {
    return present;
  }

  Language language() {
    return language;
  }

  /**
   * Whether words of one language say something here. A word that is English too counts only in a
   * message of that language; in such a message its own words are not taken for English ones.
   */
  boolean speaks(String tag, int from, int to) {
    if (tag.equals(language.tag())) return true;
    BitSet others = tag.equals(Language.ENGLISH.tag()) ? own : english;
    boolean elsewhere = !language.english() && !tag.equals(Language.ENGLISH.tag());
    return !elsewhere && others.nextClearBit(from) < to;
  }

  /** Whether it is written in another language than English, of which this is a word. */
  boolean knows(String word) {
    return !language.english() && languages.has(language.tag(), word);
  }

  Plain plain() {
    return plain;
  }

  List<Word> list() {
    return list;
  }

  /** A bit for each of some numbers; several may share one. */
  static long bits(int[] ids) {
    long bits = 0;
    for (int id : ids) bits |= 1L << id;
    return bits;
  }

  /** Those of all that a word stands for. */
  long bits(int index) {
    return bits[index];
  }

  /** Whether a word is one of these, smallest first. */
  boolean isOneOf(int index, int[] wanted) {
    for (int id : ids[index]) if (Arrays.binarySearch(wanted, id) >= 0) return true;
    return false;
  }

  /** Whether it may be somebody's name: a capital, and no word that any list knows. */
  boolean named(int index) {
    Word word = list.get(index);
    return word.capital() && !word.number() && ids[index].length == 0 && !english.get(index);
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

  static Words of(String typed, Speller speller) {
    Plain plain = Plain.of(typed);
    List<Piece> pieces = pieces(plain.text());
    List<String> spelled = new ArrayList<>(pieces.size());
    Known[] known = new Known[pieces.size()];
    for (Piece piece : pieces) {
      known[spelled.size()] = speller.known(piece.word());
      spelled.add(piece.word());
    }
    Languages languages = speller.languages();
    Language language = languages.of(spelled, known, plain.typed());
    int own = languages.bit(language.tag());
    List<Word> list = new ArrayList<>(known.length);
    int[][] ids = new int[known.length][];
    Words words = new Words(plain, list, ids, language, languages);
    for (int i = 0; i < known.length; i++) {
      Piece piece = pieces.get(i);
      String whole = speller.whole(piece.word(), known[i], language);
      boolean same = whole.equals(piece.word());
      Known written = same ? known[i] : speller.known(whole);
      String mended = speller.mend(whole, written, language);
      int first = plain.typed().codePointAt(plain.typedAt(piece.start()));
      boolean capital = Character.isUpperCase(first);
      list.add(
          new Word(whole, piece.word(), mended, piece.start(), piece.end(), piece.gap(), capital));
      ids[i] = written.ids();
      if (!same) ids[i] = WordIds.both(ids[i], known[i].ids());
      if (mended != null) ids[i] = WordIds.both(ids[i], speller.known(mended).ids());
      for (int id : ids[i]) words.present.set(id);
      words.bits[i] = bits(ids[i]);
      words.english.set(i, known[i].english());
      words.own.set(i, known[i].of(own));
    }
    return words;
  }

  private record Piece(String word, int start, int end, int gap) {}

  private static List<Piece> pieces(String text) {
    List<Piece> pieces = new ArrayList<>();
    int gap = Word.STOP;
    for (int i = 0; i < text.length(); ) {
      int cp = text.codePointAt(i);
      int width = Character.charCount(cp);
      if (letter(cp)) {
        int end = end(text, i);
        pieces.add(new Piece(calm(text, i, end), i, end, gap));
        gap = Word.JOINED;
        i = end;
      } else if (picture(cp)) {
        int end = i + width;
        pieces.add(new Piece(text.substring(i, end), i, end, Math.max(gap, Word.PAUSE)));
        gap = Word.PAUSE;
        i = end;
      } else {
        gap = Math.max(gap, gap(text, i, cp));
        i += width;
      }
    }
    return pieces;
  }

  /** {@code pleeease} as {@code please}: no word of ours has a letter three times in a row. */
  private static String calm(String text, int start, int end) {
    String word = text.substring(start, end);
    if (word.indexOf('\'') >= 0) word = word.replace("'", "");
    if (!drawn(word)) return word;
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

  private static boolean drawn(String word) {
    for (int i = 2; i < word.length(); i++)
      if (word.charAt(i) == word.charAt(i - 1) && word.charAt(i) == word.charAt(i - 2)) return true;
    return false;
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
    if (cp < 128) return (cp >= 'a' && cp <= 'z') || (cp >= '0' && cp <= '9');
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
      case '\n', '!', '?', ';', '\u0964', '\u061f', '\u06d4' -> Word.STOP;
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
