package org.doorstep.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.doorstep.desk.Absence;
import reactor.core.publisher.Mono;

/** Workspaces in memory. */
public final class InMemoryWorkspaces implements Workspaces {

  private final Map<String, Workspace> known = new ConcurrentHashMap<>();
  private final Set<String> words = ConcurrentHashMap.newKeySet();

  @Override
  public Mono<Workspace> of(String team) {
    return Mono.fromSupplier(() -> known.getOrDefault(team, Workspace.unknown(team)));
  }

  @Override
  public Mono<Void> install(String team, String token, Instant now) {
    return Mono.fromRunnable(() -> known.put(team, new Workspace(team, token, now, null, null)));
  }

  @Override
  public Mono<Instant> lose(String team, Absence why, Instant at) {
    return Mono.fromSupplier(
        () -> {
          Workspace before = known.getOrDefault(team, Workspace.unknown(team));
          if (before.installed() != null && before.installed().isAfter(at)) return null;
          boolean first = before.away() == null;
          Workspace now =
              new Workspace(
                  team,
                  null,
                  before.installed(),
                  first ? at : before.away(),
                  first ? why : before.why());
          known.put(team, now);
          return now.away();
        });
  }

  @Override
  public Mono<Instant> regain(String team) {
    return Mono.fromSupplier(
        () -> {
          Workspace before = known.getOrDefault(team, Workspace.unknown(team));
          known.put(team, new Workspace(team, before.token(), before.installed(), null, null));
          return before.away();
        });
  }

  @Override
  public Mono<Boolean> first(String word, Duration remembered) {
    return Mono.fromSupplier(() -> words.add(word));
  }
}
