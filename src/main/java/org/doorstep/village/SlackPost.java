package org.doorstep.village;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A message in Slack.
 *
 * @param threadTs the message whose thread it stands in; null outside threads
 * @param onlyFor the one user who sees it; null when everybody does
 * @param reactions who reacted, by the reaction's name
 */
record SlackPost(
    String ts,
    String user,
    Instant at,
    String text,
    ArrayNode blocks,
    @Nullable JsonNode metadata,
    @Nullable String threadTs,
    boolean edited,
    @Nullable String onlyFor,
    Map<String, List<String>> reactions) {

  SlackPost {
    Map<String, List<String>> copy = new LinkedHashMap<>();
    reactions.forEach((name, users) -> copy.put(name, List.copyOf(users)));
    reactions = copy;
  }

  boolean reply() {
    return threadTs != null && !threadTs.equals(ts);
  }

  SlackPost saying(String newText, ArrayNode newBlocks, @Nullable JsonNode newMetadata) {
    return new SlackPost(
        ts, user, at, newText, newBlocks, newMetadata, threadTs, true, onlyFor, reactions);
  }

  SlackPost reacted(String name, String by, boolean added) {
    Map<String, List<String>> now = new LinkedHashMap<>(reactions);
    List<String> users = new ArrayList<>(now.getOrDefault(name, List.of()));
    users.remove(by);
    if (added) users.add(by);
    if (users.isEmpty()) now.remove(name);
    else now.put(name, users);
    return new SlackPost(ts, user, at, text, blocks, metadata, threadTs, edited, onlyFor, now);
  }

  ArrayNode reactionsJson() {
    ArrayNode array = Json.array();
    reactions.forEach(
        (name, users) -> {
          ObjectNode reaction = array.addObject().put("name", name).put("count", users.size());
          reaction.set("users", Json.strings(users));
        });
    return array;
  }

  @Override
  public String toString() {
    return "SlackPost[" + ts + "]";
  }
}
