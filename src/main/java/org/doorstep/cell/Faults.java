package org.doorstep.cell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.snakeyaml.engine.v2.nodes.Node;

/** The faults found so far in one file. */
final class Faults {

  private final String file;
  private final List<Fault> found = new ArrayList<>();

  Faults(String file) {
    this.file = file;
  }

  void add(Node at, String message) {
    add(line(at), message);
  }

  private static int line(Node at) {
    return at.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
  }

  /** {@code cells/leeds.yml:12}. */
  String placeOf(Node node) {
    return file + ":" + line(node);
  }

  static String twice(String item, String key) {
    return "`" + item + "` is in `" + key + "` twice: give each its own";
  }

  void add(int line, String message) {
    found.add(new Fault(file, line, message));
  }

  int count() {
    return found.size();
  }

  List<Fault> inOrder() {
    return found.stream().distinct().sorted(Comparator.comparingInt(Fault::line)).toList();
  }
}
