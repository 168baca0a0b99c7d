package org.doorstep.app;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.doorstep.cell.CellId;
import org.doorstep.desk.InboundId;
import org.doorstep.desk.OwnPages;
import org.doorstep.people.PersonId;
import org.doorstep.pipeline.Papers;
import org.doorstep.redis.Vault;
import org.doorstep.talk.Talk;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * The page behind the link of MY DATA. Opening it shows a button and nothing else, since phones
 * look at links before people do; the button shows everything, once.
 */
final class OwnPageDoor implements OwnPages {

  private static final String PATH = "/my-data/{cell}/{person}/{key}";
  private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

  /** It is saved as one file, so its few lines of style stand in it; scripts may not. */
  private static final String ITS_OWN_STYLE =
      "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none';"
          + " frame-ancestors 'none'";

  private final URI publicUrl;
  private final Vault vault;
  private final Papers papers;
  private final Talk talk;

  OwnPageDoor(URI publicUrl, Vault vault, Papers papers, Talk talk) {
    this.publicUrl = publicUrl;
    this.vault = vault;
    this.papers = papers;
    this.talk = talk;
  }

  @Override
  public OwnPage of(CellId cell, PersonId person, InboundId cause, String language) {
    String key = vault.paperKey(cell, person, cause.value());
    String path = "/my-data/" + cell.value() + "/" + person.value() + "/" + key;
    return new OwnPage(key, publicUrl.resolve(path + "?in=" + language).toString());
  }

  RouterFunction<ServerResponse> routes() {
    return route().GET(PATH, this::ask).POST(PATH, this::show).build();
  }

  private Mono<ServerResponse> ask(ServerRequest request) {
    return html(HttpStatus.OK, OwnPageText.asks(words(request)));
  }

  private Mono<ServerResponse> show(ServerRequest request) {
    String cell = request.pathVariable("cell");
    String person = request.pathVariable("person");
    String key = request.pathVariable("key");
    Mono<ServerResponse> gone =
        Mono.defer(() -> html(HttpStatus.NOT_FOUND, OwnPageText.gone(words(request))));
    if (!cell.matches("[a-z0-9][a-z0-9-]{0,39}")
        || !person.matches("[0-9a-f]{32}")
        || !key.matches("[0-9a-f]{64}")) {
      return gone;
    }
    return papers
        .take(new CellId(cell), new PersonId(person), key)
        .flatMap(paper -> html(HttpStatus.OK, OwnPageText.of(paper)))
        .switchIfEmpty(gone);
  }

  private Talk words(ServerRequest request) {
    Optional<String> language =
        request.queryParam("in").filter(tag -> tag.matches("[A-Za-z]{2,3}(-[A-Za-z]{2,4})?"));
    return talk.in(language.orElse("en"));
  }

  private static Mono<ServerResponse> html(HttpStatus status, String page) {
    return ServerResponse.status(status)
        .contentType(HTML)
        .header("X-Robots-Tag", "noindex")
        .header("Content-Security-Policy", ITS_OWN_STYLE)
        .bodyValue(page);
  }
}
