package org.doorstep.desk;

import static org.doorstep.desk.Outgoing.ToPerson.WhenClosed.HOLD;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.doorstep.help.HelpRequest;
import org.doorstep.people.Person;
import org.doorstep.place.Place;
import org.doorstep.place.PlaceAnswer;
import org.doorstep.talk.Choice;
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

  /** Who is back so soon has not been away. */
  private static final Duration JUST_NOW = Duration.ofHours(12);

  /** The answer to a form's summary that opens what it tells of. */
  private static final String SEND = "send";

  private final Wording wording;
  private final Commands commands;
  private final Repeats repeats;
  private final Invitations invitations;

  Forms(Wording wording, Commands commands, Repeats repeats, Invitations invitations) {
    this.wording = wording;
    this.commands = commands;
    this.repeats = repeats;
    this.invitations = invitations;
  }

  void hear(Draft draft, Person me, Content content, @Nullable Tap tap) {
    Map<String, PlaceAnswer> places = draft.dossier().answers().places();
    Place pin =
        places.get(Enquiry.PlaceAt.KEY) instanceof PlaceAnswer.Found found ? found.place() : null;
    Conversation open = draft.conversation(me);
    boolean waits = open != null && open.flow().equals(Relay.FLOW);
    Conversation form = waits ? null : open;
    Turn turn =
        talkWith(draft, me)
            .hear(
                Repeats.form(form),
                new Heard(content.text().strip(), tap, pin),
                setting(draft, me));
    if (form == null && invitations.known(draft, me, turn, content.text())) return;
    follow(draft, me, repeats.heard(draft, me, form, turn));
    // a text that waits for an answer goes on waiting, unless a form begins
    if (waits && draft.conversation(me) == null) draft.converse(me.id(), open);
  }

  private void follow(Draft draft, Person me, Turn turn) {
    draft.converse(me.id(), turn.next());
    if (turn.next() == null) draft.silence(new Alarm.FormLeft(me.id(), "").key());
    else draft.wake(new Alarm.FormLeft(me.id(), turn.next().flow()), draft.now().plus(LEFT));
    for (Turn.Step step : turn.steps()) {
      switch (step) {
        case Turn.Step.Say say -> draft.tell(me.id(), say.utterance(), HOLD);
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

  /** They asked for it by a button. What they were in the middle of gives way. */
  void begin(Draft draft, Person me, String flow) {
    follow(draft, me, talkWith(draft, me).begin(flow, Heard.text(""), setting(draft, me)));
  }

  /**
   * As if they had answered one question after the other; where an answer does not do, the form
   * goes on from there in words. What they were in the middle of comes after it.
   *
   * @param answers by slot
   */
  void fill(Draft draft, Person me, String flow, Map<String, String> answers) {
    Conversation before = draft.conversation(me);
    Map<String, String> left = new LinkedHashMap<>(answers);
    Talk theirs = talkWith(draft, me);
    Turn turn = theirs.begin(flow, Heard.text(""), setting(draft, me));
    Conversation open = turn.next();
    while (open != null && open.asking() != null) {
      String answer = left.remove(open.asking());
      if (answer == null || answer.isBlank()) break;
      turn = theirs.hear(open, Heard.text(answer), setting(draft, me));
      open = turn.next();
    }
    follow(draft, me, turn);
    if (before != null && draft.conversation(me) == null) {
      draft.converse(me.id(), before);
      again(draft, draft.person(me.id()).orElse(me));
    }
  }

  /** After something that could not be taken in: the open question once more. */
  void again(Draft draft, Person me) {
    Conversation open = draft.conversation(me);
    if (open == null || open.flow().equals(Relay.FLOW)) return;
    Turn asked =
        talkWith(draft, me).again(Objects.requireNonNull(Repeats.form(open)), setting(draft, me));
    for (Turn.Step step : repeats.heard(draft, me, open, asked).steps()) {
      if (step instanceof Turn.Step.Say say) draft.tell(me.id(), say.utterance(), HOLD);
    }
  }

  /**
   * Whether a text says that it is the same as before, or another; if so it has been dealt with.
   */
  boolean saysWhich(Draft draft, Person me, String text) {
    Optional<Boolean> same = repeats.typed(draft, me, text);
    same.ifPresent(yes -> which(draft, me, yes));
    return same.isPresent();
  }

  /** They tapped whether it is the same; a tap on a question of before changes nothing. */
  void which(Draft draft, Person me, HelpRequest tapped, boolean same) {
    if (Repeats.asked(draft.conversation(me), tapped)) {
      which(draft, me, same);
    } else {
      draft.tell(me.id(), wording.to(draft, me.id()).say("common.closed"), HOLD);
      again(draft, me);
    }
  }

  private void which(Draft draft, Person me, boolean same) {
    Conversation asked = Objects.requireNonNull(draft.conversation(me));
    if (!same) {
      send(draft, me, asked);
    } else if (!repeats.same(draft, me, asked)) {
      draft.tell(me.id(), wording.to(draft, me.id()).say(Repeats.OVER), HOLD);
      follow(draft, me, summary(draft, me, asked));
    }
  }

  /** As if they had not been asked: what held yesterday is looked at again. */
  private void send(Draft draft, Person me, Conversation asked) {
    Turn summary = summary(draft, me, asked);
    Tap send =
        summary.steps().stream()
            .flatMap(
                step ->
                    step instanceof Turn.Step.Say say
                        ? say.utterance().choices().stream()
                        : Stream.of())
            .map(Choice::tap)
            .filter(tap -> tap.choice().equals(SEND))
            .findFirst()
            .orElse(null);
    follow(
        draft,
        me,
        send == null
            ? summary
            : talkWith(draft, me)
                .hear(summary.next(), new Heard("", send, null), setting(draft, me)));
  }

  private Turn summary(Draft draft, Person me, Conversation asked) {
    Conversation form = Objects.requireNonNull(Repeats.form(asked));
    return talkWith(draft, me).again(form, setting(draft, me));
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
        me.lastPlace(),
        returning(draft, me));
  }

  /** Known from before, and not somebody who has asked for something only just now. */
  private static boolean returning(Draft draft, Person me) {
    Instant justNow = draft.now().minus(JUST_NOW);
    return (me.name() != null || me.lastPlace() != null)
        && draft.requests().stream()
            .filter(r -> r.resident().equals(me.id()))
            .noneMatch(r -> r.particulars().openedAt().isAfter(justNow));
  }
}
