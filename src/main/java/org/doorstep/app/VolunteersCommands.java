package org.doorstep.app;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.doorstep.cell.Cell;
import org.springframework.core.env.Environment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The commands about volunteers. They need what the service needs; it may run meanwhile. */
@Command(name = "volunteers", description = "The people who help.", mixinStandardHelpOptions = true)
final class VolunteersCommands {

  private static final int BAD_USAGE = 2;

  private final Errands errands;
  private final Environment environment;
  private final PrintWriter err;
  private final ToIntFunction<Errands.Report> tell;

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
    this.err = err;
    this.tell = tell;
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
      return bad("cannot read " + file);
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
                errands.importVolunteers(file, meant.getFirst(), settings, environment, check))
            : bad("name a cell with --cell: " + ids(cells.all()));
      }
    };
  }

  private static String ids(List<Cell> cells) {
    return String.join(", ", cells.stream().map(cell -> cell.id().value()).toList());
  }

  private int bad(String why) {
    err.println("doorstep: " + why);
    return BAD_USAGE;
  }
}
