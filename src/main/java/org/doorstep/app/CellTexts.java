package org.doorstep.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.doorstep.cell.CellFile;

/**
 * The files of a folder of cells: {@code leeds.yml} is a cell, and {@code leeds/*.yml} are those of
 * its groups that have a file of their own.
 *
 * @param strays what stands in a folder that no cell is called after
 */
record CellTexts(List<OfCell> cells, List<String> strays) {

  /**
   * @param groups the YAML of its groups by the name of their file
   */
  record OfCell(String file, String yaml, SequencedMap<String, String> groups) {

    CellFile parse() {
      return CellFile.parse(file, yaml, groups);
    }

    /** Whether something that is wrong is wrong in one of its files. */
    static boolean holds(String file, String finding) {
      return finding.startsWith(file + ":") || finding.startsWith(stem(file) + "/");
    }
  }

  CellTexts {
    cells = List.copyOf(cells);
    strays = List.copyOf(strays);
  }

  /**
   * @param texts by path within the folder, with slashes
   */
  static CellTexts of(Map<String, String> texts) {
    Map<String, String> seen = new TreeMap<>(texts);
    seen.keySet().removeIf(CellTexts::hidden);
    List<OfCell> cells = new ArrayList<>();
    List<String> strays = new ArrayList<>();
    for (var text : seen.entrySet()) {
      String file = text.getKey();
      if (!file.contains("/")) cells.add(new OfCell(file, text.getValue(), groups(seen, file)));
      else if (seen.keySet().stream().noneMatch(cell -> groupOf(file, cell))) strays.add(file);
    }
    return new CellTexts(cells, strays.stream().map(CellTexts::stray).toList());
  }

  /** One cell's file, or one of its groups', wherever it is; with all that belongs to it. */
  static OfCell at(Path named) {
    Path file = cellAbove(named).orElse(named);
    Path folder = Path.of(stem(file.toString()));
    SequencedMap<String, String> groups = new TreeMap<>();
    if (Files.isDirectory(folder)) {
      Texts.under(folder)
          .forEach(
              (name, text) -> {
                if (!hidden(name)) groups.put(folder.resolve(name).toString(), text);
              });
    }
    return new OfCell(file.toString(), Texts.of(file), groups);
  }

  private static Optional<Path> cellAbove(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    return Stream.of(".yml", ".yaml")
        .map(ending -> Path.of(folder + ending))
        .filter(Files::isRegularFile)
        .findFirst();
  }

  private static SequencedMap<String, String> groups(Map<String, String> texts, String cell) {
    SequencedMap<String, String> groups = new TreeMap<>(texts);
    groups.keySet().removeIf(file -> !groupOf(file, cell));
    return groups;
  }

  private static boolean groupOf(String file, String cell) {
    return !cell.contains("/") && file.startsWith(stem(cell) + "/");
  }

  private static String stem(String file) {
    return file.replaceFirst("\\.ya?ml$", "");
  }

  /** A mounted folder holds its own workings under names with a dot. */
  private static boolean hidden(String file) {
    return file.startsWith(".") || file.contains("/.");
  }

  private static String stray(String file) {
    String cell = file.substring(0, file.indexOf('/')) + ".yml";
    return file
        + ":1: there is no cell file "
        + cell
        + " beside this folder: a cell's file stands in the folder of cells itself, and its groups'"
        + " in a folder of the same name";
  }
}
