package org.doorstep.village;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** The rooms of the simulated Slack and what was said in them. */
final class SlackWorkspace {

  private final SlackTeam team;
  private final InstantSource clock;
  private final Changes changes;
  private final Map<String, SlackRoom> rooms = new LinkedHashMap<>();
  private final Set<String> archived = new HashSet<>();
  private long lastMicros;

  SlackWorkspace(SlackTeam team, InstantSource clock, Changes changes) {
    this.team = team;
    this.clock = clock;
    this.changes = changes;
    team.rooms().forEach(room -> rooms.put(room.id, room));
  }

  SlackTeam team() {
    return team;
  }

  synchronized Optional<SlackRoom> room(String id) {
    return Optional.ofNullable(rooms.get(id));
  }

  /** Something that is not in a room. */
  void changed() {
    changes.slack("");
  }

  /** False where there is no such channel. */
  synchronized boolean archive(String channel, boolean archived) {
    if (!rooms.containsKey(channel)) return false;
    if (archived) this.archived.add(channel);
    else this.archived.remove(channel);
    changes.slack(channel);
    return true;
  }

  synchronized boolean archived(String channel) {
    return archived.contains(channel);
  }

  synchronized List<SlackRoom> rooms() {
    return List.copyOf(rooms.values());
  }

  /** The bot's direct conversation with a user, begun if it has not been yet. */
  synchronized SlackRoom directly(String user) {
    String id = "D" + user.substring(1);
    return rooms.computeIfAbsent(
        id, key -> new SlackRoom(id, user, "", SlackRoom.Kind.IM, Set.of(user, team.bot().user())));
  }

  /** A time stamp that no message has, for something that happens now. */
  synchronized String ts() {
    return nextTs(clock.instant());
  }

  /** Seconds and a count that never repeats, as Slack's time stamps are. */
  private String nextTs(Instant now) {
    long micros = now.getEpochSecond() * 1_000_000 + now.getNano() / 1000;
    lastMicros = Math.max(micros, lastMicros + 1);
    return String.format(Locale.ROOT, "%d.%06d", lastMicros / 1_000_000, lastMicros % 1_000_000);
  }

  synchronized SlackPost add(
      SlackRoom room,
      String user,
      String text,
      ArrayNode blocks,
      @Nullable JsonNode metadata,
      @Nullable String threadTs,
      @Nullable String onlyFor) {
    Instant now = clock.instant();
    SlackPost post =
        new SlackPost(
            nextTs(now), user, now, text, blocks, metadata, threadTs, false, onlyFor, Map.of());
    room.posts.put(post.ts(), post);
    changes.slack(room.id);
    return post;
  }

  synchronized Optional<SlackPost> post(SlackRoom room, String ts) {
    return Optional.ofNullable(room.posts.get(ts));
  }

  synchronized Optional<SlackPost> change(
      SlackRoom room, String ts, UnaryOperator<SlackPost> change) {
    SlackPost changed = room.posts.computeIfPresent(ts, (key, post) -> change.apply(post));
    changes.slack(room.id);
    return Optional.ofNullable(changed);
  }

  synchronized Optional<SlackPost> delete(SlackRoom room, String ts) {
    SlackPost gone = room.posts.remove(ts);
    changes.slack(room.id);
    return Optional.ofNullable(gone);
  }

  /** Oldest first, outside threads. */
  synchronized List<SlackPost> posts(SlackRoom room) {
    return room.posts.values().stream().filter(post -> !post.reply()).toList();
  }

  synchronized List<SlackPost> thread(SlackRoom room, String ts) {
    return room.thread(ts);
  }
}
