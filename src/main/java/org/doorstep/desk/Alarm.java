package org.doorstep.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.doorstep.bridge.CaseId;
import org.doorstep.help.ArrangementId;
import org.doorstep.help.Kept;
import org.doorstep.help.RequestId;
import org.doorstep.help.ThingId;
import org.doorstep.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Something to be woken up for. An alarm carries what it was set for, so that one that comes too
 * late says so itself and is passed over.
 */
public sealed interface Alarm {

  /** Setting an alarm with the same key again moves it. */
  default String key() {
    return switch (this) {
      case NextWave a -> "wave/" + a.request();
      case Taken a -> "taken/" + a.request() + "/" + a.round() + "." + a.from();
      case Silence a -> "silence/" + a.request();
      case Turn a -> Turn.keyOf(a.request());
      case Late a -> "late/" + a.request() + "/" + a.volunteer();
      case WithOfficer a -> WithOfficer.keyOf(a.request());
      case DidItArrive a -> "arrived/" + a.request();
      case Occasion a -> Occasion.keyOf(a.arrangement());
      case Unacknowledged a -> "unacknowledged/" + a.caseId();
      case HandBack a -> "hand-back/" + a.caseId();
      case OfficersPages a -> "officers-pages";
      case OfficerBack a -> OfficerBack.keyOf(a.user());
      case OfficerGone a -> "officer-gone/" + a.caseId();
      case Expired a -> "expired/" + a.request();
      case FormLeft a -> "form/" + a.person();
      case SaidAll a -> "thought/" + a.person();
      case FormTimer a -> "timer/" + a.person();
      case AskLater a -> "ask-later/" + a.person();
      case Applied a -> "applied/" + a.person();
      case Bulletin a -> "bulletin/" + a.group();
      case BulletinLater a -> "bulletin-later/" + a.group() + "/" + a.people().getFirst();
      case HomeDue a -> "home/" + a.person();
      case Unanswered a -> Unanswered.keyOf(a.request());
      case Undecided a -> Undecided.keyOf(a.request());
      case ThingOffered a -> "thing-offered/" + a.thing();
      case ThingFor a -> "thing-for/" + a.request();
      case ThingFree a -> "thing-free/" + a.request() + "/" + a.owner();
      case ThingOver a -> ThingOver.keyOf(a.thing());
      case Lent a -> "lent/" + a.thing() + "/" + a.request();
      case Longer a -> Longer.keyOf(a.thing(), a.request());
      case CaseExpired a -> "case-expired/" + a.caseId();
      case LongSilent a -> "long-silent/" + a.person();
    };
  }

  /** The first or the next wave of offers. */
  record NextWave(RequestId request, int round) implements Alarm {}

  /** Some of those who were asked have yet to hear that it is taken: from that one on. */
  record Taken(RequestId request, int round, int from) implements Alarm {}

  /** A holder has been silent for a while: a nudge, or the job goes back. */
  record Silence(RequestId request, int round) implements Alarm {}

  /**
   * The turn of the one for whom a request is kept.
   *
   * @param asked they have been asked, and the time to answer is over
   * @param volunteer whose turn it is; null in one that was set before this was known
   */
  record Turn(RequestId request, int round, boolean asked, @Nullable PersonId volunteer)
      implements Alarm {
    static Turn of(Kept kept, boolean asked) {
      return new Turn(kept.id(), kept.search().round(), asked, kept.volunteer());
    }

    public static String keyOf(RequestId request) {
      return "turn/" + request;
    }
  }

  /** Somebody said yes while another's claim was won and not yet written: they are heard again. */
  record Late(RequestId request, PersonId volunteer) implements Alarm {}

  /** A request that an officer looks after is not over yet. */
  record WithOfficer(RequestId request, int round, PersonId resident) implements Alarm {
    public static String keyOf(RequestId request) {
      return "officer/" + request;
    }
  }

  /** Ask the resident whether it arrived, or take silence for a yes. */
  record DidItArrive(RequestId request, int round, boolean lastCall) implements Alarm {}

  /**
   * The next time of a standing arrangement is near.
   *
   * @param resident all that is open for them may be about it
   */
  record Occasion(ArrangementId arrangement, LocalDate day, PersonId resident) implements Alarm {
    public static String keyOf(ArrangementId arrangement) {
      return "occasion/" + arrangement;
    }
  }

  /** A case that nobody has acknowledged. */
  record Unacknowledged(CaseId caseId, int told) implements Alarm {}

  /** What follows by itself for those who look at cases. */
  sealed interface OfCases extends Alarm {}

