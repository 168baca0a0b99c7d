package org.doorstep.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.doorstep.bridge.Case;
import org.doorstep.help.Delivered;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.Kept;
import org.doorstep.help.Open;
import org.doorstep.help.WithOfficer;
import org.doorstep.people.PersonId;
import org.doorstep.talk.Tap;
import org.junit.jupiter.api.Test;

/**
 * Lives of a job for three, by chance: nobody ever has two parts of it, what is missing is looked
 * for as long as anything is, and all of it comes to an end. {@code -Ddoorstep.histories=…} and
 * {@code -Ddoorstep.seed=…} as for {@link RandomHistoriesTest}.
 */
class RandomCrewsTest {

  private static final int HISTORIES = Integer.getInteger("doorstep.histories", 1000) / 5;

  private static final List<String> TAPS =
      List.of("take", "take", "take", "take", "decline", "leave", "done", "done", "drop", "unsafe");

  private static final List<Duration> PAUSES =
      List.of(Duration.ZERO, Duration.ofMinutes(3), Duration.ofMinutes(20), Duration.ofMinutes(90));

  @Test
  void everyHistoryKeepsTheRulesAndEnds() {
    long seed = Long.getLong("doorstep.seed", RandomGenerator.getDefault().nextLong());
    System.out.println("RandomCrewsTest seed " + seed + ", histories " + HISTORIES);
    Desk desk = new Desk(new FakeTalk(), new FakeUnderstanding());
    int complete = 0;
    for (int i = 0; i < HISTORIES; i++) {
      History history = new History(desk, seed + i);
      try {
        history.live();
        history.comeToAnEnd();
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("history of seed " + (seed + i) + ": " + history.steps, e);
      }
      if (history.complete) complete++;
    }
    assertThat(complete).as("how often all three were found").isPositive();
  }

  /** One life. */
  private static final class History {

    final List<String> steps = new ArrayList<>();
    boolean complete;
    private final RandomGenerator chance;
    private final Street street;
    private final PersonId edna;
    private final List<PersonId> volunteers = new ArrayList<>();

    History(Desk desk, long seed) {
      this.chance = RandomGeneratorFactory.getDefault().create(seed);
      this.street = new Street(desk);
      this.edna = street.resident("edna");
      for (int v = 0; v < 7; v++) volunteers.add(street.volunteer("v" + v, 100 + 250 * v));
    }

    void live() {
      street.now = street.now.plus(Duration.ofMinutes(chance.nextInt(24 * 60)));
      street.says(edna, "please, three of you");
      assertThat(street.requests).hasSize(3);
      check();
      int length = 8 + chance.nextInt(40);
      for (int i = 0; i < length; i++) {
        step();
        check();
      }
    }

    private void step() {
      PersonId someone = any(volunteers);
      HelpRequest part = any(List.copyOf(street.requests.values()));
      switch (chance.nextInt(12)) {
        case 0, 1, 2, 3, 4, 5, 6 -> tap(someone, part, any(TAPS));
        case 7, 8, 9 -> passes(any(PAUSES));
        case 10 -> {
          if (chance.nextInt(4) == 0) says(any(List.of("yes", "no", "cancel")));
        }
        default -> officer(any(List.of("acknowledge", "sorted", "not-needed")));
      }
    }

    private void tap(PersonId who, HelpRequest part, String choice) {
      steps.add(who + " taps " + choice + " of part " + part.particulars().crew());
      street.taps(who, part, choice);
    }

    private void says(String text) {
      steps.add("edna: " + text);
      street.says(edna, text);
    }

    private void passes(Duration time) {
      if (time.compareTo(Duration.ofHours(1)) > 0) officer("acknowledge");
      steps.add("passes " + time);
      street.passes(time);
    }

    private void officer(String choice) {
      for (Case each : List.copyOf(street.cases.values())) {
        if (!each.isOpen()) continue;
        steps.add("officer " + choice + " " + each.matter().reason());
        street.presses("U0AMINA", new Tap("case", 1, "card", choice, each.id().value()).encoded());
      }
    }

    /** Silence of all volunteers; officers do their work. */
    void comeToAnEnd() {
      for (int quarter = 0; quarter < 24; quarter++) {
        passes(Duration.ofHours(6));
        officer("sorted");
        check();
      }
      assertThat(street.requests.values()).allMatch(HelpRequest.Closed.class::isInstance);
    }

    private void check() {
      List<HelpRequest> parts = List.copyOf(street.requests.values());
      List<PersonId> holders =
          parts.stream()
              .flatMap(p -> p instanceof HelpRequest.Claimed c ? Stream.of(c) : Stream.empty())
              .map(HelpRequest.Claimed::holder)
              .toList();
      assertThat(holders).as("nobody has two parts").doesNotHaveDuplicates();
      if (holders.size() == 3) complete = true;
      boolean missing = parts.stream().anyMatch(Open.class::isInstance);
      if (missing) {
        assertThat(parts).as("somebody sees to what is missing").anyMatch(this::seenTo);
      }
      for (HelpRequest part : parts) {
        assertThat(part.standby().volunteers()).noneMatch(holders::contains);
      }
    }

    private boolean seenTo(HelpRequest part) {
      return switch (part) {
        case HelpRequest.Seeking s -> rings("wave/", s) || rings("officer/", s);
        case Kept k -> rings("turn/", k);
        case WithOfficer w -> rings("officer/", w);
        case HelpRequest.Claimed c -> false;
        case Delivered d -> false;
        case HelpRequest.Closed c -> false;
      };
    }

    private boolean rings(String alarm, HelpRequest part) {
      return street.alarms.containsKey(alarm + part.id().value());
    }

    private <T> T any(List<T> all) {
      return all.get(chance.nextInt(all.size()));
    }
  }
}
