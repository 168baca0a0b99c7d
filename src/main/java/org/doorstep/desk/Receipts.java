package org.doorstep.desk;

import java.util.Map;
import java.util.Set;
import org.doorstep.talk.Talk;

/** How far our messages got; shown to the officer whose words they carried. */
final class Receipts {

  private final Talk talk;

  Receipts(Talk talk) {
    this.talk = talk;
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
      case HELD -> note(draft, sent, anchor, "case.held-note");
      case FAILED -> note(draft, sent, anchor, why(code));
      case QUEUED, SENT, DELIVERED, READ -> {}
    }
  }

  /** Reports come in any order and more than once: only what goes beyond the best so far is news. */
  private static boolean news(Dossier.Sent sent, DeliveryStatus status) {
    return sent.best() == null || status.compareTo(sent.best()) > 0;
  }

  /** Twilio's error codes, by what an officer can do about them. */
  private static String why(String code) {
    return switch (code) {
      case "opted-out", "21610" -> "case.failed-opted-out";
      case "63003", "63024", "21211" -> "case.failed-no-such-address";
      case "63032", "63033" -> "case.failed-not-reachable";
      case "63016", "no-template" -> "case.failed-window";
      default -> "case.failed";
    };
  }

  private void note(Draft draft, Dossier.Sent sent, String anchor, String id) {
    draft.say(
        new Outgoing.InThread(
            draft.nextId(),
            draft.cell().officersChannel(),
            anchor,
            talk.words(id, Map.of()),
            null,
            null,
            false,
            sent.to() == null ? Set.of() : Set.of(sent.to())));
  }
}
