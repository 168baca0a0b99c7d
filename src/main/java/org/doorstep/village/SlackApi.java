package org.doorstep.village;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/** The simulated Slack Web API: one door, one table of methods. */
final class SlackApi {

  static final String PATH = "/village/slack";

  private final SlackTokens tokens;
  private final SlackConsent consent;
  private final List<SlackSide> sides;

  SlackApi(SlackTokens tokens, SlackConsent consent, List<SlackSide> sides) {
    this.tokens = tokens;
    this.consent = consent;
    this.sides = sides;
  }

  RouterFunction<ServerResponse> routes() {
    return route()
        .POST(PATH + "/api/{method}", this::call)
        .GET(PATH + "/api/{method}", this::call)
        .GET(SlackFiles.PATH + "{team}/{id}", this::file)
        .POST(SlackUploads.PATH + "{team}/{id}", in -> upload(in, SlackUploads::take))
        .GET(SlackUploads.PATH + "{team}/{id}", in -> upload(in, SlackUploads::show))
        .POST(PATH + "/response/{ticket}", this::respond)
        .add(consent.routes())
        .build();
  }

  private Mono<ServerResponse> file(ServerRequest request) {
    return in(request, side -> side.files().fetch(request));
  }

  private Mono<ServerResponse> upload(
      ServerRequest request, BiFunction<SlackUploads, ServerRequest, Mono<ServerResponse>> what) {
    return in(request, side -> what.apply(side.uploads(), request));
  }

  private Mono<ServerResponse> in(
      ServerRequest request, Function<SlackSide, Mono<ServerResponse>> what) {
    return sides.stream()
        .filter(side -> side.team().id().equals(request.pathVariable("team")))
        .findFirst()
        .map(what)
        .orElseGet(() -> ServerResponse.notFound().build());
  }

  private Mono<ServerResponse> call(ServerRequest request) {
    return request
        .bodyToMono(String.class)
        .defaultIfEmpty("")
        .flatMap(body -> written(answer(request, body)));
  }

  private SlackAnswer answer(ServerRequest request, String body) {
    String type = Optional.ofNullable(request.headers().firstHeader("Content-Type")).orElse("");
    String query = Optional.ofNullable(request.uri().getRawQuery()).orElse("");
    SlackArguments in = SlackArguments.of(type, body, query);
    String given =
        Optional.ofNullable(request.headers().firstHeader("Authorization"))
            .map(header -> header.replaceFirst("^Bearer ", ""))
            .orElse(in.text("token"));
    String called = request.pathVariable("method");
    if (called.equals("oauth.v2.access")) return consent.access(in, given);
    if (given.isEmpty()) return SlackAnswer.refused("not_authed");
    Optional<String> team = tokens.team(given);
    if (team.isEmpty()) return SlackAnswer.refused("invalid_auth");
    if (called.equals("auth.revoke")) {
      tokens.revoke(team.get());
      return SlackAnswer.ok();
    }
    Function<SlackArguments, SlackAnswer> method =
        sides.stream()
            .filter(side -> side.team().id().equals(team.get()))
            .findFirst()
            .flatMap(side -> Optional.ofNullable(side.methods().get(called)))
            .orElse(null);
    return method == null ? SlackAnswer.refused("unknown_method") : method.apply(in);
  }

  private static Mono<ServerResponse> written(SlackAnswer answer) {
    return switch (answer) {
      case SlackAnswer.Ok ok -> json(200, ok.body().put("ok", true));
      case SlackAnswer.Refused refused -> {
        ObjectNode body = Json.object().put("ok", false).put("error", refused.error());
        if (!refused.detail().isEmpty()) {
          body.putObject("response_metadata")
              .putArray("messages")
              .add("[ERROR] " + refused.detail());
        }
        yield json(200, body);
      }
      case SlackAnswer.Slow slow ->
          ServerResponse.status(429)
              .header(HttpHeaders.RETRY_AFTER, Integer.toString(slow.retryAfterSeconds()))
              .contentType(MediaType.APPLICATION_JSON)
              .bodyValue(Json.object().put("ok", false).put("error", "ratelimited").toString());
    };
  }

  private static Mono<ServerResponse> json(int status, ObjectNode body) {
    return ServerResponse.status(status)
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(body.toString());
  }

  private Mono<ServerResponse> respond(ServerRequest request) {
    return request
        .bodyToMono(String.class)
        .defaultIfEmpty("")
        .flatMap(
            body -> {
              String id = request.pathVariable("ticket");
              boolean done =
                  sides.stream()
                      .anyMatch(
                          side ->
                              side.tickets()
                                  .use(id)
                                  .filter(ticket -> responded(side.workspace(), ticket, body))
                                  .isPresent());
              return done
                  ? ServerResponse.ok().contentType(MediaType.TEXT_PLAIN).bodyValue("ok")
                  : json(404, Json.object().put("ok", false).put("error", "expired_url"));
            });
  }

  private static boolean responded(
      SlackWorkspace workspace, SlackTickets.Ticket ticket, String body) {
    SlackArguments in = SlackArguments.of("application/json", body, "");
    Optional<SlackRoom> room = workspace.room(ticket.channel());
    if (room.isEmpty()) return false;
    if (in.flag("delete_original")) {
      return workspace.delete(room.get(), ticket.ts()).isPresent();
    }
    if (in.flag("replace_original")) {
      return workspace
          .change(
              room.get(), ticket.ts(), p -> p.saying(in.text("text"), in.blocks(), p.metadata()))
          .isPresent();
    }
    String onlyFor = in.text("response_type").equals("in_channel") ? null : ticket.user();
    String bot = workspace.team().bot().user();
    workspace.add(room.get(), bot, in.text("text"), in.blocks(), null, null, onlyFor);
    return true;
  }
}
