package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.HOLD;

import java.time.Duration;
import java.util.Map;
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

  private final Talk talk;
  private final Wording wording;
  private final Commands commands;

  Forms(Talk talk, Wording wording, Commands commands) {
    this.talk = talk;
    this.wording = wording;
    this.commands = commands;
  }

  void hear(Draft draft, Person me, Content content, @Nullable Tap tap) {
    Map<String, PlaceAnswer> places = draft.dossier().answers().places();
    Place pin = places.get(Enquiry.PlaceAt.KEY) instanceof PlaceAnswer.Found found ? found.place() : null;
    Conversation conversation = draft.conversation(me);
    Turn turn =
        talk.hear(conversation, new Heard(content.text().strip(), tap, pin), setting(draft, me));
    draft.converse(me.id(), turn.next());
    if (turn.next() == null) draft.silence(new Alarm.FormLeft(me.id(), "").key());
    else draft.wake(new Alarm.FormLeft(me.id(), turn.next().flow()), draft.now().plus(LEFT));
    String words = words(turn.next(), conversation, content);
    for (Turn.Step step : turn.steps()) {
      switch (step) {
        case Turn.Step.Say say -> draft.tell(me.id(), say.utterance(), HOLD);
        case Turn.Step.Do what -> commands.carryOut(draft, me, what, words);
      }
    }
  }

  private static @Nullable String words(
      @Nullable Conversation next, @Nullable Conversation before, Content content) {
    if (next != null && next.words() != null) return next.words();
    if (before != null && before.words() != null) return before.words();
    return content.tap() == null ? content.text().strip() : null;
  }

  private Setting setting(Draft draft, Person me) {
    return new Setting(
        draft.now(),
        draft.cell().zone(),
        me.address().channel(),
        Map.of(
            "coordinator", wording.coordinator(draft),
            "cell", draft.cell().name(),
            "neighbouring-groups", draft.cell().neighbours()),
        draft.dossier().answers().places(),
        draft.cell().area(),
        me.lastPlace());
  }
}
