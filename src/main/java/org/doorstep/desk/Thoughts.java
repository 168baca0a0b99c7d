package org.doorstep.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.doorstep.people.Person;
import org.jspecify.annotations.Nullable;

/**
 * Several short texts in a row are one thought: each waits a moment for the next. What is waited
 * for is an alarm, so that a thought outlives whoever was to hear it.
 */
final class Thoughts {

  /** From the first text on; with sending, the answer comes within ten seconds. */
  private static final Duration LONGEST = Duration.ofSeconds(9);

  /** Who writes more in one text has said what they had to say. */
  private static final int SHORT = 80;

  /** More than this is no thought, but a flood. */
  private static final int MOST = 1000;

  private final Forms forms;

  Thoughts(Forms forms) {
    this.forms = forms;
  }

  /** Whether a message was kept, to be heard with what follows. */
  boolean kept(Draft draft, Person me, Content content, Words words) {
    if (!(draft.cause() instanceof Inbound.Said said)) return false;
    String text = words.text();
    boolean onlyText =
        content.tap() == null && content.pin() == null && content.attachments().isEmpty();
    if (!onlyText || text.length() > SHORT || words.whole().length() > MOST) return false;
    Thought open = draft.thought(me.id());
    Instant due = due(draft, open == null ? said.at() : open.since());
    if (!due.isAfter(draft.now()) || forms.answered(draft, me, text)) return false;
    Thought.Text next = new Thought.Text(said.id(), text);
    draft.think(
        me.id(),
        open == null
            ? new Thought(List.of(next), said.at(), due, words.danger())
            : open.and(next, due, words.danger()));
    return true;
  }

  /** A changed text takes the place of what it was; the pause begins anew. */
  void reworded(Draft draft, Person me, Inbound.Reworded changed, boolean danger) {
    Thought open = draft.thought(me.id());
    if (open == null || !open.holds(changed.said())) return;
    List<Thought.Text> left = open.with(new Thought.Text(changed.said(), changed.text().strip()));
    draft.think(
        me.id(),
        left.isEmpty()
            ? null
            : new Thought(left, open.since(), due(draft, open.since()), open.danger() || danger));
  }

  /** Alarms keep time in milliseconds. */
  private static Instant due(Draft draft, Instant since) {
    Instant paused = draft.now().plus(draft.cell().rules().gather());
    Instant latest = since.plus(LONGEST);
    return (paused.isBefore(latest) ? paused : latest).truncatedTo(ChronoUnit.MILLIS);
  }

  /** What they had begun to say when an alarm rings; null when they have gone on since. */
  static @Nullable Thought rang(Draft draft, Person me, Alarm.SaidAll alarm) {
    Thought open = draft.thought(me.id());
    return open != null && open.due().equals(alarm.due()) ? open : null;
  }
}
