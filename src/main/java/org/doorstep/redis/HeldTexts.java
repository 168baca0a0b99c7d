package org.doorstep.redis;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.doorstep.cell.CellId;
import org.doorstep.people.PersonId;
import org.doorstep.talk.Utterance;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Texts that wait until a person writes, because WhatsApp's window was closed. */
record HeldTexts(Lines lines) {

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

  static byte[] seal(PersonId person, List<String> owners, Utterance utterance, KeyRing ring) {
    byte[] sealed = ring.seal(owners, label(person), Wire.write(Utterance.class, utterance));
    byte[] head = Utf8.bytes(String.join(",", owners) + " ");
    return ByteBuffer.allocate(head.length + sealed.length).put(head).put(sealed).array();
  }

  private static KeyRing.Label label(PersonId person) {
    return new KeyRing.Label("HELD", person.value(), "u");
  }

  /** One text, sealed. */
  record Kept(List<String> owners, Blob sealed) {

    private static Kept ofBytes(byte[] bytes) {
      int blank = 0;
      while (bytes[blank] != ' ') blank++;
      return new Kept(
          List.of(Utf8.text(Arrays.copyOf(bytes, blank)).split(",")),
          new Blob(Arrays.copyOfRange(bytes, blank + 1, bytes.length)));
    }

    @Nullable Utterance open(PersonId person, KeyRing ring) {
      byte[] plain = ring.unseal(owners, label(person), sealed.bytes());
      return plain == null ? null : Wire.read(Utterance.class, plain);
    }
  }
}
