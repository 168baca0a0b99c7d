package org.doorstep.understand;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntBiFunction;

/**
 * "Can I keep the heater another week?": whether somebody would have a thing for longer, and for
 * how many days. English words count, and those of the message's own language.
 */
final class LongerReader {

  /** The units of time, and their days. */
  private static final Map<String, Integer> UNITS =
      Map.of("day", 1, "week", 7, "fortnight", 14, "month", 30);

  private static final int A_FEW = 3;

  /** Nobody means more by it. */
  private static final int MOST_DAYS = 366;

  private static final int LONGEST = 300;

  private final Map<String, List<Row>> rows = new LinkedHashMap<>();
  private final ToIntBiFunction<Said, String> number;

  /**
   * @param number what a word counts, or 0
   */
  LongerReader(List<WordLists> tongues, ToIntBiFunction<Said, String> number) {
    for (WordLists one : tongues) {
      one.each(
          (key, list, written) ->
              rows.computeIfAbsent(key, k -> new ArrayList<>())
                  .add(Row.of(one.language(), written)));
    }
    this.number = number;
  }

  /**
   * @param thing whether it names one
   * @param until whether it says by when
   */
  Longer read(String text, Language language, boolean thing, boolean until) {
    if (text.length() > LONGEST) return Longer.NOTHING;
    Said said = Said.of(text, language);
    boolean keeps = any("keep", said) || (thing && any("keep-a", said));
    boolean longer = any("longer", said);
    boolean more = any("more", said);
    int days = days(said);
    boolean plain =
        (keeps && (longer || more || until || days > 0))
            || (any("have", said) && (longer || (more && days > 0)));
    return new Longer(plain, plain || keeps || longer || until || days > 0, days);
  }

  private boolean any(String key, Said said) {
    return rows.getOrDefault(key, List.of()).stream().anyMatch(row -> row.in(said));
  }

  /** The first span of time, such as "two more weeks". */
  private int days(Said said) {
    for (int at = 0; at < said.words().size(); at++) {
      int unit = unit(said, at);
      if (unit > 0) return Math.min(MOST_DAYS, unit * before(said, at));
    }
    return 0;
  }

  private int unit(Said said, int at) {
    return UNITS.entrySet().stream()
        .filter(
            unit ->
                rows.getOrDefault(unit.getKey(), List.of()).stream()
                    .anyMatch(row -> row.end(said, at) >= 0))
        .mapToInt(Map.Entry::getValue)
        .findFirst()
        .orElse(0);
  }

  /** A number may stand one or two words before: "two weeks", "two more weeks". */
  private int before(Said said, int at) {
    for (int i = at - 1; i >= Math.max(0, at - 2); i--) {
      int from = i;
      boolean few =
          rows.getOrDefault("few", List.of()).stream().anyMatch(row -> row.end(said, from) >= 0);
      int counted = few ? A_FEW : number.applyAsInt(said, said.words().get(i));
      if (counted > 0) return counted;
    }
    return 1;
  }
}
