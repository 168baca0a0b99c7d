package org.doorstep.desk;

import org.doorstep.cell.Cell;
import org.doorstep.cell.Referrer;
import org.doorstep.people.Standing;

/**
 * Guests of a Slack workspace, people of another one in a shared channel, and closed accounts: they
 * may read what the channel shows. Whom the cell's file names is no stranger.
 */
public final class Strangers {

  private Strangers() {}

  public static boolean is(Cell cell, Inbound.Sender sender) {
    String who = sender.address().value();
    return switch (sender.standing()) {
      case MEMBER -> false;
      case OUTSIDER, GONE -> true;
      case GUEST -> !named(cell, who);
    };
  }

  /** Why, as the id of what they read. */
  static String refusal(Standing standing) {
    return switch (standing) {
      case GUEST -> "spaces.a-guest";
      case OUTSIDER -> "spaces.an-outsider";
      case GONE, MEMBER -> "spaces.account-closed";
    };
  }

  private static boolean named(Cell cell, String who) {
    return Referrer.of(cell, who).isPresent()
        || cell.groups().stream().anyMatch(g -> g.leads().contains(who));
  }
}
