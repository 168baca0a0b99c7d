package org.doorstep.village;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/** What Slack tells the app of, by the Events API; the app's own messages included. */
final class SlackEvents {

  private final SlackTeam team;
  private final SlackJson json;
  private final SlackCalls calls;
  private final InstantSource clock;

  SlackEvents(SlackTeam team, SlackCalls calls, InstantSource clock) {
    this.team = team;
    this.json = new SlackJson(team);
    this.calls = calls;
    this.clock = clock;
  }

  void said(SlackRoom room, SlackPost post) {
    ObjectNode event = json.message(post, List.of());
    if (post.reply()) event.put("parent_user_id", team.bot().user());
    if (!event.has("bot_id")) event.put("client_msg_id", Ledger.sid(""));
    send(room, post.ts(), event);
  }

  /** A file without a word: what stands on the page in its place is not in the event. */
  void shared(SlackRoom room, SlackPost post, ObjectNode file) {
    ObjectNode event = json.message(post, List.of());
    event.put("subtype", "file_share").put("text", "");
    event.putArray("files").add(file);
    send(room, post.ts(), event);
  }

  void changed(SlackRoom room, SlackPost before, SlackPost after) {
    ObjectNode event =
        Json.object().put("type", "message").put("subtype", "message_changed").put("hidden", true);
    event.set("message", json.message(after, List.of()));
    event.set("previous_message", json.message(before, List.of()));
    send(room, now(), event.put("ts", now()));
  }

  void deleted(SlackRoom room, SlackPost gone) {
    ObjectNode event =
        Json.object()
            .put("type", "message")
            .put("subtype", "message_deleted")
            .put("hidden", true)
            .put("deleted_ts", gone.ts());
    event.set("previous_message", json.message(gone, List.of()));
    send(room, now(), event.put("ts", now()));
  }

  void homeOpened(String user) {
    ObjectNode event =
        Json.object()
            .put("type", "app_home_opened")
            .put("user", user)
            .put("channel", "D" + user.substring(1))
            .put("tab", "home")
            .put("event_ts", now());
    calls.event(user, envelope(event));
  }

  /** The app was taken out; its token counts no more. */
  void uninstalled() {
    ObjectNode revoked = Json.object().put("type", "tokens_revoked");
    revoked.putObject("tokens").putArray("bot").add(team.bot().user());
    calls.event("team", envelope(revoked.put("event_ts", now())));
    calls.event(
        "team", envelope(Json.object().put("type", "app_uninstalled").put("event_ts", now())));
  }

  private void send(SlackRoom room, String ts, ObjectNode event) {
    if (!room.members.contains(team.bot().user())) return;
    event.put("channel", room.id).put("channel_type", room.kind.wire()).put("event_ts", ts);
    calls.event(room.id, envelope(event));
  }

  private String now() {
    long millis = clock.millis();
    return String.format(Locale.ROOT, "%d.%06d", millis / 1000, millis % 1000 * 1000);
  }

  private ObjectNode envelope(ObjectNode event) {
    ObjectNode envelope =
        Json.object()
            .put("token", "not-used")
            .put("team_id", team.id())
            .put("context_team_id", team.id())
            .put("api_app_id", team.bot().app())
            .put("type", "event_callback")
            .put("event_id", Ledger.sid("Ev"))
            .put("event_time", clock.instant().getEpochSecond())
            .put("is_ext_shared_channel", false)
            .put("event_context", Ledger.sid("EC"));
    envelope.set("event", event);
    envelope
        .putArray("authorizations")
        .addObject()
        .putNull("enterprise_id")
        .put("team_id", team.id())
        .put("user_id", team.bot().user())
        .put("is_bot", true)
        .put("is_enterprise_install", false);
    return envelope;
  }
}
