package org.doorstep.pipeline;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.doorstep.bridge.Listed;
import org.doorstep.bridge.Listing;
import org.doorstep.cell.CellId;
import org.doorstep.desk.Enquiry;
import reactor.core.publisher.Mono;

record InMemoryDirectory(InMemoryPorts all) implements Directory {

  @Override
  public Mono<List<Listed>> find(CellId cell, Enquiry.ServicesFor wanted) {
    return sources(cell)
        .map(
            sources ->
                sources.stream()
                    .flatMap(source -> source.entries().stream())
                    .filter(listed -> wanted.means(listed.service()))
                    .toList());
  }

  @Override
  public Mono<Void> replace(CellId cell, String source, List<Listing> services, Instant now) {
    return Mono.fromRunnable(
        () -> {
          InMemoryCell in = all.of(cell);
          synchronized (in) {
            String edition = UUID.randomUUID().toString();
            List<Listed> entries =
                services.stream()
                    .map(service -> new Listed(service, source, edition, false))
                    .toList();
            if (entries.isEmpty()) in.sources.remove(source);
            else in.sources.put(source, new Source(source, now, entries));
          }
        });
  }

  @Override
  public Mono<List<Source>> sources(CellId cell) {
    return Mono.fromSupplier(
        () -> {
          InMemoryCell in = all.of(cell);
          synchronized (in) {
            return in.sources.values().stream().map(source -> marked(in, source)).toList();
          }
        });
  }

  private static Source marked(InMemoryCell in, Source source) {
    return new Source(
        source.name(),
        source.read(),
        source.entries().stream()
            .map(
                one ->
                    new Listed(
                        one.service(),
                        one.source(),
                        one.edition(),
                        in.doubted.contains(one.edition() + "/" + one.service().id())))
            .toList());
  }
}
