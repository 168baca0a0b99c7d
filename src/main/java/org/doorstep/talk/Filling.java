package org.doorstep.talk;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.doorstep.help.When;
import org.doorstep.people.Flag;
import org.doorstep.people.Need;
import org.doorstep.place.Place;
import org.doorstep.place.PlaceAnswer;
import org.doorstep.place.Postcode;
import org.doorstep.understand.Found;
import org.doorstep.understand.Reading;
import org.doorstep.understand.Understanding;

/** From what somebody did to a slot's value. */
final class Filling {

  static final String NEEDS = "needs";
  static final String SELF = "self";
  private static final int LONGEST_NAME = 60;
  private static final int LONGEST_PLACE = 120;

  /** Good enough to be shown as a question, and for nothing else. */
  private static final double GUESS = 0.5;

  private final Library library;
  private final Understanding understanding;
  private final Answers answers;
  private final Questions questions;
  private final Spares spares;

  Filling(Library library, Understanding understanding, Answers answers, Questions questions) {
    this.library = library;
    this.understanding = understanding;
    this.answers = answers;
    this.questions = questions;
    this.spares = new Spares(understanding, answers);
  }

  boolean offersThing(String text) {
    return spares.offered(text);
  }

  Reading reading(String text, Setting setting) {
    return understanding.read(text, setting.now().atZone(setting.zone()));
  }

  /** The open question gets the whole message. */
  Hearing answer(Draft draft, Slot slot, Heard heard, Reading reading) {
    if (heard.pin() != null && slot.type() == Slot.Type.UK_PLACE) {
      return Hearing.at(heard.pin(), Known.Source.PIN);
    }
    String text = heard.text().strip();
    if (text.isEmpty()) return new Hearing.Nothing();
    List<Option> options = questions.options(draft, slot);
    if (slot.type().free()) {
      return answers.isNumber(text, options)
          ? questions.picked(draft, slot, Questions.SKIP, Known.Source.TYPED)
          : free(slot, text);
    }
    Optional<Option> match = answers.match(text, options);
    if (match.isPresent()) {
      return questions.picked(draft, slot, match.get().key(), Known.Source.TYPED);
    }
    Optional<Option> unseen =
        slot.show().isEmpty() ? Optional.empty() : answers.byWords(text, library.options(slot));
    if (unseen.isPresent()) {
      return questions.picked(draft, slot, unseen.get().key(), Known.Source.TYPED);
    }
    Optional<Option> line = answers.line(text, options);
    if (line.isPresent()) {
      Hearing picked = questions.picked(draft, slot, line.get().key(), Known.Source.TYPED);
      return picked instanceof Hearing.Value value ? value.partly() : picked;
    }
    Hearing read = read(draft, slot, reading, true);
    return slot.type() == Slot.Type.CHOICE ? named(slot, text, reading, read) : read;
  }

  /** Whether a text answers a slot's question so that nothing more need follow. */
  boolean answers(Draft draft, Slot slot, String text) {
    if (slot.type().free()) return slot.optional() && answers.means("skip", text);
    if (slot.type() == Slot.Type.UK_PLACE && Postcode.parse(text).isPresent()) return true;
    return answers.match(text, questions.options(draft, slot)).isPresent()
        || (!slot.show().isEmpty() && answers.byWords(text, library.options(slot)).isPresent())
        || (slot.several() && !answers.all(text, library.menu(slot), List.of()).isEmpty());
  }

  /** What was understood, and for a slot with several answers also what stands on its menu. */
  private Hearing named(Slot slot, String text, Reading reading, Hearing read) {
    if (read instanceof Hearing.Value && !slot.several()) return read;
    Set<String> keys = new HashSet<>();
    if (read instanceof Hearing.Value v && v.value() instanceof SlotValue.Picked picked) {
      keys.addAll(picked.keys());
    }
    answers.all(text, library.menu(slot), library.options(slot)).stream()
        .map(Option::key)
        .filter(key -> reading.negated().stream().noneMatch(n -> n.key().equals(key)))
        .forEach(keys::add);
    List<String> ordered =
        library.options(slot).stream().map(Option::key).filter(keys::contains).toList();
    boolean clear = slot.several() ? !ordered.isEmpty() : ordered.size() == 1;
    return clear ? Hearing.typed(new SlotValue.Picked(ordered)) : read;
  }

