package org.doorstep.understand;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.doorstep.people.Need;

/** Reads what people write. Needs no network and no clock; a danger check costs under 1 ms. */
public interface Understanding {

  /** What a message says; {@code now} is local time where the writer is. */
  Reading read(String text, ZonedDateTime now);

  /** Whether the words tell of danger to anyone, wherever in the text they stand. */
  Optional<Danger> danger(String text);

  /** The same, and the words that told of it. */
  default Optional<Alarm> alarm(String text) {
    return danger(text).map(danger -> new Alarm(danger, List.of(), true));
  }

  /** What a volunteer means; held jobs and open offers are both in {@code jobs}. */
  Reply reply(String text, List<JobLabel> jobs);

  /**
   * All that a resident's or a volunteer's text names as a place, best first, as to be looked up.
   */
  List<String> placesIn(String text);

  /** What it says of money that its writer has laid out for somebody. */
  default Optional<Outlay> outlay(String text) {
    return Optional.empty();
  }

  /** For which of the rules that hold for everybody it gives cause. */
  default Set<Caution> cautions(String text) {
    return Set.of();
  }

  /** What it says of a thing that its writer would give or lend. */
  default Optional<Spare> spare(String text) {
    return Optional.empty();
  }

  /**
   * What it says of what its writer offers as a volunteer, if it says nothing else.
   *
   * @param reads the language in which they are spoken to
   */
  default Optional<Offering> offering(String text, String reads) {
    return Optional.empty();
  }

  /** Every kind of help that it can tell. */
  default Set<Need> needs() {
    return Set.of();
  }

  /**
   * Which kinds of help a text speaks of that stands in a directory of services, or asks for one.
   */
  default Set<Need> services(String text) {
    return Set.of();
  }

  /** The words of a service's name in a text that asks for one: all but places and small words. */
  default Set<String> serviceNamed(String text) {
    return Set.of();
  }

  /** Whether a text of a directory says that something is brought to the door. */
  default boolean delivers(String text) {
    return false;
  }

  /** The first kind of thing that it names: a key of {@code vocab/things}. */
  default Optional<String> thing(String text) {
    return Optional.empty();
  }

  /** The kinds of things of which one may be what is asked for. */
  default List<String> thingsWanted(Need need, String text) {
    return List.of();
  }

  /**
   * What it says of keeping a thing that is lent for longer.
   *
   * @param until whether it says until when
   */
  default Longer longer(String text, boolean until) {
    return Longer.NOTHING;
  }

  /** How many it says; 0 where it says no number. */
  default int count(String text) {
    return 0;
  }

  /** In which language it seems to be written. */
  default Language language(String text) {
    return Language.ENGLISH;
  }
}
