package org.doorstep.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import org.doorstep.cell.Cell;
import org.springframework.core.env.Environment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * A month's expenses for a spreadsheet. It needs what the service needs, which may run meanwhile.
 */
@Command(
    name = "expenses",
    description = "Writes what volunteers laid out in a month into a new file (CSV).",
    mixinStandardHelpOptions = true)
final class ExpensesCommand implements Callable<Integer> {

  private static final int BAD_USAGE = 2;

  private final Errands errands;
  private final Environment environment;
  private final PrintWriter err;
  private final ToIntFunction<Errands.Report> tell;

  @Parameters(paramLabel = "FILE")
  private Path file = Path.of("");

  @Option(names = "--month", paramLabel = "MONTH", required = true, description = "As 2026-11.")
  private String month = "";

  @Option(names = "--cell", paramLabel = "ID", description = "Whose, where there are several.")
  private Optional<String> cell = Optional.empty();

  ExpensesCommand(
      Errands errands,
      Environment environment,
      PrintWriter err,
      ToIntFunction<Errands.Report> tell) {
    this.errands = errands;
    this.environment = environment;
    this.err = err;
    this.tell = tell;
  }

  @Override
  public Integer call() {
    YearMonth wanted;
    try {
      wanted = YearMonth.parse(month);
    } catch (DateTimeException e) {
      return bad("write the month as 2026-11");
    }
    Settings settings = Settings.read(environment);
    if (settings.mode() instanceof Mode.Refused(List<String> problems)) {
      problems.forEach(this::bad);
      return BAD_USAGE;
    }
    return switch (Written.cellsOf(settings)) {
      case Checked.Faulty<Cells>(var findings) ->
          tell.applyAsInt(new Errands.Report(List.of(), findings));
      case Checked.Fine<Cells>(Cells cells) -> {
        List<Cell> meant =
            cells.all().stream()
                .filter(one -> cell.isEmpty() || one.id().value().equals(cell.get()))
                .toList();
        yield meant.size() == 1
            ? tell.applyAsInt(
                errands.writeExpenses(file, wanted, meant.getFirst(), settings, environment))
            : bad(
                "name a cell with --cell: "
                    + String.join(", ", cells.all().stream().map(c -> c.id().value()).toList()));
      }
    };
  }

  private int bad(String why) {
    err.println("doorstep: " + why);
    return BAD_USAGE;
  }
}
