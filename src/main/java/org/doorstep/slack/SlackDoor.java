package org.doorstep.slack;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.slack.api.bolt.request.Request;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerRequest;
import reactor.core.publisher.Mono;

/** Lets in what Slack signed; only then is it looked into. */
final class SlackDoor {

  /** Who knocked. */
  sealed interface Knock {

    record Admitted(Request<?> request) implements Knock {}

    /** Slack, with something that we have not asked for. */
    record Unasked() implements Knock {}

    record Turned(HttpStatus status) implements Knock {}
  }

  /**
   * A press on a button brings the whole message along, so this is more than a message may hold.
   */
  static final int MOST_BYTES = 512 * 1024;

  /** Slack waits 3 s in all. */
  private static final Duration PATIENCE = Duration.ofMillis(2_500);

  private final SlackSignature signature;
  private final InstantSource clock;
  private final Duration patience;

  SlackDoor(String signingSecret, InstantSource clock, Duration patience) {
    this.signature = new SlackSignature(signingSecret);
    this.clock = clock;
    this.patience = patience;
  }

  SlackDoor(String signingSecret, InstantSource clock) {
    this(signingSecret, clock, PATIENCE);
  }

  /** Nothing of the body is read without a signature to check it against. */
  Mono<Knock> open(ServerRequest request) {
    List<String> signatures = request.headers().header("X-Slack-Signature");
    List<String> timestamps = request.headers().header("X-Slack-Request-Timestamp");
    if (signatures.size() != 1 || timestamps.size() != 1) return turned(HttpStatus.FORBIDDEN);
    if (!understood(request)) return turned(HttpStatus.UNSUPPORTED_MEDIA_TYPE);
    if (request.headers().contentLength().orElse(0) > MOST_BYTES) {
      return turned(HttpStatus.CONTENT_TOO_LARGE);
    }
    return DataBufferUtils.join(request.bodyToFlux(DataBuffer.class), MOST_BYTES)
        .map(SlackDoor::bytes)
        .defaultIfEmpty(new byte[0])
        .timeout(patience)
        .map(body -> judge(body, timestamps.getFirst(), signatures.getFirst()))
        .onErrorResume(DataBufferLimitException.class, e -> turned(HttpStatus.CONTENT_TOO_LARGE))
        .onErrorResume(TimeoutException.class, e -> turned(HttpStatus.REQUEST_TIMEOUT));
  }

  private Knock judge(byte[] body, String timestamp, String given) {
    if (!signature.matches(timestamp, body, given, clock.instant())) {
      return new Knock.Turned(HttpStatus.FORBIDDEN);
    }
    try {
      String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
      return switch (SlackRequests.of(text)) {
        case SlackRequests.Kind.Known known -> new Knock.Admitted(known.request());
        case SlackRequests.Kind.Unknown u -> new Knock.Unasked();
        case SlackRequests.Kind.Broken b -> new Knock.Turned(HttpStatus.BAD_REQUEST);
      };
    } catch (CharacterCodingException e) {
      return new Knock.Turned(HttpStatus.BAD_REQUEST);
    }
  }

  private static boolean understood(ServerRequest request) {
    try {
      MediaType type = request.headers().contentType().orElse(MediaType.ALL);
      return type.equalsTypeAndSubtype(MediaType.APPLICATION_JSON)
          || type.equalsTypeAndSubtype(MediaType.APPLICATION_FORM_URLENCODED);
    } catch (InvalidMediaTypeException e) {
      return false;
    }
  }

  private static byte[] bytes(DataBuffer buffer) {
    byte[] bytes = new byte[buffer.readableByteCount()];
    buffer.read(bytes);
    DataBufferUtils.release(buffer);
    return bytes;
  }

  private static Mono<Knock> turned(HttpStatus status) {
    return Mono.just(new Knock.Turned(status));
  }
}
