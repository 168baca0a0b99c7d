package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.HOLD;

import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.doorstep.bridge.Reason;
import org.doorstep.people.Person;
import org.doorstep.understand.Alarm;
import org.doorstep.understand.Danger;
import org.doorstep.understand.Understanding;

/** What cannot wait for anything else that a message says. */
final class Dangers {

  private final Understanding understanding;
  private final Wording wording;
  private final Cases cases;
  private final Languages languages;

  Dangers(Understanding understanding, Wording wording, Cases cases, Languages languages) {
    this.understanding = understanding;
    this.wording = wording;
    this.cases = cases;
    this.languages = languages;
  }

  /**
   * Advice at once, and an officer, whatever else the message says. Of a thought that has had it,
   * only what is new is looked at. Words that only may tell of danger hold nothing up, and none are
   * looked for in an answer that we gave people to choose.
   *
   * @return whether it surely is one, so that it is not passed on to neighbours
   */
  boolean advise(Draft draft, Person me, Words words, BooleanSupplier answer) {
    Optional<Alarm> alone =
        understanding.alarm(words.text()).filter(alarm -> alarm.sure() || !answer.getAsBoolean());
    Optional<Alarm> heard =
        alone.isPresent() || words.danger() || words.text().isEmpty()
            ? alone
            : understanding.alarm(words.aloud()).filter(Alarm::sure);
    heard.ifPresent(
        alarm -> {
          draft.tell(
              me.id(),
              languages
                  .urgently(draft, me, words.whole())
                  .say(advice(alarm.danger()), Map.of("coordinator", wording.coordinator(draft))),
              HOLD,
              true,
              null);
          cases.open(draft, Reason.DANGER, me.id(), null, words.whole());
        });
    return heard.filter(Alarm::sure).isPresent();
  }

  private static String advice(Danger danger) {
    return switch (danger) {
      case SELF_HARM -> "common.danger-self-harm";
      case FIRE_GAS -> "common.danger-fire-gas";
      case MEDICAL, VIOLENCE, ABUSE, EXPLOITATION, MISSING -> "common.danger";
    };
  }
}
