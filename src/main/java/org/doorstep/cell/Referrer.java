package org.doorstep.cell;

import java.util.Optional;

/**
 * Somebody who may refer a resident to the groups: an officer, one of a partner's people, or a
 * call-taker.
 *
 * @param name theirs; of a partner's people, their organisation's
 * @param channel where they hear what becomes of it
 */
public record Referrer(String slackUser, String name, String channel) {

  public static Optional<Referrer> of(Cell cell, String slackUser) {
    return cell.officer(slackUser)
        .map(officer -> new Referrer(slackUser, officer.name(), cell.officersChannel()))
        .or(() -> ofPartner(cell, slackUser))
        .or(
            () ->
                cell.response().callTakers().stream()
                    .filter(one -> one.slackUser().equals(slackUser))
                    .map(one -> new Referrer(slackUser, one.name(), cell.officersChannel()))
                    .findFirst());
  }

  private static Optional<Referrer> ofPartner(Cell cell, String slackUser) {
    return cell.response().partners().stream()
        .filter(partner -> partner.answeredForBy(slackUser))
        .map(partner -> new Referrer(slackUser, partner.name(), partner.slackChannel()))
        .findFirst();
  }

  /** Whether they may speak for what was referred in that channel. */
  public boolean answersIn(Cell cell, String referredIn) {
    return channel.equals(referredIn) || cell.officer(slackUser).isPresent();
  }
}
