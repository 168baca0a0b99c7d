package org.doorstep.understand;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** Tells what volunteers' replies mean by what it learnt from {@code reply-examples.yml}. */
final class ReplyModel {

  /**
   * @param label a meaning, or one with {@code -general}: not about a job
   */
  record Example(Words words, String label) {}

  private final Lens lens;
  private final SequencedMap<String, Regression> rules = new LinkedHashMap<>();

  ReplyModel(List<Example> examples) {
    List<Words> words = examples.stream().map(Example::words).toList();
    Lens.View view = Lens.over(words, new Signs(List.of()));
    lens = view.lens();
    List<Lens.Row> rows = view.rows();
    Map<String, BitSet> labelled = new LinkedHashMap<>();
    for (int i = 0; i < rows.size(); i++)
      labelled.computeIfAbsent(examples.get(i).label(), _ -> new BitSet()).set(i);
    labelled.forEach((label, right) -> rules.put(label, Regression.of(rows, right, lens)));
  }

  /** The labels with their odds, likeliest first. */
  SequencedMap<String, Double> odds(Words message) {
    Lens.Row row = lens.of(message);
    Map<String, Double> odds = new LinkedHashMap<>();
    rules.forEach((label, rule) -> odds.put(label, rule.odds(row)));
    List<Map.Entry<String, Double>> ranked = new ArrayList<>(odds.entrySet());
    ranked.sort(Map.Entry.<String, Double>comparingByValue().reversed());
    SequencedMap<String, Double> sorted = new LinkedHashMap<>();
    ranked.forEach(one -> sorted.put(one.getKey(), one.getValue()));
    return sorted;
  }
}
