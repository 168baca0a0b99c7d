package org.doorstep.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.doorstep.cell.ACell;
import org.doorstep.help.Arrangement;
import org.doorstep.help.ArrangementId;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.RequestId;
import org.doorstep.people.PersonId;
import org.doorstep.talk.Tap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Lives of standing arrangements, by chance: as long as one lives it rings for its next time, each
 * time is opened once at the most and what is left out never, whoever does it each time has it from
 * the start, and what has ended brings nothing more. {@code -Ddoorstep.histories=…} and {@code
 * -Ddoorstep.seed=…} as for {@link RandomHistoriesTest}.
 */
@Timeout(3600) // for a hundred thousand
class RandomArrangementsTest {

  private static final List<String> TAPS =
      List.of(
          "take", "take", "take", "decline", "done", "done", "done", "drop", "nobody-in", "on-it");

  private static final List<Duration> PAUSES =
      List.of(
          Duration.ZERO,
          Duration.ofMinutes(10),
          Duration.ofHours(2),
          Duration.ofHours(5),
          Duration.ofHours(24),
          Duration.ofDays(3),
          Duration.ofDays(7));

  @Test
  void everyHistoryKeepsTheRulesAndEnds() {
    Desk desk = new Desk(new FakeTalk(), new FakeUnderstanding());
    Set<String> seen = Life.all(getClass(), Life.HISTORIES / 20, seed -> new History(desk, seed));
    assertThat(seen).contains("ArrangementBegun", "ArrangementEnded");
    if (!Life.MANY) return;
    assertThat(seen)
        .contains("RegularFound", "RegularGone", "OccasionSkipped", "OccasionMissed", "Reopened");
  }

  /** One life. */
  private static final class History extends Life {

    private final List<PersonId> residents = new ArrayList<>();
    private final List<PersonId> volunteers = new ArrayList<>();
    private final Set<RequestId> known = new HashSet<>();
    private final Map<ArrangementId, Arrangement> before = new HashMap<>();
    private final Set<String> opened = new HashSet<>();
    private final Set<String> skipped = new HashSet<>();
    private final Set<String> notThen = new HashSet<>();
    private final Map<ArrangementId, PersonId> regulars = new HashMap<>();
    private int noted;

    History(Desk desk, long seed) {
      super(seed, desk, ACell.twoGroups());
      for (String name : List.of("edna", "ada")) residents.add(street.resident(name));
      for (int v = 0; v < 4; v++) volunteers.add(street.volunteer("v" + v, 100 + 250 * v));
    }

    @Override
    void live() {
      street.afterEach = this::check;
      begin(residents.getFirst());
      int length = 10 + chance.nextInt(50);
      for (int i = 0; i < length; i++) {
        remember();
        if (street.requests.isEmpty()) begin(any(residents));
        else step();
      }
    }

    private void begin(PersonId resident) {
      says(resident, "please " + any(List.of("every week", "every day")));
      if (chance.nextInt(6) > 0) says(resident, "yes");
    }

    private void step() {
      PersonId someone = any(volunteers);
      PersonId resident = any(residents);
      switch (chance.nextInt(22)) {
        case 0, 1, 2, 3 -> taps(someone, anyRequest(), any(TAPS));
        case 4, 5 -> held().findAny().ifPresent(c -> taps(c.holder(), c, any(TAPS)));
        case 6, 7, 8, 9, 10 -> passes(any(PAUSES));
        case 11, 12 -> says(someone, any(List.of("yes", "yes", "no")));
        case 13 -> residentChanges(resident);
        case 14 -> volunteerChanges(someone);
        case 15 -> oldTap();
        case 16 -> says(someone, any(List.of("pause", "resume", "stop", "start")));
        case 17 -> says(lead, any(List.of("reopen ", "ask-again ")) + anyRequest().id());
        case 18 -> officer(any(List.of("acknowledge", "sorted", "not-needed")));
        case 19 -> says(resident, any(List.of("yes", "no", "hello", "cancel")));
        case 20 -> {
          if (oneIn(3)) begin(resident);
          else if (oneIn(8)) says(resident, any(List.of("stop", "forget-me")));
          street.people.computeIfAbsent(resident, who -> Street.firstSeen(who, street.now));
          if (street.people.get(resident).optedOut()) says(resident, "start");
        }
        default -> ringsAgain();
      }
    }

    /** As REGULAR shows it, with what they may change. */
    private void residentChanges(PersonId resident) {
      if (street.arrangements.isEmpty()) return;
      says(resident, "regular");
      changes(resident, "regular.yours-to-have", oneIn(6) ? "end" : "skip");
    }

    private void volunteerChanges(PersonId volunteer) {
      says(volunteer, "regular");
      changes(volunteer, "regular.done-by-you", oneIn(4) ? "step-back" : "not-then");
    }

    private void changes(PersonId who, String shown, String choice) {
      List<String> about =
          street.letters(who).stream()
              .filter(l -> l.utterance().id().equals(shown))
              .map(l -> l.utterance().choices().getFirst().tap().about())
              .toList();
      if (about.isEmpty()) return;
      String which = oneIn(3) ? any(about) : about.getLast();
      picks(who, new Tap(Regular.FLOW, 1, shown.substring(8), choice, which));
      switch (street.told(who).getLast()) {
        case "regular.skipped" -> skipped.add(which);
        case "regular.not-then" -> notThen.add(which + who);
        case String other -> {}
      }
    }

