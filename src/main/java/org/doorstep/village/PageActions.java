package org.doorstep.village;

import static org.springframework.web.reactive.function.server.RouterFunctions.resources;
import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** The page and everything that can be done on it. */
final class PageActions {

  private static final Duration ALIVE = Duration.ofSeconds(20);
  private static final int LONGEST_TEXT = 4096;

  private final PageState state;
  private final Changes changes;
  private final Neighbourhood neighbourhood;
  private final Phones phones;
  private final SlackPeople slack;
  private final List<SlackSide> sides;
  private final Injections injections;
  private final Story story;
  private final Models models;
  private final Consumer<Duration> forward;

  PageActions(
      PageState state,
      Changes changes,
      Neighbourhood neighbourhood,
      Phones phones,
      SlackPeople slack,
      List<SlackSide> sides,
      Injections injections,
      Story story,
      Models models,
      Consumer<Duration> forward) {
    this.state = state;
    this.changes = changes;
    this.neighbourhood = neighbourhood;
    this.phones = phones;
    this.slack = slack;
    this.sides = sides;
    this.injections = injections;
    this.story = story;
    this.models = models;
    this.forward = forward;
  }

  RouterFunction<ServerResponse> routes() {
    ClassPathResource page = new ClassPathResource("static/village/");
    return route()
        .GET("/", request -> index())
        .GET("/village/state", request -> json(200, state.tree()))
        .GET("/village/events", request -> events())
        .POST("/village/phones/{id}/{act}", body(this::phone))
        .POST("/village/slack/workspaces/{team}/{act}", body(this::workspace))
        .POST("/village/slack/dm/{user}/{act}", body(this::direct))
        .POST("/village/slack/{channel}/{act}", body(this::slack))
        .POST("/village/clock/forward", body(this::clock))
        .POST("/village/story/{act}", body(this::story))
        .POST("/village/model", body(this::model))
        .POST("/village/inject", body(this::inject))
        .add(resources("/village/assets/**", page))
        .build();
  }

  private Mono<ServerResponse> index() {
    return ServerResponse.ok()
        .contentType(MediaType.TEXT_HTML)
        .cacheControl(CacheControl.noCache())
        .bodyValue(new ClassPathResource("static/village/index.html"));
  }

  private Mono<ServerResponse> events() {
    Flux<ServerSentEvent<String>> news =
        changes.stream()
            .map(
                change ->
                    ServerSentEvent.<String>builder()
                        .event("changed")
                        .data(
                            Json.object()
                                .put("what", change.what())
                                .put("id", change.id())
                                .toString())
                        .build());
    Flux<ServerSentEvent<String>> alive =
        Flux.interval(Duration.ZERO, ALIVE)
            .onBackpressureDrop()
            .map(tick -> ServerSentEvent.<String>builder().comment("").build())
            .takeUntilOther(changes.closed());
    return ServerResponse.ok()
        .contentType(MediaType.TEXT_EVENT_STREAM)
        .body(Flux.merge(news, alive), ServerSentEvent.class);
  }

  private interface Act {
    boolean done(ServerRequest request, JsonNode body);
  }

  private static HandlerFunction<ServerResponse> body(Act act) {
    return request ->
        request
            .bodyToMono(String.class)
            .defaultIfEmpty("")
            .flatMap(
                text -> {
                  JsonNode body = Json.parse(text).orElseGet(Json::object);
                  boolean done = act.done(request, body);
                  return json(done ? 200 : 400, Json.object().put("ok", done));
                });
  }

