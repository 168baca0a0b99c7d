package org.doorstep.talk;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.doorstep.help.When;
import org.doorstep.people.Flag;
import org.jspecify.annotations.NullUnmarked;

/** Values of slots as they are written in a transcript. */
@NullUnmarked
final class WrittenValues {

  private WrittenValues() {}

  /**
   * {@code shopping}, {@code LS6 3HN}, {@code 2026-03-19}, {@code {words: …}}, {@code {flags: []}}.
   */
  static Known read(Object written) {
    return new Known(value(written), Known.Source.SAID, 1);
  }

  private static SlotValue value(Object written) {
    if (written instanceof Map<?, ?> map && map.get("words") != null) {
      return new SlotValue.Words(map.get("words").toString());
    }
    if (written instanceof Map<?, ?> map && map.get("flags") instanceof List<?> keys) {
      Set<Flag> flags = EnumSet.noneOf(Flag.class);
      for (Flag flag : Flag.values()) if (keys.contains(flag.key())) flags.add(flag);
      return new SlotValue.Raised(flags);
    }
    if (written instanceof List<?> keys) {
      return new SlotValue.Picked(keys.stream().map(String::valueOf).toList());
    }
    String text = written.toString();
    if (text.equals("skipped")) return new SlotValue.Skipped();
    if (text.matches("[A-Z]{2}[0-9]{1,2}( [0-9][A-Z]{2})?")) {
      return new SlotValue.At(SmallMap.place(text));
    }
    if (text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
      return new SlotValue.Time(When.on(LocalDate.parse(text)));
    }
    return new SlotValue.Picked(List.of(text));
  }
}
