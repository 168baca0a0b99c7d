package org.doorstep.app;

import io.lettuce.core.RedisException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.doorstep.cell.Cell;
import org.doorstep.people.Need;
import org.doorstep.understand.Found;
import org.doorstep.understand.Vocabulary;

/** The import of a list of volunteers, in words. They repeat nothing that stands in the list. */
final class VolunteersErrand {

  private static final long LARGEST = 32_000_000;

  private VolunteersErrand() {}

  /**
   * @param check nothing is kept, only told
   */
  static Errands.Report run(
      Path file, Cell cell, Settings settings, Supplier<StoreVisit> store, boolean check) {
    return switch (Speech.in(settings.flows())) {
      case Checked.Faulty<Speech>(var findings) -> new Errands.Report(List.of(), findings);
      case Checked.Fine<Speech>(Speech speech) -> {
        Vocabulary words =
            Vocabulary.parse(Texts.of(settings.flows().resolve("vocab").resolve("columns.yml")));
        yield switch (sheet(file, words)) {
          case Checked.Faulty<VolunteerSheet>(var why) ->
              new Errands.Report(List.of(), List.of(file + ": " + why.getFirst()));
          case Checked.Fine<VolunteerSheet>(VolunteerSheet sheet) -> {
            var rows =
                new VolunteerRows(
                    sheet.columns(), words, needs(speech, cell), times(speech, words));
            List<VolunteerRow> read = sheet.rows().stream().map(rows::read).toList();
            yield invited(file, cell, settings, store, read, check);
          }
        };
      }
    };
  }

  private static Checked<VolunteerSheet> sheet(Path file, Vocabulary words) {
    try {
      if (Files.size(file) > LARGEST) return faulty("is larger than 32 MB");
      return CsvText.of(Files.readAllBytes(file))
          .map(text -> VolunteerSheet.read(text, words))
          .orElseGet(() -> faulty("is not text; save the sheet as \"CSV UTF-8\""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Checked<VolunteerSheet> faulty(String why) {
    return new Checked.Faulty<>(List.of(why));
  }

  private static Function<String, Set<Need>> needs(Speech speech, Cell cell) {
    return text ->
        speech.understanding().read(text, ZonedDateTime.now(cell.zone())).needs().stream()
            .map(Found::value)
            .collect(Collectors.toSet());
  }

  /** Lists are read in English, as their headings are. */
  private static VolunteerTimes times(Speech speech, Vocabulary words) {
    return new VolunteerTimes(words, text -> speech.understanding().offering(text, "en"));
  }

  private static Errands.Report invited(
      Path file,
      Cell cell,
      Settings settings,
      Supplier<StoreVisit> store,
      List<VolunteerRow> rows,
      boolean check) {
    try (StoreVisit visit = store.get()) {
      var places = Work.atlas(settings, InstantSource.system());
      return told(
          file,
          cell,
          rows.size(),
          new Inviting(cell, places, visit.room().invitees()).invite(rows, check),
          check);
    } catch (Refusal refusal) {
      return new Errands.Report(List.of(), refusal.problems());
    } catch (RedisException e) {
      String why = "Redis failed (" + e.getClass().getSimpleName() + "): ";
      return new Errands.Report(
          List.of(),
          List.of(why + "all of the list was kept, or nothing; it may be imported again"));
    }
  }

  private static Errands.Report told(
      Path file, Cell cell, int rows, Inviting.Outcome outcome, boolean check) {
    Optional<String> next =
        check || outcome.invited() == 0 ? Optional.empty() : Optional.of(howItGoesOn(cell));
    String invited = check ? "could be invited (nothing was kept): " : "invited: ";
    return new Errands.Report(
        Stream.concat(
                Stream.of(
                    rows + " rows, " + outcome.refused().size() + " of them left out",
                    invited + outcome.invited(),
                    "invited before: " + outcome.before()),
                next.stream())
            .toList(),
        outcome.refused().stream().map(no -> file + ":" + no.line() + ": " + no.reason()).toList());
  }

  /** WhatsApp lets nobody be written to who has not asked for it. */
  private static String howItGoesOn(Cell cell) {
    String number = cell.whatsappNumber();
    Duration kept = cell.rules().keepInvitedFor();
    String time = kept.toDays() > 0 ? kept.toDays() + " days" : kept.toHours() + " hours";
    return "they are asked when they first write to "
        + number
        + " (https://wa.me/"
        + number.substring(1)
        + "?text=hello); who has not answered in "
        + time
        + " is erased";
  }
}
