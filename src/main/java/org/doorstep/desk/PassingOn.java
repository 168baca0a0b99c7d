package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.HOLD;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.doorstep.bridge.Reason;
import org.doorstep.cell.Cell;
import org.doorstep.cell.Group;
import org.doorstep.cell.Partner;
import org.doorstep.cell.Stance;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.HelpRequest.Closed.Outcome;
import org.doorstep.help.InTriage;
import org.doorstep.help.InTriage.Decider;
import org.doorstep.people.Consent;
import org.doorstep.people.Person;
import org.doorstep.people.Purpose;
import org.doorstep.talk.Conversation;
import org.doorstep.talk.Tap;

/**
 * What is more than neighbours can do is passed on with the resident's yes, and, where the group's
 * stance is loose, its leads'. A group at arm's length passes on nothing. Silence is no yes.
 */
final class PassingOn {

  static final String CONSENT = "consent";
  static final String AGAIN = "consent-again";
  private static final String OF_LEADS = "lead-consent";

  /** A resident who says nothing is asked once more. */
  private static final Duration DAY = Duration.ofHours(24);

  private final Wording wording;
  private final Cases cases;
  private final Residents residents;
  private final Heads heads;

  PassingOn(Wording wording, Cases cases, Residents residents) {
    this.wording = wording;
    this.cases = cases;
    this.residents = residents;
    this.heads = new Heads(wording);
  }

  /**
   * @param to the id of a partner, or the officers
   */
  void ask(Draft draft, HelpRequest.Seeking seeking, String to) {
    Triage.put(draft, seeking, new Decider.Resident(to));
    InTriage waiting = InTriage.of(seeking, new Decider.Resident(to), draft.now());
    if (stance(draft.cell(), waiting) == Stance.ARMS_LENGTH) {
      signposted(draft, waiting, to, "not-passed-on-group");
      return;
    }
    draft.fact(new Fact.TriageBegun(waiting.id(), waiting.particulars().level().level(), null));
    asked(draft, waiting, to, CONSENT);
    draft.wake(new Alarm.Undecided(waiting.id(), draft.now(), 1), draft.now().plus(DAY));
  }

  private void asked(Draft draft, InTriage waiting, String to, String question) {
    String about = JobRef.to(waiting).about();
    Unbidden.ask(draft, waiting.resident(), question, about);
    Wording theirs = wording.to(draft, waiting.resident());
    draft.askLast(
        waiting.resident(),
        theirs.say(Triage.FLOW + "." + question, about, values(draft, theirs, waiting, to)),
        HOLD);
  }

  private static Stance stance(Cell cell, HelpRequest request) {
    return cell.group(request.particulars().group()).map(Group::stance).orElse(Stance.LOOSE);
  }

  private static Optional<Partner> partner(Cell cell, String to) {
    return cell.response().partner(to);
  }

  /** A partner, or the link officer. */
  static String called(Draft draft, Wording theirs, String to) {
    return partner(draft.cell(), to).map(Partner::name).orElseGet(() -> theirs.coordinator(draft));
  }

  static Map<String, String> values(Draft draft, Wording theirs, HelpRequest request, String to) {
    Cell cell = draft.cell();
    Map<String, String> values = new LinkedHashMap<>(theirs.open(draft, request));
    Optional<Partner> partner = partner(cell, to);
    values.put("partner", called(draft, theirs, to));
    values.put(
        "contact",
        partner
            .flatMap(p -> Optional.ofNullable(p.contact()))
            .or(() -> Optional.ofNullable(cell.response().contact()))
            .orElse(cell.neighbours()));
    if (partner.isPresent()) values.put("by", theirs.coordinator(draft));
    return values;
  }

  // ---- answers

  static boolean about(Tap tap) {
    return tap.flow().equals(Triage.FLOW);
  }

  /** Whether the words answer the question; if so it has been dealt with. */
  boolean typed(Draft draft, Person me, String text) {
    Conversation open = draft.conversation(me);
    for (String question : List.of(CONSENT, AGAIN)) {
      String about = Relay.kept(open, question);
      if (about == null) continue;
      Optional<String> choice =
          wording.to(draft, me.id()).talk().answer(Triage.FLOW + "." + question, text);
      choice.ifPresent(
          answer -> tapped(draft, me, new Tap(Triage.FLOW, 1, question, answer, about)));
      return choice.isPresent();
    }
    return false;
  }

  void tapped(Draft draft, Person me, Tap tap) {
    Conversation open = draft.conversation(me);
    boolean asked =
        Stream.of(CONSENT, AGAIN).anyMatch(q -> tap.about().equals(Relay.kept(open, q)));
    if (asked) draft.converse(me.id(), null);
    InTriage waiting =
        JobRef.of(tap)
            .flatMap(
                ref -> draft.request(ref.request()).filter(r -> r.search().round() == ref.round()))
            .flatMap(r -> r instanceof InTriage t ? Optional.of(t) : Optional.empty())
            .orElse(null);
    if (waiting == null) {
      closed(draft, me);
      return;
    }
    boolean yes = tap.choice().equals("yes");
    switch (waiting.by()) {
      case Decider.Resident(String to)
          when waiting.resident().equals(me.id()) && !tap.state().equals(OF_LEADS) ->
          byResident(draft, waiting, to, tap.state(), yes);
      case Decider.Leads(String to)
          when tap.state().equals(OF_LEADS)
              && draft.cell().leads(me.address(), waiting.particulars().group()) ->
          byLead(draft, me, waiting, to, yes);
      case Decider other -> closed(draft, me);
    }
  }

  private void closed(Draft draft, Person me) {
    draft.tell(me.id(), wording.to(draft, me.id()).say("common.closed"), HOLD);
  }

