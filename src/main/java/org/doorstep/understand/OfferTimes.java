package org.doorstep.understand;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.doorstep.people.Amendment;
import org.doorstep.people.Amendment.How;
import org.doorstep.people.Hours;
import org.jspecify.annotations.Nullable;

/**
 * Days and hours of every week to come: "only on Tuesdays and at weekends, not in the mornings". A
 * day that may be one day of this week is none of them.
 */
final class OfferTimes {

  private final List<Term> terms;
  private final Offering.@Nullable Topic order;
  private final boolean ordered;

  private final Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
  private final Set<DayOfWeek> notDays = EnumSet.noneOf(DayOfWeek.class);
  private final List<Hours> hours = new ArrayList<>();
  private final List<Hours> notHours = new ArrayList<>();
  private boolean anyDay;
  private boolean anyTime;
  private boolean allDay;
  private boolean only;
  private boolean always;
  private boolean can;
  private boolean several;
  private boolean oneDay;
  private boolean onePart;
  private boolean bounded;
  private boolean guessed;
  private boolean wrong;
  private How how = How.EXACTLY;

  /**
   * @param order what they named first; null where nothing
   */
  OfferTimes(List<Term> terms, Offering.@Nullable Topic order) {
    this.terms = terms;
    this.order = order;
    this.ordered = order != null;
  }

  /** Null where it is about something else, or may be about this week. */
  @Nullable Offering read() {
    for (int at = 0; at < terms.size(); ) {
      int next = word(at);
      if (next < 0) next = day(at);
      if (next < 0) next = time(at);
      if (next < 0) return null;
      at = next;
    }
    if (wrong || (days.isEmpty() && notDays.isEmpty() && noHours() && impossible())) {
      return new Offering.Unclear(
          days.isEmpty() ? Offering.Topic.HOURS : Offering.Topic.DAYS, ordered, true);
    }
    List<Amendment> changes = changes();
    if (changes.isEmpty() || !(ordered || lasting())) return null;
    return new Offering.Changes(changes, ordered, sure());
  }

  private boolean impossible() {
    return ordered && !anyDay && !anyTime && !allDay;
  }

  private boolean noHours() {
    return hours.isEmpty() && notHours.isEmpty();
  }

  /** It holds for more than the next few days. */
  private boolean lasting() {
    if (only || always) return true;
    if (oneDay || onePart) return false;
    return several || bounded || anyDay || anyTime || allDay;
  }

  private boolean sure() {
    boolean crossed = days.size() > 1 && hours.size() > 1;
    if (guessed || crossed) return false;
    if (ordered || always) return true;
    if (oneDay) return false;
    return only || can || !notDays.isEmpty() || !notHours.isEmpty();
  }

  private List<Amendment> changes() {
    List<Amendment> all = new ArrayList<>();
    boolean saysDays = !days.isEmpty() || anyDay || (anyTime && !ordered && noHours());
    if (saysDays) all.add(new Amendment.Days(How.EXACTLY, anyDay ? Set.of() : days));
    boolean saysHours = !hours.isEmpty() || anyTime || allDay;
    if (saysHours) all.add(new Amendment.Times(How.EXACTLY, hours));
    if (!notDays.isEmpty()) all.add(new Amendment.Days(How.NOT, notDays));
    if (!notHours.isEmpty()) all.add(new Amendment.Times(How.NOT, notHours));
    return all;
  }

  // ---- each returns where it goes on, or -1

  private int word(int at) {
    Term term = terms.get(at);
    switch (term.key()) {
      case "only" -> {
        only = true;
        how = How.EXACTLY;
      }
      case "not", "dont-ask" -> how = How.NOT;
      case "no-more" -> {
        always = true;
        how = How.NOT;
      }
      case "but" -> how = How.EXACTLY;
      case "always", "any-more", "every" -> always = true;
      case "can" -> can = true;
      case "any-time" -> anyTime = true;
      case "any-day", "daily" -> anyDay = true;
      case "anything", "none" -> {
        if (!ordered) return -1;
        anyDay = order == Offering.Topic.DAYS;
        anyTime = order == Offering.Topic.HOURS;
      }
      case "and", "," -> {}
      default -> {
        return -1;
      }
    }
    return at + 1;
  }

