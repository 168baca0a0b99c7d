package org.doorstep.redis;

import io.lettuce.core.SetArgs;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.doorstep.desk.Absence;
import org.doorstep.pipeline.Workspaces;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A hash for each workspace, its token sealed by the installation's own keys. */
record RedisWorkspaces(Lines lines, Vault vault) implements Workspaces {

  private static final Script INSTALL = Script.named("install_workspace");
  private static final Script LOSE = Script.named("lose_workspace");
  private static final Script REGAIN = Script.named("regain_workspace");

  @Override
  public Mono<Workspace> of(String team) {
    return lines
        .shared()
        .hgetall(SpaceKeys.workspace(team))
        .collectMap(f -> Utf8.text(f.getKey()), f -> f.getValue(), HashMap::new)
        .map(kept -> workspace(team, kept))
        .onErrorMap(StoreFault::orAway);
  }

  private Workspace workspace(String team, Map<String, byte[]> kept) {
    byte[] token = kept.get("token");
    String why = Utf8.textOrNull(kept.get("why"));
    return new Workspace(
        team,
        token == null ? null : Utf8.text(vault.unseal(label(team), token)),
        instant(kept.get("installed")),
        instant(kept.get("away")),
        why == null ? null : Absence.valueOf(why));
  }

  private static @Nullable Instant instant(byte @Nullable [] millis) {
    return millis == null ? null : Instant.ofEpochMilli(Long.parseLong(Utf8.text(millis)));
  }

  @Override
  public Mono<Void> install(String team, String token, Instant now) {
    byte[] sealed = vault.seal(label(team), Utf8.bytes(token));
    return INSTALL
        .run(
            lines.shared(),
            List.of(SpaceKeys.workspace(team)),
            List.of(sealed, Utf8.bytes(now.toEpochMilli())))
        .onErrorMap(StoreFault::orAway)
        .then();
  }

  @Override
  public Mono<Instant> lose(String team, Absence why, Instant at) {
    return LOSE.run(
            lines.shared(),
            List.of(SpaceKeys.workspace(team)),
            List.of(Utf8.bytes(why.name()), Utf8.bytes(at.toEpochMilli())))
        .filter(reply -> reply.tag().equals("away"))
        .map(reply -> Instant.ofEpochMilli(Long.parseLong(reply.text(0))))
        .onErrorMap(StoreFault::orAway);
  }

  @Override
  public Mono<Instant> regain(String team) {
    return REGAIN
        .run(lines.shared(), List.of(SpaceKeys.workspace(team)), List.of())
        .filter(reply -> reply.tag().equals("back"))
        .map(reply -> Instant.ofEpochMilli(Long.parseLong(reply.text(0))))
        .onErrorMap(StoreFault::orAway);
  }

  @Override
  public Mono<Boolean> first(String word, Duration remembered) {
    return lines
        .shared()
        .set(SpaceKeys.used(word), Utf8.bytes("1"), SetArgs.Builder.nx().px(remembered))
        .hasElement()
        .onErrorMap(StoreFault::orAway);
  }

  private static String label(String team) {
    return "slack\0token\0" + team;
  }
}
