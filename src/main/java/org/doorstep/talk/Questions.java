package org.doorstep.talk;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.doorstep.help.When;
import org.doorstep.place.Place;
import org.jspecify.annotations.Nullable;

/** The questions that a form asks about its slots, and the answers that can be picked. */
final class Questions {

  static final String SKIP = "skip";
  static final String SAME = "same";
  static final String OTHER = "other";

  /** The times that a menu may offer. */
  static final List<String> TIMES = List.of("asap", "today", "tomorrow", "this-week", "no-rush");

  private final Library library;
  private final Lines lines;
  private final Shown shown;

  Questions(Library library, Lines lines, Shown shown) {
    this.library = library;
    this.lines = lines;
    this.shown = shown;
  }

  /** Outside any conversation. */
  static Question alone(Library library, Lines lines, Flow flow, String key) {
    Slot slot = Objects.requireNonNull(flow.slots().get(key), () -> flow.id(key));
    String ask = slot.ask() == null ? key : lines.fill(slot.ask(), Map.of());
    List<Choice> choices = new ArrayList<>();
    for (Option option : library.menu(slot)) {
      Tap tap = new Tap(flow.name(), flow.version(), "ask." + key, option.key(), "");
      choices.add(new Choice(tap, option.label(), option.description()));
    }
    return new Question(slot.label() == null ? ask : slot.label(), ask, slot.several(), choices);
  }

  /**
   * {@code ask}, {@code offer} where it may be as it was, {@code which} where there are several.
   */
  static String kind(Draft draft, Slot slot) {
    Known open = draft.slots.get(slot.key());
    if (open == null || !(open.value() instanceof SlotValue.OneOf)) return "ask";
    return open.source() == Known.Source.REMEMBERED ? "offer" : "which";
  }

  /** What may be picked, in the order in which it is shown. */
  List<Option> options(Draft draft, Slot slot) {
    Known open = draft.slots.get(slot.key());
    if (open != null && open.value() instanceof SlotValue.OneOf several) {
      return open.source() == Known.Source.REMEMBERED
          ? List.of(
              Option.meaning(SAME, library.common("same").say(), "yes"),
              Option.meaning(OTHER, library.common("other").say(), "no"))
          : places(several.places());
    }
    List<Option> options = new ArrayList<>(library.menu(slot));
    if (slot.optional()) options.add(Option.meaning(SKIP, library.common("skip").say(), "skip"));
    return options;
  }

  private static List<Option> places(List<Place> places) {
    List<Option> options = new ArrayList<>();
    for (Place place : places) {
      options.add(
          Option.plain(Integer.toString(options.size()), place.written(), List.of(place.rough())));
    }
    return options;
  }

  /** What picking an option says for the slot. */
  Hearing picked(Draft draft, Slot slot, String key, Known.Source source) {
    Known open = draft.slots.get(slot.key());
    if (open != null && open.value() instanceof SlotValue.OneOf several) {
      boolean remembered = open.source() == Known.Source.REMEMBERED;
      if (remembered && key.equals(OTHER)) return new Hearing.Elsewhere();
      if (remembered)
        return Hearing.picked(
            new SlotValue.At(several.places().getFirst()), Known.Source.REMEMBERED);
      return Hearing.picked(new SlotValue.At(several.places().get(Integer.parseInt(key))), source);
    }
    if (key.equals(SKIP) && slot.optional()) {
      return Hearing.picked(new SlotValue.Skipped(), source);
    }
    return switch (slot.type()) {
      case CHOICE -> Hearing.picked(new SlotValue.Picked(List.of(key)), source);
      case WHEN ->
          time(key, draft.setting.now(), draft.setting.zone())
              .map(w -> Hearing.picked(new SlotValue.Time(w), source))
              .orElseGet(Hearing.Nothing::new);
      case WHO -> Hearing.picked(new SlotValue.Words(key), source);
      case OWN_WORDS, TEXT, NAME, UK_PLACE, FLAGS, COUNT -> new Hearing.Nothing();
    };
  }

  static Optional<When> time(String key, Instant now, ZoneId zone) {
    LocalDate today = now.atZone(zone).toLocalDate();
    return Optional.ofNullable(
        switch (key) {
          case "asap" -> When.asSoonAsPossible();
          case "today" -> When.on(today);
          case "tomorrow" -> When.on(today.plusDays(1));
          case "this-week" ->
              new When(
                  today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY)),
                  null,
                  null,
                  true,
                  false,
                  null);
          case "no-rush" -> When.whenever();
          default -> null;
        });
  }

  /** Asks for a slot; a first time in its full words, later in its short ones. */
  void ask(Draft draft, Slot slot, boolean again) {
    Place last = draft.setting.lastPlace();
    boolean first = !slot.key().equals(draft.asking);
    if (first && last != null && slot.remember() == Slot.Remember.OFFER && !again) {
      SlotValue offered = new SlotValue.OneOf(List.of(last));
      draft.slots.putIfAbsent(slot.key(), new Known(offered, Known.Source.REMEMBERED, 0));
    }
    if (first) draft.misses = 0;
    draft.asking = slot.key();
    draft.nonce++;
    String kind = kind(draft, slot);
    Map<String, String> values = new HashMap<>(shown.values(draft));
    String text = shown.greeted(draft, text(slot, kind, again || draft.welcome), values);
    Message message = new Message(text, List.of(), null, slot.line());
    String key = kind + "." + slot.key();
    String about = Integer.toString(draft.nonce);
    List<Choice> choices =
        options(draft, slot).stream().map(o -> Lines.choice(draft.flow, key, o, about)).toList();
    draft.says(lines.say(draft.flow, key, message, about, values, choices));
  }

  private String text(Slot slot, String kind, boolean again) {
    return switch (kind) {
      case "which" -> library.common("place-which").say();
      case "offer" -> or(slot.offer(), or(slot.ask(), ""));
      default -> again ? or(slot.again(), or(slot.ask(), "")) : or(slot.ask(), "");
    };
  }

  private static String or(@Nullable String text, String otherwise) {
    return text == null ? otherwise : text;
  }
}
