package org.doorstep.talk;

/** The rules that {@code check:} may name. */
final class Checks {

  private Checks() {}

  static boolean pass(Slot.Check check, Known known, Setting setting) {
    return switch (check.rule()) {
      case "covered" ->
          !(known.value() instanceof SlotValue.At at) || setting.area().covers(at.place());
      case "not-past" ->
          !(known.value() instanceof SlotValue.Time time)
              || time.when()
                  .deadline(setting.zone())
                  .map(d -> !d.isBefore(setting.now()))
                  .orElse(true);
      default -> throw new IllegalArgumentException("no rule " + check.rule());
    };
  }
}
