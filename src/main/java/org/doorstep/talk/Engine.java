package org.doorstep.talk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doorstep.understand.Intent;
import org.jspecify.annotations.Nullable;

/** One turn of a conversation: orders first, then the open question, then everything else. */
final class Engine {

  private final Library library;
  private final Commands commands;
  private final Filling filling;
  private final Listening listening;
  private final Answers answers;
  private final Questions questions;
  private final Stage stage;

  Engine(
      Library library,
      Commands commands,
      Filling filling,
      Listening listening,
      Answers answers,
      Questions questions,
      Stage stage) {
    this.library = library;
    this.commands = commands;
    this.filling = filling;
    this.listening = listening;
    this.answers = answers;
    this.questions = questions;
    this.stage = stage;
  }

  Turn begin(Flow flow, Heard heard, Setting setting) {
    Draft draft = Draft.begin(flow, setting);
    for (Slot slot : flow.slots().values()) {
      String known = setting.values().get(slot.key());
      if (slot.remember() == Slot.Remember.USE && known != null && !known.isBlank()) {
        SlotValue value = new SlotValue.Words(known);
        draft.slots.put(slot.key(), new Known(value, Known.Source.REMEMBERED, 1));
      }
    }
    Listening.Result result = listening.listen(draft, heard, false);
    goOn(draft, result, draft.state);
    return draft.turn();
  }

  Turn hear(@Nullable Conversation conversation, Heard heard, Setting setting) {
    Draft draft = open(conversation, setting);
    Optional<Commands.Order> order =
        heard.tap() == null ? commands.order(heard.text()) : Optional.empty();
    if (order.isPresent()) return obey(order.get(), draft, setting);
    if (draft == null) return first(heard, setting);
    State state = Stage.state(draft.flow, draft.state);
    if (state.silent()) return draft.turn();
    if (heard.tap() != null) {
      tapped(draft, state, heard.tap());
    } else if (heard.pin() == null && heard.text().isBlank()) {
      draft.says(stage.common(draft, "empty", Map.of()));
      stage.again(draft);
    } else if (state.asks()) {
      chosen(draft, state, heard);
    } else {
      answered(draft, heard);
    }
    return draft.turn();
  }

  Turn again(Conversation conversation, Setting setting) {
    Draft draft = open(conversation, setting);
    if (draft == null) return new Turn(null, List.of());
    stage.again(draft);
    return draft.turn();
  }

  /** A conversation that was left too long ago is over. */
  private @Nullable Draft open(@Nullable Conversation c, Setting setting) {
    if (c == null) return null;
    Draft draft = Carrying.open(library, c, setting);
    if (draft == null) return null;
    Duration expires = draft.flow.expires();
    boolean stale = expires != null && c.heardAt().plus(expires).isBefore(setting.now());
    return stale ? null : draft;
  }

  private Turn first(Heard heard, Setting setting) {
    if (heard.tap() != null) {
      Draft none = Draft.begin(commands.usual(), setting);
      none.over = true;
      none.says(stage.common(none, "closed", Map.of()));
      return none.turn();
    }
    Intent intent = filling.reading(heard.text(), setting).intent();
    return begin(commands.flowFor(intent), heard, setting);
  }

  private Turn obey(Commands.Order order, @Nullable Draft draft, Setting setting) {
    Draft at = draft != null ? draft : Draft.begin(commands.usual(), setting);
    if (draft == null) at.over = true;
    Command.Action action = order.action(draft != null);
    Doing doing = action.does();
    if (doing == Doing.UNDO_LAST_ANSWER) {
      undo(at);
      return at.turn();
    }
    if (doing != null) at.does(doing, order.with(at.all()));
    if (action.say() != null) at.says(commands.say(order, action.say(), setting));
    if (action.go() != null) {
      at.over = false;
      stage.enter(at, action.go());
      return at.turn();
    }
    switch (action.then()) {
      case RESUME -> {
        if (draft != null) stage.again(at);
      }
      case END -> at.over = true;
      case RESTART -> {
        return afresh(at, setting);
      }
    }
    return at.turn();
  }

