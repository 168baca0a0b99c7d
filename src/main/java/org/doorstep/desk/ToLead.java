package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.HOLD;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.doorstep.help.HelpRequest;
import org.doorstep.people.PersonId;
import org.doorstep.talk.Utterance;

/** What somebody who runs a group reads of one of its jobs. */
record ToLead(Wording wording) {

  Wording words(Draft draft, Lead lead) {
    return wording.to(draft, lead.person().id());
  }

  static Map<String, String> values(Wording theirs, Draft draft, HelpRequest job) {
    Map<String, String> values = new LinkedHashMap<>(theirs.open(draft, job));
    values.put("state", new Standing(theirs).of(draft, job));
    values.put("reference", Overview.reference(job));
    return values;
  }

  void tell(Draft draft, Lead lead, HelpRequest job, String id) {
    tell(draft, lead, job, id, Map.of());
  }

  void tell(Draft draft, Lead lead, HelpRequest job, String id, Map<String, String> more) {
    Wording theirs = words(draft, lead);
    Map<String, String> values = values(theirs, draft, job);
    values.putAll(more);
    Set<PersonId> named = new LinkedHashSet<>(job.parties());
    named.remove(job.resident());
    draft.tell(lead.person().id(), theirs.say(id, values), HOLD, named.toArray(PersonId[]::new));
  }

  void tell(Draft draft, Lead lead, Utterance utterance) {
    draft.tell(lead.person().id(), utterance, HOLD);
  }
}
