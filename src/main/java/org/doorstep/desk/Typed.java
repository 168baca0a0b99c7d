package org.doorstep.desk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doorstep.talk.Talk;
import org.doorstep.understand.Reply;

/** The words of a button about a job, typed out in the language that somebody reads. */
final class Typed {

  private static final Map<String, Reply.Meaning> MEANINGS =
      Map.of(
          "take", Reply.Meaning.ACCEPT,
          "decline", Reply.Meaning.DECLINE,
          "done", Reply.Meaning.DONE,
          "nobody-in", Reply.Meaning.NOBODY_IN,
          "drop", Reply.Meaning.DROP,
          "worried", Reply.Meaning.WORRIED);

  /** What is asked of somebody who does not have the job. */
  private static final List<String> ASKED =
      List.of("job.offered", "job.your-turn", "job.assigned", "job.hand-over");

  private Typed() {}

  /**
   * @param held whether they hold a job; otherwise one is offered to them
   */
  static Optional<Reply.Meaning> about(Talk theirs, String text, boolean held) {
    return first(theirs, text, held ? List.of("job.claimed", "job.nudge") : ASKED)
        .flatMap(choice -> Optional.ofNullable(MEANINGS.get(choice)));
  }

  /** What came between, said of a job they hold. */
  static Optional<Fact.CouldNot.Outcome> outcome(Talk theirs, String text) {
    return first(theirs, text, List.of("job.claimed")).flatMap(Typed::outcome);
  }

  static Optional<Fact.CouldNot.Outcome> outcome(String choice) {
    return switch (choice) {
      case "nobody-in" -> Optional.of(Fact.CouldNot.Outcome.NOBODY_IN);
      case "out-of-stock" -> Optional.of(Fact.CouldNot.Outcome.OUT_OF_STOCK);
      case "wrong-address" -> Optional.of(Fact.CouldNot.Outcome.WRONG_ADDRESS);
      case "unsafe" -> Optional.of(Fact.CouldNot.Outcome.UNSAFE);
      default -> Optional.empty();
    };
  }

  /** Whether they no longer want to stand by. */
  static boolean leaves(Talk theirs, String text) {
    return first(theirs, text, List.of("job.standby")).isPresent();
  }

  /** Whether it arrived, where that was asked. */
  static Optional<Boolean> arrived(Talk theirs, String text) {
    return first(theirs, text, List.of("feedback.ask")).map(choice -> choice.equals("yes"));
  }

  /** Whether it begins with a yes or a no: what follows only says more. */
  static Optional<Boolean> begins(Talk theirs, String text) {
    return arrived(theirs, text.strip().split("[\\s,.!?;:]", 2)[0]);
  }

  /** Numbers are left to those who know what was numbered. */
  private static Optional<String> first(Talk theirs, String text, List<String> messages) {
    if (text.codePoints().noneMatch(Character::isLetter)) return Optional.empty();
    return messages.stream().flatMap(id -> theirs.answer(id, text).stream()).findFirst();
  }
}
