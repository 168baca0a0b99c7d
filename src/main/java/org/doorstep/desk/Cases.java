package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.HOLD;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.doorstep.bridge.Audit;
import org.doorstep.bridge.Case;
import org.doorstep.bridge.Reason;
import org.doorstep.cell.Contact;
import org.doorstep.cell.Officer;
import org.doorstep.cell.Partner;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.RequestId;
import org.doorstep.people.PersonId;
import org.jspecify.annotations.Nullable;

/** Opens, shows, hands on and closes what a human must look at now. */
final class Cases {

  private final Wording wording;
  private final CaseCard card;
  private final SealedCard sealedCard;
  private final Calls calls;

  Cases(Wording wording) {
    this.wording = wording;
    this.card = new CaseCard(wording);
    this.sealedCard = new SealedCard(wording);
    this.calls = new Calls(wording);
  }

  /**
   * A new case in the officers' channel, or a line in the one that is open for the same reason.
   * What is about a request has a case of its own. What is not for everybody's eyes is sealed,
   * where the cell has safeguarding people.
   */
  Case open(
      Draft draft,
      Reason reason,
      PersonId person,
      @Nullable HelpRequest request,
      @Nullable String words) {
    return open(draft, reason, person, request, words, null);
  }

  /**
   * @param partner who looks at it; null for the link officers
   */
  Case open(
      Draft draft,
      Reason reason,
      PersonId person,
      @Nullable HelpRequest request,
      @Nullable String words,
      @Nullable String partner) {
    RequestId about = request == null ? null : request.id();
    Optional<Case> same =
        draft.cases().stream()
            .filter(c -> c.isOpen() && c.person().equals(person) && c.matter().reason() == reason)
            .filter(c -> !reason.ofARequest() || Objects.equals(c.matter().request(), about))
            .filter(c -> partner == null || partner.equals(c.matter().partner()))
            .findFirst();
    if (same.isPresent()) {
      remind(draft, same.get(), words);
      return same.get();
    }
    Case.Matter matter =
        new Case.Matter(
            Derived.aCase(draft.cause().id(), partner == null ? reason.name() : partner),
            reason,
            person,
            about,
            words,
            draft.now(),
            partner,
            partner == null && reason.sealed() && draft.cell().safeguarding().seals());
    Case.Waiting opened = Case.open(matter);
    draft.put(opened);
    fact(draft, opened, new Fact.CaseOpened(opened.id(), reason));
    Audits.note(draft, opened, Audit.Kind.OPENED, null);
    draft.say(
        new Outgoing.Post(
            draft.nextId(),
            Answering.of(draft.cell(), opened).channel(),
            anchor(opened),
            cardOf(draft, opened),
            urgent(reason),
            Set.of(person)));
    if (opened.isSealed()) noticed(draft, opened);
    calls.make(draft, opened, "case.please-look");
    return opened;
  }

  /** All that the link officers hear of a sealed case. */
  private void noticed(Draft draft, Case sealed) {
    String notice = wording.toCell(draft).words(Calls.FLOW + ".notice", Map.of());
    draft.say(
        new Outgoing.Post(
            draft.nextId(),
            draft.cell().officersChannel(),
            "notice/" + sealed.id(),
            new Card(notice, List.of(), null, List.of()),
            false,
            Set.of()));
  }

  private void remind(Draft draft, Case open, @Nullable String words) {
    Officer first = Answering.of(draft.cell(), open).toldAs(1);
    if (words != null) threadLine(draft, open, "case.from-person", words, first.slackUser());
    else calls.inThread(draft, open, "case.please-look", first.name(), first.slackUser());
  }

  /** The event stream, and whatever is counted from it, has nothing of a sealed case. */
  private static void fact(Draft draft, Case about, Fact fact) {
    if (!about.isSealed()) draft.fact(fact);
  }

  void acknowledge(Draft draft, Case.Waiting waiting, Officer officer) {
    Case.Acknowledged taken = waiting.acknowledgedBy(officer.slackUser(), draft.now());
    taken(draft, taken);
    Reason reason = taken.matter().reason();
    if (!reason.ofARequest() || reason == Reason.REFERRAL) {
      draft.tell(
          taken.person(),
          wording.to(draft, taken.person()).say("case.seen", Map.of("officer", officer.name())),
          Outgoing.ToPerson.WhenClosed.DROP);
    }
  }

  /** Whoever was called outside the channel sees to it; they do not write to the person. */
  void takenOutside(Draft draft, Case.Waiting waiting, Contact contact) {
    taken(draft, waiting.acknowledgedBy(contact.name(), draft.now()));
    calls.inThread(draft, waiting, Calls.FLOW + ".taken-outside", contact.name(), null);
  }

  private void taken(Draft draft, Case.Acknowledged taken) {
    draft.put(taken);
    fact(draft, taken, new Fact.CaseAcknowledged(taken.id(), taken.officer()));
    Audits.note(draft, taken, Audit.Kind.TAKEN, taken.officer());
    draft.silence(new Alarm.Unacknowledged(taken.id(), 0).key());
    repost(draft, taken);
  }

