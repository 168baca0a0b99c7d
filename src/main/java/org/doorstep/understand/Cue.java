package org.doorstep.understand;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A pattern of time and the marks without any one of which it cannot fit.
 *
 * @param openings where it may begin; null if not only where a word does
 * @param needs all of them
 */
record Cue(Pattern pattern, @Nullable Openings openings, Set<Mark> needs) {

  static Cue of(String regex, Mark... needs) {
    return new Cue(Pattern.compile(regex), null, all(needs));
  }

  /** A pattern that begins only where a word does. */
  static Cue words(String regex, Mark... needs) {
    Pattern pattern = Pattern.compile(regex);
    return new Cue(pattern, Openings.of(pattern), all(needs));
  }

  private static Set<Mark> all(Mark... needs) {
    Set<Mark> all = EnumSet.noneOf(Mark.class);
    all.addAll(Arrays.asList(needs));
    return all;
  }

  boolean possible(Set<Mark> marks) {
    return marks.containsAll(needs);
  }

  /** At the first place where it fits, or null. */
  @Nullable Matcher find(String text, Set<Mark> marks) {
    if (!possible(marks)) return null;
    if (openings != null) return openings.find(text);
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? matcher : null;
  }
}
