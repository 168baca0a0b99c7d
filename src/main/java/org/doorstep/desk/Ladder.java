package org.doorstep.desk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.doorstep.bridge.Case;
import org.doorstep.cell.Cell;
import org.doorstep.cell.Contact;
import org.doorstep.cell.Officer;
import org.doorstep.help.HelpRequest;
import org.doorstep.people.Person;
import org.doorstep.people.Volunteering;
import org.doorstep.place.Place;
import org.jspecify.annotations.Nullable;

/**
 * Who is told of a case that nobody has taken, one after the other, without an end: those who
 * answer for it, then the area's named contacts. A sealed one ends with whoever is outside Slack,
 * again and again; all others go round.
 *
 * @param last whether the last one is called for ever
 * @param step the time that each has to answer
 */
record Ladder(List<Rung> rungs, boolean last, Duration step) {

  /** No silence is longer. */
  static final Duration LONGEST = Duration.ofHours(2);

  private static final int MOST_DOUBLINGS = 5;

  /** Somebody's turn. */
  sealed interface Rung {

    /** They are mentioned in the case's thread. */
    record Told(Officer officer) implements Rung {}

    /** They are called where they are, in Slack or by text message. */
    record Called(Contact contact) implements Rung {}
  }

  Ladder {
    rungs = List.copyOf(rungs);
  }

  static Ladder of(Draft draft, Case theCase) {
    Cell cell = draft.cell();
    List<Rung> rungs = new ArrayList<>();
    Answering.of(draft, theCase).inTurn().forEach(o -> rungs.add(new Rung.Told(o)));
    if (theCase.matter().partner() == null) {
      cell.safeguarding().near(place(draft, theCase)).stream()
          .filter(c -> rungs.stream().noneMatch(r -> is(r, c)))
          .forEach(c -> rungs.add(new Rung.Called(c)));
    }
    Contact outside = theCase.isSealed() ? cell.safeguarding().outside() : null;
    if (outside != null) rungs.add(new Rung.Called(outside));
    return new Ladder(rungs, outside != null, cell.rules().acknowledgeWithin());
  }

  private static boolean is(Rung rung, Contact contact) {
    return switch (rung) {
      case Rung.Told told -> told.officer().slackUser().equals(contact.slackUser());
      case Rung.Called called -> called.contact().equals(contact);
    };
  }

  /** Where it is about; the request's place, or where its person lives. */
  private static @Nullable Place place(Draft draft, Case theCase) {
    Optional<Place> needed =
        Optional.ofNullable(theCase.matter().request())
            .flatMap(id -> draft.request(id.value()))
            .map(HelpRequest::particulars)
            .map(p -> p.place());
    Person person = draft.person(theCase.person()).orElse(null);
    Volunteering offer = person == null ? null : person.volunteering();
    return needed.orElse(offer != null ? offer.home() : person == null ? null : person.lastPlace());
  }

  /**
   * @param number counted from one
   */
  Rung at(int number) {
    return last && number > rungs.size() ? rungs.getLast() : rungs.get((number - 1) % rungs.size());
  }

  /** Whether everybody has been asked before. */
  boolean again(int number) {
    return number > rungs.size();
  }

  /** How long whoever has that number has until the next is asked. */
  Duration patience(int number) {
    boolean grows = rungs.stream().anyMatch(Rung.Called.class::isInstance);
    int doublings = !grows ? 0 : last ? number - rungs.size() : (number - 1) / rungs.size();
    Duration patience = step.multipliedBy(1L << Math.clamp(doublings, 0, MOST_DOUBLINGS));
    Duration longest = step.compareTo(LONGEST) > 0 ? step : LONGEST;
    return patience.compareTo(longest) > 0 ? longest : patience;
  }

  /** The number of the next one after that who is reached without Slack. */
  Optional<Integer> outsideSlackAfter(int number) {
    for (int next = number + 1; next <= number + rungs.size(); next++) {
      if (isOutside(at(next))) return Optional.of(next);
    }
    return Optional.empty();
  }

  static boolean isOutside(Rung rung) {
    return rung instanceof Rung.Called called && called.contact().number() != null;
  }

  /** Whether somebody has been called so far: they may answer. */
  boolean reached(Contact contact, int number) {
    int known = Math.min(number, rungs.size());
    return rungs.subList(0, known).stream().anyMatch(r -> r.equals(new Rung.Called(contact)));
  }
}
