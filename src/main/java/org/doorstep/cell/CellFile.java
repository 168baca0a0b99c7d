package org.doorstep.cell;

import java.util.Collections;
import java.util.List;
import java.util.SequencedMap;

/** What came of reading a cell's file: the cell, or everything that is wrong with it at once. */
public sealed interface CellFile {

  record Parsed(Cell cell) implements CellFile {}

  record Faulty(List<Fault> faults) implements CellFile {
    public Faulty {
      faults = List.copyOf(faults);
      if (faults.isEmpty()) throw new IllegalArgumentException("nothing is wrong");
    }
  }

  /**
   * Reads the YAML of one cell, as shown in {@code deploy/cells/hyde-park.yml}.
   *
   * @param file what the faults call it
   */
  static CellFile parse(String file, String yaml) {
    return parse(file, yaml, Collections.emptyNavigableMap());
  }

  /**
   * The same, with those of its groups that have a file of their own. They come after the ones in
   * the cell's file.
   *
   * @param groups their YAML by the name of their file
   */
  static CellFile parse(String file, String yaml, SequencedMap<String, String> groups) {
    return new CellReading(file).read(yaml, groups);
  }

  /**
   * What an edit may not change while the cell is worked, each with its reason.
   *
   * @param yaml of {@code after}
   */
  static List<Fault> heldFast(String file, String yaml, Cell before, Cell after) {
    return new HeldFast(file).among(yaml, before, after);
  }

  /**
   * What no two cells of one installation may have in common, because messages find their cell by
   * it: the id, the senders, the officers' channel, a group's channel.
   *
   * @param cells by the name of their file
   */
  static List<Fault> clashes(SequencedMap<String, Cell> cells) {
    return Clashes.among(cells);
  }
}
