package org.doorstep.village;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Keeps the simulated providers to this machine, and other sites' pages from moving things in the
 * village.
 */
final class Loopback implements WebFilter {

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    ServerHttpRequest request = exchange.getRequest();
    String path = request.getPath().value();
    boolean provider =
        path.startsWith(TwilioApi.PATH + "/")
            || path.startsWith(SlackApi.PATH + "/api/")
            || path.startsWith(SlackApi.PATH + "/response/");
    boolean page = path.startsWith("/village/") && !provider;
    if ((provider && !local(request)) || (page && changes(request) && !ownPage(request))) {
      exchange.getResponse().setStatusCode(HttpStatus.FORBIDDEN);
      return exchange.getResponse().setComplete();
    }
    return chain.filter(exchange);
  }

  private static boolean local(ServerHttpRequest request) {
    InetSocketAddress remote = request.getRemoteAddress();
    return remote != null && remote.getAddress() != null && remote.getAddress().isLoopbackAddress();
  }

  private static boolean changes(ServerHttpRequest request) {
    return !Set.of(HttpMethod.GET, HttpMethod.HEAD).contains(request.getMethod());
  }

  private static boolean ownPage(ServerHttpRequest request) {
    String origin = request.getHeaders().getOrigin();
    if (origin == null) return true;
    String host = request.getHeaders().getFirst("Host");
    try {
      return host != null && host.equalsIgnoreCase(URI.create(origin).getRawAuthority());
    } catch (IllegalArgumentException notAnAddress) {
      return false;
    }
  }
}
