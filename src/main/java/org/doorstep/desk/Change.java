package org.doorstep.desk;

import java.time.Duration;
import java.util.List;
import org.doorstep.bridge.Audit;
import org.doorstep.bridge.Case;
import org.doorstep.bridge.ServiceId;
import org.doorstep.figures.Count;
import org.doorstep.help.Arrangement;
import org.doorstep.help.ArrangementId;
import org.doorstep.help.Expenses;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.RequestId;
import org.doorstep.help.Thing;
import org.doorstep.people.Address;
import org.doorstep.people.Invitation;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;
import org.doorstep.talk.Conversation;
import org.jspecify.annotations.Nullable;

/** A record as it is from now on. */
public sealed interface Change {

  record PersonIs(Person person) implements Change {}

  record ConversationIs(PersonId person, Conversation conversation) implements Change {}

  /** Counts only where they have no conversation, or another question that came by itself. */
  record QuestionIs(PersonId person, Conversation question) implements Change {}

  record ConversationOver(PersonId person) implements Change {}

  /** What they have begun to say, and not finished. */
  record ThoughtIs(PersonId person, Thought thought) implements Change {}

  record ThoughtOver(PersonId person) implements Change {}

  /** Its claim board follows its state: open while seeking, held while claimed, shut otherwise. */
  record RequestIs(HelpRequest request) implements Change {}

  record RequestGone(RequestId request) implements Change {}

  record ArrangementIs(Arrangement arrangement) implements Change {}

  record ArrangementGone(ArrangementId arrangement) implements Change {}

  record ThingIs(Thing thing) implements Change {}

  /** With what has to be known to leave nothing of it. */
  record ThingGone(Thing last) implements Change {}

  /**
   * Somebody has said that an entry of the directory is wrong. It counts until the next import.
   *
   * @param edition the import that brought it
   */
  record ServiceDoubted(String edition, ServiceId service) implements Change {}

  record CaseIs(Case theCase) implements Change {}

  /** Is kept as it is, whatever becomes of the case and of whom it is about. */
  record Audited(Audit entry) implements Change {}

  /** With what has to be known to leave nothing of it. */
  record CaseGone(Case last) implements Change {}

  /** What they may read of themselves once, and for no longer than that. */
  record PaperIs(PersonId person, Paper paper, Duration keep) implements Change {}

  record OfficeIs(Office office) implements Change {}

  record DutyIs(Duty duty) implements Change {}

  /** What was laid out in a group in a month; of several months each by itself. */
  record ExpensesAre(Expenses expenses) implements Change {}

  /** So long a group's request waited until somebody said yes. */
  record Waited(String group, Duration time) implements Change {

    /** No more than the last so many are remembered. */
    public static final int REMEMBERED = 20;
  }

  /**
   * Something is counted, beside the records.
   *
   * @param of of a request each thing is counted once, ever; null for what is of none
   */
  record Counted(Count count, @Nullable RequestId of) implements Change {

    /** Whether it is the same thing of the same request. */
    public boolean sameAs(Counted other) {
      return of != null
          && of.equals(other.of)
          && count.what().once().equals(other.count().what().once());
    }
  }

  /** It counts as a turn of theirs. Written whatever else they do meanwhile. */
  record VolunteersAsked(List<PersonId> people) implements Change {
    public VolunteersAsked {
      people = List.copyOf(people);
    }
  }

  record VolunteerHelped(PersonId person) implements Change {}

  /** Their key is destroyed: nothing about them can be read any more, anywhere. */
  record PersonGone(PersonId person) implements Change {}

  /** They have answered an invitation; it is kept no longer, nor is its key. */
  record InvitationOver(PersonId under) implements Change {}

  /** A lead has invited a number; nothing else is known of it. */
  record Invited(Address address, Invitation invitation) implements Change {
    @Override
    public String toString() {
      return "Invited[redacted]";
    }
  }

  /** No list brings them back. Nothing is remembered but their id. */
  record Declined(PersonId person) implements Change {}

  /** The texts kept for them until they write have been said. */
  record HeldSaid(PersonId person) implements Change {}
}
