package org.doorstep.whatsapp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.doorstep.cell.ChannelsCell;
import org.doorstep.pipeline.RememberingInbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.web.reactive.function.server.RouterFunctions;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** On a real socket: what a test client would tidy up on the way. */
class TwilioDoorTest {

  private static final String PUBLIC = "https://doorstep.example:8443/behind/a/proxy";

  private final RememberingInbox inbox = new RememberingInbox();
  private DisposableServer server;

  @BeforeEach
  void open() {
    TwilioWebhook webhook =
        new TwilioWebhook(
            new TwilioDoor(Forms.ACCOUNT, URI.create(PUBLIC), Duration.ofMillis(300)),
            number -> Optional.of(ChannelsCell.cell()),
            inbox,
            words -> Optional.empty(),
            InstantSource.system(),
            new SimpleMeterRegistry());
    server =
        HttpServer.create()
            .host("127.0.0.1")
            .port(0)
            .handle(new ReactorHttpHandlerAdapter(RouterFunctions.toHttpHandler(webhook.routes())))
            .bindNow();
  }

  @AfterEach
  void close() {
    server.disposeNow();
  }

  @Test
  void theSignatureIsOverThePublicAddressAndTheRawQuery() throws IOException {
    String target = TwilioWebhook.STATUS + "?o=a%2Fb%20c&x=%c3%a9+1";
    String body = Forms.recorded("status-delivered");
    assertThat(post(target, Forms.sign(PUBLIC + target, body), body)).startsWith("HTTP/1.1 200");
    assertThat(inbox.kept()).hasSize(1);
    String decoded = TwilioWebhook.STATUS + "?o=a/b c&x=é 1";
    assertThat(post(target, Forms.sign(PUBLIC + decoded, body), body)).startsWith("HTTP/1.1 403");
  }

  @Test
  void aSenderWhoTricklesIsCutOff() throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      OutputStream out = socket.getOutputStream();
      out.write(head(TwilioWebhook.MESSAGES, "x", 1000).getBytes(UTF_8));
      out.write("Body=slow".getBytes(UTF_8));
      out.flush();
      assertThat(answer(socket)).startsWith("HTTP/1.1 408");
    }
  }

  @Test
  void whoAnnouncesTooMuchIsNotListenedTo() throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.getOutputStream().write(head(TwilioWebhook.MESSAGES, "x", 1_000_000).getBytes(UTF_8));
      socket.getOutputStream().flush();
      assertThat(answer(socket)).startsWith("HTTP/1.1 413");
    }
  }

  private String post(String target, String signature, String body) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      OutputStream out = socket.getOutputStream();
      out.write(head(target, signature, body.length()).getBytes(UTF_8));
      out.write(body.getBytes(UTF_8));
      out.flush();
      return answer(socket);
    }
  }

  private static String head(String target, String signature, int length) {
    return "POST "
        + target
        + " HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example\r\n"
        + "X-Forwarded-Prefix: /evil\r\nContent-Type: application/x-www-form-urlencoded\r\n"
        + "X-Twilio-Signature: "
        + signature
        + "\r\nContent-Length: "
        + length
        + "\r\n\r\n";
  }

  private static String answer(Socket socket) throws IOException {
    socket.setSoTimeout(10_000);
    byte[] first = socket.getInputStream().readNBytes(40);
    return new String(first, UTF_8);
  }
}
