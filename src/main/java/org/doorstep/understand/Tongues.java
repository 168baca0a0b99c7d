package org.doorstep.understand;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Vocabularies by name and language. What stands in English is understood in every language. */
final class Tongues {

  private static final String ENGLISH = Language.ENGLISH.tag();

  private final Map<String, Map<String, WordLists>> lists = new HashMap<>();
  private final Set<String> tags = new LinkedHashSet<>(List.of(ENGLISH));

  Tongues(Collection<String> yaml) {
    for (WordLists one : yaml.parallelStream().map(WordLists::parse).toList()) {
      tags.add(one.language());
      lists
          .computeIfAbsent(one.name(), _ -> new LinkedHashMap<>())
          .merge(one.language(), one, WordLists::with);
    }
  }

  /** English first. */
  Set<String> tags() {
    return tags;
  }

  WordLists english(String name) {
    return in(name, ENGLISH);
  }

  /** What is listed in this language alone. */
  WordLists in(String name, String tag) {
    return lists.getOrDefault(name, Map.of()).getOrDefault(tag, WordLists.none(name, tag));
  }

  /** The English lists and those of this language. */
  WordLists with(String name, String tag) {
    return tag.equals(ENGLISH) ? english(name) : english(name).with(in(name, tag));
  }

  List<WordLists> all(String name) {
    List<WordLists> all = new ArrayList<>();
    tags.forEach(tag -> all.add(in(name, tag)));
    return all;
  }
}
