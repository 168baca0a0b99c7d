package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.HOLD;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
  private final CasePost post;
  private final Calls calls;

  Cases(Wording wording) {
    this.wording = wording;
    this.post = new CasePost(wording);
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
    post.first(draft, opened, urgent(reason));
    if (opened.isSealed()) post.noticed(draft, opened);
    calls.make(draft, opened, "case.please-look");
    return opened;
  }

  private void remind(Draft draft, Case open, @Nullable String words) {
    Officer first = OfficersLine.reads(draft, open);
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
    post.again(draft, taken);
  }

  void close(Draft draft, Case.Closed closed, Officer officer) {
    draft.put(closed);
    fact(draft, closed, new Fact.CaseClosed(closed.id(), closed.outcome()));
    Audits.note(draft, closed, Audit.Kind.CLOSED, officer.slackUser());
    draft.silence(new Alarm.Unacknowledged(closed.id(), 0).key());
    draft.silence(new Alarm.HandBack(closed.id()).key());
    post.again(draft, closed);
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
    if (partner != null && Answering.of(draft, told).everybodyBy(told.told())) {
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
    post.again(draft, over);
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
    fact(draft, over, new Fact.CaseClosed(over.id(), over.outcome()));
    Audits.note(draft, over, Audit.Kind.CLOSED, null);
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
    post.bare(draft, theCase);
  }

  /** A line of ours in a case's thread, with what a person wrote below it. */
  void threadLine(
      Draft draft, Case theCase, String id, @Nullable String quote, @Nullable String mention) {
    post.threadLine(draft, theCase, id, quote, mention);
  }

  /** Somebody is called to its thread, as a mention leads there. */
  void lead(Draft draft, Case open, Officer officer) {
    calls.inThread(draft, open, "officers.here-it-is", officer.name(), officer.slackUser());
  }

  /** It has changed hands. */
  void handOn(Draft draft, Case.Acknowledged taken, Officer to, String id) {
    Case.Acknowledged theirs = taken.handedTo(to.slackUser(), draft.now());
    draft.put(theirs);
    Audits.note(draft, theirs, Audit.Kind.TAKEN, to.slackUser());
    post.again(draft, theirs);
    calls.inThread(draft, theirs, id, to.name(), to.slackUser());
  }

  static String anchor(Case theCase) {
    return "case/" + theCase.id();
  }

  private static boolean urgent(Reason reason) {
    return switch (reason) {
      case DANGER, WORRIED, ALLEGATION, YOUNG, NOT_FOR_NEIGHBOURS, EMERGENCY, RETURNED, MISSED ->
          true;
      case MONEY, MOVING_IN, REFERRAL -> false;
      case ASKED_FOR_A_PERSON, UNFILLED, FROM_A_LEAD, UNDELIVERED -> false;
    };
  }
}
