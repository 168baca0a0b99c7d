package org.doorstep.talk;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers that are picked: by a tap, by a number or in words. */
final class Picking {

  private final Listening listening;
  private final Answers answers;
  private final Questions questions;
  private final Reaction reaction;
  private final Stage stage;

  Picking(
      Listening listening, Answers answers, Questions questions, Reaction reaction, Stage stage) {
    this.listening = listening;
    this.answers = answers;
    this.questions = questions;
    this.reaction = reaction;
    this.stage = stage;
  }

  void tapped(Draft draft, State state, Tap tap) {
    boolean ours = tap.flow().equals(draft.flow.name());
    boolean current =
        ours
            && tap.version() == draft.flow.version()
            && tap.about().equals(Integer.toString(draft.nonce));
    int dot = tap.state().indexOf('.');
    boolean taken;
    if (dot < 0) taken = current && tap.state().equals(draft.state) && chosen(draft, state, tap);
    else taken = ours && answered(draft, state, tap, tap.state().substring(dot + 1), current);
    if (taken) return;
    draft.says(stage.common(draft, "closed", Map.of()));
    stage.again(draft);
  }

  private boolean chosen(Draft draft, State state, Tap tap) {
    Optional<Option> option =
        stage.options(draft, state).stream().filter(o -> o.key().equals(tap.choice())).findFirst();
    option.ifPresent(o -> pick(draft, state, o));
    return option.isPresent();
  }

  /** An answer to the open question, or to an earlier one, which corrects it. */
  private boolean answered(Draft draft, State state, Tap tap, String named, boolean current) {
    Optional<Slot> slot = slot(draft, tap.version(), named);
    boolean editable = !state.fill().isEmpty() || state.asks();
    if (slot.isEmpty() || !editable || !draft.wants(slot.get())) return false;
    boolean asked = current && slot.get().key().equals(draft.asking);
    if (!asked && !tap.state().startsWith("ask.")) return false;
    if (!asked) {
      draft.slots.computeIfPresent(
          slot.get().key(), (k, v) -> v.value() instanceof SlotValue.OneOf ? null : v);
    }
    boolean offered =
        questions.options(draft, slot.get()).stream().anyMatch(o -> o.key().equals(tap.choice()));
    if (!offered) return false;
    Hearing hearing = questions.picked(draft, slot.get(), tap.choice(), Known.Source.TAPPED);
    reaction.goOn(draft, listening.picked(draft, slot.get(), hearing), startOf(draft));
    return true;
  }

  /** By the name it has now, where an older version called it otherwise. */
  private static Optional<Slot> slot(Draft draft, int version, String named) {
    Flow.Carry carry = draft.flow.carry().get(version);
    if (carry == null || version == draft.flow.version()) return draft.flow.slot(named);
    return draft.flow.slot(carry.slots().getOrDefault(named, named));
  }

  private static String startOf(Draft draft) {
    return draft.flow.start() == null ? draft.state : draft.flow.start();
  }

  /** Whether a text picks one of a question's choices. */
  boolean picks(Draft draft, State state, String text) {
    return answers.match(text, stage.options(draft, state)).isPresent();
  }

  /** Whether a text is the label of an answer to the open question. */
  boolean onScreen(Draft draft, String text) {
    Optional<Slot> asked = Optional.ofNullable(draft.asking).flatMap(draft.flow::slot);
    List<Option> options =
        asked
            .map(slot -> questions.options(draft, slot))
            .orElseGet(() -> stage.options(draft, Stage.state(draft.flow, draft.state)));
    return answers.labelled(text, options).isPresent();
  }

  /** An answer to a question with choices, or a correction of what it sums up. */
  void typed(Draft draft, State state, Heard heard) {
    List<Option> options = stage.options(draft, state);
    Optional<Option> option = answers.match(heard.text(), options);
    if (option.isPresent()) {
      pick(draft, state, option.get());
      return;
    }
    Listening.Result result = listening.listen(draft, heard, true);
    if (!result.nothing()) {
      if (result.also().isEmpty() && listening.addsWords(draft, heard)) noted(draft, state, heard);
      reaction.goOn(draft, result, startOf(draft));
      return;
    }
    Optional<Option> line = answers.line(heard.text(), options);
    if (line.isPresent()) {
      String rest = answers.besides(heard.text(), options);
      if (says(rest)) noted(draft, state, Heard.text(rest));
      pick(draft, state, line.get());
      return;
    }
    boolean repeats = listening.repeats(draft, heard);
    Optional<Option> begun =
        options.stream()
            .filter(o -> o.means() != null && repeats && answers.begins(o.means(), heard.text()))
            .findFirst();
    if (begun.isPresent()) {
      pick(draft, state, begun.get());
    } else if (says(heard.text()) && noted(draft, state, heard)) {
      stage.enter(draft, startOf(draft));
    } else {
      stage.missed(draft, draft.flow.tries(), unclear(draft, state));
    }
  }

  /** Three words or more that do not ask anything are worth keeping. */
  private boolean says(String text) {
    return answers.polite(Wording.tokens(text)).size() >= 3 && !text.strip().endsWith("?");
  }

  /** What somebody adds to an answer goes where the state keeps it, and is read back. */
  private boolean noted(Draft draft, State state, Heard heard) {
    Optional<Slot> keep = Optional.ofNullable(state.keep()).flatMap(draft.flow::slot);
    if (keep.isEmpty() || !Besides.note(draft, keep.get(), heard.text())) return false;
    draft.says(stage.common(draft, "noted", Map.of()));
    return true;
  }

  private void pick(Draft draft, State state, Option option) {
    if (option.does() != null) {
      Listening.Result again = listening.stillRight(draft);
      if (again.failed() != null) {
        reaction.goOn(draft, again, startOf(draft));
        return;
      }
      draft.does(option.does(), draft.all());
    }
    if (option.clear() != null) draft.clear(option.clear());
    boolean part = state.chooseSlot().contains(option.key());
    String go = part ? state.go() : option.go();
    if (part) {
      draft.clear(option.key());
      draft.asking = null;
      Optional<Slot> unasked = draft.flow.slot(option.key()).filter(s -> s.otherwise() != null);
      if (go != null && unasked.isPresent()) {
        stage.ask(draft, go, unasked.get());
        return;
      }
    }
    if (go != null) stage.enter(draft, go);
    else draft.over = true;
  }

  private Utterance unclear(Draft draft, State state) {
    return state.unclear() == null
        ? stage.common(draft, "unclear", Map.of())
        : Utterance.plain(draft.flow.id("unclear." + state.key()), state.unclear());
  }
}