    /** Somebody whom it may not concern, or not any more. */
    private void oldTap() {
      List<PersonId> all = new ArrayList<>(volunteers);
      all.addAll(residents);
      PersonId who = any(all);
      String shown = any(List.of("regular.yours-to-have", "regular.done-by-you"));
      PersonId whose = any(all);
      street.letters(whose).stream()
          .filter(l -> l.utterance().id().equals(shown))
          .findAny()
          .map(l -> l.utterance().choices().getFirst().tap().about())
          .ifPresent(
              about -> {
                String choice = any(List.of("skip", "not-then", "step-back"));
                picks(who, new Tap(Regular.FLOW, 1, shown.substring(8), choice, about));
              });
    }

    /** All say that it is over, and nothing comes any more. */
    @Override
    void comeToAnEnd() {
      for (PersonId resident : residents) {
        for (Arrangement each : List.copyOf(street.arrangements.values())) {
          if (!each.resident().equals(resident)) continue;
          String about = each.id() + "." + each.next().toString().replace("-", "");
          picks(resident, new Tap(Regular.FLOW, 1, "yours-to-have", "end", about));
        }
      }
      assertThat(street.arrangements).isEmpty();
      int times = opened.size();
      for (int day = 0; day < 10; day++) {
        passes(Duration.ofHours(24));
        officer("sorted");
      }
      assertThat(street.requests.values()).allMatch(HelpRequest.Closed.class::isInstance);
      assertThat(opened).as("no time is opened when it has ended").hasSize(times);
      assertThat(street.alarms.keySet()).noneMatch(key -> key.startsWith("occasion/"));
    }

    private void check() {
      street.requests.values().forEach(this::hasAWayOn);
      street.alarms.values().stream()
          .filter(a -> a.alarm() instanceof Alarm.Occasion)
          .map(a -> ((Alarm.Occasion) a.alarm()).arrangement())
          .forEach(id -> assertThat(street.arrangements).as("it lives").containsKey(id));
      for (HelpRequest request : street.requests.values()) {
        if (known.add(request.id())) opened(request);
      }
      note();
      street.arrangements.values().forEach(this::livesOn);
      before.clear();
      before.putAll(street.arrangements);
    }

    /** It rings for its next time and no other; what is passed by never comes. */
    private void livesOn(Arrangement now) {
      Alarm.Set next = street.alarms.get("occasion/" + now.id());
      assertThat(next).as("it rings for its next time").isNotNull();
      assertThat(((Alarm.Occasion) next.alarm()).day()).isEqualTo(now.next());
      assertThat(now.volunteers())
          .as("who does it each time")
          .isEqualTo(Stream.ofNullable(regulars.get(now.id())).toList());
      Arrangement was = before.get(now.id());
      if (was != null) assertThat(now.next()).as("it goes on").isAfterOrEqualTo(was.next());
    }

    /** As a tap speaks of it. */
    private static String time(ArrangementId id, LocalDate day) {
      return id + "." + day.toString().replace("-", "");
    }

    private void note() {
      for (; noted < street.facts.size(); noted++) {
        switch (street.facts.get(noted)) {
          case Fact.RegularFound f ->
              assertThat(regulars.put(f.arrangement(), f.volunteer())).as("one does it").isNull();
          case Fact.RegularGone f ->
              assertThat(regulars.remove(f.arrangement())).isEqualTo(f.volunteer());
          case Fact other -> {}
        }
      }
    }

    private void opened(HelpRequest request) {
      ArrangementId of = request.particulars().arrangement();
      LocalDate day = request.particulars().when().date();
      if (of == null || day == null) return;
      Arrangement was = before.get(of);
      assertThat(was).as("it was arranged").isNotNull();
      assertThat(opened.add(time(of, day))).as("each time is opened once").isTrue();
      assertThat(day).as("the one that was next").isEqualTo(was.next());
      assertThat(skipped).as("nobody wanted it then").doesNotContain(time(of, day));
      PersonId regular = regulars.get(of);
      boolean away = notThen.contains(time(of, day) + regular);
      boolean comes = !away && available(regular, day);
      if (comes) {
        assertThat(request).as("theirs from the start").isInstanceOf(HelpRequest.Claimed.class);
        assertThat(((HelpRequest.Claimed) request).holder()).isEqualTo(regular);
      } else {
        assertThat(request).as("nobody is made to come").isInstanceOf(HelpRequest.Seeking.class);
      }
      assertThat(
              street.requests.values().stream()
                  .filter(r -> !r.id().equals(request.id()) && was.has(r))
                  .filter(r -> !r.over()))
          .as("what was left of earlier times is over")
          .isEmpty();
    }

    private boolean available(@Nullable PersonId who, LocalDate day) {
      var person = street.people.get(who);
      return person != null
          && !person.optedOut()
          && person.volunteering() != null
          && person
              .volunteering()
              .availableAt(day.atTime(12, 0).atZone(street.cell.zone()).toInstant());
    }
  }
}
