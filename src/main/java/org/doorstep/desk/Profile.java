package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.HOLD;

import org.doorstep.people.Person;
import org.doorstep.people.Volunteering;

/** MY PROFILE: what a volunteer offers, to themselves, and how it is changed. */
record Profile(Wording wording) {

  void show(Draft draft, Person me) {
    Wording theirs = wording.to(draft, me.id());
    Volunteering offer = me.volunteering();
    draft.tell(
        me.id(),
        offer == null
            ? theirs.say("common.not-volunteer")
            : theirs.say(OfferWords.FLOW + ".shown", new OfferWords(theirs).all(draft, me, offer)),
        HOLD);
  }
}
