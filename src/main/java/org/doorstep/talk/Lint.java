package org.doorstep.talk;

import java.util.List;

/** Looks for what would go wrong later, in everything that was loaded. */
final class Lint {

  /** Messages that the engine itself says. */
  static final List<String> NEEDED =
      List.of(
          "unclear",
          "empty",
          "closed",
          "nothing-to-undo",
          "skip",
          "same",
          "other",
          "unsure",
          "missing",
          "for-self",
          "place-unknown",
          "place-which",
          "place-unreachable",
          "one-at-a-time",
          "noted",
          "when-asap",
          "when-any",
          "when-today",
          "when-tomorrow",
          "when-date",
          "when-part",
          "when-part-only",
          "when-time",
          "when-clock",
          "when-by",
          "when-often",
          "day-monday",
          "day-tuesday",
          "day-wednesday",
          "day-thursday",
          "day-friday",
          "day-saturday",
          "day-sunday",
          "month-january",
          "month-february",
          "month-march",
          "month-april",
          "month-may",
          "month-june",
          "month-july",
          "month-august",
          "month-september",
          "month-october",
          "month-november",
          "month-december",
          "part-morning",
          "part-afternoon",
          "part-evening",
          "part-night",
          "every-daily",
          "every-weekdays",
          "every-weekly",
          "every-fortnightly",
          "every-monthly");

  private Lint() {}

  static void check(Library library, Faults faults) {
    Flow common = library.common().flow();
    for (String key : NEEDED) {
      if (!common.messages().containsKey(key)) {
        faults.add(common.file(), 1, "the message '" + key + "' is missing", "Add it to messages");
      }
    }
    if (library.flows().values().stream().noneMatch(f -> f.startsOn().contains("any"))) {
      faults.add(common.file(), 1, "no flow begins on any message", "Give one 'starts-on: [any]'");
    }
    References references = new References(library, faults);
    Texts texts = new Texts(library, faults);
    library.all().values().forEach(flow -> each(flow, library, references, texts, faults));
    library.older().values().stream()
        .flatMap(versions -> versions.values().stream())
        .forEach(flow -> each(flow, library, references, texts, faults));
    references.commands();
    library.templates().values().forEach(t -> Templates.check(t, faults));
  }

  private static void each(
      Flow flow, Library library, References references, Texts texts, Faults faults) {
    references.check(flow);
    texts.check(flow);
    new Paths(library, flow, faults).check();
  }
}
