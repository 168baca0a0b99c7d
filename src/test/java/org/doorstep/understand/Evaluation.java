package org.doorstep.understand;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.doorstep.help.When;
import org.doorstep.people.Need;
import org.doorstep.understand.Reply.Meaning;
import org.doorstep.understand.Reply.Which;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Scores understanding on labelled messages, given as paths: a file of help messages, of safety
 * messages, of volunteers' replies (told apart by their fields), and {@code -v} to list what is
 * missed. Nothing in the build needs it.
 */
final class Evaluation {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final Understanding reader = Vocabularies.english();
  private final boolean verbose;
  private final Map<String, int[]> tally = new LinkedHashMap<>();

  private Evaluation(boolean verbose) {
    this.verbose = verbose;
  }

  public static void main(String[] args) throws IOException {
    Evaluation evaluation = new Evaluation(List.of(args).contains("-v"));
    for (String path : args) if (!path.startsWith("-")) evaluation.file(Path.of(path));
    evaluation.print();
  }

  private void file(Path path) throws IOException {
    for (String line : Files.readAllLines(path)) {
      if (line.isBlank()) continue;
      JsonNode node = JSON.readTree(line);
      if (node.has("crisis")) safety(node);
      else if (node.has("meaning")) reply(node);
      else help(node);
    }
  }

  private void help(JsonNode node) {
    String text = node.get("text").asString();
    boolean english = node.get("lang").asString().equals("en");
    String group = english ? "en " : "other languages ";
    Reading reading =
        reader.read(text, LocalDateTime.parse(node.get("now").asString()).atZone(LONDON));
    reader.danger(text).ifPresent(d -> note("raised in help", d + " | " + text));

    Set<String> expected = strings(node.get("needs"));
    Set<String> got = new HashSet<>();
    reading.needs().forEach(n -> got.add(n.value().key()));
    f1(group + "needs", expected, got, text);
    if (node.get("intent").asString().equals("request"))
      f1(group + "needs of requests", expected, got, null);
    Set<String> negated = new HashSet<>();
    for (Need need : reading.negated()) negated.add(need.key());
    f1(group + "negated", strings(node.get("negated_needs")), negated, null);
    if (english) {
      Set<String> flags = new HashSet<>();
      reading.flags().forEach(f -> flags.add(f.key()));
      f1(group + "flags", strings(node.get("flags")), flags, text);
      same(
          group + "intent",
          node.get("intent").asString(),
          reading.intent().name().toLowerCase(java.util.Locale.ROOT),
          text);
      same(group + "for", node.get("for").asString(), reading.forWhom(), text);
    }
    postcode(node, reading, group, text);
    when(node, reading, group, text);
    place(node, reading, group, text);
  }

  private void postcode(JsonNode node, Reading reading, String group, String text) {
    String expected = text(node.get("postcode"));
    String got = null;
    Found<String> place = reading.place();
    if (place != null) {
      var found =
          java.util.regex.Pattern.compile("\\b[A-Z]{1,2}\\d[A-Z\\d]?(?: \\d[A-Z]{2})?\\b")
              .matcher(place.value());
      if (found.find()) got = found.group();
    }
    same(group + "postcode", String.valueOf(expected), String.valueOf(got), text);
    if (expected != null)
      same(group + "postcode where there is one", expected, String.valueOf(got), null);
  }

  private void when(JsonNode node, Reading reading, String group, String text) {
    JsonNode label = node.get("when");
    Found<When> found = reading.when();
    When got = found != null && found.sure() ? found.value() : When.whenever();
    String date = label.isNull() ? null : text(label.get("date"));
    String part = label.isNull() ? null : text(label.get("part"));
    String shown = got.date() + " | " + reading.intent() + " | " + text;
    if (date != null) same(group + "date", date, String.valueOf(got.date()), text);
    else rate(group + "date made up", got.date() != null, shown);
    if (part != null)
      same(
          group + "part",
          part.toUpperCase(java.util.Locale.ROOT),
          String.valueOf(got.part()),
          text);
    else rate(group + "part made up", got.part() != null, got.part() + " | " + text);
    if (!label.isNull()) {
      if (label.has("time") && !label.get("time").isNull())
        same(group + "time", label.get("time").asString(), String.valueOf(got.time()), text);
      same(group + "by", label.get("by").asString(), String.valueOf(got.by()), text);
      same(group + "asap", label.get("asap").asString(), String.valueOf(got.asap()), text);
      String recurring = text(label.get("recurring"));
      same(
          group + "recurring",
          recurring == null ? "null" : recurring.toUpperCase(java.util.Locale.ROOT),
          String.valueOf(got.recurring()),
          text);
    }
  }

  private void place(JsonNode node, Reading reading, String group, String text) {
    String expected = text(node.get("place"));
    Found<String> place = reading.place();
    String got = place == null ? "" : text.substring(place.start(), place.end());
    Set<String> a = bag(expected == null ? "" : expected);
    Set<String> b = bag(got);
    f1(group + "place words", a, b, text);
  }

  private static Set<String> bag(String text) {
    Set<String> words = new HashSet<>();
    for (String word : text.toLowerCase(java.util.Locale.ROOT).split("[^\\p{L}\\d]+"))
      if (!word.isEmpty()) words.add(word);
    return words;
  }

  private void safety(JsonNode node) {
    String text = node.get("text").asString();
    boolean expected = node.get("crisis").asBoolean();
    long start = System.nanoTime();
    var got = reader.danger(text);
    long micros = (System.nanoTime() - start) / 1000;
    tally.computeIfAbsent("slowest danger check, microseconds", _ -> new int[] {0, 1})[0] =
        Math.max((int) micros, tally.get("slowest danger check, microseconds")[0]);
    if (expected) {
      rate("danger recall", got.isPresent(), null);
      if (got.isEmpty()) note("danger missed", node.get("kind").asString() + " | " + text);
      rate("danger recall " + node.get("kind").asString(), got.isPresent(), null);
      got.ifPresent(d -> rate("danger kind", d == kind(node.get("kind").asString()), null));
    } else {
      rate("false alarms", got.isPresent(), got + " | " + text);
    }
  }

