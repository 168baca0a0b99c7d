package org.doorstep.app;

import io.lettuce.core.RedisException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.doorstep.bridge.Listed;
import org.doorstep.cell.Cell;
import org.doorstep.directory.Entry;
import org.doorstep.directory.Hsds;
import org.doorstep.directory.HsdsApi;
import org.doorstep.directory.PublicPages;
import org.doorstep.pipeline.Away;
import org.doorstep.pipeline.Directory;
import org.doorstep.understand.Vocabulary;

/** Reads a directory of services into the one of a cell, and tells what is in that. */
final class DirectoryErrand {

  /** Before it is clear what a file is, no more than blanks may come. */
  private static final int BLANKS = 1024;

  private DirectoryErrand() {}

  /** Where a directory is to be had. */
  interface Origin {

    /**
     * Reads all of it.
     *
     * @return what is wrong with it as a whole, if anything is; then none of it counts
     */
    Optional<String> read(Vocabulary columns, LocalDate today, Consumer<Entry> each)
        throws IOException;
  }

  /** A file: JSON as of Open Referral UK, or a table. */
  static Origin file(Path file) {
    return (columns, today, each) -> {
      try (InputStream in = Files.newInputStream(file)) {
        return read(in, columns, today, each);
      }
    };
  }

  /** An API of Open Referral UK; of this machine's own only where nothing is real. */
  static Origin api(URI address, Settings settings) {
    boolean village = settings.mode() instanceof Mode.Village;
    return (columns, today, each) ->
        new HsdsApi(new Hsds(today), new PublicPages(village), address).read(each);
  }

  static Optional<String> read(
      InputStream in, Vocabulary columns, LocalDate today, Consumer<Entry> each)
      throws IOException {
    var file = new PushbackInputStream(in, BLANKS + 8);
    byte[] beginning = file.readNBytes(BLANKS);
    file.unread(beginning);
    if (beginsAsJson(beginning)) {
      new Hsds(today).read(file, each);
      return Optional.empty();
    }
    return new ServiceTable(columns, today).read(file, each);
  }

  private static boolean beginsAsJson(byte[] beginning) {
    String text = new String(beginning, java.nio.charset.StandardCharsets.UTF_8).strip();
    String bare = text.startsWith("\uFEFF") ? text.substring(1).strip() : text;
    return bare.startsWith("{") || bare.startsWith("[");
  }

  /**
   * @param source by which it is known, and replaced the next time
   * @param check nothing is kept, only told
   */
  static Errands.Report run(
      Origin origin,
      String source,
      Cell cell,
      Settings settings,
      Supplier<StoreVisit> store,
      boolean check) {
    return switch (Speech.in(settings.flows())) {
      case Checked.Faulty<Speech>(var findings) -> new Errands.Report(List.of(), findings);
      case Checked.Fine<Speech>(Speech speech) -> {
        InstantSource clock = InstantSource.system();
        Importing importing = new Importing(source);
        Optional<String> wrong;
        try {
          wrong = origin.read(columns(settings), today(cell, clock), importing);
        } catch (IOException e) {
          wrong = Optional.of("cannot be read: " + e.getClass().getSimpleName());
        }
        if (wrong.isPresent()) {
          yield new Errands.Report(
              List.of("nothing was imported; what was there before is still in use"),
              List.of(source + ": " + wrong.get()));
        }
        var places = Work.atlas(settings, clock);
        var outcome = importing.outcome(cell, speech.understanding(), places);
        yield kept(importing, outcome, source, cell, store, clock.instant(), check);
      }
    };
  }

  static Vocabulary columns(Settings settings) {
    return Vocabulary.parse(
        Texts.of(settings.flows().resolve("vocab").resolve("service-columns.yml")));
  }

  static LocalDate today(Cell cell, InstantSource clock) {
    return clock.instant().atZone(cell.zone()).toLocalDate();
  }

  private static Errands.Report kept(
      Importing importing,
      Importing.Outcome outcome,
      String source,
      Cell cell,
      Supplier<StoreVisit> store,
      Instant now,
      boolean check) {
    boolean any = !outcome.services().isEmpty();
    if (any && !check) {
      try (StoreVisit visit = store.get()) {
        importing.keep(outcome, cell, visit.room().directory(), now);
      } catch (Refusal refusal) {
        return new Errands.Report(List.of(), refusal.problems());
      } catch (RedisException | Away e) {
        return new Errands.Report(
            List.of(),
            List.of(
                "Redis failed ("
                    + e.getClass().getSimpleName()
                    + "): what was there before is"
                    + " still in use; it may be imported again"));
      }
    }
    List<String> lines = new ArrayList<>();
    lines.add(outcome.read() + " records");
    String taken = check ? "could be taken (nothing was kept): " : "taken: ";
    lines.add(
        taken + outcome.services().size() + (any ? "" : "; what was there before is still in use"));
    tell(lines, outcome.inactive(), "not active, and so left out: ");
    tell(lines, outcome.left(), "wrong, and so left out: ");
    tell(lines, outcome.unplaced(), "without a place on the map, and so for all of the area: ");
    tell(lines, outcome.unsorted(), "found by their names only, since no category is known: ");
    if (any && !check)
      lines.add("its name is " + source + "; what had this name before is replaced");
    List<String> findings =
        new ArrayList<>(outcome.refused().stream().map(no -> source + ": " + no).toList());
    int more = outcome.left() - outcome.refused().size();
    if (more > 0) findings.add("… and " + more + " more");
    if (!any && findings.isEmpty()) findings.add(source + ": has no service in it");
    return new Errands.Report(lines, findings);
  }

  private static void tell(List<String> lines, int number, String what) {
    if (number > 0) lines.add(what + number);
  }

  /** What a cell's directory has, and what somebody has said is wrong with it. */
  static Errands.Report list(Cell cell, Supplier<StoreVisit> store) {
    try (StoreVisit visit = store.get()) {
      List<Directory.Source> sources =
          visit.room().directory().sources(cell.id()).blockOptional().orElse(List.of());
      LocalDate today = today(cell, InstantSource.system());
      List<String> lines = new ArrayList<>();
      if (sources.isEmpty()) lines.add("there is nothing in the directory of " + cell.id());
      for (Directory.Source source : sources) {
        lines.add(
            "%s: %d entries, read on %s, %d of them stale"
                .formatted(
                    source.name(),
                    source.entries().size(),
                    source.read().atZone(cell.zone()).toLocalDate(),
                    source.entries().stream()
                        .filter(one -> one.service().stale(today, cell.rules().staleAfter()))
                        .count()));
        source.entries().stream()
            .filter(Listed::doubted)
            .map(one -> "  somebody says this is out of date: " + one.service().name())
            .sorted()
            .forEach(lines::add);
      }
      return new Errands.Report(lines, List.of());
    } catch (Refusal refusal) {
      return new Errands.Report(List.of(), refusal.problems());
    }
  }

  /** Takes a source away. */
  static Errands.Report remove(String source, Cell cell, Supplier<StoreVisit> store) {
    try (StoreVisit visit = store.get()) {
      Directory directory = visit.room().directory();
      boolean there =
          directory.sources(cell.id()).blockOptional().orElse(List.of()).stream()
              .anyMatch(known -> known.name().equals(source));
      if (!there) return new Errands.Report(List.of(), List.of("there is no source " + source));
      directory.replace(cell.id(), source, List.of(), Instant.EPOCH).block();
      return new Errands.Report(List.of("removed: " + source), List.of());
    } catch (Refusal refusal) {
      return new Errands.Report(List.of(), refusal.problems());
    }
  }
}
