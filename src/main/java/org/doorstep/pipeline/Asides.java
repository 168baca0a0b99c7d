package org.doorstep.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The places in Slack that are away, as the owner of a cell knows them: what goes there is set
 * aside without asking Slack. Now and then the first of what waits is tried; once that is through,
 * all the others follow in order, and what is new stays behind them until none is left.
 */
final class Asides {

  /** For a workspace our own store is asked, for a channel Slack. */
  private static final Duration WORKSPACE_AGAIN = Duration.ofSeconds(5);

  private static final Duration CHANNEL_AGAIN = Duration.ofMinutes(1);

  /** How it is with a place. */
  enum State {
    AWAY,
    /** The first that waits for it is under way. */
    TRYING,
    BACK
  }

  /**
   * @param next when it is tried again
   */
  record Place(Instant since, State state, Instant next) {}

  private final Map<Holding, Map<String, Place>> known = new ConcurrentHashMap<>();

  /** What a predecessor set aside is known before anything is sent. */
  Mono<Map<String, Place>> of(
      Holding holding, Supplier<Mono<Map<String, Instant>>> kept, Instant now) {
    Map<String, Place> places = known.get(holding);
    if (places != null) return Mono.just(places);
    return kept.get()
        .map(
            since -> {
              known.keySet().removeIf(old -> old.cell().equals(holding.cell()));
              Map<String, Place> first = places(holding);
              since.forEach((place, at) -> first.put(place, new Place(at, State.AWAY, now)));
              return first;
            });
  }

  /** Which of a parcel's places is away, so that it need not be tried. */
  @Nullable String inTheWayOf(Holding holding, @Nullable String team, @Nullable String channel) {
    Map<String, Place> places = places(holding);
    if (team != null && places.containsKey(team)) return team;
    return channel != null && places.containsKey(channel) ? channel : null;
  }

  /** One whose turn it is; what is back comes first. */
  @Nullable String due(Holding holding, Instant now) {
    String due = null;
    for (Map.Entry<String, Place> each : places(holding).entrySet()) {
      Place place = each.getValue();
      if (place.state() == State.BACK) return each.getKey();
      if (place.state() == State.AWAY && !place.next().isAfter(now)) due = each.getKey();
    }
    return due;
  }

  /** Whether it is tried now; it was away until then. */
  boolean tryNow(Holding holding, String name) {
    to(holding, name, State.AWAY, State.TRYING);
    return isTried(holding, name);
  }

  /** Whether that is new. */
  boolean away(Holding holding, String name, Instant since, Instant now) {
    Instant first = since(holding, name, since);
    Instant next = now.plus(SlackWord.isWorkspace(name) ? WORKSPACE_AGAIN : CHANNEL_AGAIN);
    return places(holding).put(name, new Place(first, State.AWAY, next)) == null;
  }

  Instant since(Holding holding, String name, Instant otherwise) {
    Place place = places(holding).get(name);
    return place == null ? otherwise : place.since();
  }

  /** Something got through. */
  void back(Holding holding, String name) {
    to(holding, name, State.TRYING, State.BACK);
  }

  /** What it was tried with is gone: the next will do. */
  void tryAnother(Holding holding, String name) {
    to(holding, name, State.TRYING, State.AWAY);
  }

  private void to(Holding holding, String name, State from, State to) {
    places(holding)
        .computeIfPresent(
            name, (n, p) -> p.state() == from ? new Place(p.since(), to, p.since()) : p);
  }

  boolean isAway(Holding holding, String name) {
    Place place = places(holding).get(name);
    return place != null && place.state() == State.AWAY;
  }

  boolean isTried(Holding holding, String name) {
    Place place = places(holding).get(name);
    return place != null && place.state() == State.TRYING;
  }

  void forget(Holding holding, String name) {
    places(holding).remove(name);
  }

  /** Where something was set aside after all, once the place was forgotten: it is read again. */
  void stillThere(Holding holding, String name, Instant since) {
    places(holding).putIfAbsent(name, new Place(since, State.BACK, since));
  }

  private Map<String, Place> places(Holding holding) {
    return known.computeIfAbsent(holding, h -> new ConcurrentHashMap<>());
  }
}
