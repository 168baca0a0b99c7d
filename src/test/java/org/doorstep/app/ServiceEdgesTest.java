package org.doorstep.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import reactor.core.publisher.Mono;

/** The service as the outside meets it, with nothing behind it yet. */
class ServiceEdgesTest {

  private static final AtomicBoolean STORE_ANSWERS = new AtomicBoolean();
  private static final AtomicReference<@Nullable String> STUCK = new AtomicReference<>();

  private static WebServerApplicationContext service;
  private static HttpClient client;

  @EnableAutoConfiguration
  @Import({SecurityHeaders.class, Readiness.class})
  static class Edges {

    @Bean
    Readiness.Pulse pulse() {
      return () -> STORE_ANSWERS.get() ? Mono.empty() : Mono.never();
    }

    @Bean
    Readiness.Progress progress() {
      return () -> Mono.justOrEmpty(STUCK.get());
    }
  }

  @BeforeAll
  static void start() {
    service =
        (WebServerApplicationContext)
            SpringApplication.run(
                Edges.class,
                "--server.port=0",
                "--logging.level.root=WARN",
                "--management.endpoint.health.validate-group-membership=false",
                "--doorstep.flows=src");
    client = HttpClient.newHttpClient();
  }

  @AfterAll
  static void stop() {
    client.close();
    ((ConfigurableApplicationContext) service).close();
  }

  @BeforeEach
  void allIsWell() {
    STORE_ANSWERS.set(true);
    STUCK.set(null);
  }

  private static int port() {
    return service.getWebServer().getPort();
  }

  private static HttpResponse<String> get(String path) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + port() + path);
    return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/actuator/health", "/nothing/here"})
  void everyAnswerCarriesTheSecurityHeaders(String path) throws Exception {
    var headers = get(path).headers();

    assertThat(headers.firstValue("Content-Security-Policy"))
        .hasValueSatisfying(
            policy ->
                assertThat(policy)
                    .startsWith("default-src 'self'")
                    .contains("frame-ancestors 'none'"));
    assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
    assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/actuator/env",
        "/actuator/configprops",
        "/actuator/beans",
        "/actuator/heapdump",
        "/actuator/threaddump",
        "/actuator/loggers",
        "/actuator/metrics",
        "/actuator/info",
        "/actuator/shutdown"
      })
  void nothingElseIsExposed(String path) throws Exception {
    assertThat(get(path).statusCode()).isEqualTo(404);
  }

  @Test
  void metricsAreThereForPrometheus() throws Exception {
    var answer = get("/actuator/prometheus");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("jvm_memory_used_bytes");
  }

  @Test
  void itIsReadyWhileTheStoreAnswers() throws Exception {
    var answer = get("/actuator/health/readiness");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"status\":\"UP\"}");
  }

  @Test
  void aStoreThatDoesNotAnswerMakesItUnreadyButNotDead() throws Exception {
    STORE_ANSWERS.set(false);

    assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(503);
    assertThat(get("/actuator/health/liveness").statusCode()).isEqualTo(200);
  }

  @Test
  void aCellThatIsStuckMakesItUnreadyAndTheDetailsStayInside() throws Exception {
    STUCK.set("hyde-park is held by nobody");

    var answer = get("/actuator/health/readiness");

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).isEqualTo("{\"status\":\"DOWN\"}");
    assertThat(get("/actuator/health/liveness").statusCode()).isEqualTo(200);
  }

  @Test
  void theVillageListensOnLoopbackOnly() {
    assertThat(service.getEnvironment().matchesProfiles("village")).isTrue();
    assertThat(service.getEnvironment().getProperty("server.address")).isEqualTo("127.0.0.1");
  }

  @Test
  void librariesStayDiscreetOnceTheServiceRuns() {
    var context = (LoggerContext) LoggerFactory.getILoggerFactory();

    assertThat(context.getTurboFilterList()).hasAtLeastOneElementOfType(Discretion.class);
  }

  @Test
  void anOverlongRequestLineIsTurnedAway() throws Exception {
    assertThat(raw("GET /" + "a".repeat(20_000) + " HTTP/1.1\r\nHost: x\r\n\r\n"))
        .contains(" 414 ");
  }

  @Test
  void overlongHeadersAreTurnedAway() throws Exception {
    assertThat(raw("GET / HTTP/1.1\r\nHost: x\r\nX-Long: " + "a".repeat(40_000) + "\r\n\r\n"))
        .containsAnyOf(" 413 ", " 431 ");
  }

  @Test
  void aKeptConnectionGoesOnAfterRequestsThatCameTooSoon() throws Exception {
    STORE_ANSWERS.set(
        false); // the first answer takes a while, and the second request waits behind it
    try (var socket = connected()) {
      send(socket, "/actuator/health/readiness");
      send(socket, "/actuator/health/liveness");
      assertThat(answer(socket)).startsWith("HTTP/1.1 503");
      assertThat(answer(socket)).startsWith("HTTP/1.1 200");
      send(socket, "/actuator/health/liveness");
      assertThat(answer(socket)).startsWith("HTTP/1.1 200");
    }
  }

  private static void send(Socket socket, String path) throws IOException {
    String request = "GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
  }

  /** One answer, of which the body ends with a brace. */
  private static String answer(Socket socket) throws IOException {
    var read = new StringBuilder();
    while (!read.toString().endsWith("}")) read.append((char) socket.getInputStream().read());
    return read.toString();
  }

  private static String raw(String request) throws IOException {
    try (var socket = connected()) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readNBytes(20), StandardCharsets.US_ASCII);
    }
  }

  private static Socket connected() throws IOException {
    var socket = new Socket();
    socket.setSoTimeout(5_000);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port()), 2_000);
    return socket;
  }
}
