package org.doorstep.village;

import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Slack as the page shows it: the channels that Doorstep is in, and who wrote to it directly. */
final class SlackPage {

  private final List<SlackSide> sides;

  SlackPage(List<SlackSide> sides) {
    this.sides = sides;
  }

  ObjectNode tree() {
    ObjectNode slack = Json.object();
    for (String key : List.of("users", "channels", "dms", "homes", "workspaces")) {
      slack.putArray(key);
    }
    slack.put("me", sides.getFirst().team().me());
    sides.forEach(side -> add(slack, side));
    return slack;
  }

  private static void add(ObjectNode slack, SlackSide side) {
    SlackTeam team = side.team();
    SlackWorkspace workspace = side.workspace();
    slack
        .withArray("workspaces")
        .addObject()
        .put("id", team.id())
        .put("name", team.name())
        .put("installed", side.installed());
    ArrayNode users = slack.withArray("users");
    for (SlackTeam.User user : team.users()) {
      users
          .addObject()
          .put("id", user.id())
          .put("name", user.name())
          .put("title", user.title())
          .put("bot", user.bot());
    }
    ArrayNode channels = slack.withArray("channels");
    ArrayNode directs = slack.withArray("dms");
    for (SlackRoom room : workspace.rooms()) {
      if (!room.members.contains(team.bot().user())) continue;
      ObjectNode shown =
          room.kind == SlackRoom.Kind.IM
              ? directs.addObject().put("user", room.name)
              : channels
                  .addObject()
                  .put("id", room.id)
                  .put("name", room.name)
                  .put("purpose", room.purpose)
                  .put("private", room.kind == SlackRoom.Kind.GROUP)
                  .put("workspace", team.name());
      ArrayNode messages = shown.putArray("messages");
      workspace
          .posts(room)
          .forEach(post -> messages.add(post(post, workspace.thread(room, post.ts()))));
    }
    ArrayNode pages = slack.withArray("homes");
    for (SlackTeam.User user : team.users()) {
      if (!user.bot()) pages.add(page(side.views(), user.id()));
    }
  }

  /** What stands on somebody's Home tab, and the form that they have open. */
  private static ObjectNode page(SlackViews views, String user) {
    ObjectNode page = Json.object().put("user", user);
    page.set("blocks", views.home(user).map(home -> home.path("blocks")).orElseGet(Json::array));
    views
        .openFor(user)
        .ifPresentOrElse(
            form -> {
              ObjectNode open = form.deepCopy();
              open.set("errors", views.faultsOf(Json.text(form, "id")));
              page.set("form", open);
            },
            () -> page.putNull("form"));
    return page;
  }

  private static ObjectNode post(SlackPost post, List<SlackPost> thread) {
    ObjectNode json =
        Json.object()
            .put("ts", post.ts())
            .put("user", post.user())
            .put("at", post.at().toString())
            .put("text", post.text());
    json.set("blocks", post.blocks());
    json.set("reactions", post.reactionsJson());
    json.put("edited", post.edited()).put("onlyFor", post.onlyFor());
    ArrayNode replies = json.putArray("thread");
    thread.forEach(reply -> replies.add(post(reply, List.of())));
    return json;
  }
}
