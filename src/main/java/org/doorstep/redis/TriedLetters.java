package org.doorstep.redis;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.doorstep.cell.CellId;
import org.doorstep.desk.Dossier;
import org.doorstep.desk.Inbound;
import org.doorstep.desk.Outgoing;
import org.doorstep.desk.OutgoingId;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Free text that was tried lately, as it was sealed for the outbox. */
record TriedLetters(Lines lines) {

  /** WhatsApp says within seconds that its window was closed. */
  static final Duration REMEMBERED = Duration.ofHours(1);

  private static final String WINDOW_CLOSED = "63016";

  /** Empty for anything but a report that the window was closed. */
  Mono<Tried> behind(CellId cell, Inbound inbound) {
    return inbound instanceof Inbound.Reported report && WINDOW_CLOSED.equals(report.errorCode())
        ? lines
            .shared()
            .hgetall(new Keys(cell).tried(report.outgoing()))
            .collectMap(f -> Utf8.text(f.getKey()), f -> f.getValue())
            .mapNotNull(fields -> Tried.of(report.outgoing(), fields))
        : Mono.empty();
  }

  /** One of them, sealed. */
  record Tried(OutgoingId id, List<String> owners, Blob sealed, Instant at) {

    private static @Nullable Tried of(OutgoingId id, Map<String, byte[]> fields) {
      byte[] owners = fields.get("o");
      byte[] sealed = fields.get("s");
      byte[] at = fields.get("at");
      if (owners == null || sealed == null || at == null) return null;
      return new Tried(
          id,
          List.of(Utf8.text(owners).split(" ")),
          new Blob(sealed),
          Instant.ofEpochMilli(Long.parseLong(Utf8.text(at))));
    }

    /** Null where somebody whom it is about has been forgotten since. */
    Dossier.@Nullable Tried open(KeyRing ring) {
      byte[] plain = ring.unseal(owners, Letters.label(id.value()), sealed.bytes());
      if (plain == null) return null;
      return Wire.read(Letters.Letter.class, plain).outgoing() instanceof Outgoing.ToPerson letter
          ? new Dossier.Tried(letter, at)
          : null;
    }
  }
}
