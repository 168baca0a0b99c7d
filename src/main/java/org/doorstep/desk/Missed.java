package org.doorstep.desk;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.doorstep.bridge.Case;
import org.doorstep.bridge.Reason;
import org.doorstep.help.Arrangement;
import org.doorstep.help.Delivered;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.RequestId;
import org.doorstep.people.Need;
import org.jspecify.annotations.Nullable;

/** A regular visit or call of which nobody knows that it took place: an officer hears of it. */
record Missed(Cases cases, Regular regular) {

  private static final Need CHECK_IN = new Need("check-in");

  /** Whoever does it each time was asked, and has said nothing. It stays theirs to tell. */
  void notHeardOf(Draft draft, HelpRequest.Claimed claimed, Arrangement arrangement) {
    if (tookPlaceBy(draft, claimed)) return;
    regular.tell(draft, claimed.holder(), "not-heard-of", arrangement);
    if (lookedInto(draft, claimed)) return;
    draft.fact(new Fact.OccasionMissed(arrangement.id(), claimed.id()));
    draft.put(arrangement.missedOn(claimed.particulars().when().date()));
    cases.open(draft, Reason.MISSED, claimed.resident(), claimed, null);
    Reminders.set(draft, claimed);
  }

  /** An officer hears of it once, however many it takes. */
  private static boolean lookedInto(Draft draft, HelpRequest.Claimed claimed) {
    return draft.cases().stream()
        .filter(c -> c.isOpen() && c.matter().reason() == Reason.MISSED)
        .flatMap(c -> Stream.ofNullable(c.matter().request()))
        .anyMatch(claimed.particulars()::partOfTheSame);
  }

  /** Whether another of several has said that it took place. */
  static boolean tookPlaceBy(Draft draft, HelpRequest part) {
    return Parts.others(draft, part).stream().anyMatch(Missed::tookPlace);
  }

  private static boolean tookPlace(HelpRequest part) {
    return switch (part) {
      case Delivered d -> true;
      case HelpRequest.Closed c -> c.outcome().done();
      case HelpRequest other -> false;
    };
  }

  /** Nobody answers whom somebody looks after every day or week: that is not for tomorrow. */
  void noAnswer(Draft draft, HelpRequest.Claimed claimed) {
    if (!claimed.particulars().need().equals(CHECK_IN)) return;
    if (draft.arrangementOf(claimed).isEmpty()) return;
    Case opened = cases.open(draft, Reason.MISSED, claimed.resident(), claimed, null);
    cases.threadLine(draft, opened, "case.nobody-answers", null, null);
  }

  private static boolean isOf(HelpRequest done, @Nullable RequestId request) {
    return request != null
        && (done.id().equals(request) || done.particulars().partOfTheSame(request));
  }

  /** It did take place after all; the officer who looks into it reads so. */
  void tookPlace(Draft draft, HelpRequest done) {
    Reminders.silence(draft, done);
    LocalDate day = done.particulars().when().date();
    draft
        .arrangementOf(done)
        .filter(a -> a.missed() != null && a.missed().equals(day))
        .ifPresent(a -> draft.put(a.missedOn(null)));
    draft.cases().stream()
        .filter(c -> c.isOpen() && c.matter().reason() == Reason.MISSED)
        .filter(c -> isOf(done, c.matter().request()))
        .forEach(c -> cases.threadLine(draft, c, "case.took-place", null, null));
  }
}
