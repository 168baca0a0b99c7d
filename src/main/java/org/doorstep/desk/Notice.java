package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.HOLD;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.doorstep.cell.Cell;
import org.doorstep.cell.Privacy;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;

/**
 * Who keeps what of somebody, and for how long: a line below the first answer that they get, and
 * all of it for whoever asks (PRIVACY). Never below advice in danger; once for each edition.
 */
record Notice(Wording wording) {

  static final String FLOW = "privacy";

  /** Rises when what is done with people's data changes, and not with a comma. */
  private static final int EDITION = 1;

  private static final String IN_DANGER = "common.danger";

  /** The answers to these are the last that somebody wants to hear for now. */
  private static final String STOPPED = "common.stop";

  static String edition(Cell cell) {
    return EDITION + "." + cell.privacy().version();
  }

  /** To whoever is answered, if they have yet to be told. */
  void tell(Draft draft, PersonId sender) {
    Person me = draft.person(sender).orElse(null);
    if (me == null || me.optedOut()) return;
    String told = me.agreements().notice();
    String edition = edition(draft.cell());
    if (edition.equals(told)) return;
    if (draft.says(me.id(), IN_DANGER) || draft.says(me.id(), STOPPED)) return;
    Wording theirs = wording.to(draft, me.id());
    String line =
        theirs.words(
            FLOW + (told == null ? ".notice" : ".notice-changed"), values(theirs, draft, me));
    if (!draft.addTo(me.id(), line)) return;
    draft.put(me.agreeing(me.agreements().told(edition)));
    if (told == null) LongSilent.watch(draft, me);
  }

  /** PRIVACY. */
  void show(Draft draft, Person me) {
    Wording theirs = wording.to(draft, me.id());
    draft.tell(me.id(), theirs.say(FLOW + ".full", values(theirs, draft, me)), HOLD);
  }

  static Map<String, String> values(Wording theirs, Draft draft, Person me) {
    Cell cell = draft.cell();
    Privacy privacy = cell.privacy();
    Map<String, String> values = new LinkedHashMap<>();
    values.put("controller", Objects.requireNonNullElse(privacy.controller(), cell.name()));
    values.put("contact", Objects.requireNonNullElse(privacy.contact(), theirs.coordinator(draft)));
    Wording.put(values, "link", privacy.link());
    values.put("number", days(cell.rules().keepClosedFor()));
    values.put("cases", days(privacy.keepCasesFor()));
    values.put("people", days(privacy.keepPeopleFor()));
    return values;
  }

  /** Of what is kept for less than a day, a day is said. */
  private static String days(Duration time) {
    return Long.toString(Math.max(1, time.toDays()));
  }
}
