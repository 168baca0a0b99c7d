package org.doorstep.talk;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import org.doorstep.cell.WholeLetters;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** From the text of a file to its {@link Item}s. */
final class Yaml {

  /** What YAML 1.1, still the most common, takes for a yes, a number, a date or a time of day. */
  private static final Pattern OTHERWISE_READ =
      Pattern.compile(
          "(?i)yes|no|on|off|y|n|true|false|null|~|=|<<"
              + "|[-+]?[0-9][0-9_]*(:[0-5]?[0-9]){1,2}(\\.[0-9]*)?" // minutes and seconds
              + "|[-+]?0[box]?[0-9a-f_]+" // in eights, twos or sixteens
              + "|[-+]?([0-9][0-9_]*(\\.[0-9_]*)?|\\.[0-9_]+)(e[-+]?[0-9]+)?"
              + "|[-+]?\\.(inf|nan)"
              + "|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([t ].*)?");

  private final String file;
  private final Faults faults;

  private Yaml(String file, Faults faults) {
    this.file = file;
    this.faults = faults;
  }

  static Item.@Nullable Table parse(String file, String text, Faults faults) {
    if (!YamlLimits.kept(file, text, faults)) return null;
    try {
      Optional<Node> root =
          new Compose(LoadSettings.builder().setLabel(file).build())
              .composeReader(new WholeLetters(text));
      if (root.isPresent() && new Yaml(file, faults).item(root.get()) instanceof Item.Table table) {
        return table;
      }
      faults.add(file, 1, "there are no keys in this file", "Begin with 'spec: 1'");
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(Mark::getLine).orElse(0) + 1;
      faults.add(file, line, "this is not YAML: " + e.getProblem(), "Look at quotes and indents");
    } catch (YamlEngineException e) {
      faults.add(file, 1, "this is not YAML", "Look at quotes and indents");
    }
    return null;
  }

  private Item item(Node node) {
    int line = line(node);
    return switch (node) {
      case ScalarNode scalar -> scalar(scalar, line);
      case SequenceNode many ->
          new Item.Many(many.getValue().stream().map(this::item).toList(), line);
      case MappingNode map -> table(map, line);
      default -> new Item.Nothing(line);
    };
  }

  private static Item scalar(ScalarNode scalar, int line) {
    String value = scalar.getValue();
    if (scalar.isPlain() && value.isEmpty()) return new Item.Nothing(line);
    boolean misread =
        scalar.isPlain()
            && (!scalar.getTag().equals(Tag.STR) || OTHERWISE_READ.matcher(value).matches());
    return new Item.Text(value, misread, line);
  }

  private Item table(MappingNode map, int line) {
    SequencedMap<String, Item> items = new LinkedHashMap<>();
    for (NodeTuple tuple : map.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        faults.add(file, line(tuple.getKeyNode()), "a key is not a word", "Write one word");
        continue;
      }
      if (scalar(key, line(key)) instanceof Item.Text text && text.misread()) {
        faults.add(
            file,
            line(key),
            "the key " + key.getValue() + " would be read as something else",
            "Put it in quotes: \"" + key.getValue() + "\"");
      }
      if (items.put(key.getValue(), item(tuple.getValueNode())) != null) {
        faults.add(
            file, line(key), "'" + key.getValue() + "' is here twice", "Keep only one of them");
      }
    }
    return new Item.Table(items, line);
  }

  private static int line(Node node) {
    return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
  }
}
