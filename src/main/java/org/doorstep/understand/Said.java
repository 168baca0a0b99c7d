package org.doorstep.understand;

import java.util.Arrays;
import java.util.List;

/** A message word by word, and the language that it is in. */
record Said(String language, List<String> words) {

  Said {
    words = List.copyOf(words);
  }

  static Said of(String text, Language language) {
    return new Said(
        language.tag(),
        Arrays.stream(Plain.word(text).split("[^\\p{L}\\p{N}]+"))
            .filter(word -> !word.isEmpty())
            .toList());
  }

  /** English is understood in every message. */
  boolean speaks(String tag) {
    return tag.equals(Language.ENGLISH.tag()) || tag.equals(language);
  }
}
