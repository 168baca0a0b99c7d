package org.doorstep.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.doorstep.desk.Looked;
import org.doorstep.pipeline.Attachments;
import org.doorstep.pipeline.InMemoryWorkspaces;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pictures over real HTTP: with the bot's token, from Slack and nowhere else, not too large. */
@NullUnmarked
class SlackPicturesTest {

  private static final String ID = "F0RECEIPT1";
  private static final String TOKEN = "xoxb-for-tests";

  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  private HttpServer server;
  private HttpServer other;
  private String url;
  private String info;
  private String mimetype = "image/jpeg";
  private String type = "image/jpeg";
  private String location;
  private int size = 3;
  private int status = 200;
  private byte[] body = {1, 2, 3};

  @BeforeEach
  void answer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/api/files.info", exchange -> answer(exchange, 200, info(), "application/json"));
    server.createContext("/files/", exchange -> answer(exchange, status, body, type));
    server.start();
    other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    other.createContext("/", exchange -> answer(exchange, 200, body, type));
    other.start();
    url = base(server) + "/files/receipt.jpg";
  }

  @AfterEach
  void end() {
    server.stop(0);
    other.stop(0);
  }

  private static String base(HttpServer of) {
    return "http://127.0.0.1:" + of.getAddress().getPort();
  }

  private byte[] info() {
    String told =
        info != null
            ? info
            : """
              {"ok": true, "file": {"id": "%s", "mimetype": "%s", "size": %d, "url_private": "%s"}}
              """
                .formatted(ID, mimetype, size, url);
    return told.getBytes(StandardCharsets.UTF_8);
  }

  private void answer(HttpExchange exchange, int code, byte[] bytes, String contentType)
      throws IOException {
    asked.add(
        exchange.getLocalAddress().getPort()
            + exchange.getRequestURI().getPath()
            + " "
            + exchange.getRequestHeaders().getFirst("Authorization"));
    exchange.getRequestBody().readAllBytes();
    exchange.getResponseHeaders().set("Content-Type", contentType);
    if (location != null && exchange.getRequestURI().getPath().startsWith("/files")) {
      exchange.getResponseHeaders().set("Location", location);
    }
    try (exchange) {
      exchange.sendResponseHeaders(code, bytes.length);
      exchange.getResponseBody().write(bytes);
    } catch (IOException hungUp) {
      // it had enough
    }
  }

  private final InMemoryWorkspaces workspaces = new InMemoryWorkspaces();

  private Looked look(String picture) {
    try (SlackPictures pictures = pictures()) {
      return pictures.look(picture).block();
    }
  }

  private Attachments.Fetched fetch(String file) {
    try (SlackPictures pictures = pictures()) {
      return pictures.fetch(file).block();
    }
  }

  private SlackPictures pictures() {
    SlackAccess access =
        new SlackAccess(
            TOKEN,
            URI.create(base(server) + "/api/"),
            Duration.ofSeconds(2),
            Duration.ofSeconds(2));
    return new SlackPictures(access, workspaces, "T0COUNCIL"::equals);
  }

  @Test
  void aFileIsAskedForWithTheTokenOfItsOwnWorkspaceAndNoOther() {
    assertThat(look("T0GROUP:" + ID)).isEqualTo(new Looked.Away());
    assertThat(fetch("T0GROUP:" + ID)).isEqualTo(new Attachments.Fetched.Away());
    assertThat(asked).as("it has not let us in").isEmpty();
    workspaces.install("T0GROUP", "xoxb-the-groups", Instant.EPOCH).block();
    assertThat(look("T0GROUP:" + ID)).isInstanceOf(Looked.Seen.class);
    assertThat(fetch("T0GROUP:" + ID)).isInstanceOf(Attachments.Fetched.Got.class);
    assertThat(asked).hasSize(4).allMatch(line -> line.endsWith("Bearer xoxb-the-groups"));
    asked.clear();
    assertThat(look("T0COUNCIL:" + ID)).isInstanceOf(Looked.Seen.class);
    assertThat(fetch("T0COUNCIL:" + ID)).isInstanceOf(Attachments.Fetched.Got.class);
    assertThat(asked).hasSize(4).allMatch(line -> line.endsWith("Bearer " + TOKEN));
  }

  @Test
  void thePictureIsKnownByItsBytes() {
    Looked one = look(ID);
    assertThat(one)
        .isEqualTo(
            new Looked.Seen("039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81"));
    assertThat(asked).hasSize(2).last().asString().endsWith("/files/receipt.jpg Bearer " + TOKEN);
    body = new byte[] {1, 2, 4};
    assertThat(look(ID)).isNotEqualTo(one);
  }

  @Test
  void onlyAnIdIsTakenFromWhatCameIn() {
    for (String name :
        List.of("https://files.slack.com/x", "../F0RECEIPT1", "F1", "f0receipt1", "", "F0A B")) {
      assertThat(SlackPictures.named(name)).as(name).isFalse();
      assertThat(look(name)).isEqualTo(new Looked.Unfit());
    }
    assertThat(asked).isEmpty();
  }

  /** Whatever the API says: the token stays with Slack. */
  @Test
  void theTokenGoesNowhereElse() {
    for (String elsewhere :
        List.of(
            base(other) + "/files/x",
            "http://files.slack.com/x",
            "https://files.slack.com:8443/x",
            "https://me@files.slack.com/x",
            "https://files.slack.com.evil.example/x",
            "https://evil.example/files.slack.com",
            base(server).replace("http:", "https:") + "/files/x",
            base(server).replace("127", "me@127") + "/files/x",
            "file:///etc/passwd",
            "not an address")) {
      url = elsewhere;
      assertThat(look(ID)).as(elsewhere).isEqualTo(new Looked.Unfit());
    }
    assertThat(asked).allMatch(line -> line.contains("/api/files.info"));
  }

  @Test
  void beingSentElsewhereIsNotFollowed() {
    status = 302;
    for (String elsewhere : List.of(base(other) + "/x", url)) {
      location = elsewhere;
      asked.clear();
      assertThat(look(ID)).isEqualTo(new Looked.Unfit());
      assertThat(asked)
          .hasSize(2)
          .noneMatch(line -> line.startsWith(other.getAddress().getPort() + "/"));
    }
  }

  @Test
  void whatIsTooLargeOrNoPictureIsUnfitAndNotEvenFetched() {
    size = 5_000_001;
    assertThat(look(ID)).isEqualTo(new Looked.Unfit());
    size = 3;
    mimetype = "application/pdf";
    assertThat(look(ID)).isEqualTo(new Looked.Unfit());
    assertThat(asked).hasSize(2).allMatch(line -> line.contains("/api/files.info"));
    mimetype = "image/jpeg";
    type = "text/html";
    assertThat(look(ID)).as("a page to sign in").isEqualTo(new Looked.Unfit());
    type = "image/jpeg";
    body = new byte[5_000_001];
    assertThat(look(ID)).as("larger than was said").isEqualTo(new Looked.Unfit());
    body = new byte[0];
    assertThat(look(ID)).isEqualTo(new Looked.Unfit());
  }

  @Test
  void whatIsGoneIsUnfitAndWhatFailsIsAway() {
    info = "{\"ok\": false, \"error\": \"file_deleted\"}";
    assertThat(look(ID)).isEqualTo(new Looked.Unfit());
    info = "{\"ok\": false, \"error\": \"missing_scope\"}";
    assertThat(look(ID)).isEqualTo(new Looked.Away());
    info = null;
    status = 503;
    assertThat(look(ID)).isEqualTo(new Looked.Away());
    status = 404;
    assertThat(look(ID)).isEqualTo(new Looked.Unfit());
    server.stop(0);
    assertThat(look(ID)).isEqualTo(new Looked.Away());
  }
}
