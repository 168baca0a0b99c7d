package org.doorstep.help;

import java.util.Collections;
import java.util.Set;
import org.doorstep.people.Travel;
import org.doorstep.people.Volunteering;
import org.doorstep.place.Distance;
import org.doorstep.place.Place;
import org.jspecify.annotations.Nullable;

/** How far away they live, and how they would come. */
final class Reach {

  /** With somebody's shopping; whatever they once said. */
  private static final int ON_FOOT = 2000;

  private static final int BY_BICYCLE = 6000;

  private Reach() {}

  static Finding transport(Asking asking, Candidate candidate) {
    Set<Travel> wanted = asking.terms().travel();
    return Finding.unless(
        wanted.isEmpty() || !Collections.disjoint(wanted, travel(candidate)), Bar.WRONG_TRANSPORT);
  }

  /** Within both reaches. Who helped before is asked beyond the wave's, never beyond their own. */
  static Finding reach(Asking asking, Candidate candidate) {
    Volunteering offer = candidate.person().volunteering();
    if (asking.terms().anywhere() || offer == null) return Finding.SILENT;
    Distance away = between(asking, candidate);
    if (!asking.knows(candidate) && !away.within(asking.step().metres()))
      return new Finding.MayNot(Bar.TOO_FAR);
    return Finding.unless(
        away.within(Math.min(offer.reachMetres(), farthest(offer.travel()))),
        Bar.BEYOND_THEIR_REACH);
  }

  private static int farthest(Set<Travel> travel) {
    if (travel.equals(Set.of(Travel.ON_FOOT))) return ON_FOOT;
    boolean cycles = travel.contains(Travel.BICYCLE);
    return cycles && Set.of(Travel.ON_FOOT, Travel.BICYCLE).containsAll(travel)
        ? BY_BICYCLE
        : Integer.MAX_VALUE;
  }

  static Finding distance(Asking asking, Candidate candidate) {
    if (asking.terms().anywhere()) return new Finding.Comes(0, new Reason.Anywhere());
    Distance away = between(asking, candidate);
    return new Finding.Comes(away.metres(), new Reason.Near(away));
  }

  static Finding gettingAbout(Asking asking, Candidate candidate) {
    if (asking.terms().anywhere()) return Finding.SILENT;
    return travel(candidate).stream()
        .max(Travel::compareTo)
        .<Finding>map(best -> new Finding.Comes(0, new Reason.GetsAbout(best)))
        .orElse(Finding.SILENT);
  }

  static Distance between(Asking asking, Candidate candidate) {
    Place home = home(candidate);
    return home == null
        ? Distance.ofMetres(0)
        : home.point().to(asking.request().particulars().place().point());
  }

  private static @Nullable Place home(Candidate candidate) {
    Volunteering offer = candidate.person().volunteering();
    return offer == null ? null : offer.home();
  }

  private static Set<Travel> travel(Candidate candidate) {
    Volunteering offer = candidate.person().volunteering();
    return offer == null ? Set.of() : offer.travel();
  }
}