  private Hearing free(Slot slot, String text) {
    if (slot.optional() && answers.means("skip", text)) {
      return Hearing.typed(new SlotValue.Skipped());
    }
    if (answers.means("yes", text)) return new Hearing.Nothing();
    if (slot.type() != Slot.Type.NAME) return Hearing.typed(new SlotValue.Words(text));
    String name = text.replaceAll("\\s+", " ");
    for (String called : library.common().answer("called")) {
      int end = after(called, name);
      if (end > 0) name = name.substring(end).strip();
    }
    boolean fits =
        name.length() <= LONGEST_NAME
            && name.codePoints().anyMatch(Character::isLetter)
            && name.codePoints().noneMatch(Character::isDigit);
    return fits
        ? Hearing.typed(new SlotValue.Words(name.replaceAll("[.!,]+$", "")))
        : new Hearing.Nothing();
  }

  /** Where in the text the words end with which it begins; 0 if it does not begin with them. */
  private static int after(String words, String text) {
    for (int end = Math.min(text.length() - 1, LONGEST_NAME); end > 0; end--) {
      if (Character.isWhitespace(text.charAt(end))
          && Wording.plain(text.substring(0, end)).equals(words)) {
        return end;
      }
    }
    return 0;
  }

  /** The place that a message may be, where nothing else was found in it. */
  Hearing barePlace(Draft draft, Reading reading) {
    return place(draft.setting, reading, false, true);
  }

  /** What a message says of a slot, asked or not. */
  Hearing read(Draft draft, Slot slot, Reading reading, boolean asked) {
    return switch (slot.type()) {
      case CHOICE -> choice(slot, reading);
      case COUNT -> spares.count(reading, asked);
      case UK_PLACE -> place(draft.setting, reading, asked, asked);
      case WHEN -> when(draft, slot, reading);
      case WHO ->
          reading.forWhom().equals(SELF)
              ? new Hearing.Nothing()
              : Hearing.said(new SlotValue.Words(reading.forWhom()), 1);
      case FLAGS -> flags(draft, slot, reading);
      case OWN_WORDS, TEXT, NAME -> new Hearing.Nothing();
    };
  }

  private Hearing when(Draft draft, Slot slot, Reading reading) {
    Found<When> found =
        reading.when() == null ? spares.until(reading, draft.setting) : reading.when();
    if (found == null || found.value().isWhenever()) {
      Optional<When> listed = listed(draft, slot, reading);
      if (listed.isPresent()) return Hearing.said(new SlotValue.Time(listed.get()), 1);
    }
    if (found == null) return new Hearing.Nothing();
    When when = found.value();
    boolean dayless = when.date() == null && (when.time() != null || when.part() != null);
    return !dayless || when.asap() || when.recurring() != null
        ? Hearing.said(new SlotValue.Time(when), found.confidence())
        : hour(draft, slot, when, found.confidence());
  }

  /** A time of the menu, somewhere in the text: "any day this week". */
  private Optional<When> listed(Draft draft, Slot slot, Reading reading) {
    List<Option> options = slot.choices();
    List<Option> named = answers.all(reading.text(), List.of(), options);
    Setting setting = draft.setting;
    return named.size() == 1
        ? Questions.time(named.getFirst().key(), setting.now(), setting.zone())
        : Optional.empty();
  }

  /** "After 3" is of the day that is known; where none is, of the next time it is 3. */
  private static Hearing hour(Draft draft, Slot slot, When when, double confidence) {
    Setting setting = draft.setting;
    LocalDate today = setting.now().atZone(setting.zone()).toLocalDate();
    Optional<LocalDate> known =
        draft
            .settled(slot)
            .map(k -> k.value() instanceof SlotValue.Time time ? time.when().date() : null);
    if (known.isPresent())
      return Hearing.said(new SlotValue.Time(on(known.get(), when)), confidence);
    When at = on(today, when);
    boolean gone = at.deadline(setting.zone()).map(d -> d.isBefore(setting.now())).orElse(false);
    return Hearing.said(new SlotValue.Time(gone ? on(today.plusDays(1), when) : at), GUESS);
  }

