package org.doorstep.talk;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.doorstep.understand.Found;
import org.doorstep.understand.Reading;
import org.jspecify.annotations.Nullable;

/** Fills whatever slots one message fills, and checks what was filled. */
final class Listening {

  /** A word with a capital letter that does not begin the sentence. */
  private static final Pattern NAME_WITHIN = Pattern.compile("(?<=[\\p{L},] )\\p{Lu}\\p{Ll}+");

  private static final Pattern COMMA = Pattern.compile("^\\W*\\w+\\s*[,.!;:–-]+\\s*(?=\\S)");

  private final Library library;
  private final Filling filling;
  private final Answers answers;
  private final Besides besides;

  Listening(Library library, Filling filling, Answers answers, Besides besides) {
    this.library = library;
    this.filling = filling;
    this.answers = answers;
    this.besides = besides;
  }

  /**
   * What one message changed.
   *
   * @param trouble why the place in it is not known, if it is not
   * @param failed the check that a new value did not pass; the value is taken out again
   * @param also what was asked for besides, by its labels; it is kept in the person's words
   */
  record Result(
      Set<String> changed,
      @Nullable Hearing trouble,
      Slot.@Nullable Check failed,
      List<String> also) {

    boolean nothing() {
      return changed.isEmpty() && trouble == null && failed == null && also.isEmpty();
    }
  }

  /**
   * @param overwrite what is known already may change as well
   */
  Result listen(Draft draft, Heard heard, boolean overwrite) {
    Reading whole = filling.reading(heard.text(), draft.setting);
    Reading reading = afterNo(draft, heard, whole);
    Slot asked = Optional.ofNullable(draft.asking).flatMap(draft.flow::slot).orElse(null);
    if (overwrite && besides.adds(heard.text())) {
      List<String> also = besides.needs(draft, asked, reading);
      if (!also.isEmpty()) {
        Besides.keepWords(draft, heard.text());
        return new Result(Set.of(), null, null, also);
      }
    }
    Set<String> changed = new LinkedHashSet<>();
    Hearing trouble = null;
    boolean corrects = corrects(draft, asked, heard, reading);
    if (asked != null && !corrects) {
      Hearing answer = filling.answer(draft, asked, heard, whole);
      trouble = put(draft, asked, answer, changed);
      boolean all = answer instanceof Hearing.Value v && v.whole();
      if (answer instanceof Hearing.Elsewhere) return checked(draft, changed, trouble);
      if (all || (asked.sensitive() && changed.contains(asked.key()))) {
        return checked(draft, changed, null);
      }
    }
    boolean bare = Answers.bareNumber(heard.text());
    for (Slot slot : draft.flow.slots().values()) {
      if (bare || slot.equals(asked) || !slot.eager() || !draft.wants(slot)) continue;
      boolean open = draft.settled(slot).isEmpty() || slot.type() == Slot.Type.FLAGS;
      if (!open && !overwrite && !corrects) continue;
      boolean place = slot.type() == Slot.Type.UK_PLACE;
      Hearing hearing = eager(draft, slot, heard, place ? whole : reading, changed);
      hearing = besides.joined(draft, slot, hearing, heard.text());
      if (hearing instanceof Hearing.Value v && (same(draft, slot, v) || weaker(draft, slot, v))) {
        continue;
      }
      Hearing other = put(draft, slot, hearing, changed);
      if (trouble == null) trouble = other;
    }
    if (overwrite && changed.isEmpty() && trouble == null && reading.when() == null) {
      draft.flow.slots().values().stream()
          .filter(s -> s.type() == Slot.Type.UK_PLACE && s.eager())
          .findFirst()
          .ifPresent(s -> put(draft, s, filling.barePlace(draft, whole), changed));
    }
    keepWords(draft, heard, changed);
    List<String> also = besides.needs(draft, corrects ? null : asked, reading);
    if (!also.isEmpty()) Besides.keepWords(draft, heard.text());
    Result result = checked(draft, changed, trouble);
    return new Result(result.changed(), result.trouble(), result.failed(), also);
  }

  /** "No, shopping" says shopping; "no shopping" does not. */
  private Reading afterNo(Draft draft, Heard heard, Reading whole) {
    Matcher comma = COMMA.matcher(heard.text());
    boolean marked = answers.begins("no", heard.text()) || answers.begins("change", heard.text());
    return marked && comma.find()
        ? filling.reading(heard.text().substring(comma.end()), draft.setting)
        : whole;
  }

  /** "No, Thursday" while a free text is asked for is no free text. */
  private boolean corrects(Draft draft, @Nullable Slot asked, Heard heard, Reading reading) {
    if (asked == null || !asked.type().free()) return false;
    boolean marked = answers.begins("no", heard.text()) || answers.begins("change", heard.text());
    return marked
        && draft.flow.slots().values().stream()
            .filter(s -> s.eager() && draft.settled(s).isPresent())
            .map(s -> filling.read(draft, s, reading, false))
            .anyMatch(h -> h instanceof Hearing.Value);
  }