  private int day(int at) {
    Term term = terms.get(at);
    Collection<DayOfWeek> named = days(term.key());
    if (named.isEmpty()) return -1;
    int next = at + 1;
    boolean plural = term.key().endsWith("s") || (next < terms.size() && parts(terms.get(next)));
    if (named.size() == 1
        && next + 1 < terms.size()
        && terms.get(next).is(Term.DASH, "to", "before")) {
      Collection<DayOfWeek> last = days(terms.get(next + 1).key());
      if (last.size() == 1) {
        named = span(named.iterator().next(), last.iterator().next());
        plural = true;
        next += 2;
      }
    }
    if (plural) several = true;
    else oneDay = true;
    (how == How.NOT ? notDays : days).addAll(named);
    return next;
  }

  /** "Tuesday mornings" are many Tuesdays. */
  private static boolean parts(Term term) {
    return part(term.key()) != null && term.key().endsWith("s");
  }

  private static Collection<DayOfWeek> days(String key) {
    return switch (key) {
      case "weekend", "weekends" -> EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
      case "weekdays" -> EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
      default -> {
        String one = key.endsWith("days") ? key.substring(0, key.length() - 1) : key;
        yield EnumSet.allOf(DayOfWeek.class).stream()
            .filter(day -> day.name().toLowerCase(Locale.ROOT).equals(one))
            .toList();
      }
    };
  }

  private static Collection<DayOfWeek> span(DayOfWeek first, DayOfWeek last) {
    Set<DayOfWeek> all = EnumSet.of(first);
    for (DayOfWeek day = first; day != last; day = day.plus(1)) all.add(day);
    all.add(last);
    return all;
  }

  private int time(int at) {
    Term term = terms.get(at);
    Hours part = part(term.key());
    if (part != null) {
      if (term.key().endsWith("s")) several = true;
      else onePart = true;
      return note(part, at + 1);
    }
    boolean from = term.is("from", "after", "between");
    boolean until = term.is("before", "to");
    OfferClock first = OfferClock.at(terms, from || until ? at + 1 : at);
    if (first == null) return -1;
    if (until) return settle(first.until(), first.end(), false);
    boolean joined =
        first.end() < terms.size()
            && (terms.get(first.end()).is(Term.DASH, "to", "before")
                || (term.is("between") && terms.get(first.end()).is("and")));
    OfferClock second = joined ? OfferClock.at(terms, first.end() + 1) : null;
    if (second != null) return settle(first.to(second), behind(second.end(), "to"), from);
    if (from) return settle(first.onwards(), first.end(), false);
    int next = behind(first.end(), "after");
    return next > first.end() ? settle(first.onwards(), next, false) : -1;
  }

  /** In some languages it stands behind the hour: "5 se 9 tak", "5 baje ke baad". */
  private int behind(int at, String word) {
    boolean there = at < terms.size() && terms.get(at).is(word);
    return there && OfferClock.at(terms, at + 1) == null ? at + 1 : at;
  }

  private int settle(OfferClock.@Nullable Settled settled, int next, boolean says) {
    if (settled == null) {
      wrong = true;
      return next;
    }
    guessed |= !settled.sure();
    bounded |= says;
    Hours found = settled.hours();
    if (!found.from().equals(found.to())) return note(found, next);
    allDay = true;
    return next;
  }

  private int note(Hours some, int next) {
    (how == How.NOT ? notHours : hours).add(some);
    return next;
  }

  private static @Nullable Hours part(String key) {
    return switch (key) {
      case "morning", "mornings" -> hours(5, 12);
      case "afternoon", "afternoons" -> hours(12, 17);
      case "evening", "evenings" -> hours(17, 21);
      case "night", "nights", "overnight" -> hours(21, 5);
      default -> null;
    };
  }

  private static Hours hours(int from, int to) {
    return new Hours(LocalTime.of(from, 0), LocalTime.of(to, 0));
  }
}
