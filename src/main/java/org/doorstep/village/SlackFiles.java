package org.doorstep.village;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/** Files that somebody has shared in Slack; only with the app's token they can be fetched. */
final class SlackFiles {

  static final String PATH = SlackApi.PATH + "/files/";

  private final SlackTokens tokens;
  private final String team;
  private final Supplier<URI> base;
  private final Map<String, String> kinds = new ConcurrentHashMap<>();

  SlackFiles(SlackTokens tokens, String team, Supplier<URI> base) {
    this.tokens = tokens;
    this.team = team;
    this.base = base;
  }

  /** A new file of that kind, as a message shows it. */
  ObjectNode share(String kind) {
    String id = "F" + Ledger.sid("").substring(0, 10).toUpperCase(java.util.Locale.ROOT);
    kinds.put(id, kind);
    return file(id, kind);
  }

  private ObjectNode file(String id, String kind) {
    return Json.object()
        .put("id", id)
        .put("name", kind)
        .put("mimetype", MediaFiles.type(kind))
        .put("size", MediaFiles.content(kind).length)
        .put("is_external", false)
        .put("url_private", base.get().resolve(PATH + team + "/" + id).toString());
  }

  SlackAnswer info(SlackArguments in) {
    String id = in.text("file");
    String kind = kinds.get(id);
    if (kind == null) return SlackAnswer.refused("file_not_found");
    ObjectNode body = Json.object();
    body.set("file", file(id, kind));
    return new SlackAnswer.Ok(body);
  }

  /** Whoever has no token is sent to a page to sign in, as Slack does. */
  Mono<ServerResponse> fetch(ServerRequest request) {
    String given = Optional.ofNullable(request.headers().firstHeader("Authorization")).orElse("");
    if (tokens.team(given.replaceFirst("^Bearer ", "")).filter(team::equals).isEmpty()) {
      return ServerResponse.status(HttpStatus.FOUND).location(base.get().resolve("/")).build();
    }
    String kind = kinds.get(request.pathVariable("id"));
    return kind == null
        ? ServerResponse.notFound().build()
        : ServerResponse.ok()
            .header("Content-Type", MediaFiles.type(kind))
            .bodyValue(MediaFiles.content(kind));
  }
}
