package org.doorstep.village;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Plays the main story on the phones and in Slack, one readable step after another. */
final class Story {

  private static final Duration LOOK = Duration.ofMillis(50);

  /** Where it stands. */
  record Progress(boolean running, int step, String title) {}

  private final List<StoryStep> steps = StoryStep.read();
  private final JsonNode words = Yaml.own("story.yml").path("words");
  private final StoryDeeds deeds;
  private final StoryWatch watch;
  private final Pace pace;
  private final Changes changes;
  private final AtomicReference<Progress> progress =
      new AtomicReference<>(new Progress(false, 0, ""));
  private @Nullable Thread teller;

  Story(StoryDeeds deeds, StoryWatch watch, Pace pace, Changes changes) {
    this.deeds = deeds;
    this.watch = watch;
    this.pace = pace;
    this.changes = changes;
  }

  ObjectNode tree() {
    Progress now = progress.get();
    return Json.object()
        .put("running", now.running())
        .put("step", now.step())
        .put("of", steps.size())
        .put("title", now.title());
  }

  /** Begins, unless it is being told already. */
  synchronized void play() {
    if (teller != null && teller.isAlive()) return;
    now(true, 0, "");
    teller = Thread.ofVirtual().name("story").start(this::tell);
  }

  synchronized void stop() {
    if (teller != null) teller.interrupt();
  }

  private void tell() {
    StoryWatch.Mark beginning = watch.mark();
    for (int i = 0; i < steps.size(); i++) {
      StoryStep step = steps.get(i);
      now(true, i + 1, step.title());
      boolean done = tell(step, beginning);
      if (Thread.currentThread().isInterrupted()) {
        now(false, i + 1, Json.text(words, "stopped"));
        return;
      }
      if (!done) {
        now(false, i + 1, Json.text(words, "stuck").replace("{title}", step.title()));
        return;
      }
    }
    now(false, steps.size(), Json.text(words, "end"));
  }

  /** False when what was waited for did not come. */
  private boolean tell(StoryStep step, StoryWatch.Mark beginning) {
    StoryWatch.Mark before = watch.mark();
    if (step.deed().equals("forward")) return forwarded(step, beginning);
    Duration patience = step.optional() ? pace.patience().dividedBy(8) : pace.patience();
    if (!came(() -> deeds.done(step), patience)) return step.optional();
    StoryWatch.Mark since = step.until().path("ever").asBoolean(false) ? beginning : before;
    return came(() -> watch.seen(step.until(), since), pace.patience())
        && Webhooks.pause(pace.reading());
  }

  /** Time passes bit by bit, until something happens. */
  private boolean forwarded(StoryStep step, StoryWatch.Mark beginning) {
    int most = step.until().path("at-most").asInt(12);
    StoryWatch.Mark since = step.until().path("ever").asBoolean(false) ? beginning : watch.mark();
    Duration look = pace.patience().dividedBy(8);
    for (int i = 0; i < most; i++) {
      if (watch.seen(step.until(), since)) return Webhooks.pause(pace.reading());
      deeds.done(step);
      if (came(() -> watch.seen(step.until(), since), look)) {
        return Webhooks.pause(pace.reading());
      }
      if (Thread.currentThread().isInterrupted()) return false;
    }
    return false;
  }

  private interface Condition {
    boolean holds();
  }

  private static boolean came(Condition condition, Duration within) {
    long end = System.nanoTime() + within.toNanos();
    while (!condition.holds()) {
      if (System.nanoTime() > end || !Webhooks.pause(LOOK)) return false;
    }
    return true;
  }

  private void now(boolean running, int step, String title) {
    progress.set(new Progress(running, step, title));
    changes.story();
  }
}
