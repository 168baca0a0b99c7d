package org.doorstep.desk;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.doorstep.help.Delivered;
import org.doorstep.people.Person;
import org.doorstep.talk.Talk;
import org.doorstep.understand.Intent;
import org.doorstep.understand.JobLabel;
import org.doorstep.understand.Language;
import org.doorstep.understand.Reading;
import org.doorstep.understand.Understanding;

/** What a resident's words mean for a job that its volunteer says is done: did it arrive? */
final class Arrivals {

  private final Understanding understanding;
  private final Wording wording;
  private final Residents residents;

  Arrivals(Understanding understanding, Wording wording, Residents residents) {
    this.understanding = understanding;
    this.wording = wording;
    this.residents = residents;
  }

  /**
   * Whether it was an answer; if so it has been dealt with.
   *
   * @param asks it asks for something by itself
   */
  boolean heard(Draft draft, Person me, Talk theirs, String text, Reading reading, boolean asks) {
    Optional<Delivered> asked = askedWhetherItArrived(draft, me);
    if (asked.isEmpty()) return false;
    Delivered delivered = asked.get();
    if (otherwise(theirs) && typed(draft, theirs, delivered, text)) return true;
    if (!asks && yesOrNo(draft, delivered, text)) return true;
    return !Typed.begins(theirs, text).orElse(true) && stillNeeded(draft, delivered, reading);
  }

  /** What is said in English is best left to understanding as a whole. */
  static boolean otherwise(Talk theirs) {
    return !theirs.language().equals(Language.ENGLISH.tag());
  }

  private boolean typed(Draft draft, Talk theirs, Delivered delivered, String text) {
    Optional<Boolean> arrived = Typed.arrived(theirs, text);
    arrived.ifPresent(
        yes -> {
          if (yes) residents.arrived(draft, delivered);
          else residents.notArrived(draft, delivered);
        });
    return arrived.isPresent();
  }

  private Optional<Delivered> askedWhetherItArrived(Draft draft, Person me) {
    return draft.requests().stream()
        .flatMap(r -> r instanceof Delivered d ? Stream.of(d) : Stream.of())
        .filter(d -> d.resident().equals(me.id()))
        .findFirst();
  }

  private boolean yesOrNo(Draft draft, Delivered delivered, String text) {
    JobLabel theirs =
        new JobLabel(delivered.particulars().need(), wording.need(delivered.particulars()), false);
    return switch (understanding.reply(text, List.of(theirs)).meaning()) {
      case ACCEPT, DONE -> {
        residents.arrived(draft, delivered);
        yield true;
      }
      case DECLINE -> {
        residents.notArrived(draft, delivered);
        yield true;
      }
      case ASK, LATER, DROP, NOBODY_IN, WORRIED, OTHER -> false;
    };
  }

  /** "No, I still need it." */
  private boolean stillNeeded(Draft draft, Delivered delivered, Reading reading) {
    if (reading.intent() != Intent.REQUEST) return false;
    residents.notArrived(draft, delivered);
    return true;
  }
}
