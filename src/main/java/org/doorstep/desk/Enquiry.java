package org.doorstep.desk;

import java.time.YearMonth;
import java.util.Locale;
import java.util.Set;
import org.doorstep.bridge.Listing;
import org.doorstep.bridge.ServiceId;
import org.doorstep.help.Asking;
import org.doorstep.help.HelpRequest;
import org.doorstep.people.Need;
import org.doorstep.people.PersonId;
import org.doorstep.place.Point;

/** What has to be looked up before a decision can be made. */
public sealed interface Enquiry {

  /** What is called so. */
  record PlaceNamed(String text) implements Enquiry {}

  /** What is around a pin. */
  record PlaceAt(Point point) implements Enquiry {

    /** Under which its answer stands among the places. */
    public static final String KEY = "pin";
  }

  /** Who would suit one wave for one request. */
  record VolunteersFor(Asking asking) implements Enquiry {}

  /** Volunteers of an area, the nearest first. */
  record VolunteersNear(Point middle, int metres, int limit, Set<PersonId> without)
      implements Enquiry {

    /** As far as a borough reaches. */
    private static final int METRES = 15_000;

    /** Of more than these the nearest to the job are looked through. */
    private static final int AT_MOST = 1000;

    public VolunteersNear {
      without = Set.copyOf(without);
    }

    /** Among whom somebody is looked for by name. */
    public static VolunteersNear around(HelpRequest job) {
      return new VolunteersNear(
          job.particulars().place().point(), METRES, AT_MOST, Set.of(job.resident()));
    }
  }

  /**
   * What those who run the groups have in hand.
   *
   * @param groups whose last waits are wanted too
   */
  record OfficeNow(Set<String> groups) implements Enquiry {
    public OfficeNow {
      groups = Set.copyOf(groups);
    }
  }

  /** All jobs of these groups that are not over. */
  record OpenIn(Set<String> groups) implements Enquiry {
    public OpenIn {
      groups = Set.copyOf(groups);
    }
  }

  /**
   * All cases that are not over.
   *
   * @param people those at the other end of them too
   */
  record CasesNow(boolean people) implements Enquiry {}

  /** What comes again and again in these groups. */
  record RegularIn(Set<String> groups) implements Enquiry {
    public RegularIn {
      groups = Set.copyOf(groups);
    }
  }

  /**
   * One of these groups' jobs, and all whom it names.
   *
   * @param named a number on the board that {@code lead} was last shown, a reference, or an id
   * @param volunteers those who live around it too
   */
  record JobNamed(PersonId lead, Set<String> groups, String named, boolean volunteers)
      implements Enquiry {
    public JobNamed {
      groups = Set.copyOf(groups);
    }
  }

  /** What was laid out in these groups in these months, and by whom. */
  record ExpensesOf(Set<String> groups, Set<YearMonth> months) implements Enquiry {
    public ExpensesOf {
      groups = Set.copyOf(groups);
      months = Set.copyOf(months);
    }
  }

  /**
   * What is kept about somebody and is not at hand: their cases, the closed ones too, and what they
   * laid out in these groups in these months.
   */
  record OwnOf(PersonId person, Set<String> groups, Set<YearMonth> months) implements Enquiry {
    public OwnOf {
      groups = Set.copyOf(groups);
      months = Set.copyOf(months);
    }

    /** Their cases alone. */
    static OwnOf cases(PersonId person) {
      return new OwnOf(person, Set.of(), Set.of());
    }
  }

  /** What a picture is like, as far as it matters. */
  record PictureOf(String picture) implements Enquiry {}

  /** What is on offer of these kinds around there, the nearest first, and whose it is. */
  record ThingsNear(Set<String> kinds, Point middle, int metres) implements Enquiry {

    /** More of one kind are not looked through. */
    public static final int AT_MOST = 20;

    public ThingsNear {
      kinds = Set.copyOf(kinds);
    }
  }

  /**
   * What the directory has for these kinds of help; where it has none of these, what is called so;
   * and these entries.
   */
  record ServicesFor(Set<Need> needs, Set<String> called, Set<ServiceId> ids) implements Enquiry {
    public ServicesFor {
      needs = Set.copyOf(needs);
      called = Set.copyOf(called);
      ids = Set.copyOf(ids);
    }

    /** Whether it is one of them. */
    public boolean means(Listing service) {
      String name = service.name().toLowerCase(Locale.ROOT);
      return ids.contains(service.id())
          || service.needs().stream().anyMatch(needs::contains)
          || (!called.isEmpty() && called.stream().allMatch(name::contains));
    }

    static ServicesFor needs(Set<Need> needs) {
      return new ServicesFor(needs, Set.of(), Set.of());
    }

    static ServicesFor entry(ServiceId id) {
      return new ServicesFor(Set.of(), Set.of(), Set.of(id));
    }
  }

  /** Something about a group's volunteers. */
  record OfRoll(RollCall call) implements Enquiry {}
}
