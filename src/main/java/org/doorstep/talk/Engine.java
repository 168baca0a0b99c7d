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
  private final Picking picking;
  private final Reaction reaction;
  private final Stage stage;
  private final Timers timers;

  Engine(
      Library library,
      Commands commands,
      Filling filling,
      Listening listening,
      Picking picking,
      Reaction reaction,
      Stage stage,
      Timers timers) {
    this.library = library;
    this.commands = commands;
    this.filling = filling;
    this.listening = listening;
    this.picking = picking;
    this.reaction = reaction;
    this.stage = stage;
    this.timers = timers;
  }

  Turn begin(Flow flow, Heard heard, Setting setting) {
    Draft draft = Draft.begin(flow, setting);
    draft.welcome = setting.returning() && (!heard.text().isBlank() || heard.pin() != null);
    for (Slot slot : flow.slots().values()) {
      String known = setting.values().get(slot.key());
      if (slot.remember() == Slot.Remember.USE && known != null && !known.isBlank()) {
        SlotValue value = new SlotValue.Words(known);
        draft.slots.put(slot.key(), new Known(value, Known.Source.REMEMBERED, 1));
      }
    }
    Listening.Result result = listening.listen(draft, heard, false);
    reaction.goOn(draft, result, draft.state);
    return draft.turn();
  }

  Turn hear(@Nullable Conversation conversation, Heard heard, Setting setting) {
    Draft draft = open(conversation, setting);
    Optional<Commands.Order> order =
        heard.tap() == null ? commands.order(heard.text(), draft != null) : Optional.empty();
    boolean meant = draft != null && order.filter(o -> answers(draft, o, heard)).isPresent();
    if (order.isPresent() && !meant) return obey(order.get(), draft, setting);
    if (draft == null) return first(heard, setting);
    State state = Stage.state(draft.flow, draft.state);
    if (state.silent()) return draft.turn();
    if (heard.tap() != null) {
      picking.tapped(draft, state, heard.tap());
    } else if (heard.pin() == null && heard.text().isBlank()) {
      draft.says(stage.common(draft, "empty", Map.of()));
      stage.again(draft);
    } else if (state.asks()) {
      picking.typed(draft, state, heard);
    } else {
      answered(draft, heard);
    }
    return draft.turn();
  }

  boolean answered(@Nullable Conversation conversation, String text, Setting setting) {
    Draft draft = open(conversation, setting);
    if (commands.order(text, draft != null).isPresent()) return true;
    if (draft == null) return commands.flowNamed(text).isPresent();
    State state = Stage.state(draft.flow, draft.state);
    return state.asks()
        ? picking.picks(draft, state, text)
        : Optional.ofNullable(draft.asking)
            .flatMap(draft.flow::slot)
            .map(slot -> filling.answers(draft, slot, text))
            .orElse(false);
  }

  /** What is on the screen is meant, though it may be an order elsewhere; STOP always is one. */
  private boolean answers(Draft draft, Commands.Order order, Heard heard) {
    return !order.command().locked() && picking.onScreen(draft, heard.text());
  }

  Turn again(Conversation conversation, Setting setting) {
    Draft draft = open(conversation, setting);
    if (draft == null) return new Turn(null, List.of());
    stage.again(draft);
    return draft.turn();
  }

  Turn rang(Conversation conversation, Setting setting) {
    Draft draft = open(conversation, setting);
    return draft == null ? new Turn(null, List.of()) : timers.ring(draft, conversation);
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
    if (filling.offersThing(heard.text())) {
      return begin(commands.flowForThings(), heard, setting);
    }
    Intent intent = filling.reading(heard.text(), setting).intent();
    return begin(commands.flowFor(heard.text(), intent), heard, setting);
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

  private void answered(Draft draft, Heard heard) {
    Optional<Slot> asked = Optional.ofNullable(draft.asking).flatMap(draft.flow::slot);
    Listening.Result result = listening.listen(draft, heard, false);
    boolean nothing = result.nothing();
    if (nothing && asked.isPresent() && listening.repeats(draft, heard)) {
      stage.again(draft); // a tap and the same in words, at once
    } else if (asked.isPresent() && nothing) {
      stage.missed(draft, Reaction.tries(draft), stage.common(draft, "unclear", Map.of()));
    } else {
      reaction.goOn(draft, result, draft.state);
    }
  }
}
