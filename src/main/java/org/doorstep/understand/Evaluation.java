package org.doorstep.understand;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.doorstep.help.PartOfDay;
import org.doorstep.help.When;
import org.doorstep.people.Need;
import org.doorstep.understand.Reply.Meaning;
import org.doorstep.understand.Reply.Which;
import org.jspecify.annotations.Nullable;

/** Measures an understanding by labelled lines. */
public final class Evaluation {

  private static final Pattern CODE =
      Pattern.compile("\\b[A-Z]{1,2}\\d[A-Z\\d]?(?: \\d[A-Z]{2})?\\b");

  /** Only the days of the week in the text depend on it, and none of them is scored. */
  private static final ZonedDateTime ANY_DAY =
      LocalDateTime.of(2026, 3, 18, 12, 0).atZone(ZoneId.of("Europe/London"));

  /** The labels of the disaster data that name a need, or what a message is for. */
  private static final Map<String, String> DISASTER =
      Map.of(
          "food", "food-parcel",
          "water", "food-parcel",
          "shelter", "housing",
          "clothing", "equipment",
          "money", "money",
          "medical_help", "health",
          "medical_products", "prescription",
          "request", "request",
          "offer", "offer");

  private static final List<String> ORDER =
      List.of(
          "recall",
          "false alarms",
          "meaning",
          "meaning by kind",
          "which",
          "which, of several",
          "intent",
          "intent by kind",
          "needs",
          "needs of requests",
          "negated needs",
          "postcode",
          "postcode where there is one",
          "postcode made up",
          "place (words)",
          "date",
          "date made up",
          "part of day",
          "part of day made up",
          "time");

  private final Understanding understanding;
  private final Scorecard all = new Scorecard("all lines", ORDER);
  private final Scorecard english = new Scorecard("English", ORDER);
  private final Scorecard other = new Scorecard("other languages", ORDER);

  public Evaluation(Understanding understanding) {
    this.understanding = understanding;
  }

  /** The first is for all lines; others are for some of them, as far as there are such lines. */
  public List<Scorecard> cards() {
    return Stream.of(all, english, other).filter(c -> c == all || c.lines() > 0).toList();
  }

  /** Reads the text and compares. */
  public void add(Labelled line) {
    all.line();
    switch (line) {
      case Labelled.Help help -> {
        Reading reading = understanding.read(help.text(), help.now());
        Danger danger = understanding.danger(help.text()).orElse(null);
        Scorecard card = help.language().equals("en") ? english : other;
        card.line();
        help(all, help, reading, danger);
        help(card, help, reading, danger);
      }
      case Labelled.Safety safety -> safety(safety);
      case Labelled.Volunteered reply -> reply(reply);
      case Labelled.Disaster disaster -> disaster(disaster);
    }
  }

  private static void help(
      Scorecard card, Labelled.Help line, Reading reading, @Nullable Danger danger) {
    String shown = line.text();
    Set<String> needs = keys(reading.needs().stream().map(Found::value).toList());
    card.same("intent", line.intent(), reading.intent(), shown);
    card.labels("intent by kind", line.intent().name(), reading.intent().name());
    card.sets("needs", line.needs(), needs, shown);
    if (line.intent() == Intent.REQUEST) card.sets("needs of requests", line.needs(), needs, shown);
    card.sets("negated needs", line.negated(), keys(reading.negated()), shown);
    place(card, line, reading, shown);
    time(card, line.when(), reading.when(), shown);
    card.same("for", line.forWhom(), reading.forWhom(), shown);
    card.same("proxy", !line.forWhom().equals("self"), !reading.forWhom().equals("self"), shown);
    Set<String> flags = reading.flags().stream().map(f -> f.key()).collect(Collectors.toSet());
    card.sets("flags", line.flags(), flags, shown);
    card.same("language", line.language(), reading.language().tag(), shown);
    card.madeUp("raised as danger", danger, shown);
  }

  private static void place(Scorecard card, Labelled.Help line, Reading reading, String shown) {
    Found<String> place = reading.place();
    String got = place == null ? null : code(place.value());
    card.same("postcode", line.postcode(), got, shown);
    if (line.postcode() != null)
      card.share("postcode where there is one", line.postcode().equals(got));
    else card.share("postcode made up", got != null);
    String written = place == null ? "" : line.text().substring(place.start(), place.end());
    String expected = line.place();
    card.words("place (words)", bag(expected == null ? "" : expected), bag(written), shown);
  }

