package org.doorstep.redis;

import io.lettuce.core.KeyValue;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import org.doorstep.cell.CellId;
import reactor.core.publisher.Mono;

/** Where the wrapped keys of a cell's people are kept. Nothing is cached: forgetting is at once. */
record KeyCabinet(Lines lines, Vault vault) {

  /** The keys of those of {@code owners} who have one. */
  Mono<KeyRing> ring(CellId cell, Collection<String> owners) {
    List<String> asked = List.copyOf(new LinkedHashSet<>(owners));
    if (asked.isEmpty()) return Mono.just(new KeyRing(cell, List.of()));
    byte[][] fields = asked.stream().map(Utf8::bytes).toArray(byte[][]::new);
    return lines
        .shared()
        .hmget(new Keys(cell).keyRing(), fields)
        .filter(KeyValue::hasValue)
        .map(found -> vault.unwrap(cell, Utf8.text(found.getKey()), found.getValue()))
        .collectList()
        .map(keys -> new KeyRing(cell, keys));
  }
}
