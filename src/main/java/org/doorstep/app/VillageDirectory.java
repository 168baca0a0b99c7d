package org.doorstep.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.doorstep.cell.Cell;
import org.doorstep.pipeline.Directory;
import org.doorstep.pipeline.Gazetteer;
import org.doorstep.redis.RedisRoom;
import org.doorstep.understand.Understanding;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/** The made-up services and shops of the village, read like any other directory. */
record VillageDirectory(
    LiveCells cells,
    RedisRoom redis,
    Settings settings,
    Understanding understanding,
    Gazetteer gazetteer,
    InstantSource clock) {

  private static final String FILE = "/village/directory.csv";

  /** What somebody looks after is checked now and then; what nobody does is not. */
  private static final int DAYS_AGO = 20;

  @EventListener(ApplicationReadyEvent.class)
  void whenTheServerAnswers() {
    cells.now().all().forEach(this::read);
  }

  /** What is there stays: somebody may have said that something is wrong with it. */
  private void read(Cell cell) {
    Directory directory = redis.directory();
    if (!directory.sources(cell.id()).blockOptional().orElse(List.of()).isEmpty()) return;
    LocalDate today = DirectoryErrand.today(cell, clock);
    try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream(FILE))) {
      String table =
          new String(in.readAllBytes(), UTF_8)
              .replace("RECENTLY", today.minusDays(DAYS_AGO).toString());
      Importing importing = new Importing("the village");
      DirectoryErrand.read(
          new ByteArrayInputStream(table.getBytes(UTF_8)),
          DirectoryErrand.columns(settings),
          today,
          importing);
      Importing.Outcome outcome = importing.outcome(cell, understanding, gazetteer);
      importing.keep(outcome, cell, directory, clock.instant());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
