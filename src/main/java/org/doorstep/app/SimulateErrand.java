package org.doorstep.app;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.doorstep.cell.Cell;
import org.doorstep.cell.CellFile;
import org.doorstep.cell.Fault;
import org.doorstep.cell.Rules;
import org.doorstep.village.Comparison;
import org.doorstep.village.Habits;
import org.doorstep.village.Simulation;

/** Asks a made-up town by the rules of a cell, and tells what came of it. */
final class SimulateErrand {

  private static final ZoneId USUAL_ZONE = ZoneId.of("Europe/London");

  private SimulateErrand() {}

  static Errands.Report run(
      long seed,
      Simulation.Size size,
      Optional<Path> cell,
      Optional<Path> json,
      Optional<Path> png) {
    if (cell.isEmpty()) return run(seed, size, Rules.usual(), USUAL_ZONE, json, png);
    return switch (CellFile.parse(cell.get().toString(), Texts.of(cell.get()))) {
      case CellFile.Parsed(Cell known) -> run(seed, size, known.rules(), known.zone(), json, png);
      case CellFile.Faulty faulty ->
          new Errands.Report(List.of(), faulty.faults().stream().map(Fault::toString).toList());
    };
  }

  private static Errands.Report run(
      long seed,
      Simulation.Size size,
      Rules rules,
      ZoneId zone,
      Optional<Path> json,
      Optional<Path> png) {
    Comparison comparison = Simulation.run(seed, size, Habits.USUAL, rules, zone);
    var sheet = new SimulationSheet(comparison, rules);
    json.ifPresent(file -> Texts.write(file, sheet.json()));
    png.ifPresent(file -> new SimulationPicture(comparison).write(file));
    return new Errands.Report(new ArrayList<>(sheet.lines()), List.of());
  }
}
