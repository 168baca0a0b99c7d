package org.doorstep.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.doorstep.desk.Looked;
import org.doorstep.pipeline.Attachments;
import org.doorstep.pipeline.PictureFile;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pictures over real HTTP: with our account, from Twilio and nowhere else, and not too large. */
@NullUnmarked
class TwilioPicturesTest {

  private static final String SID = "AC" + "0".repeat(32);
  private static final String NAME = "MM" + "1".repeat(32) + "/ME" + "2".repeat(32);

  private final List<String> asked = new ArrayList<>();
  private HttpServer server;
  private int status = 200;
  private String type = "image/jpeg";
  private String location;
  private URI store;
  private byte[] body = {1, 2, 3};

  @BeforeEach
  void answer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.add(
              exchange.getRequestURI()
                  + " "
                  + exchange.getRequestHeaders().getFirst("Authorization"));
          if (type != null) exchange.getResponseHeaders().set("Content-Type", type);
          if (location != null) exchange.getResponseHeaders().set("Location", location);
          try (exchange) {
            boolean stored = exchange.getRequestURI().getPath().equals("/store");
            exchange.sendResponseHeaders(stored ? 200 : status, body.length);
            exchange.getResponseBody().write(body);
          } catch (IOException hungUp) {
            // it had enough
          }
        });
    server.start();
  }

  @AfterEach
  void end() {
    server.stop(0);
  }

  private Looked look(String name) {
    URI here = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    TwilioEndpoints at =
        new TwilioEndpoints(here, here, here, Duration.ofSeconds(2), Duration.ofSeconds(2));
    TwilioAccount account = new TwilioAccount(SID, List.of("secret"));
    try (TwilioPictures pictures =
        store == null
            ? new TwilioPictures(account, at)
            : new TwilioPictures(account, at, store::equals)) {
      return pictures.look(name).block();
    }
  }

  @Test
  void thePictureIsKnownByItsBytes() {
    Looked one = look(NAME);
    assertThat(one)
        .isEqualTo(
            new Looked.Seen("039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81"));
    assertThat(asked)
        .singleElement()
        .asString()
        .startsWith("/2010-04-01/Accounts/" + SID + "/Messages/" + NAME.replace("/", "/Media/"))
        .contains(" Basic ");
    body = new byte[] {1, 2, 4};
    assertThat(look(NAME)).isNotEqualTo(one);
  }

  private Attachments.Fetched fetch(String name) {
    URI here = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    TwilioEndpoints at =
        new TwilioEndpoints(here, here, here, Duration.ofSeconds(2), Duration.ofSeconds(2));
    try (TwilioPictures pictures =
        new TwilioPictures(new TwilioAccount(SID, List.of("secret")), at)) {
      return pictures.fetch(name).block();
    }
  }

  @Test
  void whatIsPassedOnIsFetchedFromThereToo() {
    assertThat(((Attachments.Fetched.Got) fetch(NAME)).bytes()).isEqualTo(body);
    body = new byte[PictureFile.LARGEST + 1];
    assertThat(fetch(NAME)).isEqualTo(new Attachments.Fetched.Unfit());
    assertThat(fetch("https://evil.example/x")).isEqualTo(new Attachments.Fetched.Unfit());
    server.stop(0);
    assertThat(fetch(NAME)).isEqualTo(new Attachments.Fetched.Away());
  }

  @Test
  void onlyTwilioIsAsked() {
    for (String address :
        List.of(
            "http://169.254.169.254/latest/meta-data",
            "https://evil.example/2010-04-01/Accounts/" + SID + "/Messages/../../x",
            "https://api.twilio.com/2010-04-01/Accounts/" + SID + "/Messages/MM1/Media/ME1?x=1",
            "file:///etc/passwd",
            "")) {
      assertThat(TwilioPictures.name(address)).isEmpty();
      assertThat(look(address)).isEqualTo(new Looked.Unfit());
    }
    assertThat(asked).isEmpty();
    String full = "/2010-04-01/Accounts/" + SID + "/Messages/" + NAME.replace("/", "/Media/");
    assertThat(TwilioPictures.name("https://evil.example" + full))
        .as("only the ids are taken from an address")
        .contains(NAME);
  }

  @Test
  void beingSentElsewhereIsNotFollowed() {
    status = 307;
    for (String elsewhere :
        List.of(
            "http://127.0.0.1:1/x",
            "http://mms.twiliocdn.com/x",
            "https://mms.twiliocdn.com.evil.example/x",
            "https://mms.twiliocdn.com:8443/x",
            "https://me@mms.twiliocdn.com/x")) {
      location = elsewhere;
      assertThat(look(NAME)).as(elsewhere).isEqualTo(new Looked.Unfit());
    }
  }

  @Test
  void aStoreIsNotShownOurAccount() {
    status = 307;
    location = "http://127.0.0.1:" + server.getAddress().getPort() + "/store";
    store = URI.create(location);
    assertThat(look(NAME)).isInstanceOf(Looked.Seen.class);
    assertThat(asked).hasSize(2).last().isEqualTo("/store null");
  }

  @Test
  void whatIsNoPictureOrTooLargeIsUnfitAndWhatFailsIsAway() {
    type = "text/html";
    assertThat(look(NAME)).isEqualTo(new Looked.Unfit());
    type = "image/png; x=y";
    assertThat(look(NAME)).isInstanceOf(Looked.Seen.class);
    body = new byte[5_000_001];
    assertThat(look(NAME)).isEqualTo(new Looked.Unfit());
    body = new byte[] {1};
    status = 503;
    assertThat(look(NAME)).isEqualTo(new Looked.Away());
    status = 404;
    assertThat(look(NAME)).isEqualTo(new Looked.Unfit());
    server.stop(0);
    assertThat(look(NAME)).isEqualTo(new Looked.Away());
  }
}
