package org.doorstep.understand;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.function.IntUnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A row of words to look for, as it stands in a vocabulary.
 *
 * <p>{@code cant|cannot ?really breath* ..} - words between bars are alternatives, a leading {@code
 * ?} makes them optional, a final {@code *} takes any ending, {@code KIN} stands for a list in
 * {@code classes.yml}, {@code N} for a number (in quotes {@code #}), {@code 65-115} for one of
 * these numbers, {@code _} for any word, {@code ..} for up to two words and {@code ...} for up to
 * eight, {@code ^} and {@code $} for the ends of a sentence. A phrase never runs over the end of a
 * sentence. Costs the same whatever the text: there is no backtracking.
 */
final class Phrase {

  private static final Pattern RANGE = Pattern.compile("(\\d{1,3})-(\\d{1,3})");

  /** How many words a phrase may span. */
  private static final int WINDOW = 60;

  private static final int NO_MATCH = -1;

  private static final class Part {

    /** The numbers of its words and beginnings, smallest first. */
    private final int[] wanted;

    /** A bit for each of them: most words have none of these bits, and need no closer look. */
    private final long bits;

    private final Set<String> words;
    private final boolean number;
    private final boolean any;
    private final boolean optional;
    private final int gap;

    private Part(
        int[] wanted, Set<String> words, boolean number, boolean any, boolean optional, int gap) {
      this.wanted = wanted;
      this.bits = Words.bits(wanted);
      this.words = words;
      this.number = number;
      this.any = any;
      this.optional = optional;
      this.gap = gap;
    }

    static Part gap(int words) {
      return new Part(new int[0], Set.of(), false, false, false, words);
    }

    boolean needed() {
      return gap == 0 && !optional && !number && !any;
    }

    boolean fits(Words message, int at) {
      return any
          || ((message.bits(at) & bits) != 0 && message.isOneOf(at, wanted))
          || (number && message.get(at).number());
    }
  }

  private final Part[] parts;
  private final boolean fromStart;
  private final boolean toEnd;

  private Phrase(List<Part> parts, boolean fromStart, boolean toEnd) {
    this.parts = parts.toArray(Part[]::new);
    this.fromStart = fromStart;
    this.toEnd = toEnd;
  }

  static Phrase of(String written, Map<String, ? extends Collection<String>> classes, WordIds ids) {
    List<Part> parts = new ArrayList<>();
    List<String> tokens = List.of(written.trim().split("\\s+"));
    for (String token : tokens) {
      switch (token) {
        case "^", "$" -> {}
        case ".." -> parts.add(Part.gap(2));
        case "..." -> parts.add(Part.gap(8));
        default -> parts.add(part(token, classes, ids));
      }
    }
    if (parts.isEmpty() || parts.getFirst().gap > 0 || parts.getFirst().any) {
      throw new IllegalArgumentException("a phrase begins with a word: " + written);
    }
    return new Phrase(parts, tokens.contains("^"), tokens.contains("$"));
  }

  private static Part part(
      String token, Map<String, ? extends Collection<String>> classes, WordIds ids) {
    boolean optional = token.startsWith("?");
    Set<String> words = new HashSet<>();
    List<String> starts = new ArrayList<>();
    boolean number = false;
    boolean any = false;
    for (String one : (optional ? token.substring(1) : token).split("\\|")) {
      if (one.equals("#") || one.equals("N")) number = true;
      else if (one.equals("_")) any = true;
      else if (RANGE.matcher(one).matches()) words.addAll(range(one));
      else if (one.startsWith("@") || classes.containsKey(one)) {
        Collection<String> members = classes.get(one.startsWith("@") ? one.substring(1) : one);
        if (members == null) throw new IllegalArgumentException("no such class of words: " + one);
        members.forEach(words::add);
      } else if (one.endsWith("*")) starts.add(Plain.word(one.substring(0, one.length() - 1)));
      else words.add(Plain.word(one));
    }
    BitSet wanted = new BitSet();
    words.forEach(word -> wanted.set(ids.of(word)));
    starts.forEach(start -> wanted.set(ids.ofStart(start)));
    return new Part(wanted.stream().toArray(), Set.copyOf(words), number, any, optional, 0);
  }

  private static List<String> range(String written) {
    String[] ends = written.split("-", 2);
    return IntStream.rangeClosed(Integer.parseInt(ends[0]), Integer.parseInt(ends[1]))
        .mapToObj(String::valueOf)
        .toList();
  }

  /** Every whole word it knows. */
  Set<String> words() {
    Set<String> all = new HashSet<>();
    for (Part part : parts) all.addAll(part.words);
    return all;
  }

  /** The numbers of all words that it may need. */
  void eachNeeded(IntConsumer taker) {
    for (Part part : parts) if (part.needed()) for (int id : part.wanted) taker.accept(id);
  }

  /**
   * The numbers of which a message has to hold one for any match, as rare together as can be; empty
   * if the phrase can match without any.
   *
   * @param common how common each is
   */
  int[] rarest(IntUnaryOperator common) {
    int[] rarest = {};
    long least = Long.MAX_VALUE;
    for (Part part : parts) {
      if (!part.needed()) continue;
      long sum = 0;
      for (int id : part.wanted) sum += common.applyAsInt(id);
      if (sum >= least) continue;
      least = sum;
      rarest = part.wanted;
    }
    return rarest;
  }

  /**
   * What it needs beside the numbers of which a message holds one: for each word how many numbers,
   * and then those numbers.
   *
   * @return how many there are
   */
  int eachOtherNeed(int[] held, IntConsumer taker) {
    int count = 0;
    for (Part part : parts) {
      if (!part.needed() || Arrays.equals(part.wanted, held)) continue;
      taker.accept(part.wanted.length);
      for (int id : part.wanted) taker.accept(id);
      count += 1 + part.wanted.length;
    }
    return count;
  }

  /** Where a match that begins at this word ends, exclusive; negative if there is none. */
  int match(Words words, int at) {
    if (!parts[0].optional && !parts[0].fits(words, at)) return NO_MATCH;
    if (fromStart && at > 0 && words.get(at).gap() != Word.STOP) return NO_MATCH;
    int length = Math.min(WINDOW, words.size() - at);
    long open = 1L;
    for (Part part : parts) {
      open =
          part.gap > 0
              ? stretch(words, at, length, open, part.gap)
              : step(words, at, length, open, part);
      if (open == 0) return NO_MATCH;
    }
    while (open != 0) {
      int end = at + Long.numberOfTrailingZeros(open);
      if (end > at && (!toEnd || end == words.size() || words.get(end).gap() == Word.STOP))
        return end;
      open &= open - 1;
    }
    return NO_MATCH;
  }

  private static long step(Words words, int at, int length, long open, Part part) {
    long next = part.optional ? open : 0;
    for (long left = open; left != 0; left &= left - 1) {
      int offset = Long.numberOfTrailingZeros(left);
      if (offset >= length) break;
      Word word = words.get(at + offset);
      if ((offset == 0 || word.gap() != Word.STOP) && part.fits(words, at + offset))
        next |= 1L << (offset + 1);
    }
    return next;
  }

  private static long stretch(Words words, int at, int length, long open, int gap) {
    long reached = open;
    for (int i = 0; i < gap; i++) {
      long more = 0;
      for (long left = reached; left != 0; left &= left - 1) {
        int offset = Long.numberOfTrailingZeros(left);
        if (offset >= length) break;
        if (offset == 0 || words.get(at + offset).gap() != Word.STOP) more |= 1L << (offset + 1);
      }
      reached |= more;
    }
    return reached;
  }
}
