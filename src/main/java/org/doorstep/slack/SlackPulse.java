package org.doorstep.slack;

import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.auth.AuthTestResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import org.doorstep.desk.Absence;
import org.doorstep.pipeline.BlockingCalls;
import org.doorstep.pipeline.Presence;
import org.doorstep.pipeline.Workspaces;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Asks each workspace whether it still knows us: one that has let us go may have nothing to tell,
 * and one that has let us in again by the settings tells nothing either.
 */
public final class SlackPulse implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final SlackTeams teams;
  private final Presence presence;
  private final BlockingCalls calls;
  private final InstantSource clock;

  public SlackPulse(
      SlackAccess access, Workspaces workspaces, Presence presence, InstantSource clock) {
    this.teams = new SlackTeams(access.within(PATIENCE, PATIENCE), workspaces);
    this.presence = presence;
    this.calls = new BlockingCalls("slack-pulse", 2, PATIENCE);
    this.clock = clock;
  }

  /** One look at all of them. A store that is away shows elsewhere. */
  public Mono<Void> feel() {
    return Flux.defer(() -> Flux.fromIterable(presence.teams()))
        .concatMap(team -> feel(team).onErrorComplete())
        .then();
  }

  private Mono<Void> feel(String team) {
    return Mono.fromSupplier(clock::instant)
        .flatMap(
            begun ->
                teams
                    .anyway(team, presence.own(team))
                    .flatMap(
                        door ->
                            switch (door) {
                              case SlackTeams.Door.Shut shut -> Mono.just(Beat.SHUT);
                              case SlackTeams.Door.Open open ->
                                  calls.ask(() -> beat(open.client(), team), Beat.NO_ANSWER);
                            })
                    .flatMap(
                        beat ->
                            switch (beat) {
                              case KNOWS_US -> presence.found(team);
                              case SHUT -> presence.lost(team, Absence.NOT_LET_IN, begun);
                              case REVOKED -> presence.lost(team, Absence.REVOKED, begun);
                              case NO_ANSWER -> Mono.empty();
                            }));
  }

  /** What came of it. */
  private enum Beat {
    KNOWS_US,
    SHUT,
    REVOKED,
    NO_ANSWER
  }

  /** A token of another workspace is as good as none. */
  private static Beat beat(MethodsClient slack, String team) throws IOException, SlackApiException {
    AuthTestResponse told = slack.authTest(r -> r);
    if (told.isOk()) {
      return told.getTeamId() == null || told.getTeamId().equals(team) ? Beat.KNOWS_US : Beat.SHUT;
    }
    return told.getError() != null && SlackFaults.shutOut(told.getError())
        ? Beat.REVOKED
        : Beat.NO_ANSWER;
  }

  @Override
  public void close() {
    calls.close();
  }
}
