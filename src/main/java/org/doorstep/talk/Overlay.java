package org.doorstep.talk;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one language has for one English file.
 *
 * @param texts by path; only what fits the English
 * @param refused the paths of what does not fit, and was told as a fault
 * @param marks by path, the English that each was made from
 */
record Overlay(
    String file, SequencedMap<String, Item> texts, Set<String> refused, Map<String, String> marks) {

  static Overlay none(String file) {
    return new Overlay(file, new LinkedHashMap<>(), Set.of(), Map.of());
  }

  boolean has(String path) {
    return texts.containsKey(path) || refused.contains(path);
  }

  /** What is wrong with a text of the English file, if anything is. */
  Gap.@Nullable Kind gap(Original original) {
    if (original.list()) return null;
    if (!has(original.path())) return original.needed() ? Gap.Kind.MISSING : null;
    String mark = marks.get(original.path());
    if (mark == null) return Gap.Kind.UNMARKED;
    return mark.equals(original.mark()) ? null : Gap.Kind.STALE;
  }
}
