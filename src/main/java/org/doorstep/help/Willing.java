package org.doorstep.help;

import org.doorstep.people.Volunteering;

/** Whether they want to be asked at all, and about this. */
final class Willing {

  private Willing() {}

  static Finding volunteers(Asking asking, Candidate candidate) {
    Volunteering offer = candidate.person().volunteering();
    if (offer == null) return new Finding.MayNot(Bar.DOES_NOT_VOLUNTEER);
    if (candidate.person().optedOut()) return new Finding.MayNot(Bar.STOPPED);
    return Finding.unless(offer.availableAt(asking.instant()), Bar.PAUSED);
  }

  static Finding notAgain(Asking asking, Candidate candidate) {
    Search search = asking.request().search();
    if (candidate.id().equals(asking.request().resident()))
      return new Finding.MayNot(Bar.THEIR_OWN);
    if (search.declined().contains(candidate.id())) return new Finding.MayNot(Bar.DECLINED);
    return Finding.unless(!search.asked().contains(candidate.id()), Bar.ASKED_BEFORE);
  }

  /** It is enough that one of the two has the other on their list. */
  static Finding keptApart(Asking asking, Candidate candidate) {
    boolean apart =
        asking.ties().apart().contains(candidate.id())
            || candidate.person().ties().apart().contains(asking.request().resident());
    return Finding.unless(!apart, Bar.KEPT_APART);
  }
}
