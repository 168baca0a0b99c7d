package org.doorstep.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
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

  private final Errands errands;
  private final Environment environment;
  private final OneCell command;

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
    this.command = new OneCell(environment, err, tell);
  }

  @Override
  public Integer call() {
    YearMonth wanted;
    try {
      wanted = YearMonth.parse(month);
    } catch (DateTimeException e) {
      return command.bad("write the month as 2026-11");
    }
    return command.run(
        cell,
        (meant, settings) -> errands.writeExpenses(file, wanted, meant, settings, environment));
  }
}
