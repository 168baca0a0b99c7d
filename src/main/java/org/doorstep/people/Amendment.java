package org.doorstep.people;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One thing that a volunteer changes about what they offer. */
public sealed interface Amendment {

  /** Whether what is named is all there is from now on, comes to it, or goes. */
  enum How {
    EXACTLY,
    ALSO,
    NOT
  }

  /**
   * What holds where nothing is said.
   *
   * @param needs every kind of help
   * @param quiet when nobody is written to
   */
  record Usual(Set<Need> needs, Hours quiet) {
    public Usual {
      needs = Set.copyOf(needs);
    }
  }

  /** No days, said exactly, are any days; so it is with all that follow. */
  record Days(How how, Set<DayOfWeek> days) implements Amendment {
    public Days {
      days = Set.copyOf(days);
    }
  }

  record Times(How how, List<Hours> hours) implements Amendment {
    public Times {
      hours = List.copyOf(hours);
    }
  }

  /**
   * @param hours null for none of their own
   */
  record Quiet(@Nullable Hours hours) implements Amendment {}

  record QuietFrom(LocalTime from) implements Amendment {}

  record QuietUntil(LocalTime to) implements Amendment {}

  record Far(int metres) implements Amendment {}

  record Travels(How how, Set<Travel> ways) implements Amendment {
    public Travels {
      ways = Set.copyOf(ways);
    }
  }

  record Likes(How how, Set<Need> needs) implements Amendment {
    public Likes {
      needs = Set.copyOf(needs);
    }
  }

  /**
   * @param tags BCP 47
   */
  record Speaks(How how, Set<String> tags) implements Amendment {
    public Speaks {
      tags = Set.copyOf(tags);
    }
  }

  /** Whether it is about how they are, not about when they would help or with what. */
  default boolean ofThemselves() {
    return switch (this) {
      case Far f -> true;
      case Travels t -> true;
      case Speaks s -> true;
      case Days d -> false;
      case Times t -> false;
      case Quiet q -> false;
      case QuietFrom q -> false;
      case QuietUntil q -> false;
      case Likes l -> false;
    };
  }

  /** What they offer then; empty where nothing would be left of it. */
  default Optional<Volunteering> in(Volunteering offer, Usual usual) {
    Availability when = offer.availability();
    return switch (this) {
      case Days(How how, Set<DayOfWeek> named) ->
          some(how, EnumSet.allOf(DayOfWeek.class), when.days(), named)
              .map(days -> offer.available(when.on(days)));
      case Times(How how, List<Hours> named) ->
          Stretches.of(how, when.hours(), named).map(hours -> offer.available(when.at(hours)));
      case Quiet(Hours hours) -> Optional.of(offer.available(when.quiet(hours)));
      case QuietFrom(LocalTime from) -> quiet(offer, from, quiet(when, usual).to());
      case QuietUntil(LocalTime to) -> quiet(offer, quiet(when, usual).from(), to);
      case Far(int metres) -> Optional.of(offer.reaching(metres));
      case Travels(How how, Set<Travel> ways) ->
          Optional.of(offer.travelling(of(how, offer.travel(), ways)));
      case Likes(How how, Set<Need> named) ->
          some(how, usual.needs(), offer.likes(), named).map(offer::liking);
      case Speaks(How how, Set<String> tags) ->
          Optional.of(offer.speaking(of(how, offer.languages(), tags)));
    };
  }

  private static Hours quiet(Availability when, Usual usual) {
    return when.quiet() == null ? usual.quiet() : when.quiet();
  }

  private static Optional<Volunteering> quiet(Volunteering offer, LocalTime from, LocalTime to) {
    return from.equals(to)
        ? Optional.empty()
        : Optional.of(offer.available(offer.availability().quiet(new Hours(from, to))));
  }

  private static <T> Set<T> of(How how, Set<T> before, Set<T> named) {
    if (how == How.EXACTLY) return named;
    Set<T> now = new LinkedHashSet<>(before);
    if (how == How.ALSO) now.addAll(named);
    else now.removeAll(named);
    return now;
  }

  /** Where none means any: all of them are any, and none that is left is none. */
  private static <T extends Comparable<T>> Optional<Set<T>> some(
      How how, Set<T> all, Set<T> before, Set<T> named) {
    if (how == How.EXACTLY && named.isEmpty()) return Optional.of(Set.of());
    Set<T> now = new TreeSet<>(of(how, before.isEmpty() ? all : before, named));
    if (how == How.ALSO && before.isEmpty()) return Optional.of(Set.of());
    if (now.isEmpty()) return Optional.empty();
    return Optional.of(now.containsAll(all) ? Set.of() : now);
  }
}
