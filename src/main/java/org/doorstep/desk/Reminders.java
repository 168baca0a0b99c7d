package org.doorstep.desk;

import java.time.Duration;
import java.time.Instant;
import org.doorstep.bridge.Reason;
import org.doorstep.help.Delivered;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.InTriage;
import org.doorstep.help.Kept;
import org.doorstep.help.WithOfficer;
import org.jspecify.annotations.Nullable;

/** What an officer was asked to look after is not forgotten: they hear of it every day. */
final class Reminders {

  private static final Duration DAY = Duration.ofHours(24);

  private final Cases cases;

  Reminders(Cases cases) {
    this.cases = cases;
  }

  static void set(Draft draft, HelpRequest request) {
    Instant tomorrow = draft.now().plus(DAY);
    draft.wake(
        new Alarm.WithOfficer(request.id(), request.search().round(), request.resident()),
        draft.cell().rules().quietHours().endAfter(tomorrow, draft.cell().zone()));
  }

  static void silence(Draft draft, HelpRequest request) {
    draft.silence(Alarm.WithOfficer.keyOf(request.id()));
  }

  void rang(Draft draft, Alarm.WithOfficer alarm) {
    draft
        .request(alarm.request().value())
        .filter(request -> request.search().round() == alarm.round())
        .ifPresent(
            request -> {
              Reason reason = reason(request);
              if (reason == null) return;
              cases.open(draft, reason, request.resident(), request, null);
              set(draft, request);
            });
  }

  private static @Nullable Reason reason(HelpRequest request) {
    return switch (request) {
      case HelpRequest.Seeking s -> s.search().handedOver() ? Reason.UNFILLED : null;
      case WithOfficer w ->
          w.particulars().crossed().stuck()
              ? Reason.RETURNED
              : switch (w.particulars().level().level()) {
                case STREET, HUB -> Reason.NOT_FOR_NEIGHBOURS;
                case SPECIALIST, STATUTORY -> Reason.REFERRAL;
                case EMERGENCY -> Reason.EMERGENCY;
              };
      case Kept k -> null;
      case InTriage t -> null;
      case HelpRequest.Claimed c ->
          c.nudged() && c.particulars().arrangement() != null ? Reason.MISSED : null;
      case Delivered d -> null;
      case HelpRequest.Closed c -> null;
    };
  }
}
