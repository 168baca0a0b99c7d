package org.doorstep.village;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
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

  private final VillageKeys keys;
  private final SlackWorkspace workspace;
  private final SlackTickets tickets;
  private final SlackFiles files;
  private final SlackUploads uploads;
  private final Map<String, Function<SlackArguments, SlackAnswer>> methods = new LinkedHashMap<>();

  SlackApi(
      VillageKeys keys,
      SlackWorkspace workspace,
      SlackTickets tickets,
      SlackChat chat,
      SlackReading reading,
      SlackViews views,
      SlackFiles files,
      SlackUploads uploads) {
    this.files = files;
    this.uploads = uploads;
    this.keys = keys;
    this.workspace = workspace;
    this.tickets = tickets;
    methods.put("api.test", in -> SlackAnswer.ok());
    methods.put("auth.test", reading::authTest);
    methods.put("apps.connections.open", in -> SlackAnswer.refused("not_allowed_token_type"));
    methods.put("chat.postMessage", chat::postMessage);
    methods.put("chat.postEphemeral", chat::postEphemeral);
    methods.put("chat.update", chat::update);
    methods.put("chat.delete", chat::delete);
    methods.put("chat.getPermalink", chat::permalink);
    methods.put("conversations.history", reading::history);
    methods.put("conversations.replies", reading::replies);
    methods.put("conversations.info", reading::conversation);
    methods.put("conversations.list", reading::conversations);
    methods.put("conversations.open", reading::open);
    methods.put("users.info", reading::user);
    methods.put("users.list", reading::users);
    methods.put("files.info", files::info);
    methods.put("files.getUploadURLExternal", uploads::address);
    methods.put("files.completeUploadExternal", uploads::complete);
    methods.put("reactions.add", reading::react);
    methods.put("reactions.remove", reading::unreact);
    methods.put("reactions.get", reading::reactions);
    methods.put("views.open", views::open);
    methods.put("views.update", views::update);
    methods.put("views.publish", views::publish);
  }

  RouterFunction<ServerResponse> routes() {
    return route()
        .POST(PATH + "/api/{method}", this::call)
        .GET(PATH + "/api/{method}", this::call)
        .GET(SlackFiles.PATH + "{id}", files::fetch)
        .POST(SlackUploads.PATH + "{id}", uploads::take)
        .GET(SlackUploads.PATH + "{id}", uploads::show)
        .POST(PATH + "/response/{ticket}", this::respond)
        .build();
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
    if (given.isEmpty()) return SlackAnswer.refused("not_authed");
    if (!given.equals(keys.botToken())) return SlackAnswer.refused("invalid_auth");
    Function<SlackArguments, SlackAnswer> method = methods.get(request.pathVariable("method"));
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
              Optional<SlackTickets.Ticket> ticket = tickets.use(request.pathVariable("ticket"));
              return ticket.isPresent() && responded(ticket.get(), body)
                  ? ServerResponse.ok().contentType(MediaType.TEXT_PLAIN).bodyValue("ok")
                  : json(404, Json.object().put("ok", false).put("error", "expired_url"));
            });
  }

  private boolean responded(SlackTickets.Ticket ticket, String body) {
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
