package org.doorstep.redis;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.doorstep.cell.CellId;
import org.doorstep.desk.Dossier;
import org.doorstep.desk.Origin;
import org.doorstep.desk.Outgoing;
import org.doorstep.people.PersonId;
import org.doorstep.talk.Utterance;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Texts that wait until a person writes, because WhatsApp's window was closed. */
record HeldTexts(Lines lines) {

  private static final char BAR = '|';

  Mono<List<Kept>> read(CellId cell, PersonId person) {
    return lines
        .shared()
        .lrange(new Keys(cell).held(person), 0, -1)
        .map(Kept::ofBytes)
        .collectList();
  }

  /** The name under which a dossier keeps how many there were. */
  static String countOf(PersonId person) {
    return "HELD/" + person;
  }

  static byte[] seal(List<String> owners, Outgoing.ToPerson letter, KeyRing ring) {
    byte[] sealed =
        ring.seal(owners, label(letter.to()), Wire.write(Utterance.class, letter.utterance()));
    String whence = SentLog.Whence.write(letter.origin()).replace(' ', BAR);
    String bar = whence.isEmpty() ? "" : String.valueOf(BAR);
    byte[] head = Utf8.bytes(String.join(",", owners) + bar + whence + " ");
    return ByteBuffer.allocate(head.length + sealed.length).put(head).put(sealed).array();
  }

  private static KeyRing.Label label(PersonId person) {
    return new KeyRing.Label("HELD", person.value(), "u");
  }

  /** One text, sealed. */
  record Kept(List<String> owners, @Nullable Origin origin, Blob sealed) {

    private static Kept ofBytes(byte[] bytes) {
      int blank = 0;
      while (bytes[blank] != ' ') blank++;
      String[] head = Utf8.text(Arrays.copyOf(bytes, blank)).split("\\" + BAR, 2);
      return new Kept(
          List.of(head[0].split(",")),
          head.length == 1 ? null : SentLog.Whence.read(head[1].replace(BAR, ' ')),
          new Blob(Arrays.copyOfRange(bytes, blank + 1, bytes.length)));
    }

    Dossier.@Nullable Held open(PersonId person, KeyRing ring) {
      byte[] plain = ring.unseal(owners, label(person), sealed.bytes());
      return plain == null ? null : new Dossier.Held(Wire.read(Utterance.class, plain), origin);
    }
  }
}
