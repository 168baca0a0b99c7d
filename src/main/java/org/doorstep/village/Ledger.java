package org.doorstep.village;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import org.doorstep.village.Message.Face;
import org.doorstep.village.Message.Status;
import org.jspecify.annotations.Nullable;

/**
 * Every message of the simulated Twilio, in the order in which it came, and the windows they open.
 */
final class Ledger {

  private static final Duration WINDOW = Duration.ofHours(24);

  private final InstantSource clock;
  private final Changes changes;
  private final Map<String, Message> bySid = new LinkedHashMap<>();
  private final Map<String, Instant> lastWords = new HashMap<>();
  private int count;

  Ledger(InstantSource clock, Changes changes) {
    this.clock = clock;
    this.changes = changes;
  }

  static String sid(String prefix) {
    byte[] bytes = new byte[16];
    ThreadLocalRandom.current().nextBytes(bytes);
    return prefix + HexFormat.of().formatHex(bytes);
  }

  synchronized Message heard(String channel, String phone, Face face) {
    lastWords.put(phone, clock.instant());
    return keep(channel, phone, true, face, Status.QUEUED, null);
  }

  synchronized Message accepted(String channel, String phone, Face face, @Nullable Integer doom) {
    return keep(channel, phone, false, face, Status.QUEUED, doom);
  }

  private Message keep(
      String channel,
      String phone,
      boolean mine,
      Face face,
      Status status,
      @Nullable Integer doom) {
    String sid = sid(face.media() == null ? "SM" : "MM");
    Message message =
        new Message("m" + ++count, sid, channel, phone, mine, face, clock.instant(), status, doom);
    bySid.put(sid, message);
    changes.phone(phone);
    return message;
  }

  synchronized void reached(String sid, Status status) {
    Message known = bySid.computeIfPresent(sid, (key, message) -> message.at(status));
    if (known != null) changes.phone(known.phone());
  }

  synchronized void forget(String sid) {
    bySid.remove(sid);
  }

  synchronized Optional<Message> find(String sid) {
    return Optional.ofNullable(bySid.get(sid));
  }

  /** Free text may be sent for 24 hours after the person's last words. */
  synchronized boolean windowOpen(String phone) {
    Instant last = lastWords.get(phone);
    return last != null && clock.instant().isBefore(last.plus(WINDOW));
  }

  /** Newest first, as Twilio lists them. */
  synchronized List<Message> search(Predicate<Message> wanted) {
    return new ArrayList<>(bySid.values()).reversed().stream().filter(wanted).toList();
  }

  /** What a phone shows, oldest first. */
  synchronized List<Message> on(String phone) {
    return bySid.values().stream()
        .filter(message -> message.phone().equals(phone) && message.doom() == null)
        .toList();
  }
}
