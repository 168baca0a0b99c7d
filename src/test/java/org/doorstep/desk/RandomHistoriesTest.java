package org.doorstep.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.doorstep.bridge.Case;
import org.doorstep.help.Delivered;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.Kept;
import org.doorstep.help.WithOfficer;
import org.doorstep.people.Address;
import org.doorstep.people.PersonId;
import org.doorstep.talk.Tap;
import org.junit.jupiter.api.Test;

/**
 * Lives of one request, by chance: taps and words of everybody, old ones too, leads, officers,
 * time, alarms that ring twice. After each step the request has a next alarm and a second account
 * of its life agrees; in the end each comes to an end though all volunteers are silent.
 *
 * <p>{@code -Ddoorstep.histories=100000} for more of them, {@code -Ddoorstep.seed=…} for the same
 * again.
 */
class RandomHistoriesTest {

  private static final int HISTORIES = Integer.getInteger("doorstep.histories", 1000);
  private static final List<Duration> PAUSES =
      List.of(
          Duration.ZERO,
          Duration.ofMinutes(1),
          Duration.ofMinutes(10),
          Duration.ofMinutes(40),
          Duration.ofHours(2),
          Duration.ofHours(9));

  private static final List<String> TAPS =
      List.of(
          "take",
          "take",
          "take",
          "take",
          "decline",
          "leave",
          "done",
          "drop",
          "on-it",
          "nobody-in",
          "out-of-stock",
          "wrong-address",
          "worried",
          "unsafe");

  @Test
  void everyHistoryKeepsTheRulesAndEnds() {
    long seed = Long.getLong("doorstep.seed", RandomGenerator.getDefault().nextLong());
    System.out.println("RandomHistoriesTest seed " + seed + ", histories " + HISTORIES);
    Desk desk = new Desk(new FakeTalk(), new FakeUnderstanding());
    int[] seen = new int[6];
    for (int i = 0; i < HISTORIES; i++) {
      History history = new History(desk, seed + i, seen);
      try {
        history.live();
        history.comeToAnEnd();
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("history of seed " + (seed + i) + ": " + history.steps, e);
      }
    }
    assertThat(seen).as("every state was lived in").doesNotContain(0);
  }

  /** One life. */
  private static final class History {

    final List<String> steps = new ArrayList<>();
    private final RandomGenerator chance;
    private final Street street;
    private final Ledger ledger = new Ledger();
    private final int[] seen;
    private final PersonId edna;
    private final PersonId lead;
    private final List<PersonId> volunteers = new ArrayList<>();
    private final List<HelpRequest> before = new ArrayList<>();
    private final List<Alarm> rung = new ArrayList<>();
    private int noted;

    History(Desk desk, long seed, int[] seen) {
      this.chance = RandomGeneratorFactory.getDefault().create(seed);
      this.street = new Street(desk);
      this.seen = seen;
      this.edna = street.resident("edna");
      this.lead = street.writesFrom("lead", Address.slack("U0JOAN"));
      for (int v = 0; v < 5; v++) volunteers.add(street.volunteer("v" + v, 100 + 250 * v));
    }

    void live() {
      street.now = street.now.plus(Duration.ofMinutes(chance.nextInt(24 * 60)));
      street.says(edna, chance.nextInt(3) == 0 ? "please by two" : "please");
      check();
      int length = 5 + chance.nextInt(30);
      for (int i = 0; i < length; i++) {
        before.add(street.theRequest());
        street.alarms.values().stream().map(Alarm.Set::alarm).forEach(rung::add);
        step();
        check();
        if (street.theRequest() instanceof HelpRequest.Closed && chance.nextInt(4) == 0) return;
      }
    }

    private void step() {
      PersonId someone = any(volunteers);
      switch (chance.nextInt(15)) {
        case 0, 1, 2, 3 -> tap(someone, street.theRequest());
        case 4 -> tap(holderOr(someone), street.theRequest());
        case 5 -> tap(someone, any(before));
        case 6 -> passes(any(PAUSES));
        case 7 -> passes(Duration.ZERO);
        case 8 -> says(holderOr(someone), "hand over to v" + chance.nextInt(5));
        case 9 -> {
          String order = "assign v" + chance.nextInt(5);
          steps.add(order);
          street.writesBelow("U0JOAN", street.theRequest(), order);
        }
        case 10 -> says(someone, any(List.of("pause", "resume", "stop", "start", "yes", "no")));
        case 11 -> resident();
        case 13 -> says(lead, "reopen " + street.theRequest().id());
        case 12 -> officer(any(List.of("acknowledge", "sorted", "not-needed")));
        default -> {
          Alarm alarm = any(rung);
          boolean ends = street.theRequest() instanceof HelpRequest.Closed;
          if (ends && alarm instanceof Alarm.Expired) return; // then there is nothing left to see
          steps.add("again " + alarm);
          street.rings(alarm);
        }
      }
    }

