package org.doorstep.app;

import io.lettuce.core.RedisException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.doorstep.cell.Cell;
import org.doorstep.cell.Group;
import org.doorstep.cell.Money;
import org.doorstep.desk.Answers;
import org.doorstep.help.Expenses;

/** Writes a month's expenses of a cell into a file, in words. */
final class ExpensesErrand {

  private ExpensesErrand() {}

  static Errands.Report run(Path file, YearMonth month, Cell cell, Supplier<StoreVisit> store) {
    try (StoreVisit visit = store.get()) {
      Set<String> groups = cell.groups().stream().map(Group::id).collect(Collectors.toSet());
      Answers found =
          visit
              .room()
              .boards()
              .expenses(cell.id(), groups, Set.of(month))
              .blockOptional()
              .orElse(Answers.NONE);
      Files.writeString(file, ExpensesSheet.of(cell, found), StandardOpenOption.CREATE_NEW);
      int rows = found.expenses().stream().mapToInt(e -> e.all().size()).sum();
      Money total = found.expenses().stream().map(Expenses::total).reduce(Money.NONE, Money::plus);
      return new Errands.Report(
          List.of(rows + " expenses of " + month + ", " + total + " in all, are in " + file),
          List.of());
    } catch (Refusal refusal) {
      return new Errands.Report(List.of(), refusal.problems());
    } catch (RedisException e) {
      return failed("Redis failed (" + e.getClass().getSimpleName() + "); nothing was written");
    } catch (FileAlreadyExistsException e) {
      return failed(file + " is there already; name a new file");
    } catch (IOException e) {
      return failed("cannot write " + file);
    }
  }

  private static Errands.Report failed(String why) {
    return new Errands.Report(List.of(), List.of(why));
  }
}
