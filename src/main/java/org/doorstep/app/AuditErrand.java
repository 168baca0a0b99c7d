package org.doorstep.app;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.lettuce.core.RedisException;
import java.io.StringWriter;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.doorstep.bridge.Audit;
import org.doorstep.cell.Cell;
import org.jspecify.annotations.Nullable;

/** A month's audit of a cell, a line for each thing that was done. */
final class AuditErrand {

  private AuditErrand() {}

  static Errands.Report run(YearMonth month, Cell cell, Supplier<StoreVisit> store) {
    try (StoreVisit visit = store.get()) {
      List<Audit> found =
          visit.room().audits().of(cell.id(), month).blockOptional().orElse(List.of());
      return new Errands.Report(csv(found, cell.zone()).lines().toList(), List.of());
    } catch (Refusal refusal) {
      return new Errands.Report(List.of(), refusal.problems());
    } catch (RedisException e) {
      String why = "Redis failed (" + e.getClass().getSimpleName() + ")";
      return new Errands.Report(List.of(), List.of(why));
    }
  }

  static String csv(List<Audit> entries, ZoneId zone) {
    StringWriter out = new StringWriter();
    CsvWriter csv = CsvWriter.builder().bufferSize(0).build(out);
    csv.writeRecord("time", "case", "what", "who", "text");
    for (Audit entry : entries) {
      csv.writeRecord(
          entry.at().atZone(zone).truncatedTo(ChronoUnit.SECONDS).toLocalDateTime().toString(),
          entry.caseId().value(),
          entry.kind().name().toLowerCase(Locale.ROOT),
          known(entry.who()),
          known(entry.texts()));
    }
    return out.toString();
  }

  private static String known(@Nullable String value) {
    return value == null ? "" : value;
  }
}
