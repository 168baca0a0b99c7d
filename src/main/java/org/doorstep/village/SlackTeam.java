package org.doorstep.village;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Who is in the village's Slack.
 *
 * @param me whose eyes the page shows it through
 */
record SlackTeam(
    String id,
    String name,
    String domain,
    String me,
    Bot bot,
    List<User> users,
    JsonNode channels) {

  record Bot(String user, String id, String app, String name) {}

  /**
   * @param guest whether they were only invited into single channels
   */
  record User(String id, String name, String title, boolean bot, boolean guest) {}

  SlackTeam {
    users = List.copyOf(users);
  }

  /** The officers' workspace, and those that others have of their own. */
  static List<SlackTeam> readAll() {
    JsonNode file = Yaml.own("neighbourhood.yml");
    return List.of(read(file.path("slack")), read(file.path("other-slack")));
  }

  private static SlackTeam read(JsonNode slack) {
    JsonNode team = slack.path("team");
    JsonNode robot = slack.path("bot");
    Bot bot =
        new Bot(
            Json.text(robot, "user"),
            Json.text(robot, "id"),
            Json.text(robot, "app"),
            Json.text(robot, "name"));
    List<User> users = new ArrayList<>();
    for (JsonNode user : slack.path("users")) {
      users.add(
          new User(
              Json.text(user, "id"),
              Json.text(user, "name"),
              Json.text(user, "title"),
              false,
              user.path("guest").asBoolean(false)));
    }
    users.add(new User(bot.user(), bot.name(), "", true, false));
    return new SlackTeam(
        Json.text(team, "id"),
        Json.text(team, "name"),
        Json.text(team, "domain"),
        Json.text(slack, "me"),
        bot,
        users,
        slack.path("channels"));
  }

  Optional<User> user(String user) {
    return users.stream().filter(known -> known.id().equals(user)).findFirst();
  }

  List<SlackRoom> rooms() {
    List<SlackRoom> rooms = new ArrayList<>();
    for (JsonNode channel : channels) {
      Set<String> members = new HashSet<>();
      channel.path("members").forEach(member -> members.add(member.asString()));
      rooms.add(
          new SlackRoom(
              Json.text(channel, "id"),
              Json.text(channel, "name"),
              Json.text(channel, "purpose"),
              channel.path("private").asBoolean() ? SlackRoom.Kind.GROUP : SlackRoom.Kind.CHANNEL,
              members));
    }
    return rooms;
  }
}
