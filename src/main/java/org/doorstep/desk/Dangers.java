package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.HOLD;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.doorstep.bridge.Audit;
import org.doorstep.bridge.Case;
import org.doorstep.bridge.Reason;
import org.doorstep.help.HelpRequest;
import org.doorstep.people.Person;
import org.doorstep.understand.Alarm;
import org.doorstep.understand.Understanding;
import org.jspecify.annotations.Nullable;

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
          Advice advice = Advice.of(alarm.danger());
          draft.tell(
              me.id(),
              languages
                  .urgently(draft, me, words.whole())
                  .say(advice.id(), Map.of("coordinator", wording.coordinator(draft))),
              HOLD,
              true,
              null);
          Case opened = cases.open(draft, Reason.DANGER, me.id(), about(draft, me), words.whole());
          Audits.note(draft, opened, Audit.Kind.ADVISED, null, advice.versioned());
        });
    return heard.filter(Alarm::sure).isPresent();
  }

  /** What whoever looks has to know of it: the one job that is under way for them, or by them. */
  private static @Nullable HelpRequest about(Draft draft, Person me) {
    List<HelpRequest> lines = Parts.once(Relay.lines(draft, me.id()));
    return lines.size() == 1 && draft.cell().safeguarding().seals() ? lines.getFirst() : null;
  }
}
