package org.doorstep.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.doorstep.cell.CellId;
import org.doorstep.desk.Inbound;
import org.doorstep.pipeline.Holding;
import org.doorstep.pipeline.Inbox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Mono;

/** Word of an edit that is not used gets through, though the store be away. */
class CellNewsTest {

  @TempDir Path folder;

  @Test
  void whatCouldNotBeToldIsToldLaterAndOnce() throws IOException {
    Path file = folder.resolve("hyde-park.yml");
    String demo = Texts.bundled("/village/cells/hyde-park.yml").values().iterator().next();
    Files.writeString(file, demo);
    Cells read = ((Checked.Fine<Cells>) Cells.of(Texts.under(folder))).thing();
    Store store = new Store();
    CellNews news =
        new CellNews(
            new LiveCells(Optional.of(folder), read), store, InstantSource.fixed(Instant.EPOCH));

    news.look().block();
    Files.writeString(file, demo + "x: y\n");
    store.away = true;
    news.look().onErrorComplete().block();
    assertThat(store.accepted).isEmpty();
    store.away = false;
    news.look().block();
    news.look().block();

    assertThat(store.accepted)
        .singleElement()
        .isInstanceOfSatisfying(
            Inbound.CellEdited.class,
            edited -> {
              assertThat(edited.id().value()).startsWith("edit/").endsWith("/hyde-park");
              assertThat(edited.refused()).singleElement().asString().contains("has no `x`");
            });
  }

  private static final class Store implements Inbox {
    final List<Inbound> accepted = new ArrayList<>();
    boolean away;

    @Override
    public Mono<Acceptance> accept(CellId cell, Inbound inbound) {
      if (away) return Mono.error(new IllegalStateException("the store is away"));
      accepted.add(inbound);
      return Mono.just(Acceptance.NEW);
    }

    @Override
    public Mono<List<Entry>> next(Holding holding, int limit) {
      return Mono.just(List.of());
    }

    @Override
    public Mono<Void> park(Holding holding, Entry entry, String error) {
      return Mono.empty();
    }
  }
}
