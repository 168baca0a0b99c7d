package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.HOLD;

import org.doorstep.people.Person;

/** Whoever says something is here: where from is remembered, and what was kept for them is said. */
final class Here {

  private final Receipts receipts;

  Here(Receipts receipts) {
    this.receipts = receipts;
  }

  Person noted(Draft draft, Person sender, Inbound.Sender from) {
    Person me = sender.heardFrom(from.address(), draft.now());
    draft.put(me);
    if (sender.lastInboundAt() == null) draft.fact(new Fact.PersonMet(me.id()));
    for (Dossier.Held held : draft.dossier().held()) {
      draft.tell(me.id(), held.utterance(), HOLD, false, held.origin());
    }
    if (!draft.dossier().held().isEmpty()) {
      receipts.released(draft, me.id());
      draft.change("held/" + me.id(), new Change.HeldSaid(me.id()));
    }
    return me;
  }
}