  private static void time(
      Scorecard card, Labelled.@Nullable Time label, @Nullable Found<When> found, String shown) {
    When got = found != null && found.sure() ? found.value() : When.whenever();
    PartOfDay part =
        got.part() != null ? got.part() : got.time() == null ? null : PartOfDay.of(got.time());
    if (label == null || label.date() == null) card.madeUp("date made up", got.date(), shown);
    else card.same("date", label.date(), got.date(), shown);
    if (label == null || label.part() == null) card.madeUp("part of day made up", part, shown);
    else card.same("part of day", label.part(), part, shown);
    if (label == null) return;
    if (label.time() != null) card.same("time", label.time(), got.time(), shown);
    card.same("deadline", label.by(), got.by(), shown);
    card.same("asap", label.asap(), got.asap(), shown);
    card.same("recurring", label.recurring(), got.recurring(), shown);
  }

  private void safety(Labelled.Safety line) {
    Danger got = understanding.danger(line.text()).orElse(null);
    if (line.danger() == null) {
      all.madeUp("false alarms", got, line.text());
      return;
    }
    String kind = line.danger().name().toLowerCase(Locale.ROOT).replace('_', '-');
    all.share("recall", got != null);
    all.share("recall, " + kind, got != null);
    if (got == null) all.miss("recall", kind, line.text());
    else all.same("kind, of those raised", line.danger(), got, line.text());
    if (got != null) all.labels("kind by kind", line.danger().name(), got.name());
  }

  private void reply(Labelled.Volunteered line) {
    List<JobLabel> open = jobs(line.offers(), false);
    Reply reply = understanding.reply(line.text(), open);
    String shown = line.text() + " " + line.offers();
    all.same("meaning", line.meaning(), meaning(reply.meaning()), shown);
    all.labels("meaning by kind", line.meaning(), meaning(reply.meaning()));
    all.same("which", line.which(), which(reply.which()), shown);
    if (open.size() > 1) all.share("which, of several", line.which().equals(which(reply.which())));
    boolean held = line.meaning().equals("done") || line.meaning().equals("drop");
    Reply told = understanding.reply(line.text(), jobs(line.offers(), held));
    all.share("meaning, told which jobs are held", line.meaning().equals(meaning(told.meaning())));
  }

  /** Jobs are named for the volunteer in words; what they need is read from these. */
  private List<JobLabel> jobs(List<String> offers, boolean held) {
    return offers.stream().map(offer -> new JobLabel(need(offer), offer, held)).toList();
  }

  private Need need(String offer) {
    String named = offer.substring(0, (offer + ",").indexOf(','));
    return understanding.read(named, ANY_DAY).needs().stream()
        .findFirst()
        .map(Found::value)
        .orElse(Need.OTHER);
  }

  private void disaster(Labelled.Disaster line) {
    Set<String> expected = new HashSet<>();
    for (String label : line.labels()) {
      String ours = DISASTER.get(label);
      if (ours != null) expected.add(ours);
    }
    Reading reading = understanding.read(line.text(), ANY_DAY);
    Set<String> got = keys(reading.needs().stream().map(Found::value).toList());
    got.add(reading.intent().name().toLowerCase(Locale.ROOT));
    got.retainAll(DISASTER.values());
    all.sets("needs, request and offer", expected, got, line.text());
  }

  private static Set<String> keys(Iterable<Need> needs) {
    Set<String> keys = new HashSet<>();
    needs.forEach(need -> keys.add(need.key()));
    return keys;
  }

  private static @Nullable String code(String place) {
    Matcher found = CODE.matcher(place);
    return found.find() ? found.group() : null;
  }

  private static Set<String> bag(String text) {
    Set<String> words =
        new HashSet<>(List.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\d]+")));
    words.remove("");
    return words;
  }

  /** The labels know no visits in vain and no worries: these are news of the task. */
  private static String meaning(Meaning meaning) {
    return switch (meaning) {
      case NOBODY_IN, WORRIED -> "other";
      case ACCEPT, DECLINE, ASK, LATER, DONE, DROP, OTHER ->
          meaning.name().toLowerCase(Locale.ROOT);
    };
  }

  private static String which(Which which) {
    return switch (which) {
      case Which.One(int index) -> String.valueOf(index);
      case Which.Ambiguous _ -> "ambiguous";
      case Which.All _, Which.None _ -> "none";
    };
  }
}
