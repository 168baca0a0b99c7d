package org.doorstep.whatsapp;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerRequest;
import reactor.core.publisher.Mono;

/** Lets in what Twilio signed, and reads no more of anything else than it has to. */
final class TwilioDoor {

  /** Who knocked. */
  sealed interface Knock {

    record Admitted(TwilioForm form) implements Knock {}

    record Turned(HttpStatus status) implements Knock {}
  }

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final TwilioAccount account;
  private final TwilioSignature signature;
  private final Duration patience;

  TwilioDoor(TwilioAccount account, URI publicUrl, Duration patience) {
    this.account = account;
    this.signature = new TwilioSignature(publicUrl, account.tokens());
    this.patience = patience;
  }

  TwilioDoor(TwilioAccount account, URI publicUrl) {
    this(account, publicUrl, PATIENCE);
  }

  /** Nothing of the body is read without a signature to check it against. */
  Mono<Knock> open(ServerRequest request) {
    List<String> signatures = request.headers().header("X-Twilio-Signature");
    if (signatures.size() != 1) return turned(HttpStatus.FORBIDDEN);
    if (!form(request)) return turned(HttpStatus.UNSUPPORTED_MEDIA_TYPE);
    if (request.headers().contentLength().orElse(0) > TwilioForm.MOST_BYTES) {
      return turned(HttpStatus.CONTENT_TOO_LARGE);
    }
    return DataBufferUtils.join(request.bodyToFlux(DataBuffer.class), TwilioForm.MOST_BYTES)
        .map(TwilioDoor::bytes)
        .defaultIfEmpty(new byte[0])
        .timeout(patience)
        .map(body -> judge(request.uri(), body, signatures.getFirst()))
        .onErrorResume(DataBufferLimitException.class, e -> turned(HttpStatus.CONTENT_TOO_LARGE))
        .onErrorResume(TimeoutException.class, e -> turned(HttpStatus.REQUEST_TIMEOUT));
  }

  private Knock judge(URI uri, byte[] body, String given) {
    Optional<TwilioForm> form = TwilioForm.parse(body);
    if (form.isEmpty()) return new Knock.Turned(HttpStatus.BAD_REQUEST);
    String query = uri.getRawQuery();
    String target = uri.getRawPath() + (query == null ? "" : "?" + query);
    if (!signature.matches(target, form.get().fields(), given)) {
      return new Knock.Turned(HttpStatus.FORBIDDEN);
    }
    if (!form.get().text("AccountSid").equals(account.sid())) {
      return new Knock.Turned(HttpStatus.FORBIDDEN);
    }
    return TwilioShape.plausible(form.get(), account.sid())
        ? new Knock.Admitted(form.get())
        : new Knock.Turned(HttpStatus.BAD_REQUEST);
  }

  private static boolean form(ServerRequest request) {
    try {
      MediaType type = request.headers().contentType().orElse(MediaType.ALL);
      String charset = type.getParameter("charset");
      return type.equalsTypeAndSubtype(MediaType.APPLICATION_FORM_URLENCODED)
          && (charset == null || charset.equalsIgnoreCase("utf-8"));
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
