package org.doorstep.village;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** The simulated Twilio as a whole: its messages and contents behind one door. */
final class TwilioApi {

  static final String PATH = "/village/twilio";

  private final VillageKeys keys;
  private final TwilioMessages messages;
  private final TwilioContents contents;

  TwilioApi(VillageKeys keys, TwilioMessages messages, TwilioContents contents) {
    this.keys = keys;
    this.messages = messages;
    this.contents = contents;
  }

  RouterFunction<ServerResponse> routes() {
    return route()
        .path(
            PATH,
            builder ->
                builder
                    .add(messages.routes(keys.accountSid()))
                    .add(contents.routes())
                    .filter(this::known))
        .build();
  }

  private Mono<ServerResponse> known(
      ServerRequest request, HandlerFunction<ServerResponse> handler) {
    String expected =
        "Basic "
            + Base64.getEncoder()
                .encodeToString(
                    (keys.accountSid() + ":" + keys.authToken()).getBytes(StandardCharsets.UTF_8));
    List<String> given = request.headers().header("Authorization");
    boolean known = given.size() == 1 && same(given.getFirst(), expected);
    return known ? handler.handle(request) : error(401, 20003, "Authenticate");
  }

  private static boolean same(String given, String expected) {
    return MessageDigest.isEqual(
        given.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
  }

  static Mono<ServerResponse> json(int status, JsonNode body) {
    return ServerResponse.status(status)
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(body.toString());
  }

  static Mono<ServerResponse> error(int status, int code, String message) {
    return json(status, TwilioJson.error(status, code, message));
  }

  static Mono<ServerResponse> orNotFound(Optional<? extends JsonNode> found) {
    return found
        .map(body -> json(200, body))
        .orElseGet(() -> error(404, 20404, "The requested resource was not found"));
  }
}