  private void byResident(Draft draft, InTriage waiting, String to, String question, boolean yes) {
    Consents.note(
        draft,
        wording,
        waiting.resident(),
        Purpose.PASSED_ON,
        yes ? Consent.Answer.GIVEN : Consent.Answer.REFUSED,
        Triage.FLOW + "." + question,
        waiting.id().value(),
        to);
    byResident(draft, waiting, to, yes);
  }

  /** In their own words, or as whoever referred them heard it. */
  void byResident(Draft draft, InTriage waiting, String to, boolean yes) {
    draft.fact(new Fact.PassingOnAnswered(waiting.id(), false, yes));
    if (!yes) {
      signposted(draft, waiting, to, "not-passed-on");
    } else if (stance(draft.cell(), waiting) == Stance.LOOSE) {
      Triage.put(draft, waiting.toNeighbours(), new Decider.Leads(to));
      draft.wake(new Alarm.Undecided(waiting.id(), draft.now(), 0), draft.now());
      tellResident(draft, waiting, to, "waits-for-leads");
    } else {
      passed(draft, waiting, to);
    }
  }

  private void byLead(Draft draft, Person lead, InTriage waiting, String to, boolean yes) {
    draft.fact(new Fact.PassingOnAnswered(waiting.id(), true, yes));
    if (yes) passed(draft, waiting, to);
    else signposted(draft, waiting, to, "not-passed-on-group");
    Wording theirs = wording.to(draft, lead.id());
    draft.tell(
        lead.id(),
        theirs.say(
            Triage.FLOW + (yes ? ".lead-thanks-yes" : ".lead-thanks-no"),
            values(draft, theirs, waiting, to)),
        HOLD);
  }

  /** It is theirs from now on, and their line to the resident is open. */
  private void passed(Draft draft, InTriage waiting, String to) {
    draft.silence(Alarm.Undecided.keyOf(waiting.id()));
    HelpRequest on = waiting.passedOn(draft.now());
    draft.put(on);
    others(draft, waiting).forEach(part -> draft.put(part.passedOn(draft.now())));
    String words = on.particulars().words();
    cases.open(
        draft,
        Reason.REFERRAL,
        on.resident(),
        on,
        words == null ? null : Masking.roughly(words),
        partner(draft.cell(), to).map(Partner::id).orElse(null));
    Reminders.set(draft, on);
    tellResident(draft, on, to, "passed-on");
  }

  /** They had said yes, the leads have not answered yet, and now it is a no. */
  void takenBack(Draft draft, InTriage waiting, String to) {
    signposted(draft, waiting, to, "not-passed-on");
  }

  /** Nothing about them is passed on; they know whom to turn to, and it ends here. */
  private void signposted(Draft draft, InTriage waiting, String to, String id) {
    draft.silence(Alarm.Undecided.keyOf(waiting.id()));
    residents.close(draft, waiting.close(Outcome.SIGNPOSTED, draft.now()));
    for (InTriage part : others(draft, waiting)) {
      residents.close(draft, part.close(Outcome.SIGNPOSTED, draft.now()));
    }
    tellResident(draft, waiting, to, id);
  }

  /** Of a job for several people all parts go the same way. */
  private static List<InTriage> others(Draft draft, InTriage waiting) {
    return Parts.others(draft, waiting).stream()
        .flatMap(part -> part instanceof InTriage t ? Stream.of(t) : Stream.of())
        .toList();
  }

  private void tellResident(Draft draft, HelpRequest request, String to, String id) {
    Wording theirs = wording.to(draft, request.resident());
    draft.tell(
        request.resident(),
        theirs.say(Triage.FLOW + "." + id, values(draft, theirs, request, to)),
        HOLD);
  }

  // ---- silence

  /** Whose leads are to be asked, or told that nobody answered. */
  static List<Enquiry> asks(Dossier dossier, Alarm.Undecided alarm) {
    return dossier
        .request(alarm.request().value())
        .filter(r -> r instanceof InTriage t && t.by() instanceof Decider.Leads)
        .<Enquiry>map(r -> new Enquiry.OfRoll(Heads.asks(dossier.cell(), r.particulars().group())))
        .stream()
        .toList();
  }

  void rang(Draft draft, InTriage waiting, Alarm.Undecided alarm) {
    switch (waiting.by()) {
      case Decider.Resident(String to) when alarm.asked() == 1 -> {
        asked(draft, waiting, to, AGAIN);
        draft.wake(new Alarm.Undecided(waiting.id(), alarm.at(), 2), draft.now().plus(DAY));
      }
      case Decider.Resident(String to) -> signposted(draft, waiting, to, "left-unanswered");
      case Decider.Leads(String to) when alarm.asked() == 0 -> {
        tellLeads(draft, waiting, to, OF_LEADS);
        draft.wake(new Alarm.Undecided(waiting.id(), alarm.at(), 1), answerBy(draft));
      }
      case Decider.Leads(String to) -> {
        tellLeads(draft, waiting, to, "lead-unanswered");
        signposted(draft, waiting, to, "not-passed-on-group");
      }
      case Decider.Desk d -> {}
      case Decider.Referrer r -> {} // rings elsewhere
    }
  }

  private static Instant answerBy(Draft draft) {
    Cell cell = draft.cell();
    Instant usual = draft.now().plus(cell.rules().neighboursAnswerWithin());
    return cell.rules().quietHours().endAfter(usual, cell.zone());
  }

  private void tellLeads(Draft draft, InTriage waiting, String to, String id) {
    heads.tell(
        draft,
        theirs ->
            theirs.say(
                Triage.FLOW + "." + id,
                JobRef.to(waiting).about(),
                values(draft, theirs, waiting, to)),
        waiting.resident());
  }
}
