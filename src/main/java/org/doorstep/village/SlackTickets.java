package org.doorstep.village;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What Slack hands out with a tap: a trigger for opening a modal, an address for answering. */
final class SlackTickets {

  private static final Duration TRIGGER = Duration.ofSeconds(3);
  private static final Duration RESPONSE = Duration.ofMinutes(30);
  private static final int RESPONSES = 5;

  /**
   * @param ts the message that was tapped; empty for a slash command
   */
  record Ticket(String user, String channel, String ts, Instant until, int uses) {
    private Ticket used() {
      return new Ticket(user, channel, ts, until, uses - 1);
    }
  }

  private final InstantSource clock;
  private final Map<String, Ticket> tickets = new HashMap<>();

  SlackTickets(InstantSource clock) {
    this.clock = clock;
  }

  String trigger(String user) {
    return issue("trigger", new Ticket(user, "", "", clock.instant().plus(TRIGGER), 1));
  }

  String response(String user, String channel, String ts) {
    return issue(
        "response", new Ticket(user, channel, ts, clock.instant().plus(RESPONSE), RESPONSES));
  }

  private synchronized String issue(String prefix, Ticket ticket) {
    String id = Ledger.sid(prefix + ".");
    tickets.put(id, ticket);
    return id;
  }

  /** Empty where it never was, is too old, or has been used up. */
  synchronized Optional<Ticket> use(String id) {
    Ticket ticket = tickets.get(id);
    if (ticket == null || ticket.uses() == 0 || clock.instant().isAfter(ticket.until())) {
      return Optional.empty();
    }
    tickets.put(id, ticket.used());
    return Optional.of(ticket);
  }

  /** Whether it was handed out at all, in time or not. */
  synchronized boolean known(String id) {
    return tickets.containsKey(id);
  }
}
