package org.doorstep.pipeline;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.doorstep.cell.Cell;
import org.doorstep.desk.Absence;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Which of the cells' workspaces are there. It is kept true from three sides: by what Slack tells,
 * by what comes of a call, and by asking now and then; each cell that is there hears of a change.
 */
public final class Presence {

  private final Workspaces workspaces;
  private final SlackWord word;
  private final Supplier<List<Cell>> cells;

  public Presence(Workspaces workspaces, SlackWord word, Supplier<List<Cell>> cells) {
    this.workspaces = workspaces;
    this.word = word;
    this.cells = cells;
  }

  /** All workspaces that a cell is in. */
  public List<String> teams() {
    return cells.get().stream().flatMap(cell -> cell.slackTeams().stream()).distinct().toList();
  }

  public boolean knows(String team) {
    return teams().contains(team);
  }

  /** Whether it is some cell's own workspace, and no group's or partner's only. */
  public boolean own(String team) {
    return cells.get().stream().anyMatch(cell -> cell.slackTeam().equals(team));
  }

  public Mono<Void> lost(String team, Absence why, Instant at) {
    return workspaces
        .lose(team, why, at)
        .flatMapMany(since -> there(team).concatMap(cell -> word.gone(cell, team, why, since)))
        .then();
  }

  public Mono<Void> found(String team) {
    return workspaces.regain(team).flatMap(since -> back(team, since));
  }

  public Mono<Void> letIn(String team, String token, Instant now) {
    return workspaces
        .of(team)
        .flatMap(
            before ->
                workspaces
                    .install(team, token, now)
                    .then(
                        Mono.defer(
                            () ->
                                before.away() == null ? Mono.empty() : back(team, before.away()))));
  }

  public Mono<Boolean> away(String team) {
    return workspaces.of(team).map(known -> known.away() != null);
  }

  private Mono<Void> back(String team, Instant since) {
    return there(team).concatMap(cell -> word.back(cell, team, since)).then();
  }

  private Flux<Cell> there(String team) {
    return Flux.fromIterable(cells.get()).filter(cell -> cell.slackTeams().contains(team));
  }
}
