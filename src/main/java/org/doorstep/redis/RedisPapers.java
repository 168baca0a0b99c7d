package org.doorstep.redis;

import java.util.List;
import org.doorstep.cell.CellId;
import org.doorstep.desk.Paper;
import org.doorstep.people.PersonId;
import org.doorstep.pipeline.Papers;
import reactor.core.publisher.Mono;

/** Papers, each taken by one script: of two who come at once, one gets it. */
record RedisPapers(Lines lines, KeyCabinet cabinet) implements Papers {

  private static final Script TAKE = Script.named("take_paper");

  @Override
  public Mono<Paper> take(CellId cell, PersonId person, String key) {
    List<byte[]> touched = List.of(new Keys(cell).paper(person));
    List<byte[]> args = List.of(Utf8.bytes(Vault.digest(key)));
    return lines
        .durably(cell, redis -> TAKE.run(redis, touched, args))
        .filter(reply -> reply.tag().equals("taken"))
        .flatMap(reply -> open(cell, person, (byte[]) reply.rest().getFirst()))
        .onErrorMap(StoreFault::orAway);
  }

  private Mono<Paper> open(CellId cell, PersonId person, byte[] sealed) {
    List<String> owners = List.of(person.value());
    return cabinet
        .ring(cell, owners)
        .flatMap(
            ring -> Mono.justOrEmpty(ring.unseal(owners, RecordRef.paper(person).label(), sealed)))
        .map(json -> Wire.read(Paper.class, json));
  }
}
