package org.doorstep.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.doorstep.cell.Group;
import org.doorstep.help.Delivered;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.RequestId;
import org.doorstep.help.Thing;
import org.doorstep.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What happens to things by itself: somebody waits for one, one is free again, its time is over.
 */
final class ThingWatch {

  /** While somebody else brings it. */
  private static final Duration LOOK_AGAIN = Duration.ofDays(1);

  private final Owners owners;
  private final Loans loans;
  private final Lending lending;

  ThingWatch(Owners owners, Loans loans, Lending lending) {
    this.owners = owners;
    this.loans = loans;
    this.lending = lending;
  }

  /** Somebody may wait for just that; nobody is woken for it. */
  static void look(Draft draft, Thing thing) {
    Instant at = draft.cell().rules().quietHours().endAfter(draft.now(), draft.cell().zone());
    draft.wake(new Alarm.ThingOffered(thing.id(), thing.owner()), at);
  }

  /** What has to be known when an alarm rings. */
  List<Enquiry> asks(Dossier dossier, Alarm alarm) {
    return switch (alarm) {
      case Alarm.ThingOffered a ->
          List.of(
              new Enquiry.OpenIn(
                  dossier.cell().groups().stream().map(Group::id).collect(Collectors.toSet())));
      case Alarm.ThingFor a ->
          waiting(dossier.requests().stream(), a)
              .flatMap(seeking -> owners.asks(dossier.cell(), seeking))
              .map(List::of)
              .orElse(List.of());
      case Alarm.Lent a -> Loans.asks(dossier, a);
      case Alarm a -> List.of();
    };
  }

  private static Optional<HelpRequest.Seeking> waiting(
      Stream<HelpRequest> requests, Alarm.ThingFor alarm) {
    return requests
        .filter(r -> r.id().equals(alarm.request()) && r.search().round() == alarm.round())
        .filter(HelpRequest.Seeking.class::isInstance)
        .map(HelpRequest.Seeking.class::cast)
        .findFirst();
  }

  void rang(Draft draft, Alarm alarm) {
    switch (alarm) {
      case Alarm.ThingOffered a -> offered(draft, a);
      case Alarm.ThingFor a ->
          waiting(draft.requests().stream(), a)
              .filter(seeking -> Intake.holds(draft, seeking).isEmpty())
              .ifPresent(seeking -> owners.asked(draft, seeking));
      case Alarm.ThingFree a -> free(draft, a);
      case Alarm.ThingOver a ->
          Things.of(draft, a.thing())
              .filter(thing -> !draft.now().isBefore(thing.until()))
              .ifPresent(thing -> over(draft, thing));
      case Alarm.Lent a -> loans.rang(draft, a);
      case Alarm.Longer a -> lending.rang(draft, a);
      case Alarm a -> throw new IllegalStateException("not about things: " + a.key());
    }
  }

  /** Those who wait for just that, the oldest first, as many as there are. */
  private void offered(Draft draft, Alarm.ThingOffered alarm) {
    Things.of(draft, alarm.thing())
        .ifPresent(
            thing ->
                draft.dossier().answers().open().stream()
                    .filter(HelpRequest.Seeking.class::isInstance)
                    .filter(r -> owners.mayWant(draft, r.particulars(), thing))
                    .sorted(Comparator.comparing(r -> r.particulars().openedAt()))
                    .limit(thing.free(draft.now()))
                    .forEach(
                        r ->
                            draft.wake(
                                new Alarm.ThingFor(r.id(), r.search().round()), draft.now())));
  }

  /** What they would have given for a request that they have no more, unless they have it anew. */
  private static void free(Draft draft, Alarm.ThingFree alarm) {
    HelpRequest request = draft.request(alarm.request().value()).orElse(null);
    if (request != null && (gives(alarm.owner(), request) || (alarm.brought() && done(request)))) {
      return;
    }
    if (alarm.brought()
        && (request instanceof HelpRequest.Claimed || request instanceof Delivered)) {
      draft.wake(alarm, draft.now().plus(LOOK_AGAIN));
      return;
    }
    draft.things().stream()
        .filter(thing -> thing.owner().equals(alarm.owner()))
        .filter(thing -> thing.outFor(alarm.request()).isPresent())
        .forEach(
            thing -> {
              draft.fact(new Fact.ThingBack(thing.id(), alarm.request()));
              back(draft, thing, alarm.request());
            });
  }

  /** One is with its owner: for others again, unless the time of the offer is over. */
  static void back(Draft draft, Thing thing, RequestId request) {
    if (draft.now().isBefore(thing.until())) {
      Thing now = thing.back(request);
      draft.put(now);
      look(draft, now);
    } else {
      over(draft, thing.keptBack(request));
    }
  }

  /** Of no use any more; what is lent is remembered until it is back. */
  static void over(Draft draft, Thing thing) {
    Thing now = thing.withdrawn(draft.now());
    if (now.over(draft.now())) draft.end(now);
    else draft.put(now);
  }

  /**
   * At the end of every decision: whoever had a request and has it no more keeps what they have.
   */
  static void changed(Draft draft) {
    for (HelpRequest before : draft.dossier().requests()) {
      PersonId holder = holder(before);
      boolean may = draft.cell().rules().things().needs().contains(before.particulars().need());
      if (holder == null || !may || !lost(draft, before)) continue;
      boolean brought =
          draft
              .request(before.id().value())
              .filter(now -> now instanceof HelpRequest.Claimed)
              .isPresent();
      draft.wake(new Alarm.ThingFree(holder, before.id(), brought), draft.now());
    }
  }

  private static boolean lost(Draft draft, HelpRequest before) {
    return switch (draft.changes.get("request/" + before.id())) {
      case Change.RequestIs(HelpRequest now) ->
          switch (now) {
            case HelpRequest.Claimed c -> !c.holder().equals(holder(before));
            case Delivered d -> false;
            case HelpRequest.Closed c -> before instanceof HelpRequest.Claimed;
            case HelpRequest other -> true;
          };
      case Change.RequestGone g -> before instanceof HelpRequest.Claimed;
      case null -> false;
      case Change other -> false;
    };
  }

  private static boolean gives(PersonId owner, HelpRequest request) {
    return switch (request) {
      case HelpRequest.Claimed c -> c.holder().equals(owner);
      case Delivered d -> d.holder().equals(owner);
      case HelpRequest.Closed c -> owner.equals(c.helper()) && done(c);
      case HelpRequest other -> false;
    };
  }

  private static boolean done(HelpRequest request) {
    return request instanceof HelpRequest.Closed c && c.outcome().done();
  }

  private static @Nullable PersonId holder(HelpRequest request) {
    return switch (request) {
      case HelpRequest.Claimed c -> c.holder();
      case Delivered d -> d.holder();
      case HelpRequest.Closed c -> c.helper(); // opened again: it was not done after all
      case HelpRequest other -> null;
    };
  }
}
