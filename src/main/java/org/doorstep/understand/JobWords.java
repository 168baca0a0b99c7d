package org.doorstep.understand;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The words by which a job is known: those of its label that say something, in all their forms. */
final class JobWords {

  private static final String SMALL = "-small";

  private final Speller speller;
  private final Set<String> small;

  /** Every way to write a day of the week, as it is written in a label. */
  private final Map<String, String> days = new HashMap<>();

  /**
   * @param jobs what volunteers call jobs; its {@code -small} words tell one job from no other, its
   *     {@code -day-} words are ways to write a day
   */
  JobWords(WordLists jobs, Map<String, String> shorthand) {
    speller = new Speller(new WordIds(), shorthand, Spelling.NONE);
    small = Set.copyOf(jobs.list(SMALL, "words"));
    jobs.entries()
        .forEach(
            (key, lists) -> {
              if (key.startsWith("-day-"))
                lists.getOrDefault("words", List.of()).forEach(word -> days.put(word, key));
            });
  }

  Set<String> label(String words) {
    Set<String> label = new HashSet<>();
    for (Word word : Words.of(words, speller).list()) {
      if (small.contains(word.typed())) continue;
      label.addAll(forms(word));
      String digits = word.typed().replaceAll("^[a-z]{1,2}(?=\\d)", "");
      if (digits.length() != word.typed().length() && digits.length() > 1) label.add(digits);
    }
    return label;
  }

  List<String> forms(Word word) {
    List<String> forms = new ArrayList<>(List.of(word.typed(), word.text()));
    String mended = word.mended();
    if (mended != null) forms.add(mended);
    String typed = word.typed();
    if (typed.length() > 3 && typed.endsWith("s"))
      forms.add(typed.substring(0, typed.length() - 1));
    if (typed.length() > 5 && typed.endsWith("ing"))
      forms.add(typed.substring(0, typed.length() - 3));
    for (String form : List.copyOf(forms)) {
      String day = days.get(form);
      if (day != null) forms.add(day);
    }
    return forms;
  }
}
