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
    boolean ours = tap.flow().equals(draft.flow.name()) && tap.version() == draft.flow.version();
    boolean current = ours && tap.about().equals(Integer.toString(draft.nonce));
    int dot = tap.state().indexOf('.');
    Optional<Slot> slot =
        dot < 0 || !ours ? Optional.empty() : draft.flow.slot(tap.state().substring(dot + 1));
    if (slot.isPresent()) {
      boolean asked = current && slot.get().key().equals(draft.asking);
      boolean editable = !state.fill().isEmpty() || state.asks();
      if (editable && (asked || tap.state().startsWith("ask."))) {
        if (!asked)
          draft.slots.computeIfPresent(
              slot.get().key(), (k, v) -> v.value() instanceof SlotValue.OneOf ? null : v);
        boolean offered =
            questions.options(draft, slot.get()).stream()
                .anyMatch(o -> o.key().equals(tap.choice()));
        if (offered) {
          Hearing hearing = questions.picked(draft, slot.get(), tap.choice(), Known.Source.TAPPED);
          reaction.goOn(draft, listening.picked(draft, slot.get(), hearing), startOf(draft));
          return;
        }
      }
    } else if (current && tap.state().equals(draft.state)) {
      Optional<Option> option =
          stage.options(draft, state).stream()
              .filter(o -> o.key().equals(tap.choice()))
              .findFirst();
      if (option.isPresent()) {
        pick(draft, state, option.get());
        return;
      }
    }
    draft.says(stage.common(draft, "closed", Map.of()));
    stage.again(draft);
  }

  private static String startOf(Draft draft) {
    return draft.flow.start() == null ? draft.state : draft.flow.start();
  }

  /** Whether a text picks one of a question's choices. */
  boolean picks(Draft draft, State state, String text) {
    return answers.match(text, stage.options(draft, state)).isPresent();
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
    if (!result.changed().isEmpty() || result.trouble() != null) {
      reaction.goOn(draft, result, startOf(draft));
      return;
    }
    Optional<Option> line = answers.line(heard.text(), options);
    if (line.isPresent()) {
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
    } else {
      stage.missed(draft, draft.flow.tries(), unclear(draft, state));
    }
  }

  private void pick(Draft draft, State state, Option option) {
    if (option.does() != null) draft.does(option.does(), draft.all());
    if (option.clear() != null) draft.clear(option.clear());
    boolean part = state.chooseSlot().contains(option.key());
    if (part) {
      draft.clear(option.key());
      draft.asking = null;
    }
    String go = part ? state.go() : option.go();
    if (go != null) stage.enter(draft, go);
    else draft.over = true;
  }

  private Utterance unclear(Draft draft, State state) {
    return state.unclear() == null
        ? stage.common(draft, "unclear", Map.of())
        : Utterance.plain(draft.flow.id("unclear." + state.key()), state.unclear());
  }
}
