package org.doorstep.village;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the people of one workspace do in Slack: they write, edit, delete, press buttons, give
 * commands, hand in forms.
 */
final class SlackMembers {

  private final VillageSettings settings;
  private final SlackWorkspace workspace;
  private final SlackTeam team;
  private final SlackJson json;
  private final SlackEvents events;
  private final SlackCalls calls;
  private final SlackTickets tickets;
  private final SlackViews views;
  private final SlackHolders holders;
  private final SlackFiles files;

  SlackMembers(
      VillageSettings settings,
      SlackWorkspace workspace,
      SlackEvents events,
      SlackCalls calls,
      SlackTickets tickets,
      SlackViews views,
      SlackHolders holders,
      SlackFiles files) {
    this.files = files;
    this.settings = settings;
    this.workspace = workspace;
    this.team = workspace.team();
    this.json = new SlackJson(team);
    this.events = events;
    this.calls = calls;
    this.tickets = tickets;
    this.views = views;
    this.holders = holders;
  }

  /**
   * Writes in a channel. True unless there is no such channel or user.
   *
   * @param threadTs the message whose thread it goes to
   */
  boolean say(String channel, String user, String text, @Nullable String threadTs) {
    return workspace.room(channel).filter(room -> say(room, user, text, threadTs)).isPresent();
  }

  /** Writes to Doorstep directly. */
  boolean sayDirectly(String user, String text) {
    return team.user(user).isPresent() && say(workspace.directly(user), user, text, null);
  }

  /**
   * Shares a file with Doorstep directly.
   *
   * @param kind {@code image}, {@code audio}, {@code document} …
   */
  boolean share(String user, String kind) {
    if (team.user(user).isEmpty()) return false;
    SlackRoom room = workspace.directly(user);
    SlackPost post = workspace.add(room, user, "[" + kind + "]", Json.array(), null, null, null);
    events.shared(room, post, files.share(kind));
    return true;
  }

  private boolean say(SlackRoom room, String user, String text, @Nullable String threadTs) {
    if (team.user(user).isEmpty()) return false;
    SlackPost post =
        workspace.add(room, user, asSlackWritesIt(text), Json.array(), null, threadTs, null);
    events.said(room, post);
    return true;
  }

  /** Slack escapes three characters and names emoji. */
  private static String asSlackWritesIt(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("👍", ":+1:")
        .replace("👎", ":-1:");
  }

  boolean edit(String channel, String ts, String text) {
    Optional<SlackRoom> room = workspace.room(channel);
    Optional<SlackPost> before = room.flatMap(r -> workspace.post(r, ts));
    if (room.isEmpty() || before.isEmpty()) return false;
    workspace
        .change(
            room.get(),
            ts,
            post -> post.saying(asSlackWritesIt(text), post.blocks(), post.metadata()))
        .ifPresent(after -> events.changed(room.get(), before.get(), after));
    return true;
  }

  boolean delete(String channel, String ts) {
    Optional<SlackRoom> room = workspace.room(channel);
    Optional<SlackPost> gone = room.flatMap(r -> workspace.delete(r, ts));
    if (room.isEmpty() || gone.isEmpty()) return false;
    events.deleted(room.get(), gone.get());
    return true;
  }

  /** Presses a button, or chooses from a select, on a message. */
  boolean press(String channel, String user, String ts, String actionId, String value) {
    Optional<SlackRoom> room = workspace.room(channel);
    Optional<SlackPost> post = room.flatMap(r -> workspace.post(r, ts));
    if (room.isEmpty() || post.isEmpty() || team.user(user).isEmpty()) return false;
    ObjectNode payload = payload("block_actions", user);
    payload
        .putObject("container")
        .put("type", "message")
        .put("message_ts", ts)
        .put("channel_id", channel)
        .put("is_ephemeral", post.get().onlyFor() != null);
    payload.putObject("channel").put("id", channel).put("name", spoken(room.get()));
    payload.set("message", json.message(post.get(), workspace.thread(room.get(), ts)));
    payload.putObject("state").putObject("values");
    payload.put("response_url", responseUrl(tickets.response(user, channel, ts)));
    payload
        .putArray("actions")
        .add(
            SlackPressed.action(post.get().blocks(), actionId, value)
                .put("action_ts", workspace.ts()));
    calls.interaction(channel, payload);
    holders.pressed(user, value);
    return true;
  }

  /** Chooses a shortcut of the app's, from anywhere. */
  void shortcut(String user, String callback) {
    ObjectNode payload = payload("shortcut", user);
    calls.interaction(user, payload.put("callback_id", callback).put("action_ts", workspace.ts()));
  }