  void close(Draft draft, Case.Closed closed, Officer officer) {
    draft.put(closed);
    fact(draft, closed, new Fact.CaseClosed(closed.id(), closed.outcome()));
    Audits.note(draft, closed, Audit.Kind.CLOSED, officer.slackUser());
    draft.silence(new Alarm.Unacknowledged(closed.id(), 0).key());
    repost(draft, closed);
    if (draft.cases().stream().noneMatch(c -> c.isOpen() && c.person().equals(closed.person()))) {
      draft.person(closed.person()).map(p -> p.quiet(false)).ifPresent(draft::put);
    }
    draft.tell(
        closed.person(),
        wording.to(draft, closed.person()).say("case.closed", Map.of("officer", officer.name())),
        HOLD);
  }

  void unacknowledged(Draft draft, Alarm.Unacknowledged alarm) {
    draft.cases().stream()
        .filter(c -> c.id().equals(alarm.caseId()))
        .findFirst()
        .ifPresent(
            c -> {
              if (c instanceof Case.Waiting w && w.told() == alarm.told()) tellNext(draft, w);
            });
  }

  /**
   * Nobody has looked: the next of the list is told, then the area's named contacts; of a partner's
   * people, the link officers.
   */
  private void tellNext(Draft draft, Case.Waiting waiting) {
    Case.Waiting told = waiting.nextTold();
    Partner partner = Answering.partner(draft.cell(), waiting).orElse(null);
    if (partner != null && Answering.of(draft.cell(), told).everybodyBy(told.told())) {
      passUp(draft, waiting, partner);
      return;
    }
    tell(draft, told);
  }

  private void tell(Draft draft, Case.Waiting told) {
    draft.put(told);
    fact(draft, told, new Fact.NextOfficerTold(told.id(), told.told()));
    boolean everybody = Ladder.of(draft, told).again(told.told());
    calls.make(draft, told, everybody ? "case.still-waiting" : "case.deputy");
  }

  /** Slack does not take what is about a case: whoever is reached without it is called at once. */
  void unposted(Draft draft, Inbound.Unposted unposted) {
    for (Case each : draft.cases()) {
      boolean its = unposted.anchor().equals(anchor(each));
      boolean call = unposted.anchor().startsWith("called/" + each.id() + "/");
      if ((!its && !call) || !(each instanceof Case.Waiting waiting)) continue;
      Ladder ladder = Ladder.of(draft, waiting);
      if (Ladder.isOutside(ladder.at(waiting.told()))) continue;
      Audits.note(draft, waiting, Audit.Kind.UNPOSTED, null);
      ladder
          .outsideSlackAfter(waiting.told())
          .ifPresent(number -> tell(draft, new Case.Waiting(waiting.matter(), number)));
    }
  }

  /** The resident agreed to this too, when they were asked. */
  private void passUp(Draft draft, Case.Waiting waiting, Partner partner) {
    Case.Closed over = waiting.close(partner.name(), Case.Outcome.NO_ANSWER, draft.now());
    draft.put(over);
    fact(draft, over, new Fact.CaseClosed(over.id(), over.outcome()));
    repost(draft, over);
    HelpRequest request =
        Optional.ofNullable(over.matter().request())
            .flatMap(id -> draft.request(id.value()))
            .orElse(null);
    open(draft, over.matter().reason(), over.person(), request, over.matter().words());
    Wording theirs = wording.to(draft, over.person());
    Map<String, String> values = new LinkedHashMap<>();
    if (request != null) values.putAll(theirs.open(draft, request));
    values.put("partner", partner.name());
    draft.tell(over.person(), theirs.say("triage.passed-up", values), HOLD);
  }

  /** A line of ours in a case's thread, with what a person wrote below it. */
  void threadLine(
      Draft draft, Case theCase, String id, @Nullable String quote, @Nullable String mention) {
    Wording officers = wording.toCell(draft);
    String line =
        theCase.isSealed()
            ? officers.words(id.equals("case.from-person") ? Calls.FLOW + ".writes" : id, Map.of())
            : officers.words(id, Map.of("name", officers.name(draft, theCase.person())));
    draft.say(
        new Outgoing.InThread(
            draft.nextId(),
            Answering.of(draft.cell(), theCase).channel(),
            anchor(theCase),
            line,
            quote,
            mention,
            mention != null,
            Set.of(theCase.person())));
  }

  private Card cardOf(Draft draft, Case theCase) {
    return theCase.isSealed() ? sealedCard.of(draft, theCase) : card.of(draft, theCase);
  }

  private void repost(Draft draft, Case theCase) {
    draft.say(
        new Outgoing.Repost(
            draft.nextId(),
            Answering.of(draft.cell(), theCase).channel(),
            anchor(theCase),
            cardOf(draft, theCase),
            Set.of(theCase.person())));
  }

  static String anchor(Case theCase) {
    return "case/" + theCase.id();
  }

  private static boolean urgent(Reason reason) {
    return switch (reason) {
      case DANGER, WORRIED, ALLEGATION, YOUNG, NOT_FOR_NEIGHBOURS, EMERGENCY, MISSED -> true;
      case MONEY, MOVING_IN, REFERRAL -> false;
      case ASKED_FOR_A_PERSON, UNFILLED, UNDELIVERED -> false;
    };
  }
}
