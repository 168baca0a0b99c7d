package org.doorstep.talk;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The shape of a form: all of it but its words. Words may change at any time. */
final class Structure {

  private final StringBuilder shape = new StringBuilder();

  private Structure() {}

  /** The first eight digits of a hash, which differ where the shape does. */
  static String mark(Flow flow) {
    Structure structure = new Structure();
    structure.add("flow", flow.name(), flow.start(), flow.tries());
    new TreeMap<>(flow.slots()).values().forEach(structure::slot);
    new TreeMap<>(flow.states()).values().forEach(structure::state);
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(structure.shape.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 4);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private void slot(Slot slot) {
    add("slot", slot.key(), slot.type(), slot.from(), slot.several(), slot.optional());
    add(slot.eager(), slot.sensitive(), slot.remember(), slot.ask() == null, slot.tries());
    slot.choices().forEach(this::option);
    new TreeMap<>(slot.onlyIf()).forEach((key, keys) -> add("if", key, keys));
    slot.checks().forEach(c -> add("check", c.rule(), c.otherwise()));
    add("default", slot.otherwise() instanceof SlotValue.Picked p ? p.keys() : List.of());
  }

  private void state(State state) {
    add("state", state.key(), state.fill(), state.chooseSlot(), state.message() == null);
    add(state.does(), state.go(), state.end(), state.silent(), state.keep());
    if (state.message() != null) state.message().choices().forEach(this::option);
    state.timers().forEach(t -> add("after", t.after(), t.go()));
    if (state.later() != null) add("later", state.later().after(), state.later().flow());
  }

  private void option(Option option) {
    add("option", option.key(), option.means(), option.does(), option.go(), option.clear());
  }

  private void add(@Nullable Object... parts) {
    for (Object part : parts) shape.append(part).append('|');
    shape.append('\n');
  }
}
