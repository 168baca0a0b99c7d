package org.doorstep.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.doorstep.cell.Cell;
import org.doorstep.cell.Group;
import org.doorstep.figures.Band;
import org.doorstep.figures.Count;
import org.doorstep.figures.Counts;
import org.doorstep.figures.Measure;
import org.doorstep.figures.Release;
import org.doorstep.figures.Week;
import org.doorstep.figures.What;

/**
 * A cell's officers, and each group in its channel, read how their week went; officers of each day
 * too, where they like. Each day and week in which something was asked for has an alarm of its own,
 * so that none is told twice and none is lost.
 */
final class Digests {

  /** The flow that its words stand in. */
  static final String FLOW = "figures";

  /** What is counted when a week is over. */
  private static final Set<What> STOCK =
      Set.of(Measure.WAITING, Measure.VOLUNTEERS, Measure.DRIVERS);

  private final Wording wording;

  Digests(Wording wording) {
    this.wording = wording;
  }

  /** Something was asked for: the figures of today and of this week will be told. */
  static void wake(Draft draft) {
    Cell cell = draft.cell();
    LocalDate today = LocalDate.ofInstant(draft.now(), cell.zone());
    Week week = Week.of(today);
    if (cell.rules().reporting().daily()) {
      draft.wake(new Alarm.Digest(today, false), at(cell, today.plusDays(1)));
    }
    draft.wake(new Alarm.Digest(week.monday(), true), at(cell, week.next().monday()));
  }

  private static Instant at(Cell cell, LocalDate day) {
    return day.atTime(cell.rules().reporting().at()).atZone(cell.zone()).toInstant();
  }

  static List<Enquiry> asks(Cell cell, Alarm.Digest over) {
    if (!over.week()) return List.of(new Enquiry.Counted(over.from(), over.from()));
    Week week = new Week(over.from());
    Set<String> groups = cell.groups().stream().map(Group::id).collect(Collectors.toSet());
    return List.of(
        new Enquiry.Counted(week.before().monday(), week.sunday()),
        new Enquiry.OpenIn(groups),
        new Enquiry.OfRoll(new RollCall.Stock(week.sunday(), at(cell, week.next().monday()))));
  }

  void rang(Draft draft, Alarm.Digest over) {
    if (over.week()) week(draft, new Week(over.from()));
    else if (draft.cell().rules().reporting().daily()) day(draft, over.from());
  }

  private void day(Draft draft, LocalDate day) {
    Counts counts = draft.dossier().answers().counts();
    Wording officers = wording.toCell(draft);
    List<String> lines = new ArrayList<>();
    for (Measure each : List.of(Measure.ASKED, Measure.FILLED, Measure.OFFICERS)) {
      String about = officers.words(FLOW + "." + band(Band.of(counts.of(each))), Map.of());
      lines.add(officers.words(FLOW + "." + each.key(), Map.of("number", about)));
    }
    String title = officers.words(FLOW + ".day-title", Map.of("day", day.toString()));
    post(
        draft,
        draft.cell().officersChannel(),
        "day/" + day,
        new Card(title, lines, null, List.of()));
  }

  private static String band(Band band) {
    return switch (band) {
      case FEW -> "band-few";
      case SOME -> "band-some";
      case MANY -> "band-many";
      case MOST -> "band-most";
    };
  }

  private void week(Draft draft, Week week) {
    List<Count> stock = stock(draft, week);
    stock.forEach(
        one ->
            draft.change(
                "stock/" + one.spot() + "/" + one.what().key(), new Change.Counted(one, null)));
    if (!draft.cell().rules().reporting().weekly()) return;
    Counts counts =
        draft
            .dossier()
            .answers()
            .counts()
            .only(count -> !STOCK.contains(count.what()) || !count.day().equals(week.sunday()))
            .and(stock);
    List<String> groups = draft.cell().groups().stream().map(Group::id).toList();
    Release now = Release.of(week, counts, groups);
    Release before = Release.of(week.before(), counts, groups);
    WeekWords words = new WeekWords(wording.toCell(draft), now, before);
    String channel = draft.cell().officersChannel();
    post(draft, channel, "week/" + week, words.ofCell());
    words.chart().ifPresent(c -> draft.say(new Outgoing.Picture(draft.nextId(), channel, c)));
    for (Group group : draft.cell().groups()) {
      if (group.slackChannel() == null || group.slackChannel().equals(channel)) continue;
      words
          .ofGroup(group)
          .ifPresent(
              card -> post(draft, group.slackChannel(), "week/" + week + "/" + group.id(), card));
    }
  }

  /** What there is now that the week is over: as such it is counted, and told as it then was. */
  private static List<Count> stock(Draft draft, Week week) {
    Map<Count, Integer> all = new LinkedHashMap<>();
    Stream<Count> volunteers =
        draft.dossier().answers().counts().all().stream()
            .filter(c -> c.day().equals(week.sunday()))
            .filter(c -> c.what() == Measure.VOLUNTEERS || c.what() == Measure.DRIVERS);
    Stream.concat(volunteers, Counting.waiting(draft, week).stream())
        .forEach(c -> all.merge(new Count(c.day(), c.spot(), c.what(), 1), c.by(), Integer::sum));
    return all.entrySet().stream()
        .map(e -> new Count(week.sunday(), e.getKey().spot(), e.getKey().what(), e.getValue()))
        .toList();
  }

  private static void post(Draft draft, String channel, String of, Card card) {
    draft.say(new Outgoing.Post(draft.nextId(), channel, FLOW + "/" + of, card, false, Set.of()));
  }
}
