package org.doorstep.talk;

import java.util.List;
import java.util.Optional;
import org.doorstep.help.When;
import org.doorstep.understand.Found;
import org.doorstep.understand.Reading;
import org.doorstep.understand.Spare;
import org.doorstep.understand.Understanding;
import org.jspecify.annotations.Nullable;

/** What somebody says of a thing that they would give or lend, slot by slot. */
record Spares(Understanding understanding, Answers answers) {

  /** The vocabularies that are read from what is said. */
  static final String KINDS = "things";

  static final String GIVING = "giving";

  boolean offered(String text) {
    return understanding.spare(text).isPresent();
  }

  /** For a slot of a vocabulary of its own, or of answers of its own. */
  Hearing choice(Slot slot, Reading reading) {
    Optional<String> key =
        switch (slot.from()) {
          case KINDS -> understanding.thing(reading.text());
          case GIVING -> understanding.spare(reading.text()).map(Spare::how);
          case null -> offered(reading.text()) ? own(slot, reading) : Optional.empty();
          case String other -> Optional.empty();
        };
    return key.<Hearing>map(k -> Hearing.said(new SlotValue.Picked(List.of(k)), 1))
        .orElseGet(Hearing.Nothing::new);
  }

  /** The one of its answers that the text names. */
  private Optional<String> own(Slot slot, Reading reading) {
    List<Option> named = answers.all(reading.text(), List.of(), slot.choices());
    return named.size() == 1 ? Optional.of(named.getFirst().key()) : Optional.empty();
  }

  /** "Veg to give away, best by Friday": the last clause alone, where the whole says no time. */
  @Nullable Found<When> until(Reading whole, Setting setting) {
    int clause = whole.text().lastIndexOf(',');
    return clause < 0 || !offered(whole.text())
        ? null
        : understanding
            .read(whole.text().substring(clause + 1), setting.now().atZone(setting.zone()))
            .when();
  }

  /**
   * @param asked any number is the answer
   */
  Hearing count(Reading reading, boolean asked) {
    int said = understanding.spare(reading.text()).map(Spare::amount).orElse(0);
    int number = said == 0 && asked ? understanding.count(reading.text()) : said;
    return number == 0
        ? new Hearing.Nothing()
        : Hearing.said(new SlotValue.Words(Integer.toString(number)), 1);
  }
}
