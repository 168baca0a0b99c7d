package org.doorstep.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doorstep.cell.Cell;
import org.doorstep.cell.CellFile;
import org.doorstep.cell.CellId;
import org.doorstep.cell.Fault;
import org.doorstep.cell.Model;
import org.jspecify.annotations.Nullable;

/**
 * The cells as their files say at the moment. Each is taken whole or stays whole as it was, and a
 * mistake in one keeps no other from being edited. Which cells there are does not change.
 */
final class LiveCells {

  /**
   * What an edit of a cell's files came to.
   *
   * @param edit a name for it
   * @param refused empty where all counts again that was refused before
   */
  record News(CellId cell, String edit, List<String> refused) {}

  private final Cells first;
  private final @Nullable LiveFolder<Cells> folder;
  private volatile @Nullable Model chosen;
  private final Map<CellId, List<String>> told = new HashMap<>();

  /**
   * @param folder none in the village, where nobody edits
   */
  LiveCells(Optional<Path> folder, Cells cells) {
    this.first = cells;
    this.folder =
        folder.map(f -> new LiveFolder<>("cells", f, cells, LiveCells::edited)).orElse(null);
  }

  Cells now() {
    Cells now = folder == null ? first : folder.now();
    Model model = chosen;
    return model == null ? now : now.responding(model);
  }

  /** In the village all three are tried; what the file says of it counts no more. */
  void respond(Model model) {
    chosen = model;
  }

  /** The same cell as it is now. */
  Cell now(Cell cell) {
    return now().all().stream().filter(c -> c.id().equals(cell.id())).findFirst().orElse(cell);
  }

  Optional<Cell> ofNumber(String number) {
    return now().ofNumber(number);
  }

  Optional<Cell> ofSlack(String team, @Nullable String channel) {
    return now().ofSlack(team, channel);
  }

  /** What is wrong with the files as they are now. */
  List<String> refused() {
    return folder == null ? List.of() : folder.refused();
  }

  /**
   * Reads them again if anything has changed, and says what those who look after them must know.
   */
  synchronized List<News> look() {
    if (folder == null || !folder.look()) return List.of();
    List<News> news = new ArrayList<>();
    for (Cells.Kept kept : folder.now().kept()) {
      List<String> wrong =
          folder.refused().stream()
              .filter(finding -> CellTexts.OfCell.holds(kept.file(), finding))
              .toList();
      CellId id = kept.cell().id();
      List<String> before = told.getOrDefault(id, List.of());
      if (wrong.equals(before)) continue;
      told.put(id, wrong);
      news.add(new News(id, folder.edit(), wrong));
    }
    return news;
  }

  private static LiveFolder.Edited<Cells> edited(Path folder, Cells before) {
    CellTexts files = CellTexts.of(Texts.under(folder));
    List<String> wrong = new ArrayList<>(files.strays());
    List<Cells.Kept> next = new ArrayList<>();
    for (Cells.Kept kept : before.kept()) next.add(edited(files, kept, wrong));
    for (CellTexts.OfCell file : files.cells()) unknown(file, before).ifPresent(wrong::add);
    List<String> clashes = Cells.clashes(next);
    if (!clashes.isEmpty()) {
      wrong.addAll(clashes);
      return new LiveFolder.Edited<>(before, wrong); // whose fault it is nobody can tell
    }
    return new LiveFolder.Edited<>(new Cells(next), wrong);
  }

  /** One cell as its file has it now, or as it was. */
  private static Cells.Kept edited(CellTexts files, Cells.Kept kept, List<String> wrong) {
    CellTexts.OfCell file =
        files.cells().stream().filter(f -> f.file().equals(kept.file())).findFirst().orElse(null);
    if (file == null) {
      wrong.add(kept.file() + ":1: the file is gone, and the cell is being worked: put it back");
      return kept;
    }
    return switch (file.parse()) {
      case CellFile.Faulty(var faults) -> refused(kept, faults, wrong);
      case CellFile.Parsed(Cell cell) -> {
        List<Fault> fixed = CellFile.heldFast(file.file(), file.yaml(), kept.cell(), cell);
        yield fixed.isEmpty() ? new Cells.Kept(kept.file(), cell) : refused(kept, fixed, wrong);
      }
    };
  }

  private static Cells.Kept refused(Cells.Kept kept, List<Fault> faults, List<String> wrong) {
    faults.forEach(fault -> wrong.add(fault.toString()));
    return kept;
  }

  private static Optional<String> unknown(CellTexts.OfCell file, Cells before) {
    return before.kept().stream().anyMatch(kept -> kept.file().equals(file.file()))
        ? Optional.empty()
        : Optional.of(file.file() + ":1: a new cell is worked once Doorstep is started again");
  }
}
