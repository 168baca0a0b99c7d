package org.doorstep.app;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.doorstep.cell.Cell;
import org.doorstep.cell.CellFile;
import org.doorstep.cell.Model;
import org.doorstep.people.InSlack;
import org.jspecify.annotations.Nullable;

/** The cells that this installation serves, and whose a number or a channel is. */
record Cells(List<Kept> kept) {

  /** A cell, and the file that it was read from. */
  record Kept(String file, Cell cell) {}

  Cells {
    kept = List.copyOf(kept);
  }

  /** The same, all in that model. */
  Cells responding(Model model) {
    return new Cells(
        kept.stream()
            .map(k -> new Kept(k.file(), k.cell().responding(k.cell().response().by(model))))
            .toList());
  }

  List<Cell> all() {
    return kept.stream().map(Kept::cell).toList();
  }

  /**
   * @param texts the cells' files and their groups', by name
   */
  static Checked<Cells> of(Map<String, String> texts) {
    CellTexts files = CellTexts.of(texts);
    List<Kept> cells = new ArrayList<>();
    List<String> findings = new ArrayList<>(files.strays());
    for (CellTexts.OfCell text : files.cells()) {
      switch (text.parse()) {
        case CellFile.Faulty(var faults) -> faults.forEach(f -> findings.add(f.toString()));
        case CellFile.Parsed(Cell cell) -> cells.add(new Kept(text.file(), cell));
      }
    }
    findings.addAll(clashes(cells));
    if (files.cells().isEmpty()) findings.add("there is no cell file");
    return findings.isEmpty()
        ? new Checked.Fine<>(new Cells(cells))
        : new Checked.Faulty<>(findings);
  }

  /** What two of them have that only one can have. */
  static List<String> clashes(List<Kept> cells) {
    List<String> findings = new ArrayList<>();
    Map<String, String> owners = new HashMap<>();
    for (Kept kept : cells) {
      owned(kept.cell())
          .forEach(
              thing -> {
                String first = owners.putIfAbsent(thing, kept.file());
                if (first != null) {
                  findings.add(kept.file() + ":1: " + thing + " is in " + first + " as well");
                }
              });
    }
    return findings;
  }

  /** What can belong to one cell only, since it tells which cell is meant. */
  private static Stream<String> owned(Cell cell) {
    Stream<String> numbers =
        Stream.of(Optional.of(cell.whatsappNumber()), Optional.ofNullable(cell.smsNumber()))
            .flatMap(Optional::stream)
            .distinct()
            .map(number -> "the number " + number);
    Stream<String> channels =
        cell.channels()
            .distinct()
            .map(InSlack::read)
            .map(c -> "the channel " + c.id() + " of " + c.teamOr(cell.slackTeam()));
    return Stream.of(Stream.of("the id " + cell.id()), numbers, channels).flatMap(s -> s);
  }

  /**
   * @param number in E.164
   */
  Optional<Cell> ofNumber(String number) {
    return all().stream().filter(cell -> cell.ownNumber(number)).findFirst();
  }

  /**
   * Where cells share a workspace, the channel tells; outside any channel it is then unknown.
   *
   * @param channel null outside any channel
   */
  Optional<Cell> ofSlack(String team, @Nullable String channel) {
    List<Cell> there = all().stream().filter(cell -> cell.slackTeams().contains(team)).toList();
    if (there.size() == 1) return Optional.of(there.getFirst());
    if (channel == null) return Optional.empty();
    return there.stream()
        .filter(
            cell ->
                cell.channels().anyMatch(InSlack.written(cell.slackTeam(), team, channel)::equals))
        .findFirst();
  }
}
