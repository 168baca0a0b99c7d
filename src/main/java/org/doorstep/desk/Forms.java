package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.HOLD;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.doorstep.people.Person;
import org.doorstep.place.Place;
import org.doorstep.place.PlaceAnswer;
import org.doorstep.talk.Conversation;
import org.doorstep.talk.Heard;
import org.doorstep.talk.Setting;
import org.doorstep.talk.Talk;
import org.doorstep.talk.Tap;
import org.doorstep.talk.Turn;
import org.jspecify.annotations.Nullable;

/** Takes a conversation one turn further and does what the turn asks for. */
final class Forms {

  /** A form that was left alone this long is dropped, and what was said in it with it. */
  private static final Duration LEFT = Duration.ofDays(3);

  private final Wording wording;
  private final Commands commands;

  Forms(Wording wording, Commands commands) {
    this.wording = wording;
    this.commands = commands;
  }

  void hear(Draft draft, Person me, Content content, @Nullable Tap tap) {
    Map<String, PlaceAnswer> places = draft.dossier().answers().places();
    Place pin =
        places.get(Enquiry.PlaceAt.KEY) instanceof PlaceAnswer.Found found ? found.place() : null;
    Conversation open = draft.conversation(me);
    boolean waits = open != null && open.flow().equals(Relay.FLOW);
    Turn turn =
        talkWith(draft, me)
            .hear(
                waits ? null : open,
                new Heard(content.text().strip(), tap, pin),
                setting(draft, me));
    follow(draft, me, turn);
    // a text that waits for an answer goes on waiting, unless a form begins
    if (waits && draft.conversation(me) == null) draft.converse(me.id(), open);
  }

  private void follow(Draft draft, Person me, Turn turn) {
    draft.converse(me.id(), turn.next());
    if (turn.next() == null) draft.silence(new Alarm.FormLeft(me.id(), "").key());
    else draft.wake(new Alarm.FormLeft(me.id(), turn.next().flow()), draft.now().plus(LEFT));
    for (Turn.Step step : turn.steps()) {
      switch (step) {
        case Turn.Step.Say say -> {
          if (draft.says(say.utterance().id())) draft.tell(me.id(), say.utterance(), HOLD);
        }
        case Turn.Step.Do what -> commands.carryOut(draft, me, what);
        case Turn.Step.Later later ->
            draft.wake(new Alarm.AskLater(me.id(), later.flow()), draft.now().plus(later.after()));
      }
    }
    wakeForTimer(draft, me);
  }

  private void wakeForTimer(Draft draft, Person me) {
    Conversation open = draft.conversation(me);
    Optional<Instant> next =
        open == null ? Optional.empty() : talkWith(draft, me).rings(open, draft.now());
    if (open == null || next.isEmpty()) {
      draft.silence(new Alarm.FormTimer(me.id(), "", draft.now()).key());
    } else {
      draft.wake(new Alarm.FormTimer(me.id(), open.flow(), open.since()), next.get());
    }
  }

  /** Nothing was heard for a while. Where an officer has the line, timers are quiet as well. */
  void rang(Draft draft, Alarm.FormTimer timer) {
    Conversation open = draft.dossier().conversation();
    draft
        .person(timer.person())
        .filter(me -> !me.quietUntilReleased() && !me.optedOut())
        .filter(me -> open != null && open.since().equals(timer.since()))
        .ifPresent(
            me ->
                follow(
                    draft,
                    me,
                    talkWith(draft, me).rang(Objects.requireNonNull(open), setting(draft, me))));
  }

  /** Asked by itself, unless they are in the middle of something else. */
  void askLater(Draft draft, Alarm.AskLater later) {
    draft
        .person(later.person())
        .filter(me -> !me.quietUntilReleased() && !me.optedOut())
        .filter(me -> draft.dossier().conversation() == null)
        .ifPresent(
            me ->
                follow(
                    draft,
                    me,
                    talkWith(draft, me).begin(later.flow(), Heard.text(""), setting(draft, me))));
  }

  /** After something that could not be taken in: the open question once more. */
  void again(Draft draft, Person me) {
    Conversation open = draft.conversation(me);
    if (open == null || open.flow().equals(Relay.FLOW)) return;
    for (Turn.Step step : talkWith(draft, me).again(open, setting(draft, me)).steps()) {
      if (step instanceof Turn.Step.Say say) draft.tell(me.id(), say.utterance(), HOLD);
    }
  }

  /** Whether a text is an answer by itself, so that nothing more need follow. */
  boolean answered(Draft draft, Person me, String text) {
    return talkWith(draft, me).answered(draft.conversation(me), text, setting(draft, me));
  }

  private Talk talkWith(Draft draft, Person me) {
    return wording.to(draft, me.id()).talk();
  }

  private Setting setting(Draft draft, Person me) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("coordinator", wording.coordinator(draft));
    values.put("cell", draft.cell().name());
    values.put("neighbouring-groups", draft.cell().neighbours());
    Wording.put(values, "name", me.name());
    return new Setting(
        draft.now(),
        draft.cell().zone(),
        me.address().channel(),
        values,
        draft.dossier().answers().places(),
        draft.cell().area(),
        me.lastPlace());
  }
}
