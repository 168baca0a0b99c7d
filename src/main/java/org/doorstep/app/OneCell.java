package org.doorstep.app;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.ToIntFunction;
import org.doorstep.cell.Cell;
import org.springframework.core.env.Environment;

/** A command beside the service is about one cell: the only one, or the one that was named. */
record OneCell(Environment environment, PrintWriter err, ToIntFunction<Errands.Report> tell) {

  private static final int BAD_USAGE = 2;

  /**
   * @param named its id, where there are several
   */
  int run(Optional<String> named, BiFunction<Cell, Settings, Errands.Report> errand) {
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
                .filter(cell -> named.isEmpty() || cell.id().value().equals(named.get()))
                .toList();
        yield meant.size() == 1
            ? tell.applyAsInt(errand.apply(meant.getFirst(), settings))
            : bad("name a cell with --cell: " + ids(cells.all()));
      }
    };
  }

  private static String ids(List<Cell> cells) {
    return String.join(", ", cells.stream().map(cell -> cell.id().value()).toList());
  }

  /** Says what is wrong with how the command was called. */
  int bad(String why) {
    err.println("doorstep: " + why);
    return BAD_USAGE;
  }
}
