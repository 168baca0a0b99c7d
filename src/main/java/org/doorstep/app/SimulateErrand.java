package org.doorstep.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.doorstep.cell.Cell;
import org.doorstep.cell.CellFile;
import org.doorstep.cell.Fault;
import org.doorstep.village.Comparison;
import org.doorstep.village.Habits;
import org.doorstep.village.Simulation;

/** Asks a made-up town by the rules of a cell, and tells what came of it. */
final class SimulateErrand {

  /** A cell that says nothing of its rules. */
  private static final String USUAL =
      """
      id: town
      name: The town
      zone: Europe/London
      whatsapp: "+447700900000"
      neighbours: Nobody
      slack: {team: T0TOWN, officers-channel: C0OFFICERS}
      officers: [{slack: U0OFFICER, name: The officer}]
      area: {outcodes: [LS6]}
      groups: [{id: town, name: The town, lead: The lead, stance: integrated}]
      """;

  private SimulateErrand() {}

  static Errands.Report run(
      long seed,
      Simulation.Size size,
      Optional<Path> cell,
      Optional<Path> json,
      Optional<Path> png) {
    return switch (cell.map(c -> CellTexts.at(c).parse())
        .orElseGet(() -> CellFile.parse("the usual cell", USUAL))) {
      case CellFile.Faulty faulty ->
          new Errands.Report(List.of(), faulty.faults().stream().map(Fault::toString).toList());
      case CellFile.Parsed(Cell known) -> {
        Comparison comparison = Simulation.run(seed, size, Habits.USUAL, known);
        var sheet = new SimulationSheet(comparison, known.rules());
        json.ifPresent(out -> Texts.write(out, sheet.json()));
        png.ifPresent(new SimulationPicture(comparison)::write);
        yield new Errands.Report(sheet.lines(), List.of());
      }
    };
  }
}
