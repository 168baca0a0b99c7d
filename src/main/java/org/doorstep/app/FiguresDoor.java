package org.doorstep.app;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.doorstep.cell.Cell;
import org.doorstep.pipeline.Boards;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * Where a cell's figures are fetched, with its token. Whoever has none learns nothing, not even
 * whether there is such a cell.
 */
final class FiguresDoor {

  private static final int A_MINUTE = 30;
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final long MOST_DAYS = 800;

  private final LiveCells cells;
  private final Boards boards;
  private final InstantSource clock;
  private final Map<String, Deque<Instant>> lately = new ConcurrentHashMap<>();

  FiguresDoor(LiveCells cells, Boards boards, InstantSource clock) {
    this.cells = cells;
    this.boards = boards;
    this.clock = clock;
  }

  RouterFunction<ServerResponse> routes() {
    return route()
        .GET("/cells/{cell}/figures.csv", request -> answer(request, true))
        .GET("/cells/{cell}/figures.json", request -> answer(request, false))
        .build();
  }

  private Mono<ServerResponse> answer(ServerRequest request, boolean csv) {
    Optional<Cell> cell =
        cells.now().all().stream()
            .filter(c -> c.id().value().equals(request.pathVariable("cell")))
            .filter(c -> opens(request, c.rules().reporting().token()))
            .findFirst();
    if (cell.isEmpty()) {
      // a token of 128 bits is not guessed; those without one share what is left of the minute
      return tooMany("")
          ? refused(HttpStatus.TOO_MANY_REQUESTS)
          : ServerResponse.status(HttpStatus.UNAUTHORIZED)
              .header("WWW-Authenticate", "Bearer")
              .build();
    }
    if (tooMany(cell.get().id().value())) return refused(HttpStatus.TOO_MANY_REQUESTS);
    Optional<LocalDate> from = day(request, "from");
    Optional<LocalDate> to = day(request, "to");
    if (from.isEmpty()
        || to.isEmpty()
        || to.get().isBefore(from.get())
        || from.get().plusDays(MOST_DAYS).isBefore(to.get())) {
      return refused(HttpStatus.BAD_REQUEST);
    }
    return figures(cell.get(), from.get(), to.get(), csv);
  }

  private Mono<ServerResponse> figures(Cell cell, LocalDate from, LocalDate to, boolean csv) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), cell.zone());
    return boards
        .counted(cell.id(), from, to)
        .map(found -> FiguresSheet.of(cell, found.counts(), from, to, today, false))
        .flatMap(
            sheet ->
                ServerResponse.ok()
                    .contentType(
                        csv
                            ? new MediaType("text", "csv", StandardCharsets.UTF_8)
                            : MediaType.APPLICATION_JSON)
                    .bodyValue(csv ? sheet.csv() : sheet.json()));
  }

  private static Mono<ServerResponse> refused(HttpStatus status) {
    return ServerResponse.status(status).build();
  }

  private static Optional<LocalDate> day(ServerRequest request, String name) {
    try {
      return request.queryParam(name).map(LocalDate::parse);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Compared in a time that says nothing of how much of it was right. */
  private static boolean opens(ServerRequest request, @Nullable String hash) {
    String header = Optional.ofNullable(request.headers().firstHeader("Authorization")).orElse("");
    if (hash == null || !header.startsWith("Bearer ")) return false;
    String given = hash(header.substring("Bearer ".length()).strip());
    return MessageDigest.isEqual(
        given.getBytes(StandardCharsets.US_ASCII), hash.getBytes(StandardCharsets.US_ASCII));
  }

  /** As it stands in the cell's file. */
  static String hash(String token) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private boolean tooMany(String whose) {
    Instant now = clock.instant();
    Deque<Instant> before = lately.computeIfAbsent(whose, w -> new ArrayDeque<>());
    synchronized (before) {
      while (!before.isEmpty() && before.getFirst().isBefore(now.minus(MINUTE))) {
        before.removeFirst();
      }
      if (before.size() >= A_MINUTE) return true;
      before.addLast(now);
      return false;
    }
  }
}
