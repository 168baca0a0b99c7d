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
 * @param needs all of them
 */
record Cue(Pattern pattern, Set<Mark> needs) {

  static Cue of(String regex, Mark... needs) {
    Set<Mark> all = EnumSet.noneOf(Mark.class);
    all.addAll(Arrays.asList(needs));
    return new Cue(Pattern.compile(regex), all);
  }

  boolean possible(Set<Mark> marks) {
    return marks.containsAll(needs);
  }

  /** At the first place where it fits, or null. */
  @Nullable Matcher find(String text, Set<Mark> marks) {
    if (!possible(marks)) return null;
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? matcher : null;
  }
}
