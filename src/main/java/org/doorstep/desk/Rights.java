package org.doorstep.desk;

import org.doorstep.people.Person;

/** What everybody may ask of us about their own data, and what they are told of it unasked. */
record Rights(
    Joining joining,
    OwnData ownData,
    OwnFile ownFile,
    Notice notice,
    Withdrawing withdrawing,
    LongSilent longSilent) {

  static Rights of(
      Wording wording, OwnPages pages, TakingBack takingBack, Farewell farewell, Joining joining) {
    return new Rights(
        joining,
        new OwnData(wording),
        new OwnFile(wording, pages),
        new Notice(wording),
        new Withdrawing(wording, takingBack),
        new LongSilent(farewell));
  }

  /** MY DATA. */
  void data(Draft draft, Person me) {
    ownData.show(draft, me, ownFile.made(draft, me));
    joining.tellWaiting(draft, me);
  }

  /** WITHDRAW; whoever waits for a lead's word takes that back. */
  void consents(Draft draft, Person me) {
    if (!joining.withdraws(draft, me)) withdrawing.show(draft, me);
  }

  /** After all else is decided. */
  void settle(Draft draft) {
    Consents.settle(draft);
    Person sender = draft.dossier().sender();
    if (sender != null) notice.tell(draft, sender.id());
  }
}
