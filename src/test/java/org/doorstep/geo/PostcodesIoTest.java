package org.doorstep.geo;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.doorstep.place.Place;
import org.doorstep.place.PlaceAnswer;
import org.doorstep.place.Point;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

class PostcodesIoTest {

  private static final String HERE =
      """
      {"status":200,"result":{"postcode":"LS6 3HN","quality":1,"eastings":428000,
       "longitude":-1.575,"latitude":53.822,"outcode":"LS6","incode":"3HN","country":"England"}}
      """;
  private static final String NOT_FOUND = "{\"status\":404,\"error\":\"Postcode not found\"}";
  private static final PlaceAnswer FOUND =
      new PlaceAnswer.Found(new Place("LS6 3HN", "LS6", new Point(53.822, -1.575), true));
  private static final PlaceAnswer UNKNOWN = new PlaceAnswer.Unknown();
  private static final PlaceAnswer UNREACHABLE = new PlaceAnswer.Unreachable();

  @RegisterExtension
  static final WireMockExtension service =
      WireMockExtension.newInstance().options(options().dynamicPort()).build();

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-03-03T18:00:00Z"));
  private final PostcodesIo places = places(URI.create(service.baseUrl() + "/"));

  private PostcodesIo places(URI base) {
    return new PostcodesIo(base, now::get, Duration.ofSeconds(20));
  }

  private PlaceAnswer find(String text) {
    return places.find(text).blockOptional(Duration.ofSeconds(30)).orElseThrow();
  }

  private static void answer(String path, String body) {
    service.stubFor(get(urlEqualTo(path)).willReturn(okJson(body)));
  }

  private static void answer(String path, int status, String body) {
    service.stubFor(get(urlEqualTo(path)).willReturn(okJson(body).withStatus(status)));
  }

  private static List<String> asked() {
    return service.getAllServeEvents().reversed().stream()
        .map(e -> e.getRequest().getUrl())
        .toList();
  }

  @Test
  void aFullPostcodeIsFound() {
    answer("/postcodes/LS63HN", HERE);
    assertThat(find("ls6 3hn")).isEqualTo(FOUND);
  }

  @Test
  void anOutcodeIsFoundRoughly() {
    answer(
        "/outcodes/LS6",
        "{\"status\":200,\"result\":{\"outcode\":\"LS6\",\"longitude\":-1.57,\"latitude\":53.82}}");
    assertThat(find("LS6"))
        .isEqualTo(new PlaceAnswer.Found(new Place("LS6", "LS6", new Point(53.82, -1.57), false)));
    answer("/outcodes/ST4", 404, "{\"status\":404,\"error\":\"Outcode not found\"}");
    assertThat(find("ST4")).isEqualTo(UNKNOWN);
  }

  @Test
  void aPostcodeThatNeverWasIsUnknown() {
    answer("/postcodes/LS69ZZ", 404, NOT_FOUND);
    answer("/terminated_postcodes/LS69ZZ", 404, NOT_FOUND);
    assertThat(find("LS6 9ZZ")).isEqualTo(UNKNOWN);
  }

  @Test
  void aPostcodeThatWasEndedIsStillWhereItWas() {
    String ended =
        "{\"postcode\":\"LS6 3HN\",\"year_terminated\":1996,\"month_terminated\":6,"
            + "\"longitude\":-1.575,\"latitude\":53.822}";
    answer("/postcodes/LS63HN", 404, NOT_FOUND);
    answer("/terminated_postcodes/LS63HN", "{\"status\":200,\"result\":" + ended + "}");
    assertThat(find("LS6 3HN")).isEqualTo(FOUND);

    service.resetAll();
    answer(
        "/postcodes/LS63HN",
        404,
        "{\"status\":404,\"error\":\"Postcode not found\",\"terminated\":" + ended + "}");
    assertThat(places(URI.create(service.baseUrl())).find("LS6 3HN").blockOptional().orElseThrow())
        .isEqualTo(FOUND);
    assertThat(asked()).containsExactly("/postcodes/LS63HN");
  }

  @Test
  void aPostcodeWithoutAPositionIsUnknown() {
    answer(
        "/postcodes/GY11AA",
        "{\"status\":200,\"result\":{\"postcode\":\"GY1 1AA\",\"longitude\":null,\"latitude\":null}}");
    assertThat(find("GY1 1AA")).isEqualTo(UNKNOWN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"my mum lives near Boots", "Hyde Park", "LS6 3HN flat 2 Mary", "", "no"})
  void whatPeopleWriteIsNeverSentOut(String text) {
    service.stubFor(any(anyUrl()).willReturn(okJson(HERE)));
    assertThat(find(text)).isEqualTo(UNKNOWN);
    assertThat(asked()).isEmpty();
  }

