package org.doorstep.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.doorstep.bridge.Case;
import org.doorstep.cell.Cell;
import org.doorstep.help.Delivered;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.InTriage;
import org.doorstep.help.Kept;
import org.doorstep.help.WithOfficer;
import org.doorstep.people.Address;
import org.doorstep.people.PersonId;
import org.doorstep.talk.Tap;

/**
 * What may happen on a street by chance, in the order of a seed. Whatever is decided is looked at
 * at once, so that a rule that is broken for a moment is broken.
 */
abstract class Life {

  static final int HISTORIES = Integer.getInteger("doorstep.histories", 1000);

  /** So many that the rarest turn has been taken by some of them. */
  static final boolean MANY = HISTORIES >= 20_000;

  private static final Duration WATCH = Duration.ofHours(3);

  final List<String> steps = new ArrayList<>();
  final RandomGenerator chance;
  final Street street;
  final PersonId lead;
  final Set<String> seen = new HashSet<>();
  private final List<Alarm> rung = new ArrayList<>();

  Life(long seed, Desk desk, Cell cell) {
    this.chance = RandomGeneratorFactory.getDefault().create(seed);
    this.street = new Street(desk, cell);
    this.lead = street.writesFrom("lead", Address.slack("U0JOAN"));
    street.now = street.now.plus(Duration.ofMinutes(chance.nextInt(24 * 60)));
  }

  /**
   * Lives of one kind, one after the other; each is told apart by its seed.
   *
   * @return what became true in all of them together, by the names of facts and states
   */
  static Set<String> all(Class<?> of, int histories, LongFunction<Life> born) {
    long seed = Long.getLong("doorstep.seed", RandomGenerator.getDefault().nextLong());
    System.out.println(of.getSimpleName() + " seed " + seed + ", histories " + histories);
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < histories; i++) {
      Life life = born.apply(seed + i);
      try {
        life.live();
        life.comeToAnEnd();
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("history of seed " + (seed + i) + ": " + life.steps, e);
      }
      seen.addAll(life.seen);
      life.street.facts.forEach(fact -> seen.add(fact.getClass().getSimpleName()));
    }
    return seen;
  }

  abstract void live();

  /** Silence of all volunteers; officers do their work. */
  abstract void comeToAnEnd();

  // ---- what happens

  void says(PersonId who, String text) {
    steps.add(who + ": " + text);
    street.says(who, text);
  }

  void picks(PersonId who, Tap tap) {
    steps.add(who + " picks " + tap.choice() + " of " + tap.state() + " " + tap.about());
    street.picks(who, tap);
  }

  void taps(PersonId who, HelpRequest request, String choice) {
    steps.add(who + " taps " + choice + " of " + JobRef.to(request).about());
    street.taps(who, request, choice);
  }

  /** Officers are at work: a long pause is not spent on reminding them. */
  void passes(Duration time) {
    steps.add("passes " + time);
    remember();
    Duration left = time;
    while (left.compareTo(Duration.ofHours(1)) > 0) {
      openCases().forEach(each -> press("acknowledge", each));
      Duration some = left.compareTo(WATCH) > 0 ? WATCH : left;
      street.passes(some);
      left = left.minus(some);
    }
    street.passes(left);
  }

  void officer(String choice) {
    for (Case each : openCases()) {
      steps.add("officer " + choice + " " + each.matter().reason());
      press(choice, each);
    }
  }

  private List<Case> openCases() {
    return street.cases.values().stream().filter(Case::isOpen).toList();
  }

  private void press(String choice, Case about) {
    street.presses("U0AMINA", new Tap("case", 1, "card", choice, about.id().value()).encoded());
  }

  void remember() {
    street.alarms.values().stream().map(Alarm.Set::alarm).forEach(rung::add);
  }

  /** An alarm that was set at some time rings once more, as after a crash. */
  void ringsAgain() {
    List<Alarm> possible = rung.stream().filter(this::mayRingAgain).toList();
    if (possible.isEmpty()) return;
    Alarm alarm = any(possible);
    steps.add("again " + alarm);
    street.rings(alarm);
  }

  /** What is erased leaves nothing to look at. */
  private boolean mayRingAgain(Alarm alarm) {
    return !(alarm instanceof Alarm.Expired e)
        || !(street.requests.get(e.request()) instanceof HelpRequest.Closed);
  }

  <T> T any(List<T> all) {
    return all.get(chance.nextInt(all.size()));
  }

  boolean oneIn(int many) {
    return chance.nextInt(many) == 0;
  }

  HelpRequest anyRequest() {
    return any(List.copyOf(street.requests.values()));
  }

  // ---- what is always true

  Stream<HelpRequest.Claimed> held() {
    return street.requests.values().stream()
        .flatMap(r -> r instanceof HelpRequest.Claimed c ? Stream.of(c) : Stream.of());
  }

  /** Whatever becomes of it, something rings for it next, and that is about what it is now. */
  void hasAWayOn(HelpRequest request) {
    seen.add(request.getClass().getSimpleName());
    Alarm.Set next = street.alarms.get(wayOn(request));
    assertThat(next).as("a next alarm for %s", request).isNotNull();
    int round = request.search().round();
    boolean rings =
        switch (next.alarm()) {
          case Alarm.NextWave a -> a.round() == round;
          case Alarm.Turn a -> a.round() == round;
          case Alarm.Silence a -> a.round() == round;
          case Alarm.WithOfficer a -> a.round() == round;
          case Alarm.DidItArrive a -> a.round() == round;
          case Alarm a -> true;
        };
    assertThat(rings).as("the alarm is of this round").isTrue();
    assertThat(request.standby().volunteers()).doesNotHaveDuplicates();
  }

  private String wayOn(HelpRequest request) {
    String id = request.id().value();
    return switch (request) {
      case HelpRequest.Seeking s -> (s.search().handedOver() ? "officer/" : "wave/") + id;
      case Kept k -> "turn/" + id;
      case InTriage t -> "undecided/" + id;
      case HelpRequest.Claimed c -> waitsForAnOfficer(c) ? "officer/" + id : "silence/" + id;
      case WithOfficer w -> "officer/" + id;
      case Delivered d -> "arrived/" + id;
      case HelpRequest.Closed c -> "expired/" + id;
    };
  }

  /** One time of a standing arrangement of which nobody has heard. */
  private boolean waitsForAnOfficer(HelpRequest.Claimed claimed) {
    return claimed.particulars().arrangement() != null
        && claimed.nudged()
        && !street.alarms.containsKey("silence/" + claimed.id());
  }
}
