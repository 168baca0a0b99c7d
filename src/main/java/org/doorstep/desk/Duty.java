package org.doorstep.desk;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.doorstep.cell.Officer;
import org.jspecify.annotations.Nullable;

/**
 * Who of those who look at cases is off duty, by their Slack user.
 *
 * @param off whose time is over is on duty again, whether or not they are in here still
 */
public record Duty(Map<String, Off> off) {

  public static final Duty EVERYBODY = new Duty(Map.of());

  /**
   * @param until {@link Instant#MAX} for whoever has left
   * @param standIn the Slack user who is told instead; null for the next of the list
   */
  public record Off(Instant until, @Nullable String standIn) {}

  public Duty {
    off = Map.copyOf(off);
  }

  Duty off(String user, Off since) {
    Map<String, Off> all = new LinkedHashMap<>(off);
    all.put(user, since);
    return new Duty(all);
  }

  Duty on(String user) {
    Map<String, Off> all = new LinkedHashMap<>(off);
    all.remove(user);
    return new Duty(all);
  }

  boolean isOn(String user, Instant now) {
    return offNow(user, now).isEmpty();
  }

  Optional<Off> offNow(String user, Instant now) {
    return Optional.ofNullable(off.get(user)).filter(since -> since.until().isAfter(now));
  }

  boolean hasLeft(String user) {
    Off since = off.get(user);
    return since != null && since.until().equals(Instant.MAX);
  }

  /**
   * Who is told in whose place, each once: where nobody is on duty, the list as it is, since
   * somebody has to be.
   */
  List<Officer> onDuty(List<Officer> inTurn, Instant now) {
    Set<Officer> there = new LinkedHashSet<>();
    for (Officer one : inTurn) insteadOf(one, inTurn, now).ifPresent(there::add);
    return there.isEmpty() ? inTurn : List.copyOf(there);
  }

  /** They themselves, or whoever stands in, or whoever stands in for those; else nobody. */
  Optional<Officer> insteadOf(Officer one, List<Officer> all, Instant now) {
    Set<String> passed = new LinkedHashSet<>();
    Officer next = one;
    while (next != null && passed.add(next.slackUser())) {
      Optional<Off> away = offNow(next.slackUser(), now);
      if (away.isEmpty()) return Optional.of(next);
      String standIn = away.get().standIn();
      next = all.stream().filter(o -> o.slackUser().equals(standIn)).findFirst().orElse(null);
    }
    return Optional.empty();
  }
}
