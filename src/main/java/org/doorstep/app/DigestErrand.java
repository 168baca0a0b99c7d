package org.doorstep.app;

import io.lettuce.core.RedisException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.doorstep.cell.Cell;
import org.doorstep.desk.Answers;

/** Writes some weeks' figures of a cell into a file, in words. */
final class DigestErrand {

  private DigestErrand() {}

  static Errands.Report run(Errands.Figures wanted, Cell cell, Supplier<StoreVisit> store) {
    try (StoreVisit visit = store.get()) {
      Answers found =
          visit
              .room()
              .boards()
              .counted(cell.id(), wanted.from(), wanted.to())
              .blockOptional()
              .orElse(Answers.NONE);
      LocalDate today = LocalDate.now(cell.zone());
      FiguresSheet sheet =
          FiguresSheet.of(cell, found.counts(), wanted.from(), wanted.to(), today, wanted.open());
      List<String> lines = new ArrayList<>();
      write(wanted.file(), sheet.csv());
      lines.add("the figures of " + sheet.weeks().size() + " week(s) are in " + wanted.file());
      if (wanted.open()) {
        Path name = wanted.file().getFileName();
        Path about = wanted.file().resolveSibling(name + ".datapackage.json");
        write(about, sheet.about(String.valueOf(name)));
        lines.add("what it is stands in " + about + "; name a licence there before you publish it");
      }
      return new Errands.Report(lines, List.of());
    } catch (Refusal refusal) {
      return new Errands.Report(List.of(), refusal.problems());
    } catch (RedisException e) {
      return failed("Redis failed (" + e.getClass().getSimpleName() + "); nothing was written");
    } catch (FileAlreadyExistsException e) {
      return failed(e.getFile() + " is there already; name a new file");
    } catch (IOException e) {
      return failed("cannot write " + wanted.file());
    }
  }

  private static void write(Path file, String text) throws IOException {
    Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
  }

  private static Errands.Report failed(String why) {
    return new Errands.Report(List.of(), List.of(why));
  }
}
