package org.doorstep.redis;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.doorstep.cell.CellId;
import org.doorstep.desk.Outgoing;
import org.doorstep.desk.OutgoingId;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Seals outgoing messages with the keys of everyone they are about: forgetting any of them makes
 * the message unreadable.
 *
 * <p>What is still to be said when somebody is forgotten (that they are, above all) is sealed with
 * a key made for that one message, which is destroyed once it was sent.
 */
record Letters(CellId cell, Vault vault, KeyRing ring) {

  /** An outgoing message; {@code farewell} is the recipient, where their record is gone. */
  record Letter(Outgoing outgoing, @Nullable Person farewell) {}

  /**
   * @param fresh keys that were made for it
   */
  record Sealed(List<String> owners, Blob sealed, List<DataKey> fresh) {}

  /** Empty when somebody whom it is about has been forgotten before. */
  Optional<Sealed> seal(Outgoing outgoing, Set<PersonId> gone, @Nullable Person farewell) {
    Set<PersonId> about = new LinkedHashSet<>(outgoing.about());
    if (outgoing instanceof Outgoing.ToPerson to) about.add(to.to());
    List<String> owners = new ArrayList<>();
    List<DataKey> fresh = new ArrayList<>();
    if (about.removeAll(gone)) {
      DataKey once = vault.newKey(cell, onceFor(outgoing.id()));
      ring.add(once);
      fresh.add(once);
      owners.add(once.owner());
    }
    about.stream().map(PersonId::value).sorted().forEach(owners::add);
    if (owners.isEmpty()) {
      owners.add(KeyRing.CELL);
      if (ring.of(KeyRing.CELL).isEmpty()) {
        DataKey made = vault.newKey(cell, KeyRing.CELL);
        ring.add(made);
        fresh.add(made);
      }
    }
    if (!ring.hasAll(owners)) return Optional.empty();
    byte[] json = Wire.write(Letter.class, new Letter(outgoing, farewell));
    return Optional.of(
        new Sealed(owners, new Blob(ring.seal(owners, label(outgoing.id().value()), json)), fresh));
  }

  static String onceFor(OutgoingId id) {
    return "@once/" + id;
  }

  static boolean isOnce(String owner) {
    return owner.startsWith("@once/");
  }

  static KeyRing.Label label(String outgoing) {
    return new KeyRing.Label("OUTBOX", outgoing, "s");
  }
}
