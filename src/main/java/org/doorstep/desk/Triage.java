package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.HOLD;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.doorstep.bridge.Reason;
import org.doorstep.cell.Level;
import org.doorstep.cell.OpeningHours;
import org.doorstep.cell.Partner;
import org.doorstep.cell.Way;
import org.doorstep.help.Asking;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.InTriage;
import org.doorstep.help.InTriage.Decider;
import org.doorstep.help.Particulars;
import org.doorstep.help.WithOfficer;

/**
 * To whom a request goes: to a partner's desk, to the neighbours, or on with the resident's yes.
 * What a desk leaves lying goes on by itself.
 */
final class Triage {

  static final String FLOW = "triage";

  private final Wording wording;
  private final DeskCard card;
  private final Board board;
  private final Cases cases;
  private final Turns turns;
  private final Waves waves;
  private final PassingOn passingOn;
  private final Returns returns;

  Triage(
      Wording wording,
      Board board,
      Cases cases,
      Turns turns,
      Waves waves,
      PassingOn passingOn,
      Returns returns) {
    this.returns = returns;
    this.wording = wording;
    this.card = new DeskCard(wording);
    this.board = board;
    this.cases = cases;
    this.turns = turns;
    this.waves = waves;
    this.passingOn = passingOn;
  }

  /**
   * A request begins; of a job for several people, its first part.
   *
   * @return whether neighbours are asked at once, so that the resident need not be told anything
   *     else
   */
  boolean begin(Draft draft, HelpRequest.Seeking seeking) {
    Way way = way(draft, seeking.particulars());
    go(draft, seeking, way, way.first());
    return draft.request(seeking.id().value()).filter(InTriage.class::isInstance).isEmpty()
        && way.first() instanceof Way.Stop.Neighbours;
  }

  /** It is of another level now, and goes the way of that one. */
  void again(Draft draft, HelpRequest.Seeking seeking) {
    Way way = way(draft, seeking.particulars());
    boolean underWay = seeking.search().wave() > 0 && !seeking.search().handedOver();
    if (underWay && way.first() instanceof Way.Stop.Neighbours) return;
    HelpRequest.Seeking fresh = seeking.askedAgain(); // a yes to the way of before is none to this
    draft.put(fresh);
    draft.silence(new Alarm.NextWave(fresh.id(), 0).key());
    Reminders.silence(draft, fresh);
    onwards(draft, fresh, way, way.first());
    draft.request(fresh.id().value()).ifPresent(now -> board.update(draft, now));
  }

  /** Nobody at the desk, and not the resident, decides about it any more. */
  void takenAway(Draft draft, InTriage waiting) {
    draft.silence(Alarm.Undecided.keyOf(waiting.id()));
    draft.fact(new Fact.TriageOver(waiting.id(), false));
    card.over(draft, waiting, "gone-moved");
  }

  private static Way way(Draft draft, Particulars wanted) {
    return Way.of(draft.cell().response(), wanted.level().level(), wanted.need(), wanted.place());
  }

  private void go(Draft draft, HelpRequest.Seeking seeking, Way way, Way.Stop stop) {
    switch (stop) {
      case Way.Stop.Neighbours n -> turns.begin(draft, seeking);
      case Way.Stop.Desk(Partner partner) when shut(draft, partner) ->
          go(draft, seeking, way, way.after(partner.id()));
      case Way.Stop.Desk(Partner partner) -> atDesk(draft, seeking, partner);
      case Way.Stop.Referral(Partner partner) -> passingOn.ask(draft, seeking, partner.id());
      case Way.Stop.Officers o -> officers(draft, seeking);
    }
  }

  private static boolean shut(Draft draft, Partner partner) {
    OpeningHours hours = partner.hours();
    return hours != null && !hours.open(draft.now(), draft.cell().zone());
  }

  void officers(Draft draft, HelpRequest.Seeking seeking) {
    Level level = seeking.particulars().level().level();
    if (level == Level.EMERGENCY) {
      emergency(draft, seeking);
    } else if (level.aboveNeighbours()) {
      passingOn.ask(draft, seeking, InTriage.OFFICERS);
    } else {
      waves.unfilled(draft, seeking);
    }
  }

