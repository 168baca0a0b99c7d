package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.HOLD;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.doorstep.bridge.Case;
import org.doorstep.bridge.Reason;
import org.doorstep.cell.Officer;
import org.doorstep.cell.Partner;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.HelpRequest.Closed.Outcome;
import org.doorstep.help.InTriage;
import org.doorstep.help.InTriage.Decider;
import org.doorstep.help.Referred;
import org.doorstep.help.WithOfficer;
import org.doorstep.people.Person;
import org.doorstep.talk.Choice;
import org.doorstep.talk.Tap;

/**
 * What was passed on to a partner is given back with a reason, in a form: it goes on to whoever is
 * next, and all who have to do with it are told. In another form, what a group gave back ends.
 */
final class GivingBack {

  private final Wording wording;
  private final Heads heads;
  private final Cases cases;
  private final Triage triage;
  private final Returns returns;

  GivingBack(Wording wording, Cases cases, Triage triage, Returns returns) {
    this.triage = triage;
    this.wording = wording;
    this.heads = new Heads(wording);
    this.cases = cases;
    this.returns = returns;
  }

  /** On the card of what a partner has, or the officers from somebody's desk: one more button. */
  static List<Choice> button(Draft draft, Wording theirs, Case theCase) {
    Case.Matter matter = theCase.matter();
    boolean may =
        theCase.isOpen()
            && matter.reason() == Reason.REFERRAL
            && (matter.partner() != null || desk(draft, matter).isPresent());
    return may
        ? theirs.say(Refer.FLOW + ".card-give-back", theCase.id().value(), Map.of()).choices()
        : List.of();
  }

  /** From whose desk it was passed on. */
  private static Optional<Partner> desk(Draft draft, Case.Matter matter) {
    return Optional.ofNullable(matter.request())
        .flatMap(id -> draft.request(id.value()))
        .flatMap(r -> Optional.ofNullable(r.particulars().crossed().sentBy()))
        .flatMap(draft.cell().response()::partner);
  }

  /** The leads of the group that it came from are told. */
  static List<Enquiry> asks(Dossier dossier, Inbound.HandedIn form) {
    return Tap.decode(form.tap())
        .filter(tap -> tap.choice().equals(Inbound.HandedIn.GIVE_BACK))
        .flatMap(tap -> dossier.caseWith(tap.about()))
        .flatMap(c -> Optional.ofNullable(c.matter().request()))
        .flatMap(id -> dossier.request(id.value()))
        .<Enquiry>map(r -> new Enquiry.OfRoll(Heads.asks(dossier.cell(), r.particulars().group())))
        .stream()
        .toList();
  }

  void handed(Draft draft, Person me, Inbound.HandedIn form, Tap tap) {
    String words = form.field("reason").strip();
    boolean done =
        !words.isEmpty()
            && (tap.choice().equals(Inbound.HandedIn.GIVE_BACK)
                ? givenBack(draft, form, tap, words)
                : closed(draft, form, tap, words));
    String id = done ? ".form-done" : ".form-too-late";
    draft.tell(me.id(), wording.to(draft, me.id()).say(Refer.FLOW + id), HOLD);
  }

  // ---- a partner gives it back

  private boolean givenBack(Draft draft, Inbound.HandedIn form, Tap tap, String reason) {
    Case theCase =
        draft.cases().stream()
            .filter(c -> c.isOpen() && c.id().value().equals(tap.about()))
            .filter(c -> !button(draft, wording.toCell(draft), c).isEmpty())
            .findFirst()
            .orElse(null);
    if (theCase == null || theCase.matter().request() == null) return false;
    Optional<Officer> by =
        Answering.of(draft.cell(), theCase).officer(form.sender().address().value());
    HelpRequest request = draft.request(theCase.matter().request().value()).orElse(null);
    if (by.isEmpty() || !(request instanceof WithOfficer with)) return false;
    Optional<Partner> partner = Answering.partner(draft.cell(), theCase);
    Optional<Partner> desk = desk(draft, theCase.matter());
    String name = partner.map(Partner::name).orElse(by.get().name());
    draft.leaveUnsaid("case.closed");
    cases.close(draft, returned(theCase, by.get(), draft), by.get());
    cases.threadLine(draft, theCase, Refer.FLOW + ".thread-given-back", reason, null);
    String id = partner.map(Partner::id).orElse(InTriage.OFFICERS);
    WithOfficer back = returns.back(draft, with, id, name, reason);
    if (partner.isEmpty() && desk.isPresent() && !back.particulars().crossed().stuck()) {
      Reminders.silence(draft, back);
      triage.atDesk(draft, back.askedAgain(), desk.get());
    } else {
      returns.next(draft, back, reason);
    }
    tellAll(draft, back, name, reason);
    return true;
  }

  private static Case.Closed returned(Case theCase, Officer by, Draft draft) {
    return switch (theCase) {
      case Case.Waiting w -> w.close(by.slackUser(), Case.Outcome.RETURNED, draft.now());
      case Case.Acknowledged a -> a.close(by.slackUser(), Case.Outcome.RETURNED, draft.now());
      case Case.Closed c -> c;
    };
  }

  /** The group's leads, and the desk that it was passed on from. */
  private void tellAll(Draft draft, WithOfficer with, String by, String reason) {
    heads.tell(
        draft,
        theirs ->
            theirs.say(Refer.FLOW + ".given-back-leads", values(draft, theirs, with, by, reason)),
        with.resident());
    String desk = with.particulars().crossed().sentBy();
    Stream.ofNullable(desk)
        .flatMap(id -> draft.cell().response().partner(id).stream())
        .forEach(
            sender -> {
              Wording theirs = wording.toCell(draft);
              draft.say(
                  new Outgoing.InThread(
                      draft.nextId(),
                      sender.slackChannel(),
                      DeskCard.anchor(with, sender),
                      theirs.words(
                          Refer.FLOW + ".given-back-desk", values(draft, theirs, with, by, reason)),
                      null,
                      null,
                      false,
                      Set.of()));
            });
  }

  private static Map<String, String> values(
      Draft draft, Wording theirs, HelpRequest request, String by, String reason) {
    Map<String, String> values = new LinkedHashMap<>(theirs.open(draft, request));
    values.put("partner", by);
    values.put("text", reason);
    return values;
  }

  // ---- whoever referred it ends what a group gave back

  private boolean closed(Draft draft, Inbound.HandedIn form, Tap tap, String words) {
    InTriage waiting =
        JobRef.of(tap)
            .flatMap(
                ref -> draft.request(ref.request()).filter(r -> r.search().round() == ref.round()))
            .flatMap(r -> r instanceof InTriage t ? Optional.of(t) : Optional.empty())
            .filter(t -> t.by() instanceof Decider.Referrer)
            .orElse(null);
    Referred in = waiting == null ? null : ReferThread.referred(waiting).orElse(null);
    if (waiting == null || in == null) return false;
    if (!ReferPresses.may(draft.cell(), form.sender(), in)) return false;
    returns.tellResident(draft, waiting, "closed", Map.of("by", in.name(), "text", words));
    returns.residents().close(draft, waiting.close(Outcome.SIGNPOSTED, draft.now()));
    for (HelpRequest part : Parts.others(draft, waiting)) {
      if (part instanceof InTriage t) {
        returns.residents().close(draft, t.close(Outcome.SIGNPOSTED, draft.now()));
      }
    }
    return true;
  }
}
