package org.doorstep.cell;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.doorstep.people.Need;
import org.doorstep.people.Travel;

/**
 * How a cell does things.
 *
 * @param policy who is asked when; a group may have its own
 * @param nudgeAfter a claimed job that nobody spoke of is asked about
 * @param lapseAfter counted from the nudge: it is handed back
 * @param holdAtMost how many jobs one volunteer may hold
 * @param standby what becomes of those who said yes when somebody else had the job
 * @param arrivedAfter counted from "done": the resident is asked whether it arrived
 * @param acknowledgeWithin an officer's time to take a case before the deputy is told
 * @param gather how long a short text waits for the next one of the same thought; zero answers each
 *     at once
 * @param keepClosedFor how long a closed request and its words are kept
 * @param keepInvitedFor how long somebody on a list may leave it open whether they agree
 * @param payingBack who pays back what a volunteer has laid out; a group may have its own
 * @param keepExpensesFor how long that is kept, counted from the end of the month
 * @param needs those kinds of help that ask something of a volunteer
 * @param neighboursAnswerWithin how long a group may leave open whether it takes on a request of
 *     another
 * @param things what neighbours give and lend
 * @param staleAfter an entry of the directory that was last checked longer ago is shown with that
 * @param handBackAfter so long nobody writes on an officer's line to somebody before the assistant
 *     answers them again
 * @param reporting what is told of the cell's figures
 * @param keepAuditFor how long it is kept who looked at what, counted from the end of the month
 */
public record Rules(
    WavePolicy policy,
    QuietHours quietHours,
    Duration nudgeAfter,
    Duration lapseAfter,
    int holdAtMost,
    Standby standby,
    Duration arrivedAfter,
    Duration acknowledgeWithin,
    Duration gather,
    Duration keepClosedFor,
    Duration keepInvitedFor,
    PayingBack payingBack,
    Duration keepExpensesFor,
    List<NeedTerms> needs,
    Duration neighboursAnswerWithin,
    ThingTerms things,
    Duration staleAfter,
    Duration handBackAfter,
    Reporting reporting,
    Duration keepAuditFor) {

  public static final Duration USUAL_AUDIT = Duration.ofDays(400);

  /** So long a human's line to somebody may be silent before the assistant answers again. */
  public static final Duration USUAL_HAND_BACK = Duration.ofHours(12);

  /** Half a year. */
  public static final Duration USUAL_STALE = Duration.ofDays(180);

  /** How long a neighbouring group may leave open whether it takes a request on. */
  public static final Duration USUAL_ANSWER = Duration.ofHours(2);

  /** A lift needs a car. */
  public static final List<NeedTerms> USUAL_NEEDS =
      List.of(new NeedTerms(new Need("lift"), Set.of(Travel.CAR), Set.of(), false));

  /**
   * Promotion from the standby list.
   *
   * @param atOnce a yes that is no older gets the job without being asked again
   * @param askAlone how long an older one is asked alone
   */
  public record Standby(Duration atOnce, Duration askAlone) {

    public static final Standby USUAL = new Standby(Duration.ofHours(1), Duration.ofMinutes(15));
  }

  public Rules {
    needs = List.copyOf(needs);
  }

  /** Things are given and lent, and requests taken on, as is usual. */
  public Rules(
      WavePolicy policy,
      QuietHours quietHours,
      Duration nudgeAfter,
      Duration lapseAfter,
      int holdAtMost,
      Standby standby,
      Duration arrivedAfter,
      Duration acknowledgeWithin,
      Duration gather,
      Duration keepClosedFor,
      Duration keepInvitedFor,
      PayingBack payingBack,
      Duration keepExpensesFor,
      List<NeedTerms> needs) {
    this(
        policy,
        quietHours,
        nudgeAfter,
        lapseAfter,
        holdAtMost,
        standby,
        arrivedAfter,
        acknowledgeWithin,
        gather,
        keepClosedFor,
        keepInvitedFor,
        payingBack,
        keepExpensesFor,
        needs,
        USUAL_ANSWER,
        ThingTerms.USUAL,
        USUAL_STALE,
        USUAL_HAND_BACK,
        Reporting.USUAL,
        USUAL_AUDIT);
  }

  /** The same, with the figures told in another way. */
  public Rules reporting(Reporting other) {
    return new Rules(
        policy,
        quietHours,
        nudgeAfter,
        lapseAfter,
        holdAtMost,
        standby,
        arrivedAfter,
        acknowledgeWithin,
        gather,
        keepClosedFor,
        keepInvitedFor,
        payingBack,
        keepExpensesFor,
        needs,
        neighboursAnswerWithin,
        things,
        staleAfter,
        handBackAfter,
        other,
        keepAuditFor);
  }

  public List<WaveStep> waves() {
    return policy.ordinary();
  }

  public NeedTerms termsOf(Need need) {
    return needs.stream()
        .filter(terms -> terms.need().equals(need))
        .findFirst()
        .orElse(NeedTerms.plain(need));
  }
}
