package org.doorstep.desk;

import java.util.Map;
import java.util.Set;

/** How far our messages got; shown to the officer whose words they carried. */
final class Receipts {

  private final Wording wording;

  Receipts(Wording wording) {
    this.wording = wording;
  }

  void reported(Draft draft, Inbound.Reported reported) {
    String code = reported.errorCode() == null ? "unknown" : reported.errorCode();
    if (reported.status() == DeliveryStatus.FAILED) {
      draft.fact(new Fact.DeliveryFailed(reported.outgoing(), code));
    }
    Dossier.Sent sent = draft.dossier().sent();
    if (sent == null || sent.origin() == null || !news(sent, reported.status())) return;
    draft.say(new Outgoing.Mark(draft.nextId(), sent.origin().message(), reported.status()));
    String anchor = sent.origin().anchor();
    switch (reported.status()) {
      case HELD ->
          note(draft, sent, anchor, wording.toCell(draft).words("case.held-note", Map.of()));
      case FAILED -> failed(draft, sent, anchor, code);
      case QUEUED, SENT, DELIVERED, READ -> {}
    }
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
    note(draft, sent, anchor, officers.words("case.delivery-failed", Map.of("why", why)));
  }

  private void note(Draft draft, Dossier.Sent sent, String anchor, String text) {
    draft.say(
        new Outgoing.InThread(
            draft.nextId(),
            draft.cell().officersChannel(),
            anchor,
            text,
            null,
            null,
            false,
            sent.to() == null ? Set.of() : Set.of(sent.to())));
  }
}
