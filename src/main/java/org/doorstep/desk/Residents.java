package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.DROP;
import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.HOLD;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.HelpRequest.Closed.Outcome;
import org.doorstep.help.Open;
import org.doorstep.help.Particulars;
import org.doorstep.help.Particulars.Linked;
import org.doorstep.help.WithOfficer;
import org.doorstep.people.Need;
import org.doorstep.people.Person;
import org.doorstep.place.Place;
import org.doorstep.talk.Known;
import org.doorstep.understand.Understanding;
import org.jspecify.annotations.Nullable;

/** What a resident does with a request: opens it, drops it, says whether it arrived. */
final class Residents {

  /** How long a resident has to say that it did not arrive. */
  private static final Duration LAST_CALL = Duration.ofHours(24);

  private final Understanding understanding;
  private final Wording wording;
  private final Board board;
  private final Turns turns;
  private final HandOvers handOvers;
  private final Intake intake;
  private final Regular regular;

  Residents(
      Understanding understanding,
      Wording wording,
      Board board,
      Turns turns,
      HandOvers handOvers,
      Intake intake,
      Regular regular) {
    this.understanding = understanding;
    this.wording = wording;
    this.board = board;
    this.turns = turns;
    this.handOvers = handOvers;
    this.intake = intake;
    this.regular = regular;
  }

  /**
   * Opens a request for each thing that the form was told of; without a place there is nothing to
   * open.
   */
  void open(Draft draft, Person resident, Map<String, Known> slots) {
    open(draft, resident, slots, Asked.needs(slots));
  }

  /**
   * Opens what the form was told of besides what is open already.
   *
   * @return whether there was anything
   */
  boolean openBesides(
      Draft draft, Person resident, Map<String, Known> slots, List<HelpRequest> already) {
    List<Need> had = already.stream().map(r -> r.particulars().need()).toList();
    List<Need> rest = Asked.needs(slots).stream().filter(need -> !had.contains(need)).toList();
    if (!rest.isEmpty()) open(draft, resident, slots, rest);
    return !rest.isEmpty();
  }

  private void open(Draft draft, Person resident, Map<String, Known> slots, List<Need> needs) {
    Place place = Asked.place(slots);
    if (place == null) return;
    String name = Asked.text(slots, "name");
    Person known = resident.lastAt(place);
    draft.put(name == null ? known : known.named(name));
    List<Linked> all =
        needs.stream()
            .map(need -> new Linked(Derived.request(draft.cause().id(), need), need))
            .toList();
    for (Linked one : all) {
      List<Linked> others = all.stream().filter(other -> !other.equals(one)).toList();
      HelpRequest.Seeking opened =
          HelpRequest.open(particulars(draft, resident, slots, place, one, others));
      draft.put(opened);
      draft.fact(new Fact.RequestOpened(opened.id(), one.need(), opened.particulars().group()));
      turns.begin(draft, opened);
      if (one.equals(all.getFirst())) intake.tell(draft, opened);
    }
  }

  private Particulars particulars(
      Draft draft,
      Person resident,
      Map<String, Known> slots,
      Place place,
      Linked one,
      List<Linked> others) {
    String words = Asked.text(slots, "words");
    String details = Asked.text(slots, "details");
    return new Particulars(
        one.id(),
        resident.id(),
        one.need(),
        harmless(words),
        details == null || details.equals(words) ? null : harmless(details),
        place,
        Asked.when(slots),
        Asked.forWhom(slots),
        Asked.flags(slots),
        harmless(Asked.text(slots, "note")),
        draft.cell().groupFor(place).id(),
        draft.now(),
        others);
  }

  /** What they wrote in the form that these requests do not say yet, a line for each. */
  String added(Map<String, Known> slots, List<HelpRequest> to) {
    return Stream.of("words", "details", "note")
        .flatMap(slot -> Stream.ofNullable(harmless(Asked.text(slots, slot))))
        .distinct()
        .filter(text -> to.stream().anyMatch(request -> !says(request.particulars(), text)))
        .collect(Collectors.joining("\n"));
  }

  private static boolean says(Particulars p, String text) {
    return Stream.of(p.words(), p.details(), p.note())
        .anyMatch(known -> known != null && known.contains(text));
  }

  /** Words that tell of danger are an officer's to read, never a volunteer's. */
  private @Nullable String harmless(@Nullable String words) {
    return words == null || understanding.danger(words).isPresent() ? null : words;
  }

  /** They no longer need it, and hear that it is off. */
  void cancelled(Draft draft, Person me, HelpRequest request) {
    Wording theirs = wording.to(draft, me.id());
    cancel(draft, request);
    draft.tell(
        me.id(), theirs.say("request-help.cancelled-by-you", theirs.open(draft, request)), HOLD);
    draft
        .arrangementOf(request)
        .ifPresent(a -> regular.tell(draft, me.id(), "goes-on", a, a.next()));
  }

