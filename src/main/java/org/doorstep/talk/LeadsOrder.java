package org.doorstep.talk;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An order to a group, as it was given: "assign 2 to Amy".
 *
 * @param name as it is called in {@code common.yml}
 * @param number a number that counts nothing but itself; 0 where there is none
 * @param job a number of the last board, or a job's reference; empty where there is none
 * @param rest a name, or whatever else was said, as it was written; empty where nothing was
 */
public record LeadsOrder(String name, int number, String job, String rest) {

  /** A number of a board, or the consonants of a reference. */
  private static final Pattern JOB = Pattern.compile("[1-9][0-9]{0,2}|[bcdfghjklmnpqrstvwxz]{4}");

  private static final int LONGEST_NAME = 3;

  @Override
  public String toString() {
    return "LeadsOrder[" + name + "]";
  }

  /**
   * @param pattern what may be said, with the signs of {@link Command}
   * @param said the words of {@code text}
   */
  static Optional<LeadsOrder> of(String name, String pattern, List<String> said, String text) {
    List<String> wanted = List.of(pattern.split(" "));
    List<String> words = said.stream().filter(word -> !word.equals(Command.NUMBER)).toList();
    boolean rest = wanted.getLast().equals(Command.REST);
    boolean named = wanted.getLast().equals(Command.NAME.strip());
    int fixed = rest || named ? wanted.size() - 1 : wanted.size();
    int more = words.size() - fixed;
    if (more < 0 || (more == 0) != (fixed == wanted.size())) return Optional.empty();
    if (named && more > LONGEST_NAME) return Optional.empty();
    int number = 0;
    String job = "";
    for (int i = 0; i < fixed; i++) {
      String word = words.get(i);
      switch (wanted.get(i)) {
        case Command.NUMBER -> {
          if (!word.matches("[1-9][0-9]{0,2}")) return Optional.empty();
          number = Integer.parseInt(word);
        }
        case Command.JOB -> {
          if (!JOB.matcher(word).matches()) return Optional.empty();
          job = word;
        }
        case String other -> {
          if (!other.equals(word)) return Optional.empty();
        }
      }
    }
    return Optional.of(new LeadsOrder(name, number, job, more == 0 ? "" : after(fixed, text)));
  }

  /** What was written behind so many words. */
  static String after(int words, String text) {
    String left = text.strip();
    int passed = 0;
    while (passed < words) {
      String[] parts = left.split("\\s+", 2);
      passed += (int) Wording.tokens(parts[0]).stream().filter(w -> !w.equals("#")).count();
      left = parts.length < 2 ? "" : parts[1];
    }
    return left.replaceFirst("^[:,\\s-]+", "");
  }
}