  private static When on(LocalDate day, When when) {
    return new When(day, when.part(), when.time(), when.by(), false, null);
  }

  /** What is never asked for is heard where one of its answers is named, and no other. */
  private static Hearing named(Slot slot, Reading reading) {
    List<Option> named = Answers.named(reading.text(), slot.choices());
    return named.size() == 1
        ? Hearing.said(new SlotValue.Picked(List.of(named.getFirst().key())), 1)
        : new Hearing.Nothing();
  }

  private Hearing choice(Slot slot, Reading reading) {
    if (NEEDS.equals(slot.from())) return needs(slot, reading);
    return slot.otherwise() == null ? spares.choice(slot, reading) : named(slot, reading);
  }

  private static Hearing needs(Slot slot, Reading reading) {
    List<Found<Need>> needs =
        reading.needs().stream()
            .filter(n -> !reading.negated().contains(n.value()) && !n.value().equals(Need.OTHER))
            .toList();
    if (needs.isEmpty()) return new Hearing.Nothing();
    Found<Need> first = needs.stream().filter(Found::sure).findFirst().orElse(needs.getFirst());
    List<String> keys =
        needs.stream()
            .filter(n -> n.equals(first) || (slot.several() && n.sure()))
            .map(n -> n.value().key())
            .distinct()
            .toList();
    return Hearing.said(new SlotValue.Picked(keys), first.confidence());
  }

  private static Hearing flags(Draft draft, Slot slot, Reading reading) {
    Set<Flag> flags = EnumSet.noneOf(Flag.class);
    flags.addAll(reading.flags());
    Set<Flag> before =
        draft
            .settled(slot)
            .map(k -> k.value() instanceof SlotValue.Raised raised ? raised.flags() : null)
            .orElse(Set.of());
    if (before.containsAll(flags)) return new Hearing.Nothing();
    flags.addAll(before);
    return flags.isEmpty() ? new Hearing.Nothing() : Hearing.said(new SlotValue.Raised(flags), 1);
  }

  /**
   * @param bare a message without any sign of a place may be one: "Headingley"
   */
  private Hearing place(Setting setting, Reading reading, boolean asked, boolean bare) {
    Found<String> clear = reading.place();
    if (clear == null && !bare) return new Hearing.Nothing();
    PlaceAnswer.Several several = null;
    String unknown = null;
    boolean unreachable = false;
    for (String name : understanding.placesIn(reading.text())) {
      PlaceAnswer answer = setting.places().get(name);
      if (answer instanceof PlaceAnswer.Found found) {
        Place place = written(found.place(), reading, asked);
        return Hearing.at(place, asked ? Known.Source.TYPED : Known.Source.SAID);
      }
      if (answer instanceof PlaceAnswer.Several s && several == null && !s.places().isEmpty()) {
        several = s;
      }
      if (answer instanceof PlaceAnswer.Unknown && unknown == null) unknown = name;
      unreachable |= answer instanceof PlaceAnswer.Unreachable;
    }
    if (several != null) return Hearing.said(new SlotValue.OneOf(several.places()), 0);
    if (!asked && (clear == null || !clear.sure())) return new Hearing.Nothing();
    if (unreachable) return new Hearing.Unreachable();
    return unknown == null
        ? new Hearing.Nothing()
        : new Hearing.Nowhere(Phrase.shorten(unknown, LONGEST_NAME));
  }

  /** The map knows the postcode; the number of the house is only in what was written. */
  private static Place written(Place place, Reading reading, boolean asked) {
    Found<String> clear = reading.place();
    if (clear == null || clear.value().length() <= place.written().length()) return place;
    if (!Wording.within(Wording.tokens(clear.value()), Wording.tokens(place.written())))
      return place;
    String text = reading.text().strip();
    String full = asked && text.length() <= LONGEST_PLACE ? text : clear.value();
    return new Place(full, place.rough(), place.point(), place.exact());
  }
}