    private void tap(PersonId who, HelpRequest request) {
      String choice = any(TAPS);
      steps.add(who + " taps " + choice + " of round " + request.search().round());
      boolean free = street.theRequest() instanceof HelpRequest.Seeking;
      boolean mine = street.theRequest().involved().contains(who);
      boolean mayTake = free && mine && !street.people.get(who).optedOut();
      street.taps(who, request, choice);
      if (choice.equals("take") && mayTake) {
        assertThat(street.theRequest())
            .as("what nobody has is theirs")
            .isInstanceOfSatisfying(
                HelpRequest.Claimed.class, c -> assertThat(c.holder()).isEqualTo(who));
      }
    }

    private void says(PersonId who, String text) {
      steps.add(who + ": " + text);
      street.says(who, text);
    }

    /** Officers are at work: a long pause is not spent on reminding them. */
    private void passes(Duration time) {
      if (time.compareTo(Duration.ofHours(1)) > 0) officer("acknowledge");
      steps.add("passes " + time);
      street.passes(time);
    }

    private void resident() {
      boolean ends = street.theRequest() instanceof Delivered;
      String text = ends ? any(List.of("yes", "no", "no")) : any(List.of("hello", "cancel"));
      if (text.equals("cancel") && chance.nextInt(4) > 0) return;
      says(edna, text);
    }

    private void officer(String choice) {
      for (Case each : List.copyOf(street.cases.values())) {
        if (!each.isOpen()) continue;
        steps.add("officer " + choice + " " + each.matter().reason());
        street.presses("U0AMINA", new Tap("case", 1, "card", choice, each.id().value()).encoded());
      }
    }

    private PersonId holderOr(PersonId other) {
      return street.theRequest() instanceof HelpRequest.Claimed c ? c.holder() : other;
    }

    private <T> T any(List<T> all) {
      return all.get(chance.nextInt(all.size()));
    }

    /** Silence of all volunteers; officers do their work. */
    void comeToAnEnd() {
      for (int quarter = 0; quarter < 16; quarter++) {
        if (street.theRequest() instanceof HelpRequest.Closed) return;
        passes(Duration.ofHours(6));
        officer("sorted");
        check();
      }
      assertThat(street.theRequest()).isInstanceOf(HelpRequest.Closed.class);
    }

    private void check() {
      for (; noted < street.facts.size(); noted++) ledger.note(street.facts.get(noted));
      HelpRequest request = street.theRequest();
      ledger.agreesWith(request);
      String id = request.id().value();
      String alarm =
          switch (request) {
            case HelpRequest.Seeking s -> (s.search().handedOver() ? "officer/" : "wave/") + id;
            case Kept k -> "turn/" + id;
            case HelpRequest.Claimed c -> "silence/" + id;
            case WithOfficer w -> "officer/" + id;
            case Delivered d -> "arrived/" + id;
            case HelpRequest.Closed c -> "expired/" + id;
          };
      seen[state(request)]++;
      assertThat(street.alarms).as("a next alarm for %s", request).containsKey(alarm);
      boolean rings =
          switch (street.alarms.get(alarm).alarm()) {
            case Alarm.NextWave a -> a.round() == request.search().round();
            case Alarm.Turn a -> a.round() == request.search().round();
            case Alarm.Silence a -> a.round() == request.search().round();
            case Alarm.WithOfficer a -> a.round() == request.search().round();
            case Alarm.DidItArrive a -> a.round() == request.search().round();
            case Alarm a -> true;
          };
      assertThat(rings).as("the alarm is of this round").isTrue();
      assertThat(request.standby().volunteers()).doesNotHaveDuplicates();
    }

    private static int state(HelpRequest request) {
      return switch (request) {
        case HelpRequest.Seeking s -> 0;
        case Kept k -> 1;
        case HelpRequest.Claimed c -> 2;
        case WithOfficer w -> 3;
        case Delivered d -> 4;
        case HelpRequest.Closed c -> 5;
      };
    }
  }
}
