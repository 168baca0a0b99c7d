package org.doorstep.desk;

import java.util.LinkedHashMap;
import java.util.Map;
import org.doorstep.cell.Group;
import org.doorstep.cell.Officer;
import org.doorstep.cell.Partner;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.InTriage;
import org.doorstep.help.Particulars;
import org.doorstep.people.Person;
import org.doorstep.talk.Tap;
import org.jspecify.annotations.Nullable;

/** Somebody decides at a partner's desk: to do it, to have others asked, or to pass it on. */
final class Deciding {

  private final Wording wording;
  private final DeskCard card;
  private final Board board;
  private final Jobs jobs;
  private final Turns turns;
  private final Triage triage;

  Deciding(Wording wording, Board board, Jobs jobs, Turns turns, Triage triage) {
    this.wording = wording;
    this.card = new DeskCard(wording);
    this.board = board;
    this.jobs = jobs;
    this.turns = turns;
    this.triage = triage;
  }

  void pressed(Draft draft, Person presser, Inbound.Pressed pressed, Tap tap) {
    DeskRef ref = DeskRef.of(tap).orElse(null);
    Partner partner =
        ref == null ? null : draft.cell().response().partner(ref.partner()).orElse(null);
    if (ref == null) return;
    String by = partner == null ? null : who(draft, partner, pressed.sender().address().value());
    InTriage waiting = ref.still(draft).orElse(null);
    if (partner == null || waiting == null) whisper(draft, presser, pressed, "whisper-gone");
    else if (by == null) whisper(draft, presser, pressed, "whisper-not-yours");
    else decided(draft, presser, waiting, partner, tap.choice(), ref.to(), by);
  }

  private void whisper(Draft draft, Person presser, Inbound.Pressed pressed, String id) {
    Wording theirs = wording.to(draft, presser.id());
    draft.whisper(pressed, theirs.words(Triage.FLOW + "." + id, Map.of()));
  }

  /** An officer by their name, and who answers for a partner by its. */
  private static @Nullable String who(Draft draft, Partner partner, String user) {
    if (partner.answeredForBy(user)) return partner.name();
    return draft.cell().officer(user).map(Officer::name).orElse(null);
  }

  private void decided(
      Draft draft,
      Person presser,
      InTriage waiting,
      Partner partner,
      String choice,
      @Nullable String to,
      String by) {
    Map<String, String> values = new LinkedHashMap<>(Map.of("by", by));
    HelpRequest.Seeking seeking = waiting.toNeighbours();
    switch (choice) {
      case "take" -> {
        if (waiting.particulars().crew() != null) return;
        Person taker = presser.name() == null ? presser.named(by) : presser;
        draft.put(taker); // they may be known by nothing but this button
        jobs.takeFromDesk(draft, taker, waiting);
        boolean taken =
            draft.request(waiting.id().value()).orElse(waiting) instanceof HelpRequest.Claimed;
        if (taken) left(draft, waiting, partner, "gone-taken", values);
      }
      case "ask" -> {
        left(draft, waiting, partner, "gone-asked", values);
        asked(draft, seeking);
      }
      case "group" -> {
        Group other = to == null ? null : draft.cell().group(to).orElse(null);
        if (other == null || other.id().equals(waiting.particulars().group())) return;
        HelpRequest.Seeking theirs = seeking.handedOnTo(other.id());
        values.put("group", other.name());
        left(draft, waiting, partner, "gone-asked", values);
        board.handedOn(draft, waiting, theirs);
        asked(draft, theirs);
      }
      case "desk" -> {
        Partner hub = to == null ? null : draft.cell().response().partner(to).orElse(null);
        if (hub == null) return;
        values.put("partner", hub.name());
        left(draft, waiting, partner, "gone-desk", values);
        triage.atDesk(draft, seeking, hub);
      }
      case "on" -> {
        left(draft, waiting, partner, "gone-on", values);
        Triage.released(draft, seeking);
        triage.officers(draft, sentBy(seeking, partner));
      }
      default -> {}
    }
  }

  /** Whoever passed it on is told if it comes back. */
  private static HelpRequest.Seeking sentBy(HelpRequest.Seeking seeking, Partner partner) {
    Particulars p = seeking.particulars();
    return new HelpRequest.Seeking(p.crossed(p.crossed().sentBy(partner.id())), seeking.search());
  }

  private void left(
      Draft draft, InTriage waiting, Partner partner, String how, Map<String, String> values) {
    draft.silence(Alarm.Undecided.keyOf(waiting.id()));
    draft.fact(new Fact.TriageOver(waiting.id(), false));
    card.gone(draft, waiting, partner, how, values);
  }

  private void asked(Draft draft, HelpRequest.Seeking seeking) {
    Triage.released(draft, seeking);
    draft.put(seeking);
    turns.begin(draft, seeking);
    triage.tell(draft, seeking, "asking-now", Map.of());
  }
}
