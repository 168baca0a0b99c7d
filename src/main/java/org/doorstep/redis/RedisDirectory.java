package org.doorstep.redis;

import io.lettuce.core.KeyValue;
import io.lettuce.core.ScanArgs;
import io.lettuce.core.ScanStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.doorstep.bridge.Listed;
import org.doorstep.bridge.Listing;
import org.doorstep.cell.CellId;
import org.doorstep.desk.Enquiry;
import org.doorstep.pipeline.Directory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Each import is an edition, written beside the one that counts and then made to count in one step.
 * An edition never changes, so that each instance keeps a copy of those that count in memory; which
 * do, and what was said to be wrong, is asked anew each time.
 */
final class RedisDirectory implements Directory {

  private static final Script SWITCH = Script.named("switch_source");

  /** So many entries are written, or read, at a time. */
  private static final int AT_ONCE = 500;

  /** What is left of an import that broke off is gone after this. */
  private static final Duration UNFINISHED = Duration.ofHours(1);

  /** Whoever is reading an edition while it is replaced may finish. */
  private static final Duration REPLACED = Duration.ofMinutes(1);

  private static final int TRIES = 3;

  private final Lines lines;
  private final Map<CellId, Map<String, List<Listing>>> copies = new ConcurrentHashMap<>();

  RedisDirectory(Lines lines) {
    this.lines = lines;
  }

  /** What counts of a source: {@code edition millis count}. */
  private record Counts(String source, String edition, Instant read, int entries) {

    static Counts of(String source, String kept) {
      String[] parts = kept.split(" ");
      return new Counts(
          source,
          parts[0],
          Instant.ofEpochMilli(Long.parseLong(parts[1])),
          Integer.parseInt(parts[2]));
    }

    String kept() {
      return edition + " " + read.toEpochMilli() + " " + entries;
    }
  }

  /** An edition was replaced while it was being read. */
  private static final class Moved extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Moved() {
      super("another import came first", null, false, false);
    }
  }

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
  public Mono<List<Source>> sources(CellId cell) {
    return Mono.defer(() -> counting(cell))
        .flatMap(
            counting ->
                Flux.fromIterable(counting)
                    .concatMap(counts -> source(cell, counts))
                    .collectList()
                    .doOnNext(all -> keepOnly(cell, counting)))
        .retryWhen(Retry.max(TRIES).filter(Moved.class::isInstance))
        .onErrorMap(StoreFault::orAway);
  }

  private Mono<List<Counts>> counting(CellId cell) {
    return lines
        .shared()
        .hgetall(new DirectoryKeys(cell).directory())
        .map(each -> Counts.of(Utf8.text(each.getKey()), Utf8.text(each.getValue())))
        .sort(Comparator.comparing(Counts::source))
        .collectList();
  }

  private Mono<Source> source(CellId cell, Counts counts) {
    return Mono.zip(
        entries(cell, counts),
        doubted(cell, counts),
        (services, doubted) ->
            new Source(
                counts.source(),
                counts.read(),
                services.stream()
                    .map(
                        service ->
                            new Listed(
                                service,
                                counts.source(),
                                counts.edition(),
                                doubted.contains(service.id().value())))
                    .toList()));
  }

  private Mono<Set<String>> doubted(CellId cell, Counts counts) {
    return lines
        .shared()
        .hkeys(new DirectoryKeys(cell).doubts(counts.edition()))
        .map(Utf8::text)
        .collect(Collectors.toSet());
  }

  private Mono<List<Listing>> entries(CellId cell, Counts counts) {
    List<Listing> copy = copies(cell).get(counts.edition());
    if (copy != null) return Mono.just(copy);
    return ScanStream.hscan(
            lines.shared(),
            new DirectoryKeys(cell).edition(counts.edition()),
            ScanArgs.Builder.limit(AT_ONCE))
        .collectMap(each -> Utf8.text(each.getKey()), KeyValue::getValue)
        .map(
            all -> {
              if (all.size() != counts.entries()) throw new Moved();
              return all.values().stream().map(json -> Wire.read(Listing.class, json)).toList();
            })
        .doOnNext(read -> copies(cell).put(counts.edition(), read));
  }

  private Map<String, List<Listing>> copies(CellId cell) {
    return copies.computeIfAbsent(cell, c -> new ConcurrentHashMap<>());
  }

  private void keepOnly(CellId cell, Collection<Counts> counting) {
    copies(cell).keySet().retainAll(counting.stream().map(Counts::edition).toList());
  }

  @Override
  public Mono<Void> replace(CellId cell, String source, List<Listing> services, Instant now) {
    Counts next =
        new Counts(
            source, UUID.randomUUID().toString().replace("-", ""), now, ids(services).size());
    return Flux.fromIterable(services)
        .buffer(AT_ONCE)
        .concatMap(part -> write(cell, next.edition(), part))
        .then(
            Mono.defer(() -> switched(cell, next))
                .retryWhen(Retry.max(TRIES).filter(Moved.class::isInstance)))
        .onErrorMap(StoreFault::orAway);
  }

  private static Set<String> ids(List<Listing> services) {
    return services.stream().map(service -> service.id().value()).collect(Collectors.toSet());
  }

  private Mono<Boolean> write(CellId cell, String edition, List<Listing> part) {
    byte[] key = new DirectoryKeys(cell).edition(edition);
    IdentityHashMap<byte[], byte[]> entries = new IdentityHashMap<>();
    part.forEach(
        service ->
            entries.put(Utf8.bytes(service.id().value()), Wire.write(Listing.class, service)));
    return lines.durably(
        cell, redis -> redis.hset(key, entries).then(redis.pexpire(key, UNFINISHED.toMillis())));
  }

  private Mono<Void> switched(CellId cell, Counts next) {
    DirectoryKeys keys = new DirectoryKeys(cell);
    return lines
        .shared()
        .hget(keys.directory(), Utf8.bytes(next.source()))
        .map(Utf8::text)
        .defaultIfEmpty("")
        .flatMap(
            before -> {
              String old = before.isEmpty() ? "none" : before.split(" ")[0];
              return lines.durably(
                  cell,
                  redis ->
                      SWITCH.run(
                          redis,
                          List.of(
                              keys.directory(),
                              keys.edition(next.edition()),
                              keys.edition(old),
                              keys.doubts(old)),
                          List.of(
                              Utf8.bytes(next.source()),
                              Utf8.bytes(before),
                              Utf8.bytes(next.entries() == 0 ? "" : next.kept()),
                              Utf8.bytes(next.entries()),
                              Utf8.bytes(REPLACED.toMillis()))));
            })
        .flatMap(
            reply ->
                switch (reply.tag()) {
                  case "switched" -> Mono.<Void>empty();
                  case "other" -> Mono.<Void>error(new Moved());
                  default -> Mono.<Void>error(new IllegalStateException("the import is not whole"));
                });
  }
}
