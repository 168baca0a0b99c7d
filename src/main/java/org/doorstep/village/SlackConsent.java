package org.doorstep.village;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.util.HtmlUtils;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/** Slack's page on which somebody says whether an app may come in, and what follows from a yes. */
final class SlackConsent {

  private static final String ASK = SlackApi.PATH + "/oauth/v2/authorize";
  private static final String ALLOW = SlackApi.PATH + "/oauth/allow";

  private final VillageSettings settings;
  private final SlackTokens tokens;
  private final List<SlackSide> sides;

  SlackConsent(VillageSettings settings, SlackTokens tokens, List<SlackSide> sides) {
    this.settings = settings;
    this.tokens = tokens;
    this.sides = sides;
  }

  RouterFunction<ServerResponse> routes() {
    return route().GET(ASK, this::ask).GET(ALLOW, this::allow).build();
  }

  /** No script: links only. */
  private Mono<ServerResponse> ask(ServerRequest request) {
    Optional<String> back = back(request);
    boolean known =
        request.queryParam("client_id").filter(settings.keys().clientId()::equals).isPresent();
    if (back.isEmpty() || !known) return ServerResponse.badRequest().build();
    String state = request.queryParam("state").orElse("");
    StringBuilder page =
        new StringBuilder("<!doctype html><html lang=\"en\"><meta charset=\"utf-8\">");
    page.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
    page.append("<title>The village's Slack</title>");
    page.append("<link rel=\"stylesheet\" href=\"/slack/install.css\"><main>");
    page.append("<h1>The village's Slack: may Doorstep come in?</h1>");
    Optional<String> wanted = request.queryParam("team");
    for (SlackSide side : sides) {
      if (wanted.isPresent() && !wanted.get().equals(side.team().id())) continue;
      String yes = link(back.get(), state, "team", side.team().id());
      page.append("<p><a href=\"").append(HtmlUtils.htmlEscape(yes)).append("\">Allow in ");
      page.append(HtmlUtils.htmlEscape(side.team().name())).append("</a></p>");
    }
    String no = link(back.get(), state, "error", "access_denied");
    page.append("<p><a href=\"").append(HtmlUtils.htmlEscape(no)).append("\">Cancel</a></p>");
    page.append("</main></html>");
    return ServerResponse.ok()
        .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
        .bodyValue(page.toString());
  }

  private static String link(String back, String state, String key, String value) {
    return UriComponentsBuilder.fromPath(ALLOW)
        .queryParam("redirect_uri", "{back}")
        .queryParam("state", "{state}")
        .queryParam(key, "{value}")
        .encode()
        .buildAndExpand(back, state, value)
        .toUriString();
  }

  private Mono<ServerResponse> allow(ServerRequest request) {
    Optional<String> back = back(request);
    if (back.isEmpty()) return ServerResponse.badRequest().build();
    UriComponentsBuilder there = UriComponentsBuilder.fromUriString(back.get());
    Optional<String> team = request.queryParam("team");
    if (team.isPresent()) there.queryParam("code", tokens.code(team.get()));
    else there.queryParam("error", "access_denied");
    there.queryParam("state", request.queryParam("state").orElse(""));
    return ServerResponse.status(HttpStatus.FOUND).location(there.build().toUri()).build();
  }

  /** Only to Doorstep. */
  private Optional<String> back(ServerRequest request) {
    URI ours = settings.base().get().resolve("/slack/oauth_redirect");
    return request.queryParam("redirect_uri").filter(ours.toString()::equals);
  }

  /** {@code oauth.v2.access}: a token for a code. */
  SlackAnswer access(SlackArguments in, String authorization) {
    VillageKeys keys = settings.keys();
    String given = in.text("client_id") + ":" + in.text("client_secret");
    if (authorization.startsWith("Basic ")) {
      given = new String(Base64.getDecoder().decode(authorization.substring(6)), UTF_8);
    }
    if (!given.equals(keys.clientId() + ":" + keys.clientSecret())) {
      return SlackAnswer.refused("bad_client_secret");
    }
    Optional<String> token = tokens.exchange(in.text("code"));
    SlackSide side =
        token
            .flatMap(tokens::team)
            .flatMap(id -> sides.stream().filter(s -> s.team().id().equals(id)).findFirst())
            .orElse(null);
    if (side == null) return SlackAnswer.refused("invalid_code");
    side.workspace().changed();
    ObjectNode body =
        Json.object()
            .put("access_token", token.get())
            .put("token_type", "bot")
            .put("scope", "chat:write")
            .put("bot_user_id", side.team().bot().user())
            .put("app_id", side.team().bot().app())
            .put("is_enterprise_install", false)
            .putNull("enterprise");
    body.putObject("team").put("id", side.team().id()).put("name", side.team().name());
    body.putObject("authed_user").put("id", side.team().me());
    return new SlackAnswer.Ok(body);
  }
}
