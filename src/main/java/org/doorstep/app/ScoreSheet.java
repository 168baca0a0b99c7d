package org.doorstep.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.doorstep.understand.Counts;
import org.doorstep.understand.Scorecard;
import org.doorstep.understand.Scorecard.Measure;
import tools.jackson.databind.json.JsonMapper;

/** Scorecards, for people and for programs. */
record ScoreSheet(String file, List<Scorecard> cards) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (Scorecard card : cards) {
      lines.add(file + ", " + card.title() + ": " + card.lines());
      for (Measure measure : card.measures()) {
        switch (measure) {
          case Measure.Share share -> lines.add(inWords(share));
          case Measure.Sets sets -> {
            lines.add(inWords(sets));
            if (card == cards.getFirst())
              sets.labels().forEach((label, counts) -> lines.add(row("    " + label, counts)));
          }
        }
      }
      lines.add("");
    }
    return lines;
  }

  private static String inWords(Measure.Share share) {
    Interval sure = Interval.wilson(share.yes(), share.of());
    return String.format(
        Locale.ROOT,
        "%-36s %.3f  %d of %d  95 %% %.3f to %.3f",
        share.name(),
        share.value(),
        share.yes(),
        share.of(),
        sure.low(),
        sure.high());
  }

  private static String inWords(Measure.Sets sets) {
    Interval sure = Interval.ofF1(sets.lines());
    return row(sets.name() + ", micro-F1", sets.total())
        + String.format(Locale.ROOT, "  95 %% %.3f to %.3f", sure.low(), sure.high());
  }

  private static String row(String name, Counts counts) {
    return String.format(
        Locale.ROOT,
        "%-36s %.3f  precision %.3f recall %.3f  right %d made up %d missed %d",
        name,
        counts.f1(),
        counts.precision(),
        counts.recall(),
        counts.right(),
        counts.madeUp(),
        counts.missed());
  }

  String json() {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("file", file);
    for (Scorecard card : cards) root.put(card.title(), fields(card));
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
  }

  private static Map<String, Object> fields(Scorecard card) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("lines", card.lines());
    Map<String, Object> measures = new LinkedHashMap<>();
    for (Measure measure : card.measures()) {
      measures.put(
          measure.name(),
          switch (measure) {
            case Measure.Share share -> fields(share);
            case Measure.Sets sets -> fields(sets);
          });
    }
    fields.put("measures", measures);
    return fields;
  }

  private static Map<String, Object> fields(Measure.Share share) {
    Interval sure = Interval.wilson(share.yes(), share.of());
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("share", share.value());
    fields.put("yes", share.yes());
    fields.put("of", share.of());
    fields.put("low", sure.low());
    fields.put("high", sure.high());
    return fields;
  }

  private static Map<String, Object> fields(Measure.Sets sets) {
    Interval sure = Interval.ofF1(sets.lines());
    Map<String, Object> fields = fields(sets.total());
    fields.put("low", sure.low());
    fields.put("high", sure.high());
    Map<String, Object> labels = new LinkedHashMap<>();
    sets.labels().forEach((label, counts) -> labels.put(label, fields(counts)));
    fields.put("labels", labels);
    return fields;
  }

  private static Map<String, Object> fields(Counts counts) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("f1", counts.f1());
    fields.put("precision", counts.precision());
    fields.put("recall", counts.recall());
    fields.put("right", counts.right());
    fields.put("madeUp", counts.madeUp());
    fields.put("missed", counts.missed());
    return fields;
  }
}
