package org.doorstep.talk;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.doorstep.help.Flag;
import org.doorstep.help.When;
import org.doorstep.people.Need;
import org.doorstep.place.PlaceAnswer;
import org.doorstep.understand.Found;
import org.doorstep.understand.Reading;
import org.doorstep.understand.Understanding;

/** From what somebody did to a slot's value. */
final class Filling {

  private static final String NEEDS = "needs";
  private static final String SELF = "self";
  private static final int LONGEST_NAME = 60;

  private final Library library;
  private final Understanding understanding;
  private final Answers answers;
  private final Questions questions;

  Filling(Library library, Understanding understanding, Answers answers, Questions questions) {
    this.library = library;
    this.understanding = understanding;
    this.answers = answers;
    this.questions = questions;
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
    if (slot.type().free()) return free(slot, text);
    List<Option> options = questions.options(draft, slot);
    Optional<Option> match = answers.match(text, options);
    if (match.isPresent()) {
      return questions.picked(draft, slot, match.get().key(), Known.Source.TYPED);
    }
    Optional<Option> unseen =
        slot.show().isEmpty() ? Optional.empty() : answers.byWords(text, library.options(slot));
    if (unseen.isPresent()) {
      return questions.picked(draft, slot, unseen.get().key(), Known.Source.TYPED);
    }
    Hearing read = read(draft, slot, reading, true);
    if (!(read instanceof Hearing.Nothing) || slot.type() != Slot.Type.CHOICE) return read;
    List<String> named =
        answers.all(text, library.menu(slot), library.options(slot)).stream()
            .map(Option::key)
            .toList();
    boolean clear = slot.several() ? !named.isEmpty() : named.size() == 1;
    return clear ? Hearing.typed(new SlotValue.Picked(named)) : read;
  }

  private Hearing free(Slot slot, String text) {
    if (slot.optional() && answers.means("skip", text)) {
      return Hearing.typed(new SlotValue.Skipped());
    }
    if (answers.means("yes", text)) return new Hearing.Nothing();
    if (slot.type() != Slot.Type.NAME) return Hearing.typed(new SlotValue.Words(text));
    String name = text;
    for (String called : library.common().answer("called")) {
      int end = after(called, text);
      if (end > 0) name = text.substring(end).strip();
    }
    boolean fits = name.length() <= LONGEST_NAME && name.codePoints().anyMatch(Character::isLetter)
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

  /** What a message says of a slot, asked or not. */
  Hearing read(Draft draft, Slot slot, Reading reading, boolean asked) {
    return switch (slot.type()) {
      case CHOICE -> choice(slot, reading);
      case UK_PLACE -> place(draft.setting, reading, asked);
      case WHEN -> {
        Found<When> when = reading.when();
        yield when == null
            ? new Hearing.Nothing()
            : said(new SlotValue.Time(when.value()), when.confidence());
      }
      case WHO ->
          reading.forWhom().equals(SELF)
              ? new Hearing.Nothing()
              : said(new SlotValue.Words(reading.forWhom()), 1);
      case FLAGS -> flags(draft, slot, reading);
      case OWN_WORDS, TEXT, NAME -> new Hearing.Nothing();
    };
  }

  private static Hearing said(SlotValue value, double confidence) {
    return new Hearing.Value(value, Known.Source.SAID, confidence);
  }

  private static Hearing choice(Slot slot, Reading reading) {
    if (!NEEDS.equals(slot.from())) return new Hearing.Nothing();
    List<Found<Need>> needs =
        reading.needs().stream()
            .filter(n -> !reading.negated().contains(n.value()) && !n.value().equals(Need.OTHER))
            .toList();
    if (needs.isEmpty()) return new Hearing.Nothing();
    List<String> keys =
        needs.stream().map(n -> n.value().key()).distinct().limit(slot.several() ? 20 : 1).toList();
    return said(new SlotValue.Picked(keys), needs.getFirst().confidence());
  }

  private static Hearing flags(Draft draft, Slot slot, Reading reading) {
    Set<Flag> flags = EnumSet.noneOf(Flag.class);
    flags.addAll(reading.flags());
    if (draft.slots.get(slot.key()) instanceof Known known
        && known.value() instanceof SlotValue.Raised before) {
      if (before.flags().containsAll(flags)) return new Hearing.Nothing();
      flags.addAll(before.flags());
    }
    return flags.isEmpty() ? new Hearing.Nothing() : said(new SlotValue.Raised(flags), 1);
  }

  private Hearing place(Setting setting, Reading reading, boolean asked) {
    List<String> named = understanding.placesIn(reading.text());
    PlaceAnswer.Several several = null;
    String unknown = null;
    boolean unreachable = false;
    for (String name : named) {
      PlaceAnswer answer = setting.places().get(name);
      if (answer instanceof PlaceAnswer.Found found) {
        return Hearing.at(found.place(), asked ? Known.Source.TYPED : Known.Source.SAID);
      }
      if (answer instanceof PlaceAnswer.Several s && several == null && !s.places().isEmpty()) {
        several = s;
      }
      if (answer instanceof PlaceAnswer.Unknown && unknown == null) unknown = name;
      unreachable |= answer instanceof PlaceAnswer.Unreachable;
    }
    if (several != null) return said(new SlotValue.OneOf(several.places()), 0);
    Found<String> clear = reading.place();
    if (!asked && (clear == null || !clear.sure())) return new Hearing.Nothing();
    if (unreachable) return new Hearing.Unreachable();
    return unknown == null ? new Hearing.Nothing() : new Hearing.Nowhere(unknown);
  }
}
