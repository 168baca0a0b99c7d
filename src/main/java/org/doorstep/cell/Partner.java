package org.doorstep.cell;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.doorstep.people.Need;
import org.doorstep.place.Area;
import org.doorstep.place.Place;
import org.jspecify.annotations.Nullable;

/**
 * An organisation that works with the groups of a cell and sees what comes to it in Slack.
 *
 * @param area where; the whole cell's, if its file says nothing
 * @param needs the kinds of help that it is for; empty means any
 * @param slackChannel where it sees what comes to it
 * @param people who answers for it: Slack users
 * @param answersWithin so long something waits for it before it goes on; null for the cell's usual
 *     time
 * @param hours when it is there; null for always. Nothing waits for it while it is shut
 * @param contact what whoever would rather turn to it themselves is told, in words
 */
public record Partner(
    String id,
    String name,
    Kind kind,
    Area area,
    Set<Need> needs,
    String slackChannel,
    List<String> people,
    @Nullable Duration answersWithin,
    @Nullable OpeningHours hours,
    @Nullable String contact) {

  /** What a partner is to the cell. */
  public enum Kind {
    /** A local infrastructure organisation: it coordinates and brokers. */
    LIO,
    HUB,
    SPECIALIST,
    STATUTORY
  }

  public Partner {
    needs = Set.copyOf(needs);
    people = List.copyOf(people);
  }

  boolean isFor(Need need, Place place) {
    return (needs.isEmpty() || needs.contains(need)) && area.covers(place);
  }

  public boolean answeredForBy(String slackUser) {
    return people.contains(slackUser);
  }
}
