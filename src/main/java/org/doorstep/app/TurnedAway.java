package org.doorstep.app;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Whoever is turned away loses the connection, but not before they could hear why.
 *
 * <p>A server that closes while the other side is still sending makes the network throw its answer
 * away. So what is on its way is thrown away first, within bounds that nobody can stretch.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class TurnedAway implements WebFilter {

  private static final long MOST_BYTES = 1024 * 1024;
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    exchange
        .getResponse()
        .beforeCommit(
            () -> {
              HttpStatusCode status = exchange.getResponse().getStatusCode();
              return status != null && status.isError() ? turnAway(exchange) : Mono.empty();
            });
    return chain.filter(exchange);
  }

  /** A body that was already read to its end, or given up on, cannot be read a second time. */
  private static Mono<Void> turnAway(ServerWebExchange exchange) {
    exchange.getResponse().getHeaders().set(HttpHeaders.CONNECTION, "close");
    if (exchange.getRequest().getHeaders().getContentLength() > MOST_BYTES) return Mono.empty();
    AtomicLong left = new AtomicLong(MOST_BYTES);
    return exchange
        .getRequest()
        .getBody()
        .map(TurnedAway::thrownAway)
        .takeUntil(bytes -> left.addAndGet(-bytes) <= 0)
        .then()
        .timeout(PATIENCE)
        .onErrorComplete();
  }

  private static int thrownAway(DataBuffer buffer) {
    int bytes = buffer.readableByteCount();
    DataBufferUtils.release(buffer);
    return bytes;
  }
}