  private Turn afresh(Draft draft, Setting setting) {
    Flow flow = draft.flow.slots().isEmpty() ? commands.usual() : draft.flow;
    Turn fresh = begin(flow, Heard.text(""), setting);
    List<Turn.Step> steps = new ArrayList<>(draft.steps);
    steps.addAll(fresh.steps());
    return new Turn(fresh.next(), steps);
  }

  private void undo(Draft draft) {
    Optional<String> last =
        draft.filled.reversed().stream()
            .filter(k -> draft.flow.slot(k).map(s -> s.ask() != null).orElse(false))
            .findFirst();
    String start = draft.flow.start();
    if (last.isEmpty() || start == null || draft.over) {
      draft.says(stage.common(draft, "nothing-to-undo", Map.of()));
      if (!draft.over) stage.again(draft);
      return;
    }
    draft.clear(last.get());
    draft.asking = null;
    stage.enter(draft, start);
  }

  private void tapped(Draft draft, State state, Tap tap) {
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
          goOn(draft, listening.picked(draft, slot.get(), hearing), startOf(draft));
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

  /** An answer to a question with choices, or a correction of what it sums up. */
  private void chosen(Draft draft, State state, Heard heard) {
    List<Option> options = stage.options(draft, state);
    Optional<Option> option = answers.match(heard.text(), options);
    if (option.isPresent()) {
      pick(draft, state, option.get());
      return;
    }
    Listening.Result result = listening.listen(draft, heard, true);
    if (!result.changed().isEmpty() || result.trouble() != null) {
      goOn(draft, result, startOf(draft));
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
      stage.missed(draft, draft.flow.tries(), stage.common(draft, "unclear", Map.of()));
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

  private void answered(Draft draft, Heard heard) {
    Optional<Slot> asked = Optional.ofNullable(draft.asking).flatMap(draft.flow::slot);
    Listening.Result result = listening.listen(draft, heard, false);
    boolean nothing =
        result.changed().isEmpty() && result.trouble() == null && result.failed() == null;
    if (asked.isPresent() && nothing) {
      Flow.Tries own = asked.get().tries();
      stage.missed(
          draft, own == null ? draft.flow.tries() : own, stage.common(draft, "unclear", Map.of()));
    } else {
      goOn(draft, result, draft.state);
    }
  }

  /** Says what has to be said about what was heard, and goes to a state. */
  private void goOn(Draft draft, Listening.Result result, String state) {
    Slot.Check failed = result.failed();
    if (failed != null) {
      if (failed.otherwise() != null) {
        stage.enter(draft, failed.otherwise());
        return;
      }
      draft.says(
          Utterance.plain(
              draft.flow.id("check." + failed.rule()), failed.say() == null ? "" : failed.say()));
    }
    Hearing trouble = result.trouble();
    Optional<Utterance> said = trouble == null ? Optional.empty() : about(draft, trouble);
    boolean open = draft.asking != null && !result.changed().contains(draft.asking);
    if (said.isPresent() && open) {
      Flow.Tries own = draft.flow.slot(draft.asking).map(Slot::tries).orElse(null);
      stage.missed(draft, own == null ? draft.flow.tries() : own, said.get());
      return;
    }
    said.ifPresent(draft::says);
    if (!open) draft.misses = 0;
    stage.enter(draft, state);
  }

  private Optional<Utterance> about(Draft draft, Hearing trouble) {
    return switch (trouble) {
      case Hearing.Nowhere n ->
          Optional.of(stage.common(draft, "place-unknown", Map.of("place", n.named())));
      case Hearing.Unreachable u -> Optional.of(stage.common(draft, "place-unreachable", Map.of()));
      case Hearing.Elsewhere e -> Optional.empty();
      case Hearing.Nothing n -> Optional.empty();
      case Hearing.Value v -> Optional.empty();
    };
  }
}
