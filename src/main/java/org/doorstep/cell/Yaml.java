package org.doorstep.cell;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** A file's text as nodes that know their lines. */
final class Yaml {

  private Yaml() {}

  /**
   * @param startFrom where one may look how such a file is written
   */
  static Optional<Node> root(String yaml, Faults faults, String startFrom) {
    try {
      Optional<Node> root =
          new Compose(LoadSettings.builder().build()).composeReader(new WholeLetters(yaml));
      if (root.isEmpty()) faults.add(1, "the file is empty: start from " + startFrom);
      return root;
    } catch (MarkedYamlEngineException broken) {
      int line = broken.getProblemMark().map(Mark::getLine).orElse(0) + 1;
      faults.add(
          line,
          "this is not YAML ("
              + broken.getProblem()
              + "): check the spaces before this line, and put text with : or # in quotes");
    } catch (YamlEngineException broken) {
      faults.add(1, "this is not YAML: check that it is a text file in UTF-8");
    }
    return Optional.empty();
  }
}
