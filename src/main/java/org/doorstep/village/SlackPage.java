package org.doorstep.village;

import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Slack as the page shows it: the channels that Doorstep is in, and who wrote to it directly. */
final class SlackPage {

  private final SlackWorkspace workspace;
  private final SlackTeam team;
  private final SlackViews views;

  SlackPage(SlackWorkspace workspace, SlackViews views) {
    this.views = views;
    this.workspace = workspace;
    this.team = workspace.team();
  }

  ObjectNode tree() {
    ObjectNode slack = Json.object();
    ArrayNode users = slack.putArray("users");
    for (SlackTeam.User user : team.users()) {
      users
          .addObject()
          .put("id", user.id())
          .put("name", user.name())
          .put("title", user.title())
          .put("bot", user.bot());
    }
    slack.put("me", team.me());
    ArrayNode channels = slack.putArray("channels");
    ArrayNode directs = slack.putArray("dms");
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
                  .put("private", room.kind == SlackRoom.Kind.GROUP);
      ArrayNode messages = shown.putArray("messages");
      workspace
          .posts(room)
          .forEach(post -> messages.add(post(post, workspace.thread(room, post.ts()))));
    }
    ArrayNode pages = slack.putArray("homes");
    for (SlackTeam.User user : team.users()) {
      if (!user.bot()) pages.add(page(user.id()));
    }
    return slack;
  }

  /** What stands on somebody's Home tab, and the form that they have open. */
  private ObjectNode page(String user) {
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
