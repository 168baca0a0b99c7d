package org.doorstep.help;

import java.util.Set;
import org.doorstep.people.Need;
import org.doorstep.people.Volunteering;

/** What they can and like to do. */
final class Fit {

  private static final int RATHER_NOT = 1500;
  private static final int UNDERSTANDS = -1000;
  private static final int DOES_NOT_UNDERSTAND = 1500;

  private Fit() {}

  static Finding badges(Asking asking, Candidate candidate) {
    Volunteering offer = candidate.person().volunteering();
    Set<String> wanted = asking.terms().badges();
    if (wanted.isEmpty()) return Finding.SILENT;
    return offer != null && offer.badges().containsAll(wanted)
        ? new Finding.Comes(0, new Reason.Has(wanted))
        : new Finding.MayNot(Bar.LACKS_A_BADGE);
  }

  /** Liking nothing in particular is liking anything. */
  static Finding likes(Asking asking, Candidate candidate) {
    Volunteering offer = candidate.person().volunteering();
    Need need = asking.request().particulars().need();
    if (offer == null || offer.likes().isEmpty()) return Finding.SILENT;
    return offer.likes().contains(need)
        ? new Finding.Comes(0, new Reason.LikesIt())
        : new Finding.Comes(RATHER_NOT, new Reason.LikesOther());
  }

  /** Of who reads the cell's own language nothing need be asked: everybody gets by in it. */
  static Finding language(Asking asking, Candidate candidate) {
    if (asking.language().equals(asking.usual())) return Finding.SILENT;
    return candidate.languages().contains(asking.language())
        ? new Finding.Comes(UNDERSTANDS, new Reason.Speaks(asking.language()))
        : new Finding.Comes(DOES_NOT_UNDERSTAND, new Reason.NoCommonLanguage());
  }
}
