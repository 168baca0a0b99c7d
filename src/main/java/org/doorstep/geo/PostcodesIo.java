package org.doorstep.geo;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.doorstep.place.Place;
import org.doorstep.place.PlaceAnswer;
import org.doorstep.place.Point;
import org.doorstep.place.Postcode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A geocoder with the interface of <a href="https://postcodes.io/docs">postcodes.io</a>. It is told
 * postcodes and pins on a grid of 100 m, never what anybody wrote.
 *
 * <p>It uses the JDK's HTTP client because that logs no addresses: Spring's and Netty's do at
 * DEBUG, and here a postcode is part of the address.
 */
public final class PostcodesIo implements Source {

  private static final Logger log = LoggerFactory.getLogger(PostcodesIo.class);

  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final int LARGEST_ANSWER = 100_000;
  private static final int REMEMBERED = 10_000;
  private static final int OK = 200;
  private static final int NOT_FOUND = 404;

  private final String base;
  private final RecentAnswers recent;
  private final Duration patience;
  private final HttpClient http;
  private final JsonMapper json = JsonMapper.builder().build();

  /**
   * @param base such as {@code https://api.postcodes.io}
   */
  public PostcodesIo(URI base, InstantSource clock) {
    this(base, clock, PATIENCE);
  }

  PostcodesIo(URI base, InstantSource clock, Duration patience) {
    this.base = base.toString().replaceFirst("/+$", "");
    this.recent = new RecentAnswers(REMEMBERED, clock);
    this.patience = patience;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(patience)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
  }

  @Override
  public Mono<PlaceAnswer> find(String text) {
    Optional<Postcode> postcode = Postcode.parse(text);
    if (postcode.isEmpty()) return Mono.just(new PlaceAnswer.Unknown());
    Postcode asked = postcode.get();
    return remembered(asked.toString(), asked.full() ? full(asked) : outcode(asked));
  }

  @Override
  public Mono<PlaceAnswer> nearest(Point pin) {
    Point coarse = pin.coarse();
    String query =
        String.format(
            Locale.ROOT,
            "/postcodes?lon=%.3f&lat=%.3f&radius=%d&limit=1",
            coarse.longitude(),
            coarse.latitude(),
            NEAR_METRES);
    return remembered(query, get(query).map(reply -> answer(reply, PostcodesIo::outcodeOfFirst)))
        .map(answer -> atPin(answer, pin));
  }

  private Mono<PlaceAnswer> full(Postcode asked) {
    String path = asked.toString().replace(" ", "");
    return get("/postcodes/" + path)
        .flatMap(
            reply ->
                reply.status() == NOT_FOUND
                    ? terminated(reply, asked, path)
                    : Mono.just(answer(reply, body -> place(body.path("result"), asked))));
  }

  /** People go on using a postcode that Royal Mail has ended, and the street is still there. */
  private Mono<PlaceAnswer> terminated(Reply reply, Postcode asked, String path) {
    JsonNode told = reply.body().path("terminated");
    return told.isObject()
        ? Mono.just(found(place(told, asked)))
        : get("/terminated_postcodes/" + path)
            .map(ended -> answer(ended, body -> place(body.path("result"), asked)));
  }

  private Mono<PlaceAnswer> outcode(Postcode asked) {
    return get("/outcodes/" + asked)
        .map(reply -> answer(reply, body -> place(body.path("result"), asked)));
  }

  private Mono<PlaceAnswer> remembered(String question, Mono<PlaceAnswer> answer) {
    return Mono.defer(
        () ->
            recent
                .get(question)
                .map(Mono::just)
                .orElseGet(
                    () ->
                        answer
                            .timeout(patience)
                            .doOnNext(a -> recent.put(question, a))
                            .onErrorResume(PostcodesIo::silent)));
  }

  private static Mono<PlaceAnswer> silent(Throwable failure) {
    // only its kind: a message may hold the address, and with it the postcode
    String kind = failure instanceof Unfit unfit ? unfit.kind : failure.getClass().getSimpleName();
    log.warn("the postcode service gave no answer: {}", kind);
    return Mono.just(new PlaceAnswer.Unreachable());
  }

  private record Reply(int status, JsonNode body) {}

  /** What came of one request; failures are values here, so that a late one has nowhere to fall. */
  private record Exchange(@Nullable HttpResponse<byte[]> response, @Nullable Throwable failure) {}

  private Mono<Reply> get(String path) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + path))
            .header("Accept", "application/json")
            .build();
    return Mono.fromFuture(() -> exchange(request), true)
        .publishOn(Schedulers.parallel())
        .map(this::reply);
  }

  private CompletableFuture<Exchange> exchange(HttpRequest request) {
    var body = BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST_ANSWER);
    CompletableFuture<HttpResponse<byte[]>> sent = http.sendAsync(request, body);
    CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS)
        .execute(() -> sent.cancel(true));
    return sent.handle(Exchange::new);
  }

  private Reply reply(Exchange exchange) {
    HttpResponse<byte[]> response = exchange.response();
    if (response == null) {
      Throwable failure = exchange.failure();
      Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
      throw new Unfit(cause == null ? "nothing" : cause.getClass().getSimpleName());
    }
    int status = response.statusCode();
    if (status != OK && status != NOT_FOUND) throw new Unfit("status " + status);
    return new Reply(status, json.readTree(response.body()));
  }

  private static PlaceAnswer answer(Reply reply, Function<JsonNode, Optional<Place>> reader) {
    return reply.status() == NOT_FOUND
        ? new PlaceAnswer.Unknown()
        : found(reader.apply(reply.body()));
  }

  private static PlaceAnswer found(Optional<Place> place) {
    return place.<PlaceAnswer>map(PlaceAnswer.Found::new).orElse(new PlaceAnswer.Unknown());
  }

  /** Empty where the service knows the postcode but not where it is. */
  private static Optional<Place> place(JsonNode result, Postcode asked) {
    JsonNode name = result.path(asked.full() ? "postcode" : "outcode");
    if (!name.isString() || !Postcode.parse(name.stringValue()).equals(Optional.of(asked))) {
      throw new Unfit("another postcode");
    }
    JsonNode latitude = result.path("latitude");
    JsonNode longitude = result.path("longitude");
    if (!latitude.isNumber() || !longitude.isNumber()) return Optional.empty();
    Point point = new Point(latitude.doubleValue(), longitude.doubleValue());
    return Optional.of(new Place(asked.toString(), asked.outcode(), point, asked.full()));
  }

  private static Optional<Place> outcodeOfFirst(JsonNode body) {
    JsonNode result = body.path("result");
    if (result.isNull() || (result.isArray() && result.isEmpty())) return Optional.empty();
    String name = result.path(0).path("postcode").asString("");
    Postcode postcode = Postcode.parse(name).orElseThrow(() -> new Unfit("no postcode"));
    return place(result.path(0), postcode)
        .map(near -> new Place(near.rough(), near.rough(), near.point(), true));
  }

  private static PlaceAnswer atPin(PlaceAnswer answer, Point pin) {
    return answer instanceof PlaceAnswer.Found(Place near)
        ? new PlaceAnswer.Found(new Place(near.written(), near.rough(), pin, true))
        : answer;
  }

  /** The service did not answer, or with something that is not part of its interface. */
  private static final class Unfit extends RuntimeException {
    private final String kind;

    Unfit(String kind) {
      super(kind, null, false, false);
      this.kind = kind;
    }
  }
}
