package org.doorstep.talk;

import java.util.Map;
import java.util.Optional;

/** What is said about an answer before the conversation goes on. */
final class Reaction {

  private final Stage stage;

  Reaction(Stage stage) {
    this.stage = stage;
  }

  /** The patience of the open question. */
  static Flow.Tries tries(Draft draft) {
    return Optional.ofNullable(draft.asking)
        .flatMap(draft.flow::slot)
        .flatMap(s -> Optional.ofNullable(s.tries()))
        .orElse(draft.flow.tries());
  }

  /** Says what has to be said about what was heard, and goes to a state. */
  void goOn(Draft draft, Listening.Result result, String state) {
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
    if (!result.also().isEmpty()) draft.says(oneAtATime(draft, result));
    Hearing trouble = result.trouble();
    Optional<Utterance> said = trouble == null ? Optional.empty() : about(draft, trouble);
    boolean open = draft.asking != null && !result.changed().contains(draft.asking);
    if (said.isPresent() && open) {
      stage.missed(draft, tries(draft), said.get());
      return;
    }
    said.ifPresent(draft::says);
    if (!open) draft.misses = 0;
    stage.enter(draft, state);
  }

  private Utterance oneAtATime(Draft draft, Listening.Result result) {
    return stage.common(draft, "one-at-a-time", Map.of("text", String.join(", ", result.also())));
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
