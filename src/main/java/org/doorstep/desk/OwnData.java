package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.HOLD;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.doorstep.help.HelpRequest;
import org.doorstep.people.Invitation;
import org.doorstep.people.Person;
import org.doorstep.people.Volunteering;
import org.doorstep.talk.Utterance;

/** MY DATA in short: what is known about somebody, to themselves. */
record OwnData(Wording wording) {

  /**
   * @param rest where all of it is
   */
  void show(Draft draft, Person me, String rest) {
    Wording theirs = wording.to(draft, me.id());
    Utterance said = theirs.say("common.my-data", new OwnData(theirs).values(draft, me));
    draft.tell(me.id(), said.adding(rest), HOLD);
  }

  Map<String, String> values(Draft draft, Person me) {
    Invitation listed = draft.invitation();
    Map<String, String> values = new LinkedHashMap<>();
    Wording.put(values, "name", me.name() != null || listed == null ? me.name() : listed.name());
    if (me.lastPlace() != null) values.put("place", me.lastPlace().written());
    Volunteering offer =
        me.volunteering() != null || listed == null ? me.volunteering() : listed.offer();
    if (offer != null) {
      values.put("home", offer.home().written());
      values.putAll(new OfferWords(wording).said(me, offer));
    }
    List<HelpRequest> asked =
        draft.requests().stream().filter(r -> r.resident().equals(me.id())).toList();
    values.put("requests", Integer.toString(Parts.once(asked).size()));
    long regular = draft.arrangements().stream().filter(a -> a.parties().contains(me.id())).count();
    if (regular > 0) values.put("regular", Long.toString(regular));
    long things = draft.things().stream().filter(t -> t.parties().contains(me.id())).count();
    if (things > 0) values.put("things", Long.toString(things));
    return values;
  }
}
