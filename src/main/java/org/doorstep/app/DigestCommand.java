package org.doorstep.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import org.springframework.core.env.Environment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Some weeks' figures as a file. It needs what the service needs, which may run meanwhile. */
@Command(
    name = "digest",
    description = "Writes the figures of whole weeks into a new file (CSV).",
    mixinStandardHelpOptions = true)
final class DigestCommand implements Callable<Integer> {

  /** 128 bits and a little more: nobody tries them all. */
  private static final int TOKEN_BYTES = 20;

  private final Errands errands;
  private final Environment environment;
  private final OneCell command;
  private final ToIntFunction<Errands.Report> tell;

  @Parameters(paramLabel = "FILE", arity = "0..1")
  private Path file = Path.of("");

  @Option(names = "--from", paramLabel = "DAY", description = "As 2026-11-02.")
  private String from = "";

  @Option(names = "--to", paramLabel = "DAY", description = "As 2026-11-29.")
  private String to = "";

  @Option(
      names = "--open",
      description = "For everybody: without groups, and with a description beside it.")
  private boolean open;

  @Option(names = "--cell", paramLabel = "ID", description = "Whose, where there are several.")
  private Optional<String> cell = Optional.empty();

  DigestCommand(
      Errands errands,
      Environment environment,
      PrintWriter err,
      ToIntFunction<Errands.Report> tell) {
    this.errands = errands;
    this.environment = environment;
    this.command = new OneCell(environment, err, tell);
    this.tell = tell;
  }

  @Override
  public Integer call() {
    if (file.toString().isEmpty()) return command.bad("name a new file");
    LocalDate first;
    LocalDate last;
    try {
      first = LocalDate.parse(from);
      last = LocalDate.parse(to);
    } catch (DateTimeException e) {
      return command.bad("write --from and --to as 2026-11-02");
    }
    return command.run(
        cell,
        (meant, settings) ->
            errands.writeFigures(
                new Errands.Figures(file, first, last, open), meant, settings, environment));
  }

  @Command(
      name = "token",
      description = "Prints a new token for fetching figures, and its line for the cell's file.",
      mixinStandardHelpOptions = true)
  int token() {
    byte[] bytes = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(bytes);
    String token = HexFormat.of().formatHex(bytes);
    return tell.applyAsInt(
        new Errands.Report(
            List.of(
                "for whoever fetches the figures, to be kept like a password: " + token,
                "for the cell's file, under rules and figures: token: " + FiguresDoor.hash(token)),
            List.of()));
  }
}