  /** Nobody has written for a while where a human talks with somebody. */
  record HandBack(CaseId caseId) implements OfCases {}

  /** Something has changed that stands on the pages of those who look at cases. */
  record OfficersPages() implements OfCases {}

  /**
   * Somebody who looks at cases is on duty again.
   *
   * @param user their Slack user
   * @param until what they said; who has said something else since is passed over
   */
  record OfficerBack(String user, Instant until) implements OfCases {
    public static String keyOf(String user) {
      return "officer-back/" + user;
    }
  }

  /**
   * Whoever has a case is not there any more.
   *
   * @param user their Slack user
   */
  record OfficerGone(CaseId caseId, String user) implements OfCases {}

  /** A closed request's words have been kept long enough. */
  record Expired(RequestId request) implements Alarm {}

  /** A form that was begun and left. */
  record FormLeft(PersonId person, String flow) implements Alarm {}

  /**
   * Somebody who writes in short texts has paused.
   *
   * @param due what the pause was to be; when more was said since, it is another
   */
  record SaidAll(PersonId person, Instant due) implements Alarm {}

  /**
   * A form's own timer.
   *
   * @param since from when it counts; a form that has moved on since passes it over
   */
  record FormTimer(PersonId person, String flow, Instant since) implements Alarm {}

  /** A form that begins by itself, some time after another ended. */
  record AskLater(PersonId person, String flow) implements Alarm {}

  /**
   * Somebody would join a group, and its leads are told of it.
   *
   * @param since when they applied
   * @param told how often the leads were told
   */
  record Applied(PersonId person, Instant since, int told) implements Alarm {}

  /**
   * A bulletin goes on to more of a group's volunteers.
   *
   * @param bulletin its id
   * @param after the last whom it was sent to; empty where it has yet to begin
   */
  record Bulletin(String group, String bulletin, String after) implements Alarm {}

  /** Some of those were asleep by their own hours when it went out; there is at least one. */
  record BulletinLater(String group, String bulletin, List<PersonId> people) implements Alarm {
    public BulletinLater {
      people = List.copyOf(people);
    }
  }

  /** Something on their page in Slack has changed. */
  record HomeDue(PersonId person) implements Alarm {}

  /** Another group has said neither yes nor no to taking it on. */
  record Unanswered(RequestId request, int round, String from, String to) implements Alarm {
    public static String keyOf(RequestId request) {
      return "unanswered/" + request;
    }
  }

  /**
   * Nobody has decided to whom it goes.
   *
   * @param at when whoever was to decide was asked; who has been asked since is passed over
   * @param asked how often they were asked
   */
  record Undecided(RequestId request, Instant at, int asked) implements Alarm {
    public static String keyOf(RequestId request) {
      return "undecided/" + request;
    }
  }

  /** Something is on offer: somebody may wait for just that. */
  record ThingOffered(ThingId thing, PersonId owner) implements Alarm {}

  /** A request waits, and somebody has what it asks for. */
  record ThingFor(RequestId request, int round) implements Alarm {}

  /**
   * Somebody who had a request has it no more; what they would have given is theirs again.
   *
   * @param brought another took it over from them, and may bring what is theirs
   */
  record ThingFree(PersonId owner, RequestId request, boolean brought) implements Alarm {}

  /** The time of an offer is over. */
  record ThingOver(ThingId thing, PersonId owner) implements Alarm {
    public static String keyOf(ThingId thing) {
      return "thing-over/" + thing;
    }
  }

  /** Something that was lent is due, or ought to be back. */
  record Lent(ThingId thing, PersonId owner, RequestId request, Step step) implements Alarm {

    /** One after the other, until it is known to be back. */
    public enum Step {
      /** The borrower is reminded. */
      DUE,
      /** The owner is asked whether it is back. */
      BACK,
      /** The owner is asked once more. */
      AGAIN,
      /** Those who run the group are told. */
      MISSING
    }
  }

  /**
   * Whoever has borrowed something would keep it longer.
   *
   * @param asked its owner has been asked, and the time to answer is over
   */
  record Longer(ThingId thing, PersonId owner, RequestId request, boolean asked) implements Alarm {
    public static String keyOf(ThingId thing, RequestId request) {
      return "longer/" + thing + "/" + request;
    }
  }

  /** A closed case and its words have been kept long enough. */
  record CaseExpired(CaseId caseId) implements Alarm {}

  /** Somebody may have been silent for so long that they are forgotten. */
  record LongSilent(PersonId person) implements Alarm {}

  /** An alarm and its time. */
  record Set(Alarm alarm, Instant at) {}
}
