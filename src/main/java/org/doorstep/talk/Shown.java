package org.doorstep.talk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.doorstep.people.Flag;
import org.doorstep.place.Place;
import org.doorstep.understand.Found;
import org.doorstep.understand.Vocabulary;

/** What is known, as people read it. */
final class Shown {

  private final Library library;
  private final Times times;

  Shown(Library library) {
    this.library = library;
    this.times = new Times(library);
  }

  /** For the braces of a flow's texts. */
  Map<String, String> values(Draft draft) {
    Map<String, String> values = new HashMap<>(draft.setting.values());
    for (Slot slot : draft.flow.slots().values()) {
      values.remove(slot.key());
      if (draft.wants(slot)) {
        draft.known(slot).ifPresent(k -> values.put(slot.key(), known(slot, k, draft.setting)));
      }
    }
    Place last = draft.setting.lastPlace();
    if (last != null) values.put("last-place", last.withoutHouse());
    return values;
  }

  /** With a greeting before it, where somebody comes back; they are greeted once. */
  String greeted(Draft draft, String text, Map<String, String> values) {
    if (!draft.welcome) return text;
    draft.welcome = false;
    boolean named = !values.getOrDefault("name", "").isBlank();
    return library.common(named ? "hello-again" : "hello-again-unnamed").say() + "\n\n" + text;
  }

  private String known(Slot slot, Known known, Setting setting) {
    boolean remembered = known.source() == Known.Source.REMEMBERED;
    String shown =
        remembered && known.value() instanceof SlotValue.At at
            ? at.place().withoutHouse()
            : value(slot, known.value(), setting);
    return known.confidence() >= Found.SURE || shown.isEmpty()
        ? shown
        : Phrase.fill(library.common("unsure").say(), Map.of("value", shown));
  }

  private String value(Slot slot, SlotValue value, Setting setting) {
    return switch (value) {
      case SlotValue.Words words ->
          slot.type() == Slot.Type.WHO && words.text().equals("self")
              ? library.common("for-self").say()
              : words.text();
      case SlotValue.Picked picked -> String.join(", ", labels(slot, picked));
      case SlotValue.At at -> at.place().written();
      case SlotValue.OneOf several -> "";
      case SlotValue.Time time -> times.say(time.when(), setting.now(), setting.zone());
      case SlotValue.Raised raised ->
          String.join(
              ", ",
              raised.flags().stream().sorted().map(Flag::key).map(k -> label("flags", k)).toList());
      case SlotValue.Skipped skipped -> "";
    };
  }

  private List<String> labels(Slot slot, SlotValue.Picked picked) {
    List<String> labels = new ArrayList<>();
    for (Option option : library.options(slot)) {
      if (picked.keys().contains(option.key())) labels.add(option.label());
    }
    return labels;
  }

  String label(String vocabulary, String key) {
    Vocabulary words = library.vocabularies().get(vocabulary);
    return words == null ? key : words.entry(key).map(Vocabulary.Entry::label).orElse(key);
  }

  Times times() {
    return times;
  }
}
