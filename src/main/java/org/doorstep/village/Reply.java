package org.doorstep.village;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What a volunteer makes of an offer, and when they say so.
 *
 * @param yes or else no; most say nothing at all
 */
record Reply(boolean yes, Instant at) {

  /**
   * @param strain before this offer
   */
  static Optional<Reply> to(
      Offer offer, Strain strain, Mood mood, Habits habits, Instant now, ZoneId zone) {
    Townsperson volunteer = offer.volunteer();
    if (volunteer.yes() == 0) return Optional.empty();
    boolean muted = strain.offersAWeek(now) >= volunteer.tolerates();
    boolean atWork = volunteer.atWork(now.atZone(zone));
    double willing = habits.willing(offer, atWork, muted, strain.daysSinceAJob(now));
    double minutes = habits.minutes(volunteer, atWork, muted, mood.pace());
    boolean yes = mood.yes() < willing;
    if (!yes && mood.no() >= habits.saysNo()) return Optional.empty();
    return Optional.of(new Reply(yes, volunteer.awakeFor(minutes, now, zone)));
  }
}
