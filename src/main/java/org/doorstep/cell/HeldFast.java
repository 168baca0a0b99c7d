package org.doorstep.cell;

import java.util.List;
import java.util.Objects;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** What stays as it was while a cell is worked. */
final class HeldFast {

  private static final String PUT_BACK = "; put it back";
  private static final String RESTART = "; put it back, or stop Doorstep and start it again";

  private final Faults faults;

  HeldFast(String file) {
    this.faults = new Faults(file);
  }

  List<Fault> among(String yaml, Cell before, Cell after) {
    Node root = Yaml.root(yaml, faults, "the cell").orElse(null);
    if (root == null) return faults.inOrder();
    if (!before.id().equals(after.id())) {
      at(root, "id", "everything is kept under `" + before.id() + "`" + PUT_BACK);
    }
    if (!before.zone().equals(after.zone())) {
      at(root, "zone", "times that are set were reckoned in " + before.zone() + RESTART);
    }
    if (!before.whatsappNumber().equals(after.whatsappNumber())) {
      at(root, "whatsapp", "messages are under way from " + before.whatsappNumber() + RESTART);
    }
    if (!Objects.equals(before.smsNumber(), after.smsNumber())) {
      at(root, "sms", "messages may be under way by another number" + RESTART);
    }
    if (!before.slackTeam().equals(after.slackTeam())) {
      at(root, "slack", "posts that are kept true are in " + before.slackTeam() + RESTART);
    }
    for (Group group : before.groups()) {
      if (after.group(group.id()).isPresent()) continue;
      faults.add(
          lineOf(root, "groups"),
          "the group `"
              + group.id()
              + "` is gone, and its jobs and volunteers would be nobody's"
              + RESTART);
    }
    return faults.inOrder();
  }

  private void at(Node root, String key, String why) {
    faults.add(lineOf(root, key), "`" + key + "` cannot change while the cell is worked: " + why);
  }

  private static Node lineOf(Node root, String key) {
    if (!(root instanceof MappingNode lines)) return root;
    return lines.getValue().stream()
        .map(line -> line.getKeyNode())
        .filter(k -> k instanceof ScalarNode scalar && scalar.getValue().equals(key))
        .findFirst()
        .orElse(root);
  }
}
