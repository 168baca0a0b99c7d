package org.doorstep.village;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Slack's methods that look things up, and reactions. */
final class SlackReading {

  private final SlackWorkspace workspace;
  private final SlackTeam team;
  private final SlackJson json;

  SlackReading(SlackWorkspace workspace) {
    this.workspace = workspace;
    this.team = workspace.team();
    this.json = new SlackJson(team);
  }

  SlackAnswer authTest(SlackArguments in) {
    return new SlackAnswer.Ok(
        Json.object()
            .put("url", "https://" + team.domain() + ".slack.com/")
            .put("team", team.name())
            .put("user", "doorstep")
            .put("team_id", team.id())
            .put("user_id", team.bot().user())
            .put("bot_id", team.bot().id())
            .put("is_enterprise_install", false));
  }

  SlackAnswer users(SlackArguments in) {
    ArrayNode members = Json.array();
    team.users().forEach(user -> members.add(json.user(user)));
    return SlackAnswer.ok("members", members);
  }

  SlackAnswer user(SlackArguments in) {
    return team.user(in.text("user"))
        .map(user -> SlackAnswer.ok("user", json.user(user)))
        .orElseGet(() -> SlackAnswer.refused("user_not_found"));
  }

  SlackAnswer conversations(SlackArguments in) {
    String types = in.text("types").isEmpty() ? "public_channel" : in.text("types");
    ArrayNode channels = Json.array();
    for (SlackRoom room : workspace.rooms()) {
      String type =
          switch (room.kind) {
            case CHANNEL -> "public_channel";
            case GROUP -> "private_channel";
            case IM -> "im";
          };
      boolean visible = room.kind == SlackRoom.Kind.CHANNEL || member(room);
      if (visible && types.contains(type)) channels.add(json.channel(room));
    }
    ObjectNode body = Json.object();
    body.set("channels", channels);
    body.putObject("response_metadata").put("next_cursor", "");
    return new SlackAnswer.Ok(body);
  }

  SlackAnswer conversation(SlackArguments in) {
    return workspace
        .room(in.text("channel"))
        .filter(room -> room.kind == SlackRoom.Kind.CHANNEL || member(room))
        .map(room -> SlackAnswer.ok("channel", json.channel(room)))
        .orElseGet(() -> SlackAnswer.refused("channel_not_found"));
  }

  SlackAnswer open(SlackArguments in) {
    String user = in.text("users");
    return team.user(user).isEmpty()
        ? SlackAnswer.refused("user_not_found")
        : SlackAnswer.ok("channel", json.channel(workspace.directly(user)));
  }

  SlackAnswer history(SlackArguments in) {
    return inRoom(in, room -> page(in, room, workspace.posts(room).reversed()));
  }

  SlackAnswer replies(SlackArguments in) {
    return inRoom(
        in,
        room -> {
          Optional<SlackPost> parent = workspace.post(room, in.text("ts"));
          if (parent.isEmpty()) return SlackAnswer.refused("thread_not_found");
          List<SlackPost> thread = new ArrayList<>(List.of(parent.get()));
          thread.addAll(workspace.thread(room, parent.get().ts()));
          return page(in, room, thread);
        });
  }

  private SlackAnswer page(SlackArguments in, SlackRoom room, List<SlackPost> all) {
    String oldest = in.text("oldest");
    String latest = in.text("latest");
    boolean inclusive = in.flag("inclusive");
    List<SlackPost> wanted =
        all.stream()
            .filter(post -> post.onlyFor() == null)
            .filter(post -> oldest.isEmpty() || after(post.ts(), oldest, inclusive))
            .filter(post -> latest.isEmpty() || after(latest, post.ts(), inclusive))
            .toList();
    int limit = in.number("limit", 100);
    int from =
        in.text("cursor").matches("p[0-9]{1,6}")
            ? Integer.parseInt(in.text("cursor").substring(1))
            : 0;
    ArrayNode messages = Json.array();
    Stream<SlackPost> shown = wanted.stream().skip(from).limit(limit);
    shown.forEach(post -> messages.add(message(in, room, post)));
    boolean more = wanted.size() > from + limit;
    ObjectNode body = Json.object().put("has_more", more);
    body.set("messages", messages);
    body.putObject("response_metadata").put("next_cursor", more ? "p" + (from + limit) : "");
    return new SlackAnswer.Ok(body);
  }

  private ObjectNode message(SlackArguments in, SlackRoom room, SlackPost post) {
    ObjectNode message = json.message(post, workspace.thread(room, post.ts()));
    if (in.flag("include_all_metadata") && post.metadata() != null) {
      message.set("metadata", post.metadata());
    }
    return message;
  }

  private static boolean after(String ts, String than, boolean inclusive) {
    int order = new BigDecimal(ts).compareTo(new BigDecimal(than));
    return inclusive ? order >= 0 : order > 0;
  }

  SlackAnswer react(SlackArguments in) {
    return reaction(in, true);
  }

  SlackAnswer unreact(SlackArguments in) {
    return reaction(in, false);
  }

  private SlackAnswer reaction(SlackArguments in, boolean added) {
    String bot = team.bot().user();
    String name = in.text("name");
    if (!name.matches("[a-z0-9_+'-]{1,100}")) return SlackAnswer.refused("invalid_name");
    return onPost(
        in,
        (room, post) -> {
          boolean there = post.reactions().getOrDefault(name, List.of()).contains(bot);
          if (there == added) {
            return SlackAnswer.refused(added ? "already_reacted" : "no_reaction");
          }
          workspace.change(room, post.ts(), known -> known.reacted(name, bot, added));
          return SlackAnswer.ok();
        });
  }

  SlackAnswer reactions(SlackArguments in) {
    return onPost(
        in,
        (room, post) -> {
          ObjectNode body = Json.object().put("type", "message").put("channel", room.id);
          body.set("message", json.message(post, List.of()));
          return new SlackAnswer.Ok(body);
        });
  }

  private interface WithPost {
    SlackAnswer apply(SlackRoom room, SlackPost post);
  }

  private SlackAnswer onPost(SlackArguments in, WithPost then) {
    return inRoom(
        in,
        room ->
            workspace
                .post(room, in.text("timestamp"))
                .map(post -> then.apply(room, post))
                .orElseGet(() -> SlackAnswer.refused("message_not_found")));
  }

  private SlackAnswer inRoom(SlackArguments in, Function<SlackRoom, SlackAnswer> then) {
    Optional<SlackRoom> room = workspace.room(in.text("channel"));
    if (room.isEmpty()) return SlackAnswer.refused("channel_not_found");
    return member(room.get()) ? then.apply(room.get()) : SlackAnswer.refused("not_in_channel");
  }

  private boolean member(SlackRoom room) {
    return room.members.contains(team.bot().user());
  }
}