  private boolean phone(ServerRequest request, JsonNode body) {
    String id = request.pathVariable("id");
    String text = Json.text(body, "text");
    if (neighbourhood.called(id).isEmpty() || text.length() > LONGEST_TEXT) return false;
    switch (request.pathVariable("act")) {
      case "say" -> phones.say(id, text);
      case "tap" ->
          phones.tap(
              id,
              Json.text(body, "messageId"),
              Json.text(body, "payload"),
              Json.text(body, "title"));
      case "pin" -> {
        double lat = body.path("lat").asDouble(Double.NaN);
        double lon = body.path("lon").asDouble(Double.NaN);
        if (Double.isNaN(lat) || Double.isNaN(lon)) return false;
        phones.pin(id, lat, lon, Json.text(body, "label"));
      }
      case "media" -> phones.media(id, Json.text(body, "kind"));
      case "read" -> phones.look(id);
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean workspace(ServerRequest request, JsonNode body) {
    return request.pathVariable("act").equals("uninstall")
        && slack.uninstall(request.pathVariable("team"));
  }

  private boolean direct(ServerRequest request, JsonNode body) {
    String user = request.pathVariable("user");
    if (!slack.knows(user)) return false;
    switch (request.pathVariable("act")) {
      case "home" -> {
        slack.openHome(user);
        return true;
      }
      case "press-home" -> {
        return slack.pressAtHome(user, Json.text(body, "actionId"), Json.text(body, "value"));
      }
      case "hand-in" -> {
        return slack.handIn(user, body.path("values"));
      }
      case "dismiss" -> {
        return slack.dismiss(user);
      }
      default -> {}
    }
    if (request.pathVariable("act").equals("say")) {
      return slack.sayDirectly(user, Json.text(body, "text"));
    }
    return slack(slack.directly(user), user, request.pathVariable("act"), body);
  }

  private boolean slack(ServerRequest request, JsonNode body) {
    return slack(
        request.pathVariable("channel"),
        Json.text(body, "user"),
        request.pathVariable("act"),
        body);
  }

  private boolean slack(String channel, String user, String act, JsonNode body) {
    String ts = Json.text(body, "ts");
    String text = Json.text(body, "text");
    String thread = Json.text(body, "threadTs");
    return switch (act) {
      case "say" -> slack.say(channel, user, text, thread.isEmpty() ? null : thread);
      case "press" ->
          slack.press(channel, user, ts, Json.text(body, "actionId"), Json.text(body, "value"));
      case "edit" -> slack.edit(channel, ts, text);
      case "delete" -> slack.delete(channel, ts);
      case "archive" -> slack.archive(channel, true);
      case "unarchive" -> slack.archive(channel, false);
      case "command" -> {
        slack.command(channel, user, Json.text(body, "command"), text);
        yield true;
      }
      case "hand-in" -> slack.handIn(user, body.path("values"));
      default -> false;
    };
  }

  private boolean clock(ServerRequest request, JsonNode body) {
    long seconds = body.path("seconds").asLong(-1);
    Predicate<Long> sensible = s -> s >= 0 && s <= Duration.ofDays(366).toSeconds();
    if (!sensible.test(seconds)) return false;
    forward.accept(Duration.ofSeconds(seconds));
    return true;
  }

  private boolean model(ServerRequest request, JsonNode body) {
    boolean chosen = models.choose(Json.text(body, "model"));
    if (chosen) changes.story();
    return chosen;
  }

  private boolean story(ServerRequest request, JsonNode body) {
    switch (request.pathVariable("act")) {
      case "play" -> story.play();
      case "stop" -> story.stop();
      default -> {
        return false;
      }
    }
    return true;
  }

  /** Besides Twilio's failures, {@code slack-pace} with {@code on} sets Slack's one per second. */
  private boolean inject(ServerRequest request, JsonNode body) {
    String kind = Json.text(body, "kind");
    if (kind.equals("slack-pace")) {
      sides.forEach(side -> side.chat().paced(body.path("on").asBoolean(true)));
      return true;
    }
    String wanted = kind.toUpperCase(Locale.ROOT).replace('-', '_');
    for (Injections.Kind known : Injections.Kind.values()) {
      if (known.name().equals(wanted)) {
        String phone = neighbourhood.addressOf(Json.text(body, "phone"));
        int times = Math.max(1, body.path("times").asInt(1));
        injections.add(new Injections.Injection(known, phone, body.path("code").asInt(0), times));
        return true;
      }
    }
    return false;
  }

  private static Mono<ServerResponse> json(int status, JsonNode body) {
    return ServerResponse.status(status)
        .contentType(MediaType.APPLICATION_JSON)
        .cacheControl(CacheControl.noStore())
        .bodyValue(body.toString());
  }
}
