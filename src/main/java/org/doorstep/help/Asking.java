package org.doorstep.help;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.doorstep.cell.Cell;
import org.doorstep.cell.NeedTerms;
import org.doorstep.cell.WaveStep;
import org.doorstep.people.Flag;
import org.doorstep.people.PersonId;
import org.doorstep.people.Ties;

/**
 * One wave for one request: what is asked, and on what terms.
 *
 * @param ties whom the resident knows
 * @param language what the resident reads
 * @param usual what is read in this cell by those who chose nothing else
 * @param step how many, and how far away
 * @param night only those on duty
 * @param holdAtMost how many jobs one volunteer may hold
 * @param now local time
 */
public record Asking(
    HelpRequest.Seeking request,
    Ties ties,
    String language,
    String usual,
    WaveStep step,
    NeedTerms terms,
    boolean night,
    int holdAtMost,
    ZonedDateTime now) {

  /** What cannot wait for the morning. */
  private static final Set<Flag> PRESSING = Set.of(Flag.NO_MEDICINE, Flag.NO_HEATING, Flag.NO_FOOD);

  private static final Duration SOON = Duration.ofHours(4);

  public static Asking in(
      Cell cell,
      HelpRequest.Seeking request,
      Ties ties,
      String language,
      WaveStep step,
      boolean night,
      Instant now) {
    return new Asking(
        request,
        ties,
        language,
        cell.language(),
        step,
        cell.rules().termsOf(request.particulars().need()),
        night,
        cell.rules().holdAtMost(),
        now.atZone(cell.zone()));
  }

  /** Whether something vital is missing. */
  public static boolean pressing(Particulars particulars) {
    return particulars.flags().stream().anyMatch(PRESSING::contains);
  }

  /** Whether it cannot wait: something vital is missing, or it is of no use in a few hours. */
  public static boolean urgent(Particulars particulars, Instant now, ZoneId zone) {
    return urgentFrom(particulars, zone).filter(from -> !from.isAfter(now)).isPresent();
  }

  /** From when on it cannot wait; empty where it always can. */
  public static Optional<Instant> urgentFrom(Particulars particulars, ZoneId zone) {
    return pressing(particulars)
        ? Optional.of(particulars.openedAt())
        : particulars.when().deadline(zone).map(end -> end.minus(SOON));
  }

  public Instant instant() {
    return now.toInstant();
  }

  /** Who need not be looked at. */
  public Set<PersonId> without() {
    Set<PersonId> all = new HashSet<>(request.search().asked());
    all.addAll(request.search().declined());
    all.addAll(ties.apart());
    all.add(request.resident());
    return all;
  }

  /** Who is looked at wherever they live: those who helped before, the latest first. */
  public List<PersonId> familiar() {
    Set<PersonId> without = without();
    return ties.helpers().reversed().stream()
        .map(Ties.Helped::who)
        .filter(who -> !without.contains(who))
        .toList();
  }

  boolean knows(Candidate candidate) {
    return ties.timesHelpedBy(candidate.id()) > 0;
  }
}
