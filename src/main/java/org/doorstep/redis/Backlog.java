package org.doorstep.redis;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.doorstep.pipeline.Holding;
import org.doorstep.pipeline.Lost;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Reads a work stream as the owner of its cell. Each owner first reads again, in order, what its
 * predecessor left pending; then what is new.
 */
final class Backlog {

  /** How long a reader waits for something new before it answers that there is nothing. */
  static final Duration MOMENT = Duration.ofMillis(200);

  private static final Script READ = Script.named("read_stream");
  private static final Script DROP = Script.named("drop_entry");
  private static final String NEW = ">";

  private final Lines lines;
  private final Function<Keys, byte[]> stream;
  private final Map<Holding, Cursor> cursors = new ConcurrentHashMap<>();

  Backlog(Lines lines, Function<Keys, byte[]> stream) {
    this.lines = lines;
    this.stream = stream;
  }

  /** How far an owner has got; {@code fresh} once nothing that was handed out before is pending. */
  private record Cursor(String last, boolean fresh) {

    static final Cursor START = new Cursor("0-0", false);

    Cursor after(List<Item> items) {
      return new Cursor(items.isEmpty() ? last : items.getLast().position(), fresh);
    }
  }

  /**
   * The next ones, made use of by {@code use}; never waits. Should a reply get lost, or {@code use}
   * fail, then what was meant to be handed out is pending, and comes next time.
   */
  <T> Mono<List<T>> next(Holding holding, int limit, Function<List<Item>, Mono<List<T>>> use) {
    return Mono.defer(
        () -> {
          Cursor cursor = cursors.computeIfAbsent(holding, this::takeOver);
          Mono<List<T>> used =
              read(holding, cursor.fresh() ? NEW : cursor.last(), limit)
                  .flatMap(
                      items ->
                          use.apply(items)
                              .doOnNext(ok -> cursors.put(holding, cursor.after(items)))
                              .filter(ok -> cursor.fresh() || !items.isEmpty()));
          return used.doOnError(e -> cursors.put(holding, new Cursor(cursor.last(), false)))
              .doOnCancel(() -> cursors.put(holding, new Cursor(cursor.last(), false)))
              .switchIfEmpty(
                  Mono.defer(
                      () -> {
                        cursors.put(holding, new Cursor(cursor.last(), true));
                        return next(holding, limit, use);
                      }));
        });
  }

  /** What is read next is the first that is still there, whether it was handed out or not. */
  void again(Holding holding) {
    takeOver(holding);
    cursors.put(holding, Cursor.START);
  }

  /** Takes out what nobody can read any more. */
  Mono<Void> drop(Holding holding, String position) {
    return DROP.run(
            lines.shared(),
            List.of(new Keys(holding.cell()).epoch(), stream.apply(new Keys(holding.cell()))),
            List.of(Utf8.bytes(holding.epoch()), Utf8.bytes(position)))
        .flatMap(reply -> heldOrLost(reply, holding))
        .then();
  }

  static Mono<Script.Reply> heldOrLost(Script.Reply reply, Holding holding) {
    return reply.tag().equals("lost") ? Mono.error(new Lost(holding)) : Mono.just(reply);
  }

  private Cursor takeOver(Holding holding) {
    cursors.keySet().removeIf(old -> old.cell().equals(holding.cell()));
    return Cursor.START;
  }

  private Mono<List<Item>> read(Holding holding, String from, int limit) {
    Keys keys = new Keys(holding.cell());
    return READ.run(
            lines.shared(),
            List.of(keys.epoch(), stream.apply(keys)),
            List.of(Utf8.bytes(holding.epoch()), Utf8.bytes(from), Utf8.bytes(limit)))
        .flatMap(reply -> heldOrLost(reply, holding))
        .map(reply -> items((List<?>) reply.rest().getFirst()));
  }

  private static List<Item> items(List<?> raw) {
    List<Item> items = new ArrayList<>();
    for (Object entry : raw) {
      List<?> pair = (List<?>) entry;
      Map<String, byte[]> fields = new HashMap<>();
      if (pair.get(1) instanceof List<?> flat) {
        for (int i = 0; i < flat.size(); i += 2) {
          fields.put(Utf8.text(flat.get(i)), (byte[]) flat.get(i + 1));
        }
      }
      items.add(new Item(Utf8.text(pair.getFirst()), fields));
    }
    return items;
  }

  /** An entry of the stream. One that was deleted has no fields. */
  record Item(String position, Map<String, byte[]> fields) {

    @Nullable String text(String field) {
      return Utf8.textOrNull(fields.get(field));
    }
  }
}
