package org.doorstep.talk;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.doorstep.people.Need;
import org.doorstep.understand.Found;
import org.doorstep.understand.Intent;
import org.doorstep.understand.Reading;
import org.jspecify.annotations.Nullable;

/** What somebody asks for or adds beyond what the form takes. None of it is lost. */
final class Besides {

  /** Longer than this and a note is no note; a volunteer has to read it at a door. */
  private static final int LONGEST_NOTE = 1000;

  private final Library library;
  private final Answers answers;

  Besides(Library library, Answers answers) {
    this.library = library;
    this.answers = answers;
  }

  /**
   * The other things that a message asks for, by their labels, where a form takes one, or takes
   * several for one time and they are wanted at another.
   */
  List<String> needs(Draft draft, @Nullable Slot asked, Reading reading) {
    boolean free = asked != null && asked.type().free();
    if (free || reading.intent() != Intent.REQUEST) return List.of();
    Optional<Slot> slot =
        draft.flow.slots().values().stream()
            .filter(s -> Filling.NEEDS.equals(s.from()) && s.eager())
            .filter(s -> !s.several() || atAnotherTime(draft, reading))
            .findFirst();
    if (slot.isEmpty()) return List.of();
    Known known = draft.settled(slot.get()).orElse(null);
    if (known == null || !(known.value() instanceof SlotValue.Picked taken)) return List.of();
    List<String> more =
        reading.needs().stream()
            .filter(n -> n.sure() && !reading.negated().contains(n.value()))
            .map(Found::value)
            .filter(n -> !n.equals(Need.OTHER) && !taken.keys().contains(n.key()))
            .map(Need::key)
            .distinct()
            .toList();
    return library.options(slot.get()).stream()
        .filter(o -> more.contains(o.key()))
        .map(Option::label)
        .toList();
  }

  private static boolean atAnotherTime(Draft draft, Reading reading) {
    LocalDate day = reading.when() == null ? null : reading.when().value().date();
    return day != null
        && draft.flow.slots().values().stream()
            .filter(s -> s.type() == Slot.Type.WHEN && s.eager())
            .flatMap(s -> draft.settled(s).stream())
            .map(known -> known.value() instanceof SlotValue.Time time ? time.when().date() : null)
            .anyMatch(known -> known != null && !known.equals(day));
  }

  /** What was picked before stays where "and also …" adds to it. */
  Hearing joined(Draft draft, Slot slot, Hearing hearing, String text) {
    if (!slot.several()
        || !(hearing instanceof Hearing.Value more
            && more.value() instanceof SlotValue.Picked picked)
        || !(draft.settled(slot).orElse(null) instanceof Known before
            && before.value() instanceof SlotValue.Picked known)
        || !adds(text)) return hearing;
    Set<String> keys = new LinkedHashSet<>(known.keys());
    keys.addAll(picked.keys());
    return Hearing.said(new SlotValue.Picked(List.copyOf(keys)), more.confidence());
  }

  /** "And also …" adds to what is known; "no, …" puts it right. */
  boolean adds(String text) {
    boolean corrects = answers.begins("no", text) || answers.begins("change", text);
    return !corrects && answers.has("adds", text);
  }

  /** A volunteer reads it in the words in which it was said. */
  static void keepWords(Draft draft, String text) {
    String said = text.strip();
    String before = draft.words;
    if (before == null) draft.words = said;
    else if (!before.contains(said)) draft.words = before + "\n" + said;
  }

  /**
   * Puts what somebody said into the slot that keeps such things.
   *
   * @return false where it does not fit
   */
  static boolean note(Draft draft, Slot slot, String text) {
    String before =
        draft
            .settled(slot)
            .map(k -> k.value() instanceof SlotValue.Words words ? words.text() + "\n" : "")
            .orElse("");
    String note = before + text.strip();
    if (note.length() > LONGEST_NOTE) return false;
    draft.put(slot, new Known(new SlotValue.Words(note), Known.Source.SAID, 1));
    return true;
  }
}
