package org.doorstep.people;

import org.jspecify.annotations.Nullable;

/**
 * An id of Slack's, of a member or a channel, with its workspace. It is written {@code U0123ABCD}
 * in the workspace that the cell itself is in, and {@code T0456EFGH:U0123ABCD} in any other: the
 * same letters in two workspaces are two people.
 *
 * @param team null for the cell's own workspace
 */
public record InSlack(@Nullable String team, String id) {

  private static final char BETWEEN = ':';

  public static InSlack read(String written) {
    int between = written.indexOf(BETWEEN);
    return between < 0
        ? new InSlack(null, written)
        : new InSlack(written.substring(0, between), written.substring(between + 1));
  }

  /** As it is written in a cell whose own workspace is {@code home}. */
  public static String written(String home, String team, String id) {
    return new InSlack(team.equals(home) ? null : team, id).written();
  }

  public String written() {
    return team == null ? id : team + BETWEEN + id;
  }

  public String teamOr(String home) {
    return team == null ? home : team;
  }
}
