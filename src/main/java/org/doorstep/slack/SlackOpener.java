package org.doorstep.slack;

import com.slack.api.methods.MethodsClient;
import com.slack.api.model.view.View;
import java.time.Duration;
import org.doorstep.pipeline.BlockingCalls;
import reactor.core.publisher.Mono;

/** Opens forms in Slack. It is done at once or not at all: a trigger lives for three seconds. */
public final class SlackOpener implements AutoCloseable {

  private static final int WIDTH = 8;
  private static final Duration QUICK = Duration.ofMillis(700);

  private final MethodsClient slack;
  private final BlockingCalls calls;

  public SlackOpener(SlackAccess access) {
    this.slack = new SlackAccess(access.botToken(), access.api(), QUICK, QUICK).methods();
    this.calls = new BlockingCalls("slack-forms", WIDTH, QUICK);
  }

  /** Whether it is open; never fails. */
  Mono<Boolean> open(String trigger, View view) {
    return calls.ask(() -> slack.viewsOpen(r -> r.triggerId(trigger).view(view)).isOk(), false);
  }

  @Override
  public void close() {
    calls.close();
  }
}
