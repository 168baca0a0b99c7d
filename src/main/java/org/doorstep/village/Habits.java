package org.doorstep.village;

/**
 * How the people of a simulated town behave: every distribution that is drawn from, and nothing
 * else. Why each is what it is stands in {@code src/docs/simulation.md}. Medians and spreads are
 * those of log-normal distributions; the spread is the standard deviation of the logarithm.
 *
 * @param neverAnswer share of volunteers who signed up and never say yes
 * @param yes a volunteer's chance of a yes to a job next door, rested and free: median
 * @param yesSpread between volunteers
 * @param saysNo share of those who do not say yes that say no, rather than nothing
 * @param replyMinutes from the buzz of the phone until it is looked at: median
 * @param replySpread between volunteers
 * @param replySpreadOfOne from one time to the next
 * @param thinkMinutes to read it, look into the diary and decide; nobody is faster
 * @param halfAsWillingMetres the distance at which a yes is half as likely
 * @param unlikedLessWilling by what a yes is multiplied where they would rather do other things
 * @param knownMoreWilling by what it is multiplied for somebody they helped before
 * @param works share who are at work on weekdays from nine to five
 * @param workSlows how many times longer it then takes until the phone is looked at
 * @param workLessWilling by what a yes is then multiplied
 * @param toleratesAWeek offers a week above which a volunteer mutes the chat: median
 * @param tolerateSpread between volunteers
 * @param mutedSlows how many times longer until a muted chat is looked at
 * @param mutedLessWilling by what a yes is then multiplied
 * @param sated by what a yes is multiplied right after a job was taken on
 * @param satedDays how long that takes to wear off, to a third
 * @param jobHours from taking a job on until it is done: median
 * @param jobSpread from job to job
 */
public record Habits(
    double neverAnswer,
    double yes,
    double yesSpread,
    double saysNo,
    double replyMinutes,
    double replySpread,
    double replySpreadOfOne,
    double thinkMinutes,
    int halfAsWillingMetres,
    double unlikedLessWilling,
    double knownMoreWilling,
    double works,
    double workSlows,
    double workLessWilling,
    double toleratesAWeek,
    double tolerateSpread,
    double mutedSlows,
    double mutedLessWilling,
    double sated,
    double satedDays,
    double jobHours,
    double jobSpread) {

  /** Nobody is surer than this. */
  static final double SUREST = 0.6;

  public static final Habits USUAL =
      new Habits(
          0.25, 0.12, 0.8, 0.25, 10, 0.7, 1.3, 1, 2000, 0.5, 2, 0.5, 4, 0.5, 20, 0.8, 12, 0.5, 0.4,
          3, 4, 0.7);

  /**
   * A volunteer's chance of a yes to an offer.
   *
   * @param sinceAJob days since they last took one on
   */
  double willing(Offer offer, boolean atWork, boolean muted, double sinceAJob) {
    double near = Math.pow(0.5, (double) offer.distance().metres() / halfAsWillingMetres);
    double willing = offer.volunteer().yes() * near;
    if (!offer.liked()) willing *= unlikedLessWilling;
    if (offer.known()) willing *= knownMoreWilling;
    if (atWork) willing *= workLessWilling;
    if (muted) willing *= mutedLessWilling;
    willing *= 1 - (1 - sated) * Math.exp(-sinceAJob / satedDays);
    return Math.min(SUREST, willing);
  }

  /**
   * Waking minutes until a volunteer answers, if they do.
   *
   * @param pace in standard deviations, from one time to the next
   */
  double minutes(Townsperson volunteer, boolean atWork, boolean muted, double pace) {
    double unseen = volunteer.replyMinutes() * Math.exp(replySpreadOfOne * pace);
    if (atWork) unseen *= workSlows;
    if (muted) unseen *= mutedSlows;
    return thinkMinutes + unseen;
  }
}
