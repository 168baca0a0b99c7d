package org.doorstep.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doorstep.cell.CellId;
import org.jspecify.annotations.Nullable;

/** The keys at hand for one piece of work, by owner. An owner who was forgotten has none. */
final class KeyRing {

  /** Owns what is about nobody. */
  static final String CELL = "@cell";

  private final CellId cell;
  private final Map<String, DataKey> keys = new HashMap<>();

  KeyRing(CellId cell, Collection<DataKey> keys) {
    this.cell = cell;
    keys.forEach(this::add);
  }

  void add(DataKey key) {
    keys.put(key.owner(), key);
  }

  Optional<DataKey> of(String owner) {
    return Optional.ofNullable(keys.get(owner));
  }

  boolean hasAll(Collection<String> owners) {
    return keys.keySet().containsAll(owners);
  }

  /** Sealed by each owner in turn; every one of them has to be there to read it. */
  byte[] seal(List<String> owners, Label label, byte[] plain) {
    byte[] sealed = plain;
    for (String owner : owners) {
      DataKey key = keys.get(owner);
      if (key == null) throw new IllegalStateException("no key for an owner of " + label.type());
      sealed = key.seal(sealed, label.in(cell));
    }
    return sealed;
  }

  /** Null when one of its owners was forgotten. */
  byte @Nullable [] unseal(List<String> owners, Label label, byte[] sealed) {
    byte[] plain = sealed;
    for (String owner : owners.reversed()) {
      DataKey key = keys.get(owner);
      if (key == null) return null;
      plain = key.unseal(plain, label.in(cell));
      if (plain == null) return null;
    }
    return plain;
  }

  @Override
  public String toString() {
    return "KeyRing[redacted]";
  }

  /** Where something sealed stands. It cannot be read anywhere else. */
  record Label(String type, String id, String field) {

    private byte[] in(CellId cell) {
      return (cell + "\0" + type + "\0" + id + "\0" + field).getBytes(UTF_8);
    }
  }
}
