package org.doorstep.village;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Which token opens which workspace; those of workspaces that took the app out open none. */
final class SlackTokens {

  private final Map<String, String> teams = new ConcurrentHashMap<>();
  private final Map<String, String> codes = new ConcurrentHashMap<>();

  void give(String token, String team) {
    teams.put(token, team);
  }

  Optional<String> team(String token) {
    return Optional.ofNullable(teams.get(token));
  }

  boolean installed(String team) {
    return teams.containsValue(team);
  }

  void revoke(String team) {
    teams.values().removeIf(team::equals);
  }

  /** Somebody in that workspace has said yes: what the app may exchange, once. */
  String code(String team) {
    String code = Ledger.sid("code.");
    codes.put(code, team);
    return code;
  }

  /** A new token, for a code that has not been used. */
  Optional<String> exchange(String code) {
    String team = codes.remove(code);
    if (team == null) return Optional.empty();
    String token = "xoxb-" + Ledger.sid("");
    revoke(team);
    give(token, team);
    return Optional.of(token);
  }
}
