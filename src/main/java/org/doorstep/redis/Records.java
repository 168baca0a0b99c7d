package org.doorstep.redis;

import io.lettuce.core.KeyValue;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.doorstep.cell.CellId;
import org.doorstep.people.PersonId;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads records as they are kept: sealed. */
record Records(Lines lines) {

  private static final byte[][] FIELDS =
      List.of("v", "d", "o", "p", "r").stream().map(Utf8::bytes).toArray(byte[][]::new);

  /** All of them in one go; one that is absent has revision 0 and nothing sealed. */
  Mono<Map<RecordRef, Sealed>> read(CellId cell, Collection<RecordRef> refs) {
    Keys keys = new Keys(cell);
    return Flux.fromIterable(refs)
        .flatMapSequential(
            ref ->
                lines
                    .shared()
                    .hmget(ref.key(keys), FIELDS)
                    .collectList()
                    .map(fields -> Map.entry(ref, Sealed.of(fields))),
            256)
        .collectMap(Map.Entry::getKey, Map.Entry::getValue, LinkedHashMap::new);
  }

  /** A record that may not be readable. */
  record Sealed(
      long revision,
      @Nullable Blob sealed,
      List<String> owners,
      List<PersonId> people,
      List<RecordRef> about) {

    static final Sealed ABSENT = new Sealed(0, null, List.of(), List.of(), List.of());

    private static Sealed of(List<KeyValue<byte[], byte[]>> fields) {
      if (!fields.getFirst().hasValue()) return ABSENT;
      return new Sealed(
          Long.parseLong(Utf8.text(fields.getFirst().getValue())),
          fields.get(1).hasValue() ? new Blob(fields.get(1).getValue()) : null,
          words(fields.get(2)),
          words(fields.get(3)).stream().map(PersonId::new).toList(),
          words(fields.get(4)).stream().map(RecordRef::about).toList());
    }

    private static List<String> words(KeyValue<byte[], byte[]> field) {
      return field.hasValue()
          ? Arrays.stream(Utf8.text(field.getValue()).split(" ")).filter(w -> !w.isEmpty()).toList()
          : List.of();
    }

    /** Null when it is absent, or one of its owners was forgotten: that is the same. */
    <T> @Nullable T open(Class<T> type, RecordRef ref, KeyRing ring) {
      if (sealed == null) return null;
      byte[] plain = ring.unseal(owners, ref.label(), sealed.bytes());
      return plain == null ? null : Wire.read(type, plain);
    }
  }
}
