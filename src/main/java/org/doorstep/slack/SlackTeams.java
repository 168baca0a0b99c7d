package org.doorstep.slack;

import com.slack.api.Slack;
import com.slack.api.methods.MethodsClient;
import java.time.Instant;
import org.doorstep.cell.Cell;
import org.doorstep.desk.Absence;
import org.doorstep.pipeline.Workspaces;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * How each workspace is spoken to: with the token that it gave us, or, in a cell's own workspace,
 * with the one of the settings. A token never goes to another workspace than its own.
 */
final class SlackTeams {

  /** Whether we are let in. */
  sealed interface Door {

    record Open(MethodsClient client, String token) implements Door {}

    /**
     * @param since when it is shut
     */
    record Shut(String team, Absence why, @Nullable Instant since) implements Door {}
  }

  private final Slack slack;
  private final @Nullable String usual;
  private final Workspaces workspaces;

  SlackTeams(SlackAccess access, Workspaces workspaces) {
    this.slack = access.slack();
    this.usual = access.botToken();
    this.workspaces = workspaces;
  }

  Mono<Door> of(Cell cell, String team) {
    return workspaces.of(team).map(known -> door(known, cell.slackTeam().equals(team)));
  }

  /** The same, whether it is known to be away or not: to find out. */
  Mono<Door> anyway(String team, boolean own) {
    return workspaces
        .of(team)
        .map(
            known ->
                known.away() == null
                    ? door(known, own)
                    : door(new Workspaces.Workspace(team, known.token(), null, null, null), own));
  }

  private Door door(Workspaces.Workspace known, boolean own) {
    if (known.away() != null && known.why() != null) {
      return new Door.Shut(known.team(), known.why(), known.away());
    }
    String token = known.token() != null ? known.token() : own ? usual : null;
    return token == null
        ? new Door.Shut(known.team(), Absence.NOT_LET_IN, null)
        : new Door.Open(slack.methods(token), token);
  }

  /** It does not know our token any more. */
  Mono<Instant> lose(String team, Absence why, Instant at) {
    return workspaces.lose(team, why, at);
  }
}
