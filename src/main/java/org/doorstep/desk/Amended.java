package org.doorstep.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.doorstep.people.Amendment;
import org.doorstep.people.Hours;
import org.doorstep.people.Need;
import org.doorstep.people.Person;
import org.doorstep.people.Volunteering;
import org.doorstep.place.Distance;
import org.jspecify.annotations.Nullable;

/**
 * What somebody offers after some amendments, and each of them in one line.
 *
 * @param offer null where nothing would be left of it
 */
record Amended(@Nullable Volunteering offer, String lines) {

  /**
   * @param needs every kind of help there is
   */
  static Amended of(
      Wording theirs, Draft draft, Person who, Set<Need> needs, List<Amendment> amendments) {
    Volunteering offer = Objects.requireNonNull(who.volunteering());
    Amendment.Usual usual = new Amendment.Usual(needs, OfferWords.quiet(draft));
    Map<String, String> lines = new LinkedHashMap<>();
    for (Amendment one : amendments) {
      Optional<Volunteering> next = one.in(offer, usual);
      if (next.isEmpty()) return new Amended(null, "");
      offer = next.get();
      line(theirs, who, offer, one, lines);
    }
    return new Amended(offer, String.join("\n", lines.values()));
  }

  /** What is said twice of the same is read back as it is then. */
  private static void line(
      Wording theirs, Person who, Volunteering offer, Amendment one, Map<String, String> lines) {
    OfferWords words = new OfferWords(theirs);
    var when = offer.availability();
    switch (one) {
      case Amendment.Days d -> lines.put("days", some(theirs, "days", words.days(when.days())));
      case Amendment.Times t ->
          lines.put("hours", some(theirs, "hours", words.hours(when.hours())));
      case Amendment.Quiet q -> lines.put("quiet", quiet(theirs, when.quiet()));
      case Amendment.QuietFrom q -> lines.put("quiet", quiet(theirs, when.quiet()));
      case Amendment.QuietUntil q -> lines.put("quiet", quiet(theirs, when.quiet()));
      case Amendment.Far f ->
          lines.put("reach", now(theirs, "reach", theirs.distance(Distance.ofMetres(f.metres()))));
      case Amendment.Travels t ->
          lines.put(
              "travel",
              offer.travel().isEmpty()
                  ? theirs.words(OfferWords.FLOW + ".travel-none", Map.of())
                  : now(theirs, "travel", words.travel(offer.travel())));
      case Amendment.Likes l ->
          lines.put("likes", some(theirs, "likes", words.likes(offer.likes())));
      case Amendment.Speaks s ->
          lines.put("languages", now(theirs, "languages", words.languages(who, offer.languages())));
    }
  }

  private static String some(Wording theirs, String what, String said) {
    return said.isEmpty()
        ? theirs.words(OfferWords.FLOW + "." + what + "-any", Map.of())
        : now(theirs, what, said);
  }

  private static String now(Wording theirs, String what, String said) {
    return theirs.words(OfferWords.FLOW + "." + what + "-now", Map.of(what, said));
  }

  private static String quiet(Wording theirs, @Nullable Hours hours) {
    return hours == null
        ? theirs.words(OfferWords.FLOW + ".quiet-none", Map.of())
        : theirs.words(
            OfferWords.FLOW + ".quiet-now",
            Map.of("from", OfferWords.time(hours.from()), "to", OfferWords.time(hours.to())));
  }
}
