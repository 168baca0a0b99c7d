package org.doorstep.pipeline;

import java.time.Duration;
import java.time.Instant;
import org.doorstep.desk.Absence;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The Slack workspaces that have let Doorstep in, each with the token it was given there, and those
 * that are away. They are the installation's, not a cell's: cells may share one.
 */
public interface Workspaces {

  /**
   * What is known of one.
   *
   * @param token what it gave us; null where nobody has installed Doorstep there by its page
   * @param installed when that was
   * @param away since when nothing can be posted there; null where something can
   * @param why null where it is not away
   */
  record Workspace(
      String team,
      @Nullable String token,
      @Nullable Instant installed,
      @Nullable Instant away,
      @Nullable Absence why) {

    static Workspace unknown(String team) {
      return new Workspace(team, null, null, null, null);
    }

    @Override
    public String toString() {
      return "Workspace[" + team + "]";
    }
  }

  /** Never empty: of one that was never heard of nothing is known. */
  Mono<Workspace> of(String team);

  /** Somebody there has let us in. It is not away any more. */
  Mono<Void> install(String team, String token, Instant now);

  /**
   * It is away; a token that it gave us is forgotten. What is told of a time before the last
   * installation is not true any more.
   *
   * @return since when it is away, which the first to say so tells; nothing where it is not away
   */
  Mono<Instant> lose(String team, Absence why, Instant at);

  /**
   * It answers.
   *
   * @return since when it was away; nothing where it was not
   */
  Mono<Instant> regain(String team);

  /** Whether this is the first time that this word is used. */
  Mono<Boolean> first(String word, Duration remembered);
}
