package org.doorstep.slack;

import com.slack.api.Slack;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.oauth.OAuthV2AccessResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doorstep.pipeline.BlockingCalls;
import org.doorstep.pipeline.Presence;
import org.doorstep.pipeline.Workspaces;
import org.doorstep.talk.Talk;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;

/**
 * Where somebody who may add apps to a workspace lets Doorstep in: from here to Slack, and back
 * with a code, for which Slack gives the workspace's token. Only workspaces that a cell's file
 * names.
 */
public final class SlackInstall implements AutoCloseable {

  public static final String BEGIN = "/slack/install";
  public static final String BACK = "/slack/oauth_redirect";

  /** The same as in the manifest; a test holds them against each other. */
  public static final List<String> SCOPES =
      List.of(
          "channels:history",
          "chat:write",
          "commands",
          "files:read",
          "files:write",
          "groups:history",
          "im:history",
          "im:write",
          "reactions:write",
          "users:read");

  private static final String COOKIE = "doorstep-install";
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final SlackApp app;
  private final URI publicUrl;
  private final URI authorize;
  private final Slack slack;
  private final Workspaces workspaces;
  private final Presence presence;
  private final InstallState.Signing signing;
  private final InstallPage page;
  private final BlockingCalls calls;
  private final InstantSource clock;

  public SlackInstall(
      SlackApp app,
      URI publicUrl,
      SlackAccess access,
      Workspaces workspaces,
      Presence presence,
      java.util.function.UnaryOperator<String> signing,
      Talk talk,
      InstantSource clock) {
    this.app = app;
    this.publicUrl = publicUrl;
    this.authorize = access.api().resolve("../oauth/v2/authorize");
    this.slack = access.slack();
    this.workspaces = workspaces;
    this.presence = presence;
    this.signing = signing::apply;
    this.page = new InstallPage(talk);
    this.calls = new BlockingCalls("slack-install", 2, PATIENCE);
    this.clock = clock;
  }

  public RouterFunction<ServerResponse> routes() {
    return RouterFunctions.route()
        .GET(BEGIN, this::begin)
        .GET(BACK, this::back)
        .GET(
            InstallPage.STYLE,
            request ->
                ServerResponse.ok()
                    .contentType(MediaType.valueOf("text/css"))
                    .bodyValue(new ClassPathResource("slack/install.css")))
        .build();
  }

  /** To Slack, which asks whoever it is and tells them what Doorstep may do there. */
  private Mono<ServerResponse> begin(ServerRequest request) {
    String browser = InstallState.random();
    String state = InstallState.begun(clock.instant()).written(browser, signing);
    UriComponentsBuilder there =
        UriComponentsBuilder.fromUri(authorize)
            .queryParam("client_id", "{client}")
            .queryParam("scope", "{scope}")
            .queryParam("redirect_uri", "{back}")
            .queryParam("state", "{state}");
    request
        .queryParam("team")
        .filter(team -> team.matches("[TE][A-Z0-9]{2,20}"))
        .ifPresent(team -> there.queryParam("team", team));
    URI to =
        there
            .encode()
            .buildAndExpand(app.clientId(), String.join(",", SCOPES), redirect(), state)
            .toUri();
    return ServerResponse.status(HttpStatus.FOUND).location(to).cookie(cookie(browser)).build();
  }

  private String redirect() {
    return publicUrl.resolve(BACK).toString();
  }

  private ResponseCookie cookie(String browser) {
    return ResponseCookie.from(COOKIE, browser)
        .path(BACK)
        .httpOnly(true)
        .sameSite("Lax")
        .secure("https".equals(publicUrl.getScheme()))
        .maxAge(browser.isEmpty() ? Duration.ZERO : InstallState.GOOD_FOR)
        .build();
  }

  private Mono<ServerResponse> back(ServerRequest request) {
    HttpCookie browser = request.cookies().getFirst(COOKIE);
    Optional<InstallState> state =
        browser == null
            ? Optional.empty()
            : request
                .queryParam("state")
                .flatMap(s -> InstallState.read(s, browser.getValue(), signing, clock.instant()));
    if (state.isEmpty()) return page(HttpStatus.BAD_REQUEST, "begin-again", Map.of());
    return workspaces
        .first(state.get().word(), InstallState.GOOD_FOR.multipliedBy(2))
        .flatMap(
            first ->
                first
                    ? answered(request.queryParam("code").orElse(""))
                    : page(HttpStatus.BAD_REQUEST, "begin-again", Map.of()))
        .onErrorResume(e -> page(HttpStatus.SERVICE_UNAVAILABLE, "not-now", Map.of()));
  }

  private Mono<ServerResponse> answered(String code) {
    if (code.isBlank()) return page(HttpStatus.OK, "declined", Map.of());
    return calls
        .ask(() -> exchanged(code), Exchanged.NONE)
        .flatMap(
            given -> {
              OAuthV2AccessResponse granted = given.granted();
              if (granted == null || !granted.isOk() || granted.getAccessToken() == null) {
                return page(HttpStatus.BAD_GATEWAY, "not-now", Map.of());
              }
              return granted(granted);
            });
  }

  private Mono<ServerResponse> granted(OAuthV2AccessResponse granted) {
    OAuthV2AccessResponse.Team team = granted.getTeam();
    String token = granted.getAccessToken();
    if (team == null || granted.isEnterpriseInstall()) {
      return givenBack(token).then(page(HttpStatus.FORBIDDEN, "organisation", Map.of()));
    }
    Map<String, String> values =
        Map.of("who", String.valueOf(team.getName()), "team", String.valueOf(team.getId()));
    if (!presence.knows(team.getId())) {
      return givenBack(token).then(page(HttpStatus.FORBIDDEN, "unnamed", values));
    }
    return presence
        .letIn(team.getId(), token, clock.instant())
        .then(page(HttpStatus.OK, "let-in", values));
  }

  /** A token of a workspace that no cell is in is not kept, and not left lying about. */
  private Mono<Boolean> givenBack(String token) {
    return calls.ask(() -> slack.methods(token).authRevoke(r -> r).isOk(), false);
  }

  private record Exchanged(@Nullable OAuthV2AccessResponse granted) {
    private static final Exchanged NONE = new Exchanged(null);
  }

  private Exchanged exchanged(String code) throws IOException, SlackApiException {
    return new Exchanged(
        slack
            .methods()
            .oauthV2Access(
                r ->
                    r.clientId(app.clientId())
                        .clientSecret(app.clientSecret())
                        .code(code)
                        .redirectUri(redirect())));
  }

  private Mono<ServerResponse> page(HttpStatus status, String id, Map<String, String> values) {
    return ServerResponse.status(status)
        .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
        .cookie(cookie(""))
        .bodyValue(page.of(id, values));
  }

  @Override
  public void close() {
    calls.close();
  }
}
