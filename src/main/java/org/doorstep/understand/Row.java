package org.doorstep.understand;

import java.util.Arrays;
import java.util.List;

/** A row of words; the last letters of one that ends in a star do not matter. */
record Row(String tag, List<String> words) {

  Row {
    words = List.copyOf(words);
  }

  static Row of(String tag, String written) {
    return new Row(tag, Arrays.asList(Plain.word(written).strip().split("[\\s-]+")));
  }

  /** Where it ends if it begins there, or -1. */
  int end(Said text, int at) {
    List<String> said = text.words();
    if (!text.speaks(tag) || at + words.size() > said.size()) return -1;
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      String heard = said.get(at + i);
      boolean fits =
          word.endsWith("*")
              ? heard.startsWith(word.substring(0, word.length() - 1))
              : heard.equals(word) || (i == words.size() - 1 && heard.equals(word + "s"));
      if (!fits) return -1;
    }
    return at + words.size();
  }

  boolean in(Said said) {
    for (int at = 0; at < said.words().size(); at++) if (end(said, at) >= 0) return true;
    return false;
  }
}