  void cancel(Draft draft, HelpRequest request) {
    switch (request) {
      case Open o -> close(draft, o.close(Outcome.CANCELLED, draft.now()));
      case WithOfficer w -> close(draft, w.close(Outcome.CANCELLED, draft.now()));
      case HelpRequest.Claimed c -> {
        Wording theirs = wording.to(draft, c.holder());
        draft.tell(c.holder(), theirs.say("job.gone", theirs.open(draft, c)), HOLD);
        close(draft, c.close(Outcome.CANCELLED, draft.now()));
      }
      case HelpRequest.Delivered d -> arrived(draft, d);
      case HelpRequest.Closed c -> {}
    }
  }

  // ---- did it arrive?

  void didItArrive(Draft draft, Alarm.DidItArrive alarm) {
    draft
        .request(alarm.request().value())
        .filter(r -> r.search().round() == alarm.round())
        .ifPresent(
            request -> {
              if (request instanceof HelpRequest.Delivered d) {
                if (alarm.lastCall()) assumeDone(draft, d);
                else ask(draft, d);
              }
            });
  }

  private void ask(Draft draft, HelpRequest.Delivered delivered) {
    Wording theirs = wording.to(draft, delivered.resident());
    Map<String, String> values = theirs.open(draft, delivered);
    values.put("volunteer", theirs.name(draft, delivered.holder()));
    draft.tell(
        delivered.resident(),
        theirs.say("feedback.ask", JobRef.to(delivered).about(), values),
        HOLD,
        delivered.holder());
    draft.wake(
        new Alarm.DidItArrive(delivered.id(), delivered.search().round(), true),
        draft.now().plus(LAST_CALL));
  }

  void assumeDone(Draft draft, HelpRequest.Delivered delivered) {
    nowKnown(draft, delivered);
    close(draft, delivered.close(Outcome.ASSUMED_DONE, draft.now()));
  }

  /** Next time the one who helped is asked first. */
  private static void nowKnown(Draft draft, HelpRequest.Delivered delivered) {
    draft
        .person(delivered.resident())
        .ifPresent(p -> draft.put(p.tied(p.ties().helpedBy(delivered.holder()))));
  }

  void arrived(Draft draft, HelpRequest.Delivered delivered) {
    nowKnown(draft, delivered);
    draft.tell(
        delivered.resident(), wording.to(draft, delivered.resident()).say("feedback.thanks"), DROP);
    Wording theirs = wording.to(draft, delivered.holder());
    Map<String, String> thanks = theirs.open(draft, delivered);
    thanks.put("name", theirs.name(draft, delivered.resident()));
    draft.tell(
        delivered.holder(),
        theirs.say("feedback.thanks-volunteer", thanks),
        DROP,
        delivered.resident());
    close(draft, delivered.close(Outcome.ARRIVED, draft.now()));
  }

  void notArrived(Draft draft, HelpRequest.Delivered delivered) {
    Open open = delivered.notArrived();
    draft.put(open);
    draft.fact(new Fact.NotArrived(open.id()));
    draft.silence(new Alarm.DidItArrive(open.id(), 0, false).key());
    Wording theirs = wording.to(draft, open.resident());
    draft.tell(open.resident(), theirs.say("feedback.reopened", theirs.open(draft, open)), HOLD);
    Wording holders = wording.to(draft, delivered.holder());
    Map<String, String> values = holders.open(draft, open);
    values.put("name", holders.name(draft, open.resident()));
    draft.tell(delivered.holder(), holders.say("job.reopened", values), HOLD, open.resident());
    board.update(draft, open);
    turns.movedUp(draft, delivered.standby(), open);
    turns.begin(draft, open);
  }

  /** The officer found nothing against it: neighbours are asked again. */
  void askAgain(Draft draft, WithOfficer with) {
    HelpRequest.Seeking open = with.askedAgain();
    draft.put(open);
    draft.fact(new Fact.OpenedAgain(open.id()));
    Reminders.silence(draft, open);
    board.update(draft, open);
    turns.begin(draft, open);
  }

  /** The end of a request, however it came: nothing more is sent of it, and its words age out. */
  void close(Draft draft, HelpRequest.Closed closed) {
    draft
        .request(closed.id().value())
        .ifPresent(
            before -> {
              turns.release(draft, before);
              if (before instanceof HelpRequest.Claimed c) handOvers.calledOff(draft, c);
            });
    Reminders.silence(draft, closed);
    draft.put(closed);
    draft.fact(new Fact.RequestClosed(closed.id(), closed.outcome()));
    for (Alarm alarm :
        List.of(
            new Alarm.NextWave(closed.id(), 0),
            new Alarm.Silence(closed.id(), 0),
            new Alarm.DidItArrive(closed.id(), 0, false))) {
      draft.silence(alarm.key());
    }
    board.update(draft, closed);
    draft.wake(
        new Alarm.Expired(closed.id()), draft.now().plus(draft.cell().rules().keepClosedFor()));
  }
}
