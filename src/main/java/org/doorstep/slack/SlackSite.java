package org.doorstep.slack;

import java.util.List;
import java.util.Optional;
import org.doorstep.cell.Cell;
import org.doorstep.desk.Inbound;
import org.doorstep.people.Address;
import org.doorstep.people.InSlack;
import org.doorstep.people.Standing;
import org.jspecify.annotations.Nullable;

/**
 * Where in Slack something happened: a workspace, and the cell that it means there.
 *
 * @param team the workspace that the channel belongs to, as the cell's file has it
 */
record SlackSite(Cell cell, String team) {

  /**
   * The channel tells, where the cell's file names it: one that two workspaces share comes in from
   * either of them. Else the workspace does.
   *
   * @param teams that the payload names, the first of them for certain
   * @param channel null outside any channel
   */
  static Optional<SlackSite> of(SlackCells cells, List<String> teams, @Nullable String channel) {
    for (String team : teams) {
      Optional<SlackSite> named =
          cells
              .of(team, channel)
              .map(cell -> new SlackSite(cell, team))
              .filter(site -> channel != null && site.names(channel));
      if (named.isPresent()) return named;
    }
    return cells.of(teams.getFirst(), channel).map(cell -> new SlackSite(cell, teams.getFirst()));
  }

  private boolean names(String channel) {
    return cell.channels().anyMatch(written(channel)::equals);
  }

  /** A member or a channel of that workspace. */
  String written(String id) {
    return InSlack.written(cell.slackTeam(), team, id);
  }

  /**
   * @param home the workspace of whoever did it; empty where that is not told
   */
  Inbound.Sender sender(String home, String user, @Nullable String name) {
    String theirs = home.isEmpty() ? team : home;
    boolean known = theirs.equals(team) || cell.slackTeams().contains(theirs);
    return new Inbound.Sender(
        Address.slack(InSlack.written(cell.slackTeam(), theirs, user)),
        List.of(),
        name,
        known ? Standing.MEMBER : Standing.OUTSIDER);
  }
}
