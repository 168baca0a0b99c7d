package org.doorstep.app;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.springframework.core.env.Environment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The commands about volunteers. They need what the service needs; it may run meanwhile. */
@Command(name = "volunteers", description = "The people who help.", mixinStandardHelpOptions = true)
final class VolunteersCommands {

  private final Errands errands;
  private final Environment environment;
  private final OneCell command;

  /**
   * @param tell prints a report and makes an exit status of it
   */
  VolunteersCommands(
      Errands errands,
      Environment environment,
      PrintWriter err,
      ToIntFunction<Errands.Report> tell) {
    this.errands = errands;
    this.environment = environment;
    this.command = new OneCell(environment, err, tell);
  }

  @Command(
      name = "import",
      description =
          "Invites whom a list names (CSV, with headings). They are asked when they first write.",
      mixinStandardHelpOptions = true)
  int importList(
      @Parameters(paramLabel = "FILE") Path file,
      @Option(names = "--check", description = "Tells what would be done, and keeps nothing.")
          boolean check,
      @Option(names = "--cell", paramLabel = "ID", description = "Whose list it is.")
          Optional<String> cell) {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      return command.bad("cannot read " + file);
    }
    return command.run(
        cell,
        (meant, settings) -> errands.importVolunteers(file, meant, settings, environment, check));
  }
}
