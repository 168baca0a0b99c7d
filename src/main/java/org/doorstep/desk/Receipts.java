package org.doorstep.desk;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;
import org.jspecify.annotations.Nullable;

/** How far our messages got; shown to the officer whose words they carried. */
final class Receipts {

  private static final String WINDOW_CLOSED = "63016";

  private final Wording wording;
  private final OfficersLine line;

  Receipts(Wording wording, OfficersLine line) {
    this.wording = wording;
    this.line = line;
  }

  void reported(Draft draft, Inbound.Reported reported) {
    String code = reported.errorCode() == null ? "unknown" : reported.errorCode();
    if (code.equals(WINDOW_CLOSED) && saidAgain(draft, reported)) return;
    if (reported.status() == DeliveryStatus.FAILED) {
      draft.fact(new Fact.DeliveryFailed(reported.outgoing(), code));
    }
    Dossier.Sent sent = draft.dossier().sent();
    if (Outgoing.Attachment.is(reported.outgoing())) {
      boolean failed = reported.status() == DeliveryStatus.FAILED;
      if (failed && sent != null && sent.to() != null && sent.best() == null) {
        line.notPassedOn(draft, sent.to());
      }
      return;
    }
    if (sent == null || sent.origin() == null || !news(sent, reported.status())) return;
    draft.say(new Outgoing.Mark(draft.nextId(), sent.origin().message(), reported.status()));
    String anchor = sent.origin().anchor();
    switch (reported.status()) {
      case HELD ->
          note(draft, sent.to(), anchor, wording.toCell(draft).words("case.held-note", Map.of()));
      case FAILED -> failed(draft, sent, anchor, code);
      case QUEUED, SENT, DELIVERED, READ -> {}
    }
  }

  /** They have written: whoever wrote what was kept for them until then is told so. */
  void released(Draft draft, PersonId person) {
    draft.dossier().held().stream()
        .flatMap(held -> Optional.ofNullable(held.origin()).stream())
        .map(Origin::anchor)
        .distinct()
        .forEach(
            anchor ->
                note(
                    draft,
                    person,
                    anchor,
                    wording.toCell(draft).words("case.held-sent", Map.of())));
  }

  /**
   * WhatsApp's window was closed, though it took the message at first. What we believed about the
   * window is put right, and the message goes the way of those that find it closed.
   */
  private boolean saidAgain(Draft draft, Inbound.Reported reported) {
    Dossier.Sent sent = draft.dossier().sent();
    if (sent == null || sent.again() == null || !news(sent, reported.status())) return false;
    Outgoing.ToPerson letter = sent.again().letter();
    Person person = draft.person(letter.to()).orElse(null);
    if (person == null) return false;
    Instant wrote = person.lastInboundAt();
    if (wrote == null || !wrote.isAfter(sent.again().at())) {
      draft.put(person.windowShut(draft.now()));
    }
    draft.tell(
        letter.to(),
        letter.utterance(),
        letter.whenClosed(),
        letter.urgent(),
        letter.origin(),
        letter.about().toArray(PersonId[]::new));
    return true;
  }

  /**
   * Reports come in any order and more than once: only what goes beyond the best so far is news.
   */
  private static boolean news(Dossier.Sent sent, DeliveryStatus status) {
    boolean nobodyWillKnow = status == DeliveryStatus.FAILED && sent.best() == DeliveryStatus.HELD;
    return sent.best() == null || status.compareTo(sent.best()) > 0 || nobodyWillKnow;
  }

  /** Twilio's error codes, by what an officer can do about them. */
  private static String why(String code) {
    return switch (code) {
      case "opted-out", "21610" -> "case.failed-opted-out";
      case "63003", "63024", "21211" -> "case.failed-address";
      case "63032", "63033" -> "case.failed-unreachable";
      case "63016", "no-template" -> "case.failed-window";
      case "63017", "63038" -> "case.failed-limit";
      case "63018", "20429" -> "case.failed-slow";
      case "63013" -> "case.failed-policy";
      case "63005", "63006", "63021", "21655", "21656", "63027", "63028", "63041" ->
          "case.failed-content";
      case "63019", "63037" -> "case.failed-media";
      case "63007" -> "case.failed-sender";
      default -> "case.failed-unknown";
    };
  }

  private void failed(Draft draft, Dossier.Sent sent, String anchor, String code) {
    Wording officers = wording.toCell(draft);
    String why = officers.words(why(code), Map.of("code", code));
    note(draft, sent.to(), anchor, officers.words("case.delivery-failed", Map.of("why", why)));
  }

  private void note(Draft draft, @Nullable PersonId about, String anchor, String text) {
    draft.say(
        new Outgoing.InThread(
            draft.nextId(),
            draft.cell().officersChannel(),
            anchor,
            text,
            null,
            null,
            false,
            about == null ? Set.of() : Set.of(about)));
  }
}