  /** Chooses a shortcut of the app's from the menu of a message. */
  boolean shortcutOn(String channel, String ts, String user, String callback) {
    Optional<SlackPost> post = workspace.room(channel).flatMap(r -> workspace.post(r, ts));
    if (post.isEmpty() || team.user(user).isEmpty()) return false;
    ObjectNode payload = payload("message_action", user);
    payload.putObject("channel").put("id", channel);
    payload.set("message", json.message(post.get(), List.of()));
    payload.put("message_ts", ts).put("callback_id", callback).put("action_ts", workspace.ts());
    calls.interaction(user, payload);
    return true;
  }

  /** Presses a button on their own Home tab. */
  boolean pressAtHome(String user, String actionId, String value) {
    Optional<ObjectNode> home = views.home(user);
    if (home.isEmpty() || team.user(user).isEmpty()) return false;
    ObjectNode payload = payload("block_actions", user);
    payload.putObject("container").put("type", "view").put("view_id", Json.text(home.get(), "id"));
    payload.set("view", home.get());
    payload
        .putArray("actions")
        .add(
            SlackPressed.action(home.get().path("blocks"), actionId, value)
                .put("action_ts", workspace.ts()));
    calls.interaction(user, payload);
    holders.pressed(user, value);
    return true;
  }

  private static String spoken(SlackRoom room) {
    return room.kind == SlackRoom.Kind.IM ? "directmessage" : room.name;
  }

  /** The id of a user's direct conversation with Doorstep. */
  String directly(String user) {
    return workspace.directly(user).id;
  }

  boolean knows(String user) {
    return team.user(user).isPresent();
  }

  void openHome(String user) {
    events.homeOpened(user);
  }

  /**
   * @param command with its slash
   */
  void command(String channel, String user, String command, String text) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("token", "not-used");
    form.put("team_id", team.id());
    form.put("team_domain", team.domain());
    form.put("channel_id", channel);
    form.put(
        "channel_name", workspace.room(channel).map(SlackMembers::spoken).orElse("directmessage"));
    form.put("user_id", user);
    form.put("user_name", team.user(user).map(SlackJson::handle).orElse(""));
    form.put("command", command);
    form.put("text", text);
    form.put("api_app_id", team.bot().app());
    form.put("is_enterprise_install", "false");
    form.put("response_url", responseUrl(tickets.response(user, channel, "")));
    form.put("trigger_id", tickets.trigger(user));
    calls.command(channel, form, answer -> whispered(channel, user, answer));
  }

  /** What a command is answered with at once is seen by whoever gave it. */
  private void whispered(String channel, String user, Webhooks.Answer answer) {
    String text = Json.parse(answer.body()).map(body -> Json.text(body, "text")).orElse("");
    if (answer.status() != 200 || text.isEmpty()) return;
    workspace
        .room(channel)
        .ifPresent(
            room -> workspace.add(room, team.bot().user(), text, Json.array(), null, null, user));
  }

  /**
   * Hands in the modal that the user has open.
   *
   * @param values by block id and action id, as Slack sends them
   */
  boolean handIn(String user, JsonNode values) {
    Optional<ObjectNode> view = views.openFor(user);
    if (view.isEmpty()) return false;
    ObjectNode handed = view.get().deepCopy();
    handed.remove("shown_to");
    handed.putObject("state").set("values", values);
    ObjectNode payload = payload("view_submission", user);
    payload.set("view", handed);
    payload.putArray("response_urls");
    String id = Json.text(handed, "id");
    calls.handIn(user, payload, answer -> handedIn(id, answer));
    return true;
  }

  /** It closes, or it stays open with what is wrong at its fields; after a failure it stays. */
  private void handedIn(String id, Webhooks.Answer answer) {
    JsonNode body = Json.parse(answer.body()).orElseGet(Json::object);
    if (answer.status() != 200) return;
    boolean errors = Json.text(body, "response_action").equals("errors");
    if (!errors || !views.faulty(id, body.path("errors"))) views.close(id);
  }

  /** Closes the form that is open without handing it in. */
  boolean dismiss(String user) {
    Optional<ObjectNode> view = views.openFor(user);
    view.ifPresent(open -> views.close(Json.text(open, "id")));
    return view.isPresent();
  }

  private ObjectNode payload(String type, String user) {
    ObjectNode payload = Json.object().put("type", type);
    payload.putObject("team").put("id", team.id()).put("domain", team.domain());
    String handle = team.user(user).map(SlackJson::handle).orElse("");
    payload
        .putObject("user")
        .put("id", user)
        .put("username", handle)
        .put("name", handle)
        .put("team_id", team.id());
    return payload
        .put("api_app_id", team.bot().app())
        .put("token", "not-used")
        .put("is_enterprise_install", false)
        .put("trigger_id", tickets.trigger(user));
  }

  private String responseUrl(String ticket) {
    return settings.base().get().resolve(SlackApi.PATH + "/response/" + ticket).toString();
  }
}
