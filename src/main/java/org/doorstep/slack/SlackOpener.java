package org.doorstep.slack;

import com.slack.api.model.view.View;
import java.time.Duration;
import org.doorstep.cell.Cell;
import org.doorstep.pipeline.BlockingCalls;
import org.doorstep.pipeline.Workspaces;
import reactor.core.publisher.Mono;

/** Opens forms in Slack. It is done at once or not at all: a trigger lives for three seconds. */
public final class SlackOpener implements AutoCloseable {

  private static final int WIDTH = 8;
  private static final Duration QUICK = Duration.ofMillis(700);

  private final SlackTeams teams;
  private final BlockingCalls calls;

  public SlackOpener(SlackAccess access, Workspaces workspaces) {
    this.teams = new SlackTeams(access.within(QUICK, QUICK), workspaces);
    this.calls = new BlockingCalls("slack-forms", WIDTH, QUICK);
  }

  /** Whether it is open; never fails. */
  Mono<Boolean> open(Cell cell, String team, String trigger, View view) {
    return teams
        .of(cell, team)
        .flatMap(
            door ->
                switch (door) {
                  case SlackTeams.Door.Shut shut -> Mono.just(false);
                  case SlackTeams.Door.Open open ->
                      calls.ask(
                          () ->
                              open.client().viewsOpen(r -> r.triggerId(trigger).view(view)).isOk(),
                          false);
                })
        .onErrorReturn(false);
  }

  @Override
  public void close() {
    calls.close();
  }
}
