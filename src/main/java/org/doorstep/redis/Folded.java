package org.doorstep.redis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.doorstep.bridge.Audit;
import org.doorstep.bridge.Case;
import org.doorstep.bridge.CaseId;
import org.doorstep.desk.Change;
import org.doorstep.desk.Duty;
import org.doorstep.desk.Office;
import org.doorstep.desk.Thought;
import org.doorstep.help.Arrangement;
import org.doorstep.help.ArrangementId;
import org.doorstep.help.Expenses;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.RequestId;
import org.doorstep.help.Thing;
import org.doorstep.help.ThingId;
import org.doorstep.people.Address;
import org.doorstep.people.Invitation;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;
import org.doorstep.talk.Conversation;
import org.jspecify.annotations.Nullable;

/** The changes of one decision by record; of several to the same record the last one counts. */
final class Folded {

  final Map<PersonId, Person> people = new LinkedHashMap<>();
  final Map<PersonId, Conversation> talks = new LinkedHashMap<>();
  final Map<PersonId, Conversation> questions = new LinkedHashMap<>();
  final Set<PersonId> talksOver = new LinkedHashSet<>();
  final Map<PersonId, Thought> thoughts = new LinkedHashMap<>();
  final Set<PersonId> thoughtsOver = new LinkedHashSet<>();
  final Map<RequestId, HelpRequest> requests = new LinkedHashMap<>();
  final Set<RequestId> requestsGone = new LinkedHashSet<>();
  final Map<ArrangementId, Arrangement> arrangements = new LinkedHashMap<>();
  final Set<ArrangementId> arrangementsGone = new LinkedHashSet<>();
  final Map<ThingId, Thing> things = new LinkedHashMap<>();
  final Map<ThingId, Thing> thingsGone = new LinkedHashMap<>();
  final Map<CaseId, Case> cases = new LinkedHashMap<>();
  final Map<CaseId, Case> casesGone = new LinkedHashMap<>();
  final Map<PersonId, Change.PaperIs> papers = new LinkedHashMap<>();
  @Nullable Office office;
  @Nullable Duty duty;
  final Map<RecordRef, Expenses> expenses = new LinkedHashMap<>();
  final List<Audit> audits = new ArrayList<>();
  final List<Change.Waited> waited = new ArrayList<>();
  final List<Change.Counted> counted = new ArrayList<>();
  final Set<PersonId> gone = new LinkedHashSet<>();
  final Set<PersonId> answered = new LinkedHashSet<>();
  final Map<Address, Invitation> invited = new LinkedHashMap<>();
  final Set<PersonId> declined = new LinkedHashSet<>();
  final Set<PersonId> heldSaid = new LinkedHashSet<>();
  final Set<PersonId> asked = new LinkedHashSet<>();
  final List<Change.ServiceDoubted> doubted = new ArrayList<>();
  final Set<PersonId> helped = new LinkedHashSet<>();

  static Folded of(List<Change> changes) {
    Folded folded = new Folded();
    changes.forEach(folded::fold);
    folded.leaveOutTheGone();
    return folded;
  }

  private void fold(Change change) {
    switch (change) {
      case Change.PersonIs c -> people.put(c.person().id(), c.person());
      case Change.ConversationIs c -> {
        talks.put(c.person(), c.conversation());
        talksOver.remove(c.person());
        questions.remove(c.person());
      }
      case Change.QuestionIs c -> questions.put(c.person(), c.question());
      case Change.ConversationOver c -> {
        talks.remove(c.person());
        talksOver.add(c.person());
        questions.remove(c.person());
      }
      case Change.ThoughtIs c -> {
        thoughts.put(c.person(), c.thought());
        thoughtsOver.remove(c.person());
      }
      case Change.ThoughtOver c -> {
        thoughts.remove(c.person());
        thoughtsOver.add(c.person());
      }
      case Change.RequestIs c -> requests.put(c.request().id(), c.request());
      case Change.RequestGone c -> requestsGone.add(c.request());
      case Change.ArrangementIs c -> arrangements.put(c.arrangement().id(), c.arrangement());
      case Change.ArrangementGone c -> arrangementsGone.add(c.arrangement());
      case Change.ThingIs c -> things.put(c.thing().id(), c.thing());
      case Change.ThingGone c -> thingsGone.put(c.last().id(), c.last());
      case Change.CaseIs c -> cases.put(c.theCase().id(), c.theCase());
      case Change.Audited c -> audits.add(c.entry());
      case Change.CaseGone c -> casesGone.put(c.last().id(), c.last());
      case Change.PaperIs c -> papers.put(c.person(), c);
      case Change.OfficeIs c -> office = c.office();
      case Change.DutyIs c -> duty = c.duty();
      case Change.ExpensesAre c ->
          expenses.put(
              RecordRef.expenses(c.expenses().group(), c.expenses().month()), c.expenses());
      case Change.Waited c -> waited.add(c);
      case Change.Counted c -> counted.add(c);
      case Change.PersonGone c -> gone.add(c.person());
      case Change.InvitationOver c -> answered.add(c.under());
      case Change.Invited c -> invited.put(c.address(), c.invitation());
      case Change.Declined c -> declined.add(c.person());
      case Change.HeldSaid c -> heldSaid.add(c.person());
      case Change.VolunteersAsked c -> asked.addAll(c.people());
      case Change.ServiceDoubted c -> doubted.add(c);
      case Change.VolunteerHelped c -> helped.add(c.person());
    }
  }

  /** What is sealed with a key that is destroyed need not be written. */
  private void leaveOutTheGone() {
    people.keySet().removeAll(gone);
    talks.keySet().removeAll(gone);
    questions.keySet().removeAll(gone);
    talksOver.removeAll(gone);
    thoughts.keySet().removeAll(gone);
    thoughtsOver.removeAll(gone);
    heldSaid.removeAll(gone);
    asked.removeAll(gone);
    helped.removeAll(gone);
    requests.values().stream()
        .filter(r -> gone.contains(r.resident()))
        .forEach(r -> requestsGone.add(r.id()));
    requests.keySet().removeAll(requestsGone);
    arrangements.values().removeIf(a -> gone.contains(a.resident()));
    arrangements.keySet().removeAll(arrangementsGone);
    things.values().removeIf(t -> gone.contains(t.owner()));
    things.keySet().removeAll(thingsGone.keySet());
    cases.values().removeIf(c -> gone.contains(c.person()));
    cases.keySet().removeAll(casesGone.keySet());
    papers.keySet().removeAll(gone);
  }
}