  private Hearing eager(Draft draft, Slot slot, Heard heard, Reading reading, Set<String> changed) {
    if (heard.pin() != null && slot.type() == Slot.Type.UK_PLACE) {
      return Hearing.at(heard.pin(), Known.Source.PIN);
    }
    if (slot.type() == Slot.Type.OWN_WORDS) {
      boolean about = changed.stream().anyMatch(slot.onlyIf()::containsKey);
      return about && draft.words == null && saysMore(reading)
          ? Hearing.said(new SlotValue.Words(heard.text().strip()), 1)
          : new Hearing.Nothing();
    }
    return filling.read(draft, slot, reading, false);
  }

  /** Whether words are left when all that was understood is taken away. */
  private boolean saysMore(Reading reading) {
    StringBuilder rest = rest(reading);
    List<String> left = left(rest, reading);
    boolean name =
        left.size() == 1
            && NAME_WITHIN
                .matcher(rest)
                .results()
                .anyMatch(m -> left.contains(Wording.plain(m.group())));
    return left.size() > 1 || name;
  }

  /** Whether a message adds something that no slot takes: "yes, but mind the dog". */
  boolean addsWords(Draft draft, Heard heard) {
    Reading reading = filling.reading(heard.text(), draft.setting);
    List<String> left = left(rest(reading), reading);
    for (String kind : List.of("yes", "no", "change", "polite")) {
      left = Wording.without(left, library.common().answer(kind));
    }
    return !left.isEmpty() && besides.adds(heard.text());
  }

  private static StringBuilder rest(Reading reading) {
    StringBuilder rest = new StringBuilder(reading.text());
    reading.needs().forEach(n -> blank(rest, n.start(), n.end()));
    if (reading.place() != null) blank(rest, reading.place().start(), reading.place().end());
    if (reading.when() != null) blank(rest, reading.when().start(), reading.when().end());
    return rest;
  }

  private List<String> left(CharSequence rest, Reading reading) {
    List<String> left =
        Wording.without(Wording.tokens(rest.toString()), library.common().answer("filler"));
    left.removeAll(Wording.tokens(reading.forWhom()));
    left.removeIf(t -> t.length() < 3);
    return left;
  }

  private static void blank(StringBuilder text, int start, int end) {
    for (int i = Math.max(0, start); i < Math.min(end, text.length()); i++) text.setCharAt(i, ' ');
  }

  private static boolean same(Draft draft, Slot slot, Hearing.Value value) {
    return draft.settled(slot).map(k -> k.value().equals(value.value())).orElse(false);
  }

  /** What is sure is not given up for a guess. */
  private static boolean weaker(Draft draft, Slot slot, Hearing.Value value) {
    return value.confidence() < Found.SURE
        && !(value.value() instanceof SlotValue.OneOf)
        && draft.settled(slot).map(k -> k.confidence() >= Found.SURE).orElse(false);
  }

  /** Anything but a value comes back; the caller has to say something about it. */
  private static @Nullable Hearing put(
      Draft draft, Slot slot, Hearing hearing, Set<String> changed) {
    return switch (hearing) {
      case Hearing.Value value -> {
        draft.put(slot, value.known());
        changed.add(slot.key());
        yield null;
      }
      case Hearing.Elsewhere e -> {
        draft.clear(slot.key());
        yield e;
      }
      case Hearing.Nowhere n -> n;
      case Hearing.Unreachable u -> u;
      case Hearing.Nothing n -> null;
    };
  }

  /** The first message that says something is what the volunteer will read. */
  private static void keepWords(Draft draft, Heard heard, Set<String> changed) {
    boolean free =
        draft.asking != null
            && draft.flow.slot(draft.asking).map(s -> s.type().free()).orElse(false);
    boolean says = !changed.isEmpty() && Wording.tokens(heard.text()).size() >= 3;
    if (draft.words == null && heard.tap() == null && says && !free) {
      draft.words = heard.text().strip();
    }
  }

  Result checked(Draft draft, Set<String> changed, @Nullable Hearing trouble) {
    for (String key : changed) {
      Slot slot = draft.flow.slot(key).orElseThrow();
      for (Slot.Check check : slot.checks()) {
        boolean passes =
            draft.settled(slot).map(k -> Checks.pass(check, k, draft.setting)).orElse(true);
        if (!passes) {
          if (check.otherwise() == null) draft.clear(key);
          return new Result(changed, trouble, check, List.of());
        }
      }
    }
    return new Result(changed, trouble, null, List.of());
  }

  /** Whether what was known still holds: an answer of yesterday may have been for yesterday. */
  Result stillRight(Draft draft) {
    Set<String> known = new LinkedHashSet<>(draft.slots.keySet());
    known.retainAll(draft.flow.slots().keySet());
    known.removeIf(key -> draft.flow.slot(key).filter(draft::wants).isEmpty());
    return checked(draft, known, null);
  }

  /** What an answer that was picked comes to. */
  Result picked(Draft draft, Slot slot, Hearing hearing) {
    Set<String> changed = new LinkedHashSet<>();
    Hearing trouble = put(draft, slot, hearing, changed);
    return checked(draft, changed, trouble);
  }

  /** Whether a message says again what is known, and so agrees to it. */
  boolean repeats(Draft draft, Heard heard) {
    Reading reading = filling.reading(heard.text(), draft.setting);
    return draft.flow.slots().values().stream()
        .filter(s -> s.eager() && s.type() != Slot.Type.FLAGS)
        .map(
            s ->
                filling.read(draft, s, reading, false) instanceof Hearing.Value v
                    && same(draft, s, v))
        .anyMatch(b -> b);
  }
}
