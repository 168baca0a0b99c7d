package org.doorstep.desk;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.doorstep.figures.Count;
import org.doorstep.figures.Measure;
import org.doorstep.figures.Spot;
import org.doorstep.figures.Week;
import org.doorstep.figures.What;
import org.doorstep.figures.Within;
import org.doorstep.help.Delivered;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.Open;
import org.doorstep.help.Particulars;
import org.doorstep.help.WithOfficer;

/**
 * Counts what becomes of requests, in the commit that makes it so. What has been counted of a
 * request before is known where the counts are kept, so that nothing hangs on it here.
 */
final class Counting {

  private Counting() {}

  /** After all else is decided. */
  static void of(Draft draft) {
    for (HelpRequest now : draft.changedRequests()) {
      HelpRequest before = draft.dossier().request(now.id().value()).orElse(null);
      if (before == null) {
        count(draft, now, Measure.ASKED);
        Digests.wake(draft);
      }
      if (before == null || !alike(before, now)) became(draft, now);
    }
  }

  private static boolean alike(HelpRequest before, HelpRequest now) {
    return before.getClass() == now.getClass()
        && before.search().handedOver() == now.search().handedOver();
  }

  private static void became(Draft draft, HelpRequest now) {
    switch (now) {
      case HelpRequest.Claimed claimed -> {
        count(draft, now, Measure.FILLED);
        Duration waited = Duration.between(now.particulars().openedAt(), draft.now());
        count(draft, now, Within.of(waited));
      }
      case Delivered delivered -> count(draft, now, Measure.DONE);
      case WithOfficer with -> count(draft, now, Measure.OFFICERS);
      case Open open -> {
        if (now.search().handedOver()) count(draft, now, Measure.OFFICERS);
      }
      case HelpRequest.Closed closed -> {
        switch (closed.outcome()) {
          case ARRIVED, ASSUMED_DONE -> count(draft, now, Measure.DONE);
          case CANCELLED, CANCELLED_WITH_OFFICER -> count(draft, now, Measure.CANCELLED);
          case BY_OFFICER -> count(draft, now, Measure.OFFICERS);
          case NOT_HEARD_OF, SIGNPOSTED, FORGOTTEN -> {}
        }
      }
    }
  }

  static void count(Draft draft, HelpRequest request, What what) {
    LocalDate today = LocalDate.ofInstant(draft.now(), draft.cell().zone());
    Count one = new Count(today, spot(request.particulars()), what, 1);
    draft.change(
        "counted/" + request.id() + "/" + what.once(), new Change.Counted(one, request.id()));
  }

  static Spot spot(Particulars of) {
    return new Spot(of.group(), of.need().key(), of.place().smallArea());
  }

  /** What there is when a week is over, beside what happened in it. */
  static List<Count> waiting(Draft draft, Week week) {
    return draft.dossier().answers().open().stream()
        .filter(open -> open instanceof Open || open instanceof WithOfficer)
        .map(open -> new Count(week.sunday(), spot(open.particulars()), Measure.WAITING, 1))
        .toList();
  }
}
