package org.doorstep.redis;

import java.util.List;
import java.util.stream.Stream;
import org.doorstep.cell.CellId;
import org.doorstep.people.PersonId;
import org.doorstep.people.Volunteering;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Where volunteers are counted, each sealed with their own key; see {@link Keys#homes}. */
record Homes(Lines lines, KeyCabinet cabinet) {

  /** Keys in one read. */
  private static final int PAGE = 500;

  static byte[] seal(KeyRing ring, PersonId who, Volunteering offer) {
    return ring.seal(List.of(who.value()), label(who), Utf8.bytes(Counting.home(offer)));
  }

  /** Without whoever was forgotten meanwhile. */
  Mono<List<String>> all(CellId cell) {
    return lines
        .shared()
        .hgetall(new Keys(cell).homes())
        .map(kept -> new Sealed(new PersonId(Utf8.text(kept.getKey())), new Blob(kept.getValue())))
        .buffer(PAGE)
        .concatMap(
            page ->
                cabinet
                    .ring(cell, page.stream().map(each -> each.who().value()).toList())
                    .flatMapIterable(
                        ring ->
                            page.stream()
                                .flatMap(each -> Stream.ofNullable(each.open(ring)))
                                .toList()))
        .collectList();
  }

  private static KeyRing.Label label(PersonId who) {
    return new KeyRing.Label("home", who.value(), "");
  }

  private record Sealed(PersonId who, Blob home) {

    @Nullable String open(KeyRing ring) {
      byte[] plain = ring.unseal(List.of(who.value()), label(who), home.bytes());
      return plain == null ? null : Utf8.text(plain);
    }
  }
}
