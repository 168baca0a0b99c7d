package org.doorstep.cell;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Which group somebody means by what they typed. */
final class GroupNames {

  private GroupNames() {}

  /** By the whole name or id, or else by a part of it, or else by what is nearest to it. */
  static List<Group> meant(String typed, List<Group> groups) {
    String wanted = plain(typed);
    if (wanted.isEmpty()) return List.of();
    List<Group> whole = those(groups, name -> name.equals(wanted));
    if (!whole.isEmpty()) return whole;
    List<Group> part = those(groups, name -> (" " + name).contains(" " + wanted));
    if (!part.isEmpty()) return part;
    Optional<String> near =
        Suggestion.among(groups.stream().flatMap(GroupNames::names).distinct().toList(), wanted);
    return near.map(slip -> those(groups, slip::equals)).orElse(List.of());
  }

  private static List<Group> those(List<Group> groups, Predicate<String> called) {
    return groups.stream().filter(g -> names(g).anyMatch(called)).toList();
  }

  private static Stream<String> names(Group group) {
    return Stream.of(plain(group.name()), plain(group.id()));
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }
}