  static Stream<Arguments> troubles() {
    return Stream.of(
        Arguments.of("500", okJson(HERE).withStatus(500)),
        Arguments.of("503 with text", aResponse().withStatus(503).withBody("busy")),
        Arguments.of("429", okJson(HERE).withStatus(429)),
        Arguments.of("redirect", aResponse().withStatus(302).withHeader("Location", "/elsewhere")),
        Arguments.of("garbage", okJson("<html>hello</html>")),
        Arguments.of("empty", okJson("")),
        Arguments.of("null", okJson("null")),
        Arguments.of("a list", okJson("[1]")),
        Arguments.of("no result", okJson("{\"status\":200}")),
        Arguments.of("another postcode", okJson(HERE.replace("3HN", "3HP"))),
        Arguments.of("off the Earth", okJson(HERE.replace("53.822", "153.822"))),
        Arguments.of("404 with a page", aResponse().withStatus(404).withBody("<html>")),
        Arguments.of("huge", okJson(HERE.replace("England", "x".repeat(200_000)))),
        Arguments.of("hung up", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)),
        Arguments.of("not HTTP", aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE)),
        Arguments.of("half", aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("troubles")
  void troubleIsAnAnswerAndIsNotRemembered(String name, ResponseDefinitionBuilder trouble) {
    service.stubFor(any(anyUrl()).willReturn(trouble));
    assertThat(find("LS6 3HN")).isEqualTo(UNREACHABLE);
    assertThat(places.nearest(new Point(53.82213, -1.57491)).blockOptional().orElseThrow())
        .isIn(UNREACHABLE, UNKNOWN)
        .isNotNull();
    service.resetAll();
    answer("/postcodes/LS63HN", HERE);
    assertThat(find("LS6 3HN")).isEqualTo(FOUND);
  }

  @Test
  void noLogAtAnyLevelHoldsAPostcode() {
    service.stubFor(any(anyUrl()).willReturn(okJson("rubbish")));
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    Level before = root.getLevel();
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    lines.start();
    root.addAppender(lines);
    root.setLevel(Level.TRACE);
    try {
      find("LS6 3HN");
    } finally {
      root.setLevel(before);
      root.detachAppender(lines);
    }
    assertThat(lines.list).isNotEmpty();
    assertThat(lines.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .noneMatch(line -> line.replaceAll("%20|\\s", "").contains("LS63HN"));
  }

  static Stream<Arguments> slowness() {
    return Stream.of(
        Arguments.of("headers", okJson(HERE).withFixedDelay(10_000)),
        Arguments.of("body", okJson(HERE).withChunkedDribbleDelay(20, 10_000)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("slowness")
  void aSlowServiceIsNotWaitedFor(String name, ResponseDefinitionBuilder slow) {
    service.stubFor(any(anyUrl()).willReturn(slow));
    PostcodesIo hasty =
        new PostcodesIo(URI.create(service.baseUrl()), now::get, Duration.ofMillis(200));
    assertThat(hasty.find("LS6 3HN").blockOptional(Duration.ofSeconds(8)).orElseThrow())
        .isEqualTo(UNREACHABLE);
  }

  @Test
  void aServiceThatIsNotThereIsUnreachable() {
    PostcodesIo nowhere = places(URI.create("http://127.0.0.1:1"));
    assertThat(nowhere.find("LS6 3HN").blockOptional().orElseThrow()).isEqualTo(UNREACHABLE);
    assertThat(nowhere.nearest(new Point(53.8, -1.5)).blockOptional().orElseThrow())
        .isEqualTo(UNREACHABLE);
  }

  @Test
  void anAnswerIsRememberedForADay() {
    answer("/postcodes/LS63HN", HERE);
    find("LS6 3HN");
    find("ls63hn");
    assertThat(asked()).hasSize(1);
    now.updateAndGet(t -> t.plus(Duration.ofDays(1)));
    find("LS6 3HN");
    assertThat(asked()).hasSize(2);
  }

  @Test
  void thatNothingIsThereIsRememberedForTenMinutes() {
    answer("/outcodes/ST4", 404, NOT_FOUND);
    find("ST4");
    find("ST4");
    assertThat(asked()).hasSize(1);
    now.updateAndGet(t -> t.plus(Duration.ofMinutes(10)));
    find("ST4");
    assertThat(asked()).hasSize(2);
  }

  @Test
  void aPinIsSentOutOnAGridOfAHundredMetres() {
    answer(
        "/postcodes?lon=-1.575&lat=53.822&radius=1500&limit=1",
        "{\"status\":200,\"result\":[{\"postcode\":\"LS6 3HN\",\"longitude\":-1.575,"
            + "\"latitude\":53.822,\"outcode\":\"LS6\",\"distance\":12.3}]}");
    Point pin = new Point(53.82213, -1.57491);
    assertThat(places.nearest(pin).blockOptional().orElseThrow())
        .isEqualTo(new PlaceAnswer.Found(new Place("LS6", "LS6", pin, true)));
    Point neighbour = new Point(53.82209, -1.57508);
    assertThat(places.nearest(neighbour).blockOptional().orElseThrow())
        .isEqualTo(new PlaceAnswer.Found(new Place("LS6", "LS6", neighbour, true)));
    assertThat(asked()).hasSize(1);
  }

  @Test
  void aPinAtSeaIsUnknown() {
    answer(
        "/postcodes?lon=-3.000&lat=54.000&radius=1500&limit=1", "{\"status\":200,\"result\":null}");
    assertThat(places.nearest(new Point(54, -3)).blockOptional().orElseThrow()).isEqualTo(UNKNOWN);
  }
}
