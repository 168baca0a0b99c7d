package org.doorstep.cell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doorstep.place.Area;

/** The groups of one cell, from its own file and from theirs. */
final class GroupsReading {

  /** A group and where it stands. */
  private record Placed(Group group, Entries lines, Faults faults) {

    String at(String key) {
      return faults.placeOf(lines.at(key));
    }

    boolean inOneFileWith(Placed other) {
      return faults == other.faults;
    }
  }

  private final List<Placed> groups = new ArrayList<>();
  private final List<Faults> ownFiles = new ArrayList<>();

  void inTheCellsFile(Entries cell, Faults faults, Area area, WavePolicy usual) {
    cell.parts(
        "groups",
        "a group",
        GroupReading.KEYS,
        lines -> {
          take(lines, faults, area, usual, cell);
          return Optional.empty();
        });
  }

  void ofItsOwn(String file, String yaml, Area area, WavePolicy usual) {
    Faults faults = new Faults(file);
    ownFiles.add(faults);
    Yaml.root(yaml, faults, "a group in deploy/cells/hyde-park.yml")
        .map(root -> new Entries(root, "the group", faults, GroupReading.KEYS))
        .ifPresent(lines -> take(lines, faults, area, usual, lines));
  }

  private void take(Entries lines, Faults faults, Area area, WavePolicy usual, Entries list) {
    Placed placed = new Placed(new GroupReading(faults).group(lines, area, usual), lines, faults);
    String id = placed.group().id();
    groups.stream()
        .filter(other -> !id.isEmpty() && other.group().id().equals(id))
        .findFirst()
        .ifPresent(
            other -> {
              if (placed.inOneFileWith(other)) {
                faults.add(list.at("groups"), Faults.twice(id, "groups"));
              } else {
                faults.add(
                    lines.at("id"), alsoAt(other, "id", "`" + id + "`", "give each its own"));
              }
            });
    groups.add(placed);
  }

  private static String alsoAt(Placed other, String key, String what, String remedy) {
    return what + " stands in " + other.at(key) + " as well: " + remedy;
  }

  List<Group> all() {
    return groups.stream().map(Placed::group).toList();
  }

  /** Those of the groups' own files. */
  List<Fault> faults() {
    leadsOfTwoFiles();
    return ownFiles.stream().flatMap(faults -> faults.inOrder().stream()).toList();
  }

  /**
   * Who may give orders to a group is for that group to say; one who leads several is the cell's.
   */
  private void leadsOfTwoFiles() {
    Map<String, Placed> first = new HashMap<>();
    for (Placed placed : groups) {
      for (String lead : placed.group().leads()) {
        Placed other = lead.isEmpty() ? null : first.putIfAbsent(lead, placed);
        if (other == null || placed.inOneFileWith(other)) continue;
        placed
            .faults()
            .add(
                placed.lines().at("leads"),
                alsoAt(
                    other,
                    "leads",
                    "the lead " + masked(lead),
                    "keep one, or put both groups into the cell's file"));
      }
    }
  }

  /** What is wrong is logged, and a number is somebody's. */
  private static String masked(String lead) {
    return lead.startsWith("+") ? "with …" + lead.substring(lead.length() - 3) : "`" + lead + "`";
  }
}
