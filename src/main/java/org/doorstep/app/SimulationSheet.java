package org.doorstep.app;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.doorstep.cell.Rules;
import org.doorstep.cell.WaveStep;
import org.doorstep.village.Comparison;
import org.doorstep.village.Outcome;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What came of a simulated month, for people and for programs. */
record SimulationSheet(Comparison comparison, Rules rules) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "seed %d: %d volunteers, %d requests a day, %d days",
            comparison.seed(),
            comparison.size().volunteers(),
            comparison.size().requestsADay(),
            comparison.size().days()));
    lines.add("waves: " + waves());
    lines.add("");
    lines.add(row("", Outcome::title));
    lines.add(row("until taken, median", o -> inWords(o.waitOf(0.5))));
    lines.add(row("  90th percentile", o -> inWords(o.waitOf(0.9))));
    lines.add(row("  95th percentile", o -> inWords(o.waitOf(0.95))));
    lines.add(row("  longest of those taken", o -> inWords(o.worstWait())));
    lines.add(row("requests taken in time", o -> percent(o.filledShare())));
    lines.add(row("  shown to an officer", o -> percent((double) o.passedOn() / o.requests())));
    lines.add(row("offers per job taken", o -> number(o.offersPerFilled())));
    lines.add(row("  to the most asked one", o -> Integer.toString(o.busiest())));
    lines.add(row("volunteers asked", o -> percent(o.askedShare())));
    lines.add(row("volunteers who did a job", o -> percent(o.usedShare())));
    lines.add("");
    lines.add(
        target(
            comparison.fastEnough(),
            "median time until taken, by that of everyone at once: "
                + comparison.slower().map(SimulationSheet::number).orElse("none")
                + ", at most "
                + number(Comparison.SLOWER)));
    lines.add(
        target(
            comparison.fewEnough(),
            "offers per job taken, by those of everyone at once: "
                + number(comparison.messages())
                + ", at most "
                + number(Comparison.MESSAGES)));
    lines.add(
        target(
            comparison.sharedEnough(),
            "volunteers who did a job, by those of the nearest ten: "
                + number(comparison.used())
                + ", at least "
                + number(Comparison.USED)));
    return lines;
  }

  private String waves() {
    return rules.waves().stream().map(SimulationSheet::inWords).collect(Collectors.joining(", "));
  }

  private static String inWords(WaveStep step) {
    return step.size() + " within " + step.metres() + " m, " + step.patience().toMinutes() + " min";
  }

  private String row(String name, Function<Outcome, String> cell) {
    return String.format(Locale.ROOT, "%-28s", name)
        + comparison.outcomes().stream()
            .map(o -> String.format(Locale.ROOT, "%18s", cell.apply(o)))
            .collect(Collectors.joining());
  }

  private static String target(boolean reached, String what) {
    return (reached ? "reached      " : "NOT reached  ") + what;
  }

  /** Requests that nobody takes wait for ever. */
  private static String inWords(Optional<Duration> wait) {
    if (wait.isEmpty()) return "never";
    Duration d = wait.get();
    if (d.toMinutes() < 60) return number(d.toSeconds() / 60.0) + " min";
    return number(d.toMinutes() / 60.0) + " h";
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.1f", value);
  }

  String json() {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("seed", comparison.seed());
    root.put("volunteers", comparison.size().volunteers());
    root.put("requestsADay", comparison.size().requestsADay());
    root.put("days", comparison.size().days());
    root.put("waves", rules.waves().stream().map(SimulationSheet::fields).toList());
    Map<String, Object> ways = new LinkedHashMap<>();
    comparison.outcomes().forEach(o -> ways.put(o.title(), fields(o)));
    root.put("ways", ways);
    Map<String, Object> targets = new LinkedHashMap<>();
    targets.put("slower", target(comparison.slower().orElse(null), comparison.fastEnough()));
    targets.put("messages", target(comparison.messages(), comparison.fewEnough()));
    targets.put("used", target(comparison.used(), comparison.sharedEnough()));
    root.put("targets", targets);
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
  }

  private static Map<String, @Nullable Object> fields(WaveStep step) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("ask", step.size());
    fields.put("withinMetres", step.metres());
    fields.put("waitMinutes", step.patience().toSeconds() / 60.0);
    return fields;
  }

  /** Minutes; null where so many were never taken. */
  private static Map<String, @Nullable Object> fields(Outcome outcome) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("requests", outcome.requests());
    fields.put("taken", outcome.waits().size());
    fields.put("median", minutes(outcome.waitOf(0.5)));
    fields.put("p90", minutes(outcome.waitOf(0.9)));
    fields.put("p95", minutes(outcome.waitOf(0.95)));
    fields.put("worst", minutes(outcome.worstWait()));
    fields.put("passedOn", outcome.passedOn());
    fields.put("offers", outcome.offers());
    fields.put("offersPerTaken", finite(outcome.offersPerFilled()));
    fields.put("mostAsked", outcome.busiest());
    fields.put("askedShare", outcome.askedShare());
    fields.put("usedShare", outcome.usedShare());
    return fields;
  }

  private static @Nullable Double minutes(Optional<Duration> wait) {
    return wait.map(d -> d.toSeconds() / 60.0).orElse(null);
  }

  private static Map<String, @Nullable Object> target(@Nullable Double value, boolean reached) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("value", value == null ? null : finite(value));
    fields.put("reached", reached);
    return fields;
  }

  private static @Nullable Double finite(double value) {
    return Double.isFinite(value) ? (Double) value : null;
  }
}
