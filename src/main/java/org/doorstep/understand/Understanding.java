package org.doorstep.understand;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

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

  /** In which language it seems to be written. */
  default Language language(String text) {
    return Language.ENGLISH;
  }
}
