package org.doorstep.village;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What came of asking in one way.
 *
 * @param waits of the requests that somebody took in time, shortest first
 * @param requests all of them
 * @param passedOn shown to an officer because nobody had taken it after the last wave
 * @param volunteers how many there are
 * @param asked how many of them were offered something
 * @param used how many of them did at least one job
 * @param busiest offers to the one who had the most
 */
public record Outcome(
    String title,
    List<Duration> waits,
    int requests,
    int passedOn,
    int offers,
    int volunteers,
    int asked,
    int used,
    int busiest) {

  public Outcome {
    waits = List.copyOf(waits);
  }

  static Outcome of(String title, Collection<Job> jobs, Collection<Strain> strains) {
    return new Outcome(
        title,
        jobs.stream().flatMap(job -> job.untilTaken().stream()).sorted().toList(),
        jobs.size(),
        (int) jobs.stream().filter(job -> job.state().search().handedOver()).count(),
        jobs.stream().mapToInt(Job::offers).sum(),
        strains.size(),
        (int) strains.stream().filter(strain -> strain.offers() > 0).count(),
        (int) strains.stream().filter(strain -> strain.jobs() > 0).count(),
        strains.stream().mapToInt(Strain::offers).max().orElse(0));
  }

  /**
   * How long so many of all requests waited at most; empty where that many were not taken. A
   * request that nobody took counts as one that waits for ever, or a way of asking that gives up
   * early would look quick.
   *
   * @param share 0.5 for the median
   */
  public Optional<Duration> waitOf(double share) {
    int place = Math.max(1, (int) Math.ceil(share * requests));
    return place <= waits.size() ? Optional.of(waits.get(place - 1)) : Optional.empty();
  }

  /** Of those that were taken. */
  public Optional<Duration> worstWait() {
    return waits.isEmpty() ? Optional.empty() : Optional.of(waits.getLast());
  }

  public double filledShare() {
    return share(waits.size(), requests);
  }

  public double offersPerFilled() {
    return waits.isEmpty() ? Double.NaN : (double) offers / waits.size();
  }

  public double askedShare() {
    return share(asked, volunteers);
  }

  public double usedShare() {
    return share(used, volunteers);
  }

  private static double share(int some, int all) {
    return all == 0 ? 0 : (double) some / all;
  }
}