  /** Nobody is asked whether an officer may know. */
  private void emergency(Draft draft, HelpRequest.Seeking seeking) {
    for (HelpRequest.Seeking part : all(draft, seeking)) {
      draft.put(new WithOfficer(part.particulars(), part.search(), draft.now()));
    }
    cases.open(draft, Reason.EMERGENCY, seeking.resident(), seeking, null);
    Reminders.set(draft, seeking);
    draft.tell(
        seeking.resident(), wording.to(draft, seeking.resident()).say("common.danger"), HOLD);
  }

  // ---- at a desk

  void atDesk(Draft draft, HelpRequest.Seeking seeking, Partner partner) {
    put(draft, seeking, new Decider.Desk(partner.id()));
    Instant until = until(draft, seeking.particulars(), partner);
    InTriage waiting = InTriage.of(seeking, new Decider.Desk(partner.id()), draft.now());
    draft.wake(new Alarm.Undecided(seeking.id(), draft.now(), 0), until);
    draft.fact(
        new Fact.TriageBegun(seeking.id(), seeking.particulars().level().level(), partner.id()));
    card.post(draft, waiting, partner, until);
    tell(draft, seeking, "at-desk", Map.of("partner", partner.name()));
  }

  private static Instant until(Draft draft, Particulars wanted, Partner partner) {
    return draft.now().plus(draft.cell().response().patience(partner, Asking.pressing(wanted)));
  }

  static void put(Draft draft, HelpRequest.Seeking seeking, Decider by) {
    all(draft, seeking).forEach(part -> draft.put(InTriage.of(part, by, draft.now())));
  }

  /** All parts of a job for several people go the same way. */
  private static List<HelpRequest.Seeking> all(Draft draft, HelpRequest.Seeking seeking) {
    return Stream.concat(
            Stream.of(seeking),
            Parts.others(draft, seeking).stream()
                .flatMap(
                    other ->
                        switch (other) {
                          case HelpRequest.Seeking s -> Stream.of(s);
                          case InTriage t -> Stream.of(t.toNeighbours());
                          case HelpRequest r -> Stream.<HelpRequest.Seeking>empty();
                        }))
        .toList();
  }

  /** Nobody there has decided. */
  void rang(Draft draft, Alarm.Undecided alarm) {
    InTriage waiting =
        draft
            .request(alarm.request().value())
            .flatMap(r -> r instanceof InTriage t ? Optional.of(t) : Optional.empty())
            .filter(t -> t.since().equals(alarm.at()))
            .orElse(null);
    if (waiting == null) return;
    if (waiting.by() instanceof Decider.Referrer) {
      returns.unanswered(draft, waiting);
      return;
    }
    if (!(waiting.by() instanceof Decider.Desk(String id))) {
      passingOn.rang(draft, waiting, alarm);
      return;
    }
    Partner partner = draft.cell().response().partner(id).orElse(null);
    if (partner != null) card.gone(draft, waiting, partner, "gone-unanswered", Map.of());
    draft.fact(new Fact.TriageOver(waiting.id(), true));
    HelpRequest.Seeking on = waiting.toNeighbours();
    released(draft, on);
    Way way = way(draft, waiting.particulars());
    onwards(draft, on, way, way.after(id));
  }

  /** The resident is told where it is now. */
  private void onwards(Draft draft, HelpRequest.Seeking on, Way way, Way.Stop next) {
    go(draft, on, way, next);
    if (next instanceof Way.Stop.Neighbours) {
      tell(draft, on, "asking-now", Map.of());
    }
  }

  static void released(Draft draft, HelpRequest.Seeking seeking) {
    all(draft, seeking).forEach(draft::put);
  }

  void tell(Draft draft, HelpRequest request, String id, Map<String, String> more) {
    Wording theirs = wording.to(draft, request.resident());
    Map<String, String> values = new LinkedHashMap<>(theirs.open(draft, request));
    values.putAll(more);
    draft.tell(request.resident(), theirs.say(FLOW + "." + id, values), HOLD);
  }
}
