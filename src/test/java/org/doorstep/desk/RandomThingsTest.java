package org.doorstep.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.doorstep.cell.ACell;
import org.doorstep.help.Delivered;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.Kept;
import org.doorstep.help.RequestId;
import org.doorstep.help.Thing;
import org.doorstep.help.ThingId;
import org.doorstep.people.PersonId;
import org.doorstep.talk.Tap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Lives of things that are given and lent, and of those who want them, by chance: none is promised
 * to two, what is left and what is out are all there ever were, nobody has one without their owner
 * knowing it, and what is lent is asked after until it is back. {@code -Ddoorstep.histories=…} and
 * {@code -Ddoorstep.seed=…} as for {@link RandomHistoriesTest}.
 */
@Timeout(3600) // for a hundred thousand
class RandomThingsTest {

  private static final List<String> TAPS =
      List.of("take", "take", "take", "decline", "done", "done", "drop", "leave");

  private static final List<Duration> PAUSES =
      List.of(
          Duration.ZERO,
          Duration.ofMinutes(5),
          Duration.ofMinutes(40),
          Duration.ofHours(3),
          Duration.ofHours(30),
          Duration.ofDays(8));

  @Test
  void everyHistoryKeepsTheRulesAndEnds() {
    Desk desk = new Desk(new FakeTalk(), new FakeUnderstanding());
    Set<String> seen = Life.all(getClass(), Life.HISTORIES / 20, seed -> new History(desk, seed));
    assertThat(seen).contains("ThingOffered", "Kept", "ThingTaken");
    if (!Life.MANY) return;
    assertThat(seen).contains("ThingBack", "ThingMissing", "ThingWithdrawn", "StoodBy");
  }

  /** One life. */
  private static final class History extends Life {

    private final List<PersonId> owners = new ArrayList<>();
    private final List<PersonId> residents = new ArrayList<>();
    private final List<PersonId> volunteers = new ArrayList<>();
    private final Map<ThingId, Integer> amount = new HashMap<>();
    private final Set<Fact.ThingTaken> out = new HashSet<>();
    private final Set<RequestId> bringing = new HashSet<>();
    private final Set<ThingId> withdrawn = new HashSet<>();
    private final Set<String> missing = new HashSet<>();
    private int noted;

    History(Desk desk, long seed) {
      super(seed, desk, ACell.hydePark());
      for (int v = 0; v < 3; v++) volunteers.add(street.volunteer("v" + v, 100 + 250 * v));
      owners.add(street.resident("amir"));
      owners.add(street.resident("bola"));
      owners.add(volunteers.getFirst());
      for (int r = 0; r < 3; r++) residents.add(street.resident("r" + r));
    }

    @Override
    void live() {
      street.afterEach = this::check;
      offers();
      asks();
      int length = 10 + chance.nextInt(50);
      for (int i = 0; i < length; i++) {
        remember();
        step();
      }
    }

    private void offers() {
      says(
          any(owners),
          any(List.of("i give three heaters", "i lend a heater", "i lend two heaters")));
    }

    private void asks() {
      if (street.requests.size() < 12) says(any(residents), "please a heater");
    }

    private void step() {
      PersonId owner = any(owners);
      HelpRequest request = street.requests.isEmpty() ? null : anyRequest();
      switch (chance.nextInt(22)) {
        case 0 -> offers();
        case 1, 2, 3 -> asks();
        case 4, 5, 6, 7 -> answers(owner, "thing.wanted", any(List.of("yes", "yes", "yes", "no")));
        case 8 -> answers(owner, "thing.is-it-back", any(List.of("yes", "no")));
        case 9 -> lent(owner);
        case 10 -> {
          if (oneIn(3)) withdraws(owner);
        }
        case 11, 12 -> {
          if (request != null) taps(any(oneIn(2) ? owners : volunteers), request, any(TAPS));
        }
        case 13, 14 ->
            held()
                .skip(chance.nextInt(2))
                .findFirst()
                .ifPresent(c -> taps(c.holder(), c, any(TAPS)));
        case 15, 16 -> passes(any(PAUSES));
        case 17 -> says(any(residents), any(List.of("yes", "no", "cancel")));
        case 18 -> says(owner, any(List.of("yes", "no")));
        case 19 -> {
          if (request != null) {
            says(lead, any(List.of("reopen ", "ask-again ")) + request.id());
          }
        }
        case 20 -> {
          if (request == null || oneIn(2)) return;
          if (oneIn(2)) says(holder(request), "hand over to v" + chance.nextInt(3));
          else street.writesBelow("U0JOAN", request, "assign v" + chance.nextInt(3));
        }
        default -> {
          if (oneIn(4)) officer(any(List.of("sorted", "not-needed")));
          else ringsAgain();
        }
      }
    }

    private PersonId holder(HelpRequest request) {
      return request instanceof HelpRequest.Claimed c ? c.holder() : any(volunteers);
    }

    /** A question that they were asked, now or long ago. */
    private void answers(PersonId owner, String question, String choice) {
      List<Tap> asked =
          street.letters(owner).stream()
              .filter(l -> l.utterance().id().equals(question))
              .map(l -> l.utterance().choices().getFirst().tap())
              .toList();
      if (asked.isEmpty()) return;
      Tap tap = oneIn(3) ? any(asked) : asked.getLast();
      picks(owner, new Tap(Stock.FLOW, 1, question.substring(6), choice, tap.about()));
    }

