package org.doorstep.desk;

import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.doorstep.help.HelpRequest;
import org.doorstep.people.Need;
import org.doorstep.people.Person;
import org.doorstep.place.Place;
import org.doorstep.place.PlaceAnswer;
import org.doorstep.understand.Found;
import org.doorstep.understand.Understanding;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for in the directory.
 *
 * @param called words of a name, where no need is named
 * @param places what they name as places
 * @param job of theirs that it seems to be for
 */
record Wish(Set<Need> needs, Set<String> called, List<String> places, @Nullable HelpRequest job) {

  /**
   * @param asked what they wrote; null where they gave the order alone
   */
  static Wish of(
      Understanding understanding,
      Person me,
      List<HelpRequest> requests,
      @Nullable String asked,
      ZonedDateTime now) {
    HelpRequest job =
        requests.stream()
            .filter(r -> !r.over() && partIn(me, r))
            .max(Comparator.comparing(r -> r.particulars().openedAt()))
            .orElse(null);
    String text = asked == null ? "" : asked;
    List<String> places = understanding.placesIn(text);
    Set<Need> needs = needs(understanding, text, now);
    Set<String> called = needs.isEmpty() ? understanding.serviceNamed(text) : Set.of();
    if (needs.isEmpty() && called.isEmpty() && job != null)
      needs = Set.of(job.particulars().need());
    return new Wish(needs, called, places, job);
  }

  private static boolean partIn(Person me, HelpRequest request) {
    return request.resident().equals(me.id())
        || (request instanceof HelpRequest.Claimed claimed && claimed.holder().equals(me.id()));
  }

  private static Set<Need> needs(Understanding understanding, String text, ZonedDateTime now) {
    Set<Need> listed = understanding.services(text);
    if (!listed.isEmpty() || text.isEmpty()) return listed;
    return understanding.read(text, now).needs().stream()
        .map(Found::value)
        .filter(need -> !need.equals(Need.OTHER))
        .collect(Collectors.toUnmodifiableSet());
  }

  Enquiry.ServicesFor enquiry() {
    return new Enquiry.ServicesFor(needs, called, Set.of());
  }

  boolean empty() {
    return needs.isEmpty() && called.isEmpty();
  }

  /** The one that they name, or else that of the job, theirs, or where help was needed last. */
  @Nullable Place place(Person me, Map<String, PlaceAnswer> found) {
    for (String named : places) {
      if (found.get(named) instanceof PlaceAnswer.Found(Place place)) return place;
    }
    if (job != null) return job.particulars().place();
    return me.volunteering() != null ? me.volunteering().home() : me.lastPlace();
  }
}
