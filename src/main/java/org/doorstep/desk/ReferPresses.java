package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.HOLD;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.doorstep.cell.Cell;
import org.doorstep.cell.Referrer;
import org.doorstep.help.Delivered;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.InTriage;
import org.doorstep.help.InTriage.Decider;
import org.doorstep.help.Referred;
import org.doorstep.people.Channel;
import org.doorstep.people.PersonId;
import org.doorstep.talk.Tap;

/** What whoever referred a resident does about it: by a button, or by writing in its thread. */
final class ReferPresses {

  private static final String INTERNAL = "//";

  private final Wording wording;
  private final ReferThread thread;
  private final PassingOn passingOn;
  private final Returns returns;

  ReferPresses(Wording wording, PassingOn passingOn, Returns returns) {
    this.wording = wording;
    this.thread = new ReferThread(wording);
    this.passingOn = passingOn;
    this.returns = returns;
  }

  void changed(Draft draft) {
    thread.changed(draft);
  }

  static boolean about(Tap tap) {
    return tap.flow().equals(Refer.FLOW);
  }

  void pressed(Draft draft, Inbound.Pressed pressed, Tap tap) {
    if (Inbound.HandedIn.opens(tap)) {
      whisper(draft, pressed, "not-opened");
      return;
    }
    HelpRequest request =
        JobRef.of(tap)
            .flatMap(
                ref -> draft.request(ref.request()).filter(r -> r.search().round() == ref.round()))
            .orElse(null);
    Referred in = request == null ? null : ReferThread.referred(request).orElse(null);
    if (request == null || in == null) whisper(draft, pressed, "settled");
    else if (!may(draft.cell(), pressed.sender(), in)) whisper(draft, pressed, "not-yours-here");
    else if (!done(draft, request, tap)) whisper(draft, pressed, "settled");
  }

  static boolean may(Cell cell, Inbound.Sender sender, Referred in) {
    return sender.address().channel() == Channel.SLACK
        && Referrer.of(cell, sender.address().value())
            .filter(one -> one.answersIn(cell, in.channel()))
            .isPresent();
  }

  /** Whether it still could be. */
  private boolean done(Draft draft, HelpRequest request, Tap tap) {
    switch (tap.choice()) {
      case "arrived" -> {
        if (!(request instanceof Delivered delivered)) return false;
        returns.residents().arrived(draft, delivered);
      }
      case "not-arrived" -> {
        if (!(request instanceof Delivered delivered)) return false;
        returns.residents().notArrived(draft, delivered);
      }
      case "agrees", "does-not" -> {
        if (!(request instanceof InTriage t && t.by() instanceof Decider.Resident(String to))) {
          return false;
        }
        passingOn.byResident(draft, t, to, tap.choice().equals("agrees"));
      }
      case "give" -> {
        if (!(request instanceof InTriage t && t.by() instanceof Decider.Referrer)) return false;
        return returns.given(draft, t, tap.state());
      }
      case "cancel" -> {
        if (request.over()) return false;
        cancel(draft, request);
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  /** Who is rung hears of it from whoever pressed. */
  private void cancel(Draft draft, HelpRequest request) {
    returns.residents().cancel(draft, request);
    PersonId resident = request.resident();
    boolean rung =
        draft.person(resident).filter(p -> p.address().channel() == Channel.PHONE).isPresent();
    if (rung) return;
    Wording theirs = wording.to(draft, resident);
    draft.tell(resident, theirs.say(Refer.FLOW + ".cancelled", theirs.open(draft, request)), HOLD);
  }

  private void whisper(Draft draft, Inbound.Pressed pressed, String id) {
    draft.whisper(pressed, wording.toCell(draft).words(Refer.FLOW + ".whisper-" + id, Map.of()));
  }

  // ---- in the thread

  /** To whoever has it: they ask there, and are answered there. */
  void written(Draft draft, Inbound.InThread written) {
    HelpRequest request = of(draft).orElse(null);
    Referred in = request == null ? null : ReferThread.referred(request).orElse(null);
    if (request == null || in == null || written.text().strip().startsWith(INTERNAL)) return;
    if (!may(draft.cell(), written.sender(), in)) {
      thread.line(draft, request, in, "not-yours", Map.of(), false);
      return;
    }
    if (written.hasFiles()) thread.line(draft, request, in, "no-files", Map.of(), false);
    if (written.text().isBlank()) return;
    PersonId holder =
        switch (request) {
          case HelpRequest.Claimed c -> c.holder();
          case Delivered d -> d.holder();
          case HelpRequest r -> null;
        };
    if (holder == null) {
      thread.line(draft, request, in, "nobody-yet", Map.of(), false);
      return;
    }
    Wording theirs = wording.to(draft, holder);
    Map<String, String> values = new LinkedHashMap<>(theirs.open(draft, request));
    values.put("by", in.name());
    values.put("name", theirs.name(draft, request.resident()));
    values.put("text", written.text().strip());
    if (in.contact() != Referred.Contact.WHATSAPP) values.put("answers-to", in.name());
    draft.tell(
        holder,
        theirs.say(Refer.FLOW + ".relayed", values),
        HOLD,
        false,
        new Origin(written.message(), ReferThread.anchor(request)),
        request.resident());
    draft.fact(new Fact.Relayed(request.resident(), holder));
  }

  void amended(Draft draft) {
    of(draft)
        .ifPresent(
            request ->
                ReferThread.referred(request)
                    .ifPresent(in -> thread.line(draft, request, in, "amended", Map.of(), false)));
  }

  private static Optional<HelpRequest> of(Draft draft) {
    return draft.requests().stream()
        .filter(r -> ReferThread.anchor(r).equals(draft.dossier().anchor()))
        .findFirst();
  }
}