  private static Danger kind(String label) {
    return switch (label) {
      case "medical-emergency" -> Danger.MEDICAL;
      case "self-harm" -> Danger.SELF_HARM;
      case "violence" -> Danger.VIOLENCE;
      case "abuse" -> Danger.ABUSE;
      case "fire-gas" -> Danger.FIRE_GAS;
      case "exploitation" -> Danger.EXPLOITATION;
      default -> Danger.MISSING;
    };
  }

  private void reply(JsonNode node) {
    String text = node.get("text").asString();
    String expected = node.get("meaning").asString();
    boolean held = expected.equals("done") || expected.equals("drop");
    List<JobLabel> jobs = new ArrayList<>();
    for (JsonNode offer : node.get("offers"))
      jobs.add(new JobLabel(need(offer.asString()), offer.asString(), false));
    Reply reply = reader.reply(text, jobs);
    same("reply meaning", expected, meaning(reply.meaning()), text + " " + node.get("offers"));
    JsonNode which = node.get("which");
    String index = which.isNull() ? "null" : which.asString();
    same("reply which", index, which(reply.which()), text + " " + node.get("offers"));
    if (jobs.size() > 1) same("reply which, of several", index, which(reply.which()), null);
    List<JobLabel> known = jobs.stream().map(j -> new JobLabel(j.need(), j.words(), held)).toList();
    same(
        "reply meaning, told what is held",
        expected,
        meaning(reader.reply(text, known).meaning()),
        null);
  }

  private static Need need(String label) {
    String lower = label.toLowerCase(java.util.Locale.ROOT);
    if (lower.startsWith("prescription")) return new Need("prescription");
    if (lower.startsWith("shopping")) return new Need("shopping");
    if (lower.startsWith("lift")) return new Need("lift");
    if (lower.startsWith("dog")) return new Need("dog-walk");
    if (lower.startsWith("food")) return new Need("food-parcel");
    if (lower.startsWith("phone call") || lower.startsWith("sit")) return new Need("check-in");
    if (lower.startsWith("garden")
        || lower.startsWith("light")
        || lower.startsWith("curtain")
        || lower.startsWith("wardrobe")) return new Need("home-help");
    return new Need("errand");
  }

  /** The labels know no visits in vain and no worries: these are news of the task. */
  private static String meaning(Meaning meaning) {
    return switch (meaning) {
      case NOBODY_IN, WORRIED -> "other";
      case ACCEPT, DECLINE, ASK, LATER, DONE, DROP, OTHER ->
          meaning.name().toLowerCase(java.util.Locale.ROOT);
    };
  }

  private static String which(Which which) {
    return switch (which) {
      case Which.One(int index) -> String.valueOf(index);
      case Which.Ambiguous _ -> "ambiguous";
      case Which.All _, Which.None _ -> "null";
    };
  }

  private void same(String measure, String expected, String got, @Nullable String shown) {
    int[] counts = tally.computeIfAbsent(measure, _ -> new int[2]);
    counts[1]++;
    if (expected.equals(got)) counts[0]++;
    else if (shown != null) note(measure, expected + " but read " + got + " | " + shown);
  }

  private void rate(String measure, boolean yes, @Nullable String shown) {
    int[] counts = tally.computeIfAbsent(measure, _ -> new int[2]);
    counts[1]++;
    if (!yes) return;
    counts[0]++;
    if (shown != null) note(measure, shown);
  }

  private void f1(String measure, Set<String> expected, Set<String> got, @Nullable String shown) {
    int[] counts = tally.computeIfAbsent(measure + " F1", _ -> new int[4]);
    for (String one : got) counts[expected.contains(one) ? 0 : 1]++;
    for (String one : expected) if (!got.contains(one)) counts[2]++;
    if (!expected.equals(got) && shown != null)
      note(measure, expected + " but read " + got + " | " + shown);
  }

  private void note(String measure, String what) {
    if (verbose) System.out.println("[" + measure + "] " + what.replace('\n', ' '));
  }

  private void print() {
    tally.forEach(
        (measure, n) -> {
          if (n.length == 4) {
            double f1 = 2.0 * n[0] / Math.max(1, 2 * n[0] + n[1] + n[2]);
            System.out.printf(
                "%-40s %.3f (right %d, made up %d, missed %d)%n", measure, f1, n[0], n[1], n[2]);
          } else if (measure.startsWith("slowest")) {
            System.out.printf("%-40s %d%n", measure, n[0]);
          } else {
            double[] wilson = wilson(n[0], n[1]);
            System.out.printf(
                "%-40s %.3f (%d of %d; 95 %%: %.2f to %.2f)%n",
                measure, n[0] / (double) n[1], n[0], n[1], wilson[0], wilson[1]);
          }
        });
  }

  private static double[] wilson(int right, int all) {
    double z = 1.96;
    double p = right / (double) all;
    double middle = p + z * z / (2 * all);
    double half = z * Math.sqrt(p * (1 - p) / all + z * z / (4.0 * all * all));
    double scale = 1 + z * z / all;
    return new double[] {(middle - half) / scale, (middle + half) / scale};
  }

  private static Set<String> strings(JsonNode array) {
    Set<String> all = new HashSet<>();
    for (JsonNode one : array) all.add(one.asString());
    return all;
  }

  private static @Nullable String text(JsonNode node) {
    return node.isNull() ? null : node.asString();
  }
}
