package org.doorstep.village;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Slack's chat methods, as the bot may use them. */
final class SlackChat {

  private final SlackWorkspace workspace;
  private final SlackJson json;
  private final SlackEvents events;
  private final SlackHolders holders;
  private final InstantSource clock;
  private final Map<String, Long> lastPost = new HashMap<>();
  private volatile boolean paced;

  SlackChat(
      SlackWorkspace workspace, SlackEvents events, SlackHolders holders, InstantSource clock) {
    this.workspace = workspace;
    this.json = new SlackJson(workspace.team());
    this.events = events;
    this.holders = holders;
    this.clock = clock;
  }

  /** With pace, a channel takes one message per second. */
  void paced(boolean on) {
    paced = on;
  }

  SlackAnswer postMessage(SlackArguments in) {
    return writing(in, room -> post(in, room, null));
  }

  SlackAnswer postEphemeral(SlackArguments in) {
    return writing(
        in,
        room -> {
          if (!room.members.contains(in.text("user"))) {
            return SlackAnswer.refused("user_not_in_channel");
          }
          SlackPost post = keep(in, room, in.text("user"));
          return new SlackAnswer.Ok(Json.object().put("message_ts", post.ts()));
        });
  }

  private SlackAnswer post(SlackArguments in, SlackRoom room, @Nullable String onlyFor) {
    if (tooFast(room)) return new SlackAnswer.Slow(1);
    String thread = in.text("thread_ts");
    if (!thread.isEmpty() && workspace.post(room, thread).isEmpty()) {
      return SlackAnswer.refused("thread_not_found");
    }
    SlackPost post = keep(in, room, onlyFor);
    events.said(room, post);
    holders.told(room, post);
    return answer(room, post);
  }

  private SlackPost keep(SlackArguments in, SlackRoom room, @Nullable String onlyFor) {
    String thread = in.text("thread_ts");
    return workspace.add(
        room,
        workspace.team().bot().user(),
        in.text("text"),
        in.blocks(),
        in.tree("metadata").orElse(null),
        thread.isEmpty() ? null : thread,
        onlyFor);
  }

  private SlackAnswer answer(SlackRoom room, SlackPost post) {
    ObjectNode body = Json.object().put("channel", room.id).put("ts", post.ts());
    body.put("text", post.text());
    body.set("message", json.message(post, List.of()));
    return new SlackAnswer.Ok(body);
  }

  SlackAnswer update(SlackArguments in) {
    return writing(
        in,
        room -> {
          Optional<SlackPost> before = workspace.post(room, in.text("ts"));
          if (before.isEmpty()) return SlackAnswer.refused("message_not_found");
          if (!own(before.get())) return SlackAnswer.refused("cant_update_message");
          boolean restyled = in.values().has("blocks");
          return workspace
              .change(
                  room,
                  in.text("ts"),
                  post ->
                      post.saying(
                          in.text("text"),
                          restyled ? in.blocks() : Json.array(),
                          in.tree("metadata").orElse(post.metadata())))
              .map(
                  after -> {
                    events.changed(room, before.get(), after);
                    return answer(room, after);
                  })
              .orElseGet(() -> SlackAnswer.refused("message_not_found"));
        });
  }

  SlackAnswer delete(SlackArguments in) {
    return inRoom(
        in,
        room -> {
          Optional<SlackPost> post = workspace.post(room, in.text("ts"));
          if (post.isEmpty()) return SlackAnswer.refused("message_not_found");
          if (!own(post.get())) return SlackAnswer.refused("cant_delete_message");
          workspace.delete(room, post.get().ts());
          events.deleted(room, post.get());
          return new SlackAnswer.Ok(
              Json.object().put("channel", room.id).put("ts", post.get().ts()));
        });
  }

  SlackAnswer permalink(SlackArguments in) {
    String ts = in.text("message_ts");
    return inRoom(
        in,
        room ->
            workspace.post(room, ts).isEmpty()
                ? SlackAnswer.refused("message_not_found")
                : new SlackAnswer.Ok(
                    Json.object()
                        .put("channel", room.id)
                        .put(
                            "permalink",
                            "https://%s.slack.com/archives/%s/p%s"
                                .formatted(
                                    workspace.team().domain(), room.id, ts.replace(".", "")))));
  }

  private boolean own(SlackPost post) {
    return post.user().equals(workspace.team().bot().user());
  }

  private synchronized boolean tooFast(SlackRoom room) {
    if (!paced) return false;
    long now = clock.millis();
    Long last = lastPost.get(room.id);
    if (last != null && now - last < 1000) return true;
    lastPost.put(room.id, now);
    return false;
  }

  private SlackAnswer writing(SlackArguments in, Function<SlackRoom, SlackAnswer> then) {
    Optional<JsonNode> blocks = in.tree("blocks");
    if (in.text("text").isEmpty() && blocks.filter(b -> !b.isEmpty()).isEmpty()) {
      return SlackAnswer.refused("no_text");
    }
    if (in.text("text").length() > SlackLimits.LONGEST_TEXT) {
      return SlackAnswer.refused("msg_too_long");
    }
    if (blocks.isEmpty() && !in.text("blocks").isEmpty()) {
      return SlackAnswer.refused("invalid_blocks_format");
    }
    Optional<String> fault =
        blocks.flatMap(b -> SlackLimits.fault(b, SlackLimits.BLOCKS_IN_A_MESSAGE));
    if (fault.isPresent()) return new SlackAnswer.Refused("invalid_blocks", fault.get());
    return inRoom(in, then);
  }

  /** A channel's id, or a user's for the direct conversation with them. */
  private SlackAnswer inRoom(SlackArguments in, Function<SlackRoom, SlackAnswer> then) {
    String channel = in.text("channel");
    if (workspace.team().user(channel).isPresent()) {
      return then.apply(workspace.directly(channel));
    }
    Optional<SlackRoom> room = workspace.room(channel);
    if (room.isEmpty()) return SlackAnswer.refused("channel_not_found");
    if (workspace.archived(channel)) return SlackAnswer.refused("is_archived");
    return room.get().members.contains(workspace.team().bot().user())
        ? then.apply(room.get())
        : SlackAnswer.refused("not_in_channel");
  }
}