    /** They say that something is back before they are asked. */
    private void lent(PersonId owner) {
      says(owner, "things");
      street.things.values().stream()
          .filter(t -> t.owner().equals(owner))
          .flatMap(t -> t.lent().stream().map(o -> t.id() + "." + o.request() + ".0"))
          .findAny()
          .ifPresent(about -> picks(owner, new Tap(Stock.FLOW, 1, "lent", "yes", about)));
    }

    private void withdraws(PersonId owner) {
      street.things.values().stream()
          .filter(t -> t.owner().equals(owner))
          .findAny()
          .ifPresent(t -> picks(owner, new Tap(Stock.FLOW, 1, "mine", "gone", t.id().value())));
    }

    @Override
    void comeToAnEnd() {
      for (int day = 0; day < 12; day++) {
        passes(Duration.ofDays(5));
        officer("sorted");
      }
      assertThat(street.requests.values()).allMatch(HelpRequest.Closed.class::isInstance);
      for (Thing each : street.things.values()) {
        assertThat(each.lent()).as("nothing is kept of what is given").isNotEmpty();
        for (Thing.Out lent : each.lent()) {
          assertThat(missing).as("somebody was told").contains(each.id() + "/" + lent.request());
        }
      }
    }

    private void check() {
      for (; noted < street.facts.size(); noted++) note(street.facts.get(noted));
      street.requests.values().forEach(this::hasAWayOn);
      bringing.clear();
      for (Thing each : street.things.values()) counts(each);
      for (HelpRequest request : street.requests.values()) {
        if (request instanceof Kept k
            && k.because() == Kept.Because.HAS_ONE
            && street.alarms.get("turn/" + k.id()).at().isAfter(street.now)) {
          assertThat(thingFor(k)).as("they have one").isNotNull();
        }
      }
    }

    private void note(Fact fact) {
      switch (fact) {
        case Fact.ThingOffered f -> amount.put(f.thing(), street.things.get(f.thing()).left());
        case Fact.ThingTaken f -> assertThat(out.add(f)).as("it is not out already").isTrue();
        case Fact.ThingBack f ->
            assertThat(out.remove(new Fact.ThingTaken(f.thing(), f.request()))).isTrue();
        case Fact.ThingWithdrawn f -> withdrawn.add(f.thing());
        case Fact.ThingMissing f -> missing.add(f.thing() + "/" + f.request());
        case Fact other -> {}
      }
    }

    /** What is left, what is out, and what somebody was promised. */
    private void counts(Thing thing) {
      assertThat(thing.left()).isNotNegative();
      long gone = out.stream().filter(o -> o.thing().equals(thing.id())).count();
      assertThat(thing.out()).as("what is out").hasSize((int) gone);
      boolean on = !withdrawn.contains(thing.id()) && street.now.isBefore(thing.until());
      int all = amount.get(thing.id());
      if (on) assertThat(thing.left() + gone).as("all there ever were").isEqualTo(all);
      else assertThat(thing.left()).as("none is offered any more").isLessThanOrEqualTo(all);
      long promised =
          street.requests.values().stream()
              .filter(r -> r instanceof Kept k && k.because() == Kept.Because.HAS_ONE)
              .filter(r -> thing.equals(thingFor((Kept) r)))
              .count();
      if (on) assertThat(promised).as("none is promised twice").isLessThanOrEqualTo(thing.left());
      for (Thing.Out each : thing.out()) {
        if (each.back() != null) assertThat(askedAfter(thing, each)).isTrue();
        boundFor(thing, each);
      }
      if (on) assertThat(street.alarms).containsKey("thing-over/" + thing.id());
    }

    /** Somebody asks when it is due, or has told those who run the group. */
    private boolean askedAfter(Thing thing, Thing.Out lent) {
      return street.alarms.containsKey("lent/" + thing.id() + "/" + lent.request())
          || missing.contains(thing.id() + "/" + lent.request());
    }

    /** Where somebody has one, the request is on its way or over; where not, it is told so. */
    private void boundFor(Thing thing, Thing.Out each) {
      HelpRequest request = street.requests.get(each.request());
      boolean bound =
          switch (request) {
            case null -> true;
            case HelpRequest.Claimed c -> true;
            case Delivered d -> true;
            case HelpRequest.Closed c -> true;
            case HelpRequest other -> false;
          };
      boolean free =
          street.alarms.containsKey("thing-free/" + each.request() + "/" + thing.owner());
      assertThat(bound || free).as("out for %s", request).isTrue();
      if (!free) assertThat(bringing.add(each.request())).as("one for each request").isTrue();
    }

    /** Whoever gives one holds the request for it: no yes is without what was promised. */
    private @Nullable Thing thingFor(Kept kept) {
      return street.things.values().stream()
          .filter(t -> t.owner().equals(kept.volunteer()))
          .filter(
              t ->
                  t.asked().stream()
                      .anyMatch(
                          a -> a.request().equals(kept.id()) && a.until().isAfter(street.now)))
          .findFirst()
          .orElse(null);
    }
  }
}
