package org.doorstep.village;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Predicate;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.web.reactive.function.server.HandlerStrategies;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import tools.jackson.databind.JsonNode;

/** A village on a free port, with a Doorstep that only remembers what it was told. */
final class VillageServer implements AutoCloseable {

  /** A Monday, five past two in Leeds. */
  static final Instant START = Instant.parse("2026-11-16T14:05:00Z");

  /** A webhook as it came in. */
  record Received(String url, Map<String, String> headers, String body) {
    Map<String, String> form() {
      Map<String, String> form = new LinkedHashMap<>();
      for (String pair : body.split("&")) {
        String[] parts = pair.split("=", 2);
        form.put(decode(parts[0]), decode(parts[1]));
      }
      return form;
    }

    JsonNode json() {
      return Json.parse(body).orElseThrow();
    }

    private static String decode(String text) {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
  }

  final VillageClock clock = VillageClock.stoppedAt(START);
  final VillageKeys keys = VillageKeys.madeUp(new Random(7));
  final Village village;
  final List<Received> received = new CopyOnWriteArrayList<>();
  volatile Function<Received, Integer> answers = webhook -> 200;

  /** With what it answers; where that is nothing, the answer is empty. */
  volatile Function<Received, String> says = webhook -> "";

  private final DisposableServer server;
  private final HttpClient http = HttpClient.newHttpClient();

  VillageServer(Path flows) {
    village = new Village(new VillageSettings(keys, this::base, flows, Pace.AT_ONCE), clock);
    HttpHandler handler =
        RouterFunctions.toHttpHandler(
            village.routes().and(route().POST("/webhooks/**", this::webhook).build()),
            HandlerStrategies.builder().webFilter(village.guard()).build());
    server =
        HttpServer.create()
            .host("localhost")
            .port(0)
            .handle(new ReactorHttpHandlerAdapter(handler))
            .bindNow();
  }

  URI base() {
    return URI.create("http://localhost:" + server.port());
  }

  private Mono<ServerResponse> webhook(ServerRequest request) {
    return request
        .bodyToMono(String.class)
        .defaultIfEmpty("")
        .flatMap(
            body -> {
              Received webhook =
                  new Received(
                      request.uri().toString(),
                      request.headers().asHttpHeaders().toSingleValueMap(),
                      body);
              received.add(webhook);
              return ServerResponse.status(answers.apply(webhook)).bodyValue(says.apply(webhook));
            });
  }

  /** Waits for a webhook that fits; fails after ten seconds. */
  Received awaits(Predicate<Received> wanted) {
    return until(() -> received.stream().filter(wanted).findFirst().orElse(null));
  }

  static <T> T until(java.util.function.Supplier<T> look) {
    long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (System.nanoTime() < end) {
      T found = look.get();
      if (found != null && !Boolean.FALSE.equals(found)) return found;
      Thread.onSpinWait();
      java.util.concurrent.locks.LockSupport.parkNanos(5_000_000);
    }
    throw new AssertionError("it did not happen within ten seconds");
  }

  JsonNode state() {
    return get("/village/state");
  }

  JsonNode get(String path) {
    return send(HttpRequest.newBuilder(base().resolve(path)).GET().build()).json();
  }

  /** The status of the answer. */
  int post(String path, String json, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base().resolve(path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json));
    if (headers.length > 0) request.headers(headers);
    return send(request.build()).status();
  }

  record Answer(int status, String body) {
    JsonNode json() {
      return Json.parse(body).orElseThrow();
    }
  }

  Answer send(HttpRequest request) {
    try {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      return new Answer(answer.statusCode(), answer.body());
    } catch (java.io.IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    village.close();
    http.close();
    server.disposeNow();
  }
}
