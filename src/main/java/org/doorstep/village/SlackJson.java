package org.doorstep.village;

import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/** Slack's own shapes. */
final class SlackJson {

  private final SlackTeam team;

  SlackJson(SlackTeam team) {
    this.team = team;
  }

  /**
   * @param replies those in its thread
   */
  ObjectNode message(SlackPost post, List<SlackPost> replies) {
    ObjectNode json =
        Json.object()
            .put("type", "message")
            .put("user", post.user())
            .put("ts", post.ts())
            .put("team", team.id())
            .put("text", post.text());
    if (post.user().equals(team.bot().user())) {
      json.put("bot_id", team.bot().id()).put("app_id", team.bot().app());
      json.putObject("bot_profile")
          .put("id", team.bot().id())
          .put("app_id", team.bot().app())
          .put("name", team.bot().name())
          .put("team_id", team.id());
    }
    if (!post.blocks().isEmpty()) json.set("blocks", post.blocks());
    if (post.threadTs() != null) json.put("thread_ts", post.threadTs());
    if (!replies.isEmpty()) {
      json.put("thread_ts", post.ts())
          .put("reply_count", replies.size())
          .put("latest_reply", replies.getLast().ts());
    }
    if (post.edited()) json.putObject("edited").put("user", post.user()).put("ts", post.ts());
    if (!post.reactions().isEmpty()) json.set("reactions", post.reactionsJson());
    return json;
  }

  ObjectNode channel(SlackRoom room) {
    boolean im = room.kind == SlackRoom.Kind.IM;
    ObjectNode json =
        Json.object()
            .put("id", room.id)
            .put("is_channel", room.kind == SlackRoom.Kind.CHANNEL)
            .put("is_group", room.kind == SlackRoom.Kind.GROUP)
            .put("is_im", im)
            .put("is_private", room.kind != SlackRoom.Kind.CHANNEL)
            .put("is_archived", false)
            .put("is_member", room.members.contains(team.bot().user()));
    if (im) return json.put("user", room.name);
    json.put("name", room.name).put("name_normalized", room.name);
    json.putObject("purpose").put("value", room.purpose);
    return json.put("num_members", room.members.size());
  }

  ObjectNode user(SlackTeam.User user) {
    ObjectNode json =
        Json.object()
            .put("id", user.id())
            .put("team_id", team.id())
            .put("name", handle(user))
            .put("real_name", user.name())
            .put("deleted", false)
            .put("is_restricted", user.guest())
            .put("is_ultra_restricted", false)
            .put("is_bot", user.bot())
            .put("tz", "Europe/London");
    json.putObject("profile")
        .put("real_name", user.name())
        .put("display_name", user.name())
        .put("title", user.title());
    return json;
  }

  static String handle(SlackTeam.User user) {
    return user.name().toLowerCase(Locale.ROOT).replace(' ', '.');
  }
}
