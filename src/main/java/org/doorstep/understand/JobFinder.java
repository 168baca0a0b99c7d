package org.doorstep.understand;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.doorstep.people.Need;

/**
 * Tells which of several jobs a message speaks of: by number, by kind, by any word of its label.
 */
final class JobFinder {

  private static final List<Set<String>> ORDINALS =
      List.of(
          Set.of("1", "1st", "first", "one", "uno", "numero uno", "top", "former", "1️"),
          Set.of("2", "2nd", "second", "two", "middle"),
          Set.of("3", "3rd", "third", "three"),
          Set.of("4", "4th", "fourth"));

  private static final Set<String> LAST = Set.of("last", "final", "bottom", "latter");
  private static final Set<String> ALL =
      Set.of("both", "all", "either", "any", "neither", "none", "everything", "every", "them");
  private static final Set<String> PLAIN =
      Set.of(
          "to", "the", "of", "and", "at", "in", "for", "run", "with", "a", "mr", "mrs", "am", "pm",
          "flat", "up", "st", "rd", "on", "drop");

  private static final String EVERY = "all";
  private static final String ENGLISH = Language.ENGLISH.tag();

  /** The shortest word that is looked for inside another: {@code bulb} in {@code lightbulb}. */
  private static final int INSIDE = 4;

  private final NeedReader needs;
  private final Phrasebook names;
  private final Map<String, String> shorthand;

  /**
   * @param names what volunteers call jobs, by their need
   */
  JobFinder(NeedReader needs, Phrasebook names, Map<String, String> shorthand) {
    this.needs = needs;
    this.names = names;
    this.shorthand = shorthand;
  }

  /** The jobs that the words fit best; empty if they fit none more than another. */
  Set<Integer> in(Words message, List<JobLabel> jobs, Set<Integer> open) {
    Integer ordinal = ordinal(message, jobs.size());
    if (ordinal != null) return Set.of(ordinal);
    int[] scores = new int[jobs.size()];
    List<Set<String>> labels = new ArrayList<>();
    Map<String, Integer> common = new HashMap<>();
    for (JobLabel job : jobs) {
      Set<String> label = label(job.words());
      labels.add(label);
      label.forEach(w -> common.merge(w, 1, Integer::sum));
    }
    Set<Need> named = new HashSet<>();
    needs.in(message).forEach(n -> named.add(n.need()));
    Set<String> called = new HashSet<>();
    names.in(message).forEach(hit -> called.add(hit.key()));
    for (int i = 0; i < scores.length; i++) {
      Set<String> label = labels.get(i);
      for (int w = 0; w < message.size(); w++) scores[i] += score(message.get(w), label, common);
      if (named.contains(jobs.get(i).need()) || called.contains(jobs.get(i).need().key()))
        scores[i] += 2;
    }
    int most = 0;
    for (int i : open) most = Math.max(most, scores[i]);
    if (most == 0) return Set.of();
    Set<Integer> best = new HashSet<>();
    for (int i : open) if (scores[i] == most) best.add(i);
    return best;
  }

  /** "Both", "none of them". */
  boolean all(Words message, int count) {
    if (names.in(message).stream().anyMatch(hit -> hit.key().equals(EVERY))) return true;
    for (int i = 0; i < message.size(); i++) {
      String word = message.text(i);
      boolean plain =
          ALL.contains(word)
              && !word.equals("them")
              && !word.equals("any")
              && !(word.equals("all")
                  && message
                      .text(i + 1)
                      .matches("done|good|day|sorted|week|the|right|fine|went|okay|x|that|sorry|"));
      boolean save = message.text(i + 1).matches("bar|but|except|apart");
      if (plain && !save && !word.equals("either")) return true;
      if (word.equals("any")
          && (message.text(i + 1).matches("of|this|today|tonight|sorry|")
              && !message.text(i + 1).equals("good"))) return true;
      if (word.equals("all") && message.text(i + 1).equals(String.valueOf(count))) return true;
    }
    return false;
  }

  private static @org.jspecify.annotations.Nullable Integer ordinal(Words message, int count) {
    for (int i = 0; i < message.size(); i++) {
      String word = message.get(i).typed();
      String next = message.text(i + 1);
      String before = message.text(i - 1);
      boolean alone = message.size() <= 3;
      if (LAST.contains(word) && count > 0 && (alone || next.equals("one") || before.equals("the")))
        return count - 1;
      for (int n = 0; n < Math.min(count, ORDINALS.size()); n++) {
        if (!ORDINALS.get(n).contains(word)) continue;
        boolean number = Character.isDigit(word.charAt(0)) && word.length() == 1;
        boolean counting = Set.of("one", "two", "three").contains(word);
        boolean named = Set.of("number", "no", "option", "numero", "task", "job").contains(before);
        if (counting && (!named || before.equals("no"))) continue;
        if (number
            && !((alone && !next.matches("mins?|minutes|secs?|hours?|weeks|x"))
                || named
                || before.matches("do|take|to|yes"))) continue;
        if (word.equals("second") && message.text(i - 1).matches("a|one|just")) continue;
        if (word.equals("top") || word.equals("former") || word.equals("middle")) {
          if (!before.equals("the")) continue;
        }
        return n;
      }
    }
    return null;
  }

  private int score(Word word, Set<String> label, Map<String, Integer> common) {
    for (String form : forms(word)) {
      if (label.contains(form) && common.getOrDefault(form, 2) < Math.max(2, common.size())) {
        return common.getOrDefault(form, 1) == 1 ? 3 : 1;
      }
      boolean part = form.length() >= INSIDE && names.words(ENGLISH).contains(form);
      if (part && label.stream().anyMatch(l -> within(form, l))) return 3;
    }
    return 0;
  }

  private static boolean within(String form, String word) {
    return word.length() > form.length() && (word.startsWith(form) || word.endsWith(form));
  }

  private static List<String> forms(Word word) {
    List<String> forms = new ArrayList<>(List.of(word.typed(), word.text()));
    String mended = word.mended();
    if (mended != null) forms.add(mended);
    String typed = word.typed();
    if (typed.length() > 3 && typed.endsWith("s"))
      forms.add(typed.substring(0, typed.length() - 1));
    if (typed.length() > 5 && typed.endsWith("ing"))
      forms.add(typed.substring(0, typed.length() - 3));
    DAYS.forEach(
        (day, shorts) -> {
          if (shorts.contains(typed)
              || (typed.endsWith("s") && shorts.contains(typed.substring(0, typed.length() - 1))))
            forms.add(day);
        });
    return forms;
  }

  private static final Map<String, Set<String>> DAYS =
      Map.of(
          "mon",
          Set.of("monday", "mon"),
          "tue",
          Set.of("tuesday", "tues", "tue"),
          "wed",
          Set.of("wednesday", "weds", "wed"),
          "thu",
          Set.of("thursday", "thurs", "thur", "thu"),
          "fri",
          Set.of("friday", "fri"),
          "sat",
          Set.of("saturday", "sat"),
          "sun",
          Set.of("sunday", "sun"));

  private Set<String> label(String words) {
    Set<String> label = new HashSet<>();
    Words row = Words.of(words, shorthand, Spelling.NONE, new WordIds());
    for (Word word : row.list()) {
      if (PLAIN.contains(word.typed())) continue;
      label.addAll(forms(word));
      String digits = word.typed().replaceAll("^[a-z]{1,2}(?=\\d)", "");
      if (digits.length() != word.typed().length() && digits.length() > 1) label.add(digits);
    }
    return label;
  }
}
