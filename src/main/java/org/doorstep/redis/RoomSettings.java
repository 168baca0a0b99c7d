package org.doorstep.redis;

import java.time.Duration;

/**
 * How this room keeps things.
 *
 * @param replicas how many replicas must have a write before it is acknowledged; 0 where there are
 *     none
 * @param replicasWithin how long to wait for them
 * @param remember how long the id of an inbound, and how far a message got, are remembered
 * @param rememberPosts how long after its last change a post in Slack can still be found
 * @param keepEvents how long facts are kept
 */
public record RoomSettings(
    int replicas,
    Duration replicasWithin,
    Duration remember,
    Duration rememberPosts,
    Duration keepEvents) {

  public static final RoomSettings DEFAULT =
      new RoomSettings(
          0,
          Duration.ofMillis(800),
          Duration.ofDays(7),
          Duration.ofDays(180),
          Duration.ofDays(400));

  public RoomSettings replicated(int toReplicas) {
    return new RoomSettings(toReplicas, replicasWithin, remember, rememberPosts, keepEvents);
  }
}
