package org.doorstep.app;

import java.io.PrintWriter;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import org.springframework.core.env.Environment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Who looked at safeguarding cases in a month, as CSV. It needs what the service needs, which may
 * run meanwhile.
 */
@Command(
    name = "audit",
    description = "Prints who had what to do with safeguarding cases in a month (CSV).",
    mixinStandardHelpOptions = true)
final class AuditCommand implements Callable<Integer> {

  private final Errands errands;
  private final Environment environment;
  private final OneCell command;

  @Option(names = "--month", paramLabel = "MONTH", required = true, description = "As 2026-11.")
  private String month = "";

  @Option(names = "--cell", paramLabel = "ID", description = "Whose, where there are several.")
  private Optional<String> cell = Optional.empty();

  AuditCommand(
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
        cell, (meant, settings) -> errands.audit(wanted, meant, settings, environment));
  }
}
