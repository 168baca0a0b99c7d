package org.doorstep.redis;

import java.util.HashMap;
import java.util.Map;
import org.doorstep.cell.CellId;
import org.doorstep.desk.DeliveryStatus;
import org.doorstep.desk.Dossier;
import org.doorstep.desk.Origin;
import org.doorstep.desk.OutgoingId;
import org.doorstep.desk.SlackRef;
import org.doorstep.people.PersonId;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** How far each message of ours got. */
record SentLog(Lines lines) {

  /** Empty once it is forgotten, or when there never was such a message. */
  Mono<Dossier.Sent> read(CellId cell, OutgoingId id) {
    return fields(cell, id)
        .filter(fields -> fields.containsKey("state"))
        .map(fields -> sent(id, fields));
  }

  private static Dossier.Sent sent(OutgoingId id, Map<String, String> fields) {
    String to = fields.getOrDefault("to", "");
    String origin = fields.getOrDefault("origin", "");
    String best = fields.getOrDefault("best", "");
    return new Dossier.Sent(
        id,
        to.isEmpty() ? null : new PersonId(to),
        origin.isEmpty() ? null : Whence.read(origin),
        best.isEmpty() ? null : DeliveryStatus.valueOf(best),
        null);
  }

  /** Whether an attempt began of which it is not known how it ended. */
  Mono<Boolean> uncertain(CellId cell, OutgoingId id) {
    return fields(cell, id)
        .map(fields -> fields.getOrDefault("state", ""))
        .map(state -> state.equals("attempting") || state.equals("uncertain"));
  }

  private Mono<Map<String, String>> fields(CellId cell, OutgoingId id) {
    return lines
        .shared()
        .hgetall(new Keys(cell).sent(id))
        .collectMap(f -> Utf8.text(f.getKey()), f -> Utf8.text(f.getValue()), HashMap::new);
  }

  /** A place in Slack as one word. A channel's id has no slash in it. */
  static final class SlackPlace {
    private SlackPlace() {}

    static String write(@Nullable SlackRef ref) {
      return ref == null ? "" : ref.channel() + "/" + ref.ts();
    }

    static SlackRef read(String text) {
      int slash = text.indexOf('/');
      return new SlackRef(text.substring(0, slash), text.substring(slash + 1));
    }
  }

  /** The officer's message that one of ours relays, as its place and its anchor. */
  static final class Whence {
    private Whence() {}

    static String write(@Nullable Origin origin) {
      return origin == null ? "" : SlackPlace.write(origin.message()) + " " + origin.anchor();
    }

    static Origin read(String text) {
      int space = text.indexOf(' ');
      return new Origin(SlackPlace.read(text.substring(0, space)), text.substring(space + 1));
    }
  }
}
