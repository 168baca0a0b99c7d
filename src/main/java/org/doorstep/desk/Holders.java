package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.HOLD;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.doorstep.help.Arrangement;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.When;
import org.doorstep.people.PersonId;

/** The one who has a job: what they get to read, and how long they may be silent. */
final class Holders {

  /** Beyond this somebody's words are a message of their own: one with buttons takes 1,024. */
  private static final int LONG = 400;

  private final Wording wording;

  Holders(Wording wording) {
    this.wording = wording;
  }

  /** The address and the resident's own words: to nobody but them. */
  void told(Draft draft, HelpRequest.Claimed claimed) {
    PersonId holder = claimed.holder();
    Wording holders = wording.to(draft, holder);
    Map<String, String> values = holders.held(draft, claimed);
    String words = values.get("words");
    if (words != null && words.length() > LONG) {
      values.remove("words");
      Map<String, String> theirs =
          Map.of("name", holders.name(draft, claimed.resident()), "words", words);
      draft.tell(holder, holders.say("job.their-words", theirs), HOLD, claimed.resident());
    }
    draft.tell(
        holder,
        holders.say("job.claimed", JobRef.to(claimed).about(), values),
        HOLD,
        claimed.resident());
  }

  /** What came of it: with everything that may be answered. */
  void asked(Draft draft, HelpRequest.Claimed claimed) {
    Wording holders = wording.to(draft, claimed.holder());
    draft.tell(
        claimed.holder(),
        holders.say("job.mine", JobRef.to(claimed).about(), holders.held(draft, claimed)),
        HOLD,
        claimed.resident());
  }

  /** The clock of silence starts again. */
  void heardOf(Draft draft, HelpRequest.Claimed claimed) {
    HelpRequest.Claimed heard = claimed.heardOf(draft.now());
    draft.put(heard);
    watch(draft, heard);
  }

  void watch(Draft draft, HelpRequest.Claimed claimed) {
    draft.wake(new Alarm.Silence(claimed.id(), claimed.search().round()), askAt(draft, claimed));
  }

  private static Instant askAt(Draft draft, HelpRequest.Claimed claimed) {
    When when = claimed.particulars().when();
    return when.date() != null && doneEachTime(draft, claimed).isPresent()
        ? draft.timetable().askAfter(when.date(), when, draft.now())
        : draft.ageing().nudgeAt(claimed.since(), draft.deadline(claimed));
  }

  /**
   * Of which it is one time, where its holder does it each time: they are left in peace until it.
   */
  static Optional<Arrangement> doneEachTime(Draft draft, HelpRequest.Claimed claimed) {
    return draft.arrangementOf(claimed).filter(a -> a.does(claimed.holder()));
  }
}
