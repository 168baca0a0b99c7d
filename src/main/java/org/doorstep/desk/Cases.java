package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.HOLD;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.doorstep.bridge.Case;
import org.doorstep.bridge.Reason;
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

  Cases(Wording wording) {
    this.wording = wording;
    this.card = new CaseCard(wording);
  }

  /**
   * A new case in the officers' channel, or a line in the one that is open for the same reason.
   * What is about a request has a case of its own.
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
            partner);
    Case.Waiting opened = Case.open(matter);
    draft.put(opened);
    draft.fact(new Fact.CaseOpened(opened.id(), reason));
    draft.say(
        new Outgoing.Post(
            draft.nextId(),
            Answering.of(draft.cell(), opened).channel(),
            anchor(opened),
            card.of(draft, opened),
            urgent(reason),
            Set.of(person)));
    mention(draft, opened, officerInTurn(draft, opened, opened.told()), "case.please-look");
    draft.wake(
        new Alarm.Unacknowledged(opened.id(), opened.told()),
        draft.now().plus(draft.cell().rules().acknowledgeWithin()));
    return opened;
  }

  private void remind(Draft draft, Case open, @Nullable String words) {
    Officer first = OfficersLine.reads(draft, open);
    if (words == null) mention(draft, open, first, "case.please-look");
    else threadLine(draft, open, "case.from-person", words, first.slackUser());
  }

  void acknowledge(Draft draft, Case.Waiting waiting, Officer officer) {
    Case.Acknowledged taken = waiting.acknowledgedBy(officer.slackUser(), draft.now());
    draft.put(taken);
    draft.fact(new Fact.CaseAcknowledged(taken.id(), officer.slackUser()));
    draft.silence(new Alarm.Unacknowledged(taken.id(), 0).key());
    repost(draft, taken);
    Reason reason = taken.matter().reason();
    if (!reason.ofARequest() || reason == Reason.REFERRAL) {
      draft.tell(
          taken.person(),
          wording.to(draft, taken.person()).say("case.seen", Map.of("officer", officer.name())),
          Outgoing.ToPerson.WhenClosed.DROP);
    }
  }

  void close(Draft draft, Case.Closed closed, Officer officer) {
    draft.put(closed);
    draft.fact(new Fact.CaseClosed(closed.id(), closed.outcome()));
    draft.silence(new Alarm.Unacknowledged(closed.id(), 0).key());
    draft.silence(new Alarm.HandBack(closed.id()).key());
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
   * Nobody has looked: the next of the list is told, and after the last the first again; of a
   * partner's people, the link officers.
   */
  private void tellNext(Draft draft, Case.Waiting waiting) {
    Case.Waiting told = waiting.nextTold();
    Partner partner = Answering.partner(draft.cell(), waiting).orElse(null);
    if (partner != null && Answering.of(draft, told).everybodyBy(told.told())) {
      passUp(draft, waiting, partner);
      return;
    }
    draft.put(told);
    draft.fact(new Fact.NextOfficerTold(told.id(), told.told()));
    boolean everybody = Answering.of(draft, told).everybodyBy(told.told());
    mention(
        draft,
        told,
        officerInTurn(draft, told, told.told()),
        everybody ? "case.still-waiting" : "case.deputy");
    draft.wake(
        new Alarm.Unacknowledged(told.id(), told.told()),
        draft.now().plus(draft.cell().rules().acknowledgeWithin()));
  }

  /** The resident agreed to this too, when they were asked. */
  private void passUp(Draft draft, Case.Waiting waiting, Partner partner) {
    Case.Closed over = waiting.close(partner.name(), Case.Outcome.NO_ANSWER, draft.now());
    draft.put(over);
    draft.fact(new Fact.CaseClosed(over.id(), over.outcome()));
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

  /** Nobody has looked at it yet, and the person no longer agrees that anybody does. */
  void calledBack(Draft draft, Case.Waiting waiting) {
    String who = wording.toCell(draft).words("privacy.the-person", Map.of());
    Case.Closed over = waiting.close(who, Case.Outcome.WITHDRAWN, draft.now()).withoutWords();
    draft.put(over);
    draft.fact(new Fact.CaseClosed(over.id(), over.outcome()));
    draft.silence(new Alarm.Unacknowledged(over.id(), 0).key());
    bare(draft, over);
    if (draft.cases().stream().noneMatch(c -> c.isOpen() && c.person().equals(over.person()))) {
      draft.person(over.person()).map(p -> p.quiet(false)).ifPresent(draft::put);
    }
  }

  /** Whoever has it has read it: they are told that the person no longer agrees. */
  void noLonger(Draft draft, Case.Acknowledged taken) {
    threadLine(draft, taken, "privacy.no-longer", null, taken.officer());
  }

  /** Its time is over: nothing of it is kept, and its post names nobody any more. */
  void expired(Draft draft, Alarm.CaseExpired alarm) {
    draft.cases().stream()
        .filter(c -> c.id().equals(alarm.caseId()) && !c.isOpen())
        .findFirst()
        .ifPresent(
            over -> {
              bare(draft, over);
              draft.change("case/" + over.id(), new Change.CaseGone(over));
            });
  }

  /** Its post with nobody's name and words. */
  void bare(Draft draft, Case theCase) {
    draft.say(
        new Outgoing.Repost(
            draft.nextId(),
            Answering.of(draft.cell(), theCase).channel(),
            anchor(theCase),
            card.bare(draft, theCase),
            Set.of()));
  }

  /** A line of ours in a case's thread, with what a person wrote below it. */
  void threadLine(
      Draft draft, Case theCase, String id, @Nullable String quote, @Nullable String mention) {
    Wording officers = wording.toCell(draft);
    draft.say(
        new Outgoing.InThread(
            draft.nextId(),
            Answering.of(draft.cell(), theCase).channel(),
            anchor(theCase),
            officers.words(id, Map.of("name", officers.name(draft, theCase.person()))),
            quote,
            mention,
            mention != null,
            Set.of(theCase.person())));
  }

  /** Somebody is called to its thread, as a mention leads there. */
  void lead(Draft draft, Case open, Officer officer) {
    mention(draft, open, officer, "officers.here-it-is");
  }

  /** It has changed hands. */
  void handOn(Draft draft, Case.Acknowledged taken, Officer to, String id) {
    Case.Acknowledged theirs = taken.handedTo(to.slackUser(), draft.now());
    draft.put(theirs);
    repost(draft, theirs);
    mention(draft, theirs, to, id);
  }

  private void mention(Draft draft, Case open, Officer officer, String id) {
    draft.say(
        new Outgoing.InThread(
            draft.nextId(),
            Answering.of(draft.cell(), open).channel(),
            anchor(open),
            wording.toCell(draft).words(id, Map.of("officer", officer.name())),
            null,
            officer.slackUser(),
            true,
            Set.of(open.person())));
  }

  private static Officer officerInTurn(Draft draft, Case theCase, int told) {
    return Answering.of(draft, theCase).toldAs(told);
  }

  private void repost(Draft draft, Case theCase) {
    draft.say(
        new Outgoing.Repost(
            draft.nextId(),
            Answering.of(draft.cell(), theCase).channel(),
            anchor(theCase),
            card.of(draft, theCase),
            Set.of(theCase.person())));
  }

  static String anchor(Case theCase) {
    return "case/" + theCase.id();
  }

  private static boolean urgent(Reason reason) {
    return switch (reason) {
      case DANGER, WORRIED, NOT_FOR_NEIGHBOURS, EMERGENCY, RETURNED, MISSED -> true;
      case REFERRAL -> false;
      case ASKED_FOR_A_PERSON, UNFILLED, FROM_A_LEAD, UNDELIVERED -> false;
    };
  }
}
