package org.doorstep.village;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import java.util.Optional;
import java.util.function.Function;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Twilio's Content API: what has buttons or a list is made here first and sent by its SID. */
final class TwilioContents {

  private final Contents contents;
  private final TwilioJson json;
  private final Injections injections;

  TwilioContents(Contents contents, TwilioJson json, Injections injections) {
    this.contents = contents;
    this.json = json;
    this.injections = injections;
  }

  RouterFunction<ServerResponse> routes() {
    return route()
        .POST("/v1/Content", this::create)
        .GET("/v1/Content", request -> list(request, "Content", json::of))
        .GET("/v1/ContentAndApprovals", request -> list(request, "ContentAndApprovals", this::both))
        .GET("/v1/Content/{sid}", request -> TwilioApi.orNotFound(find(request).map(json::of)))
        .DELETE("/v1/Content/{sid}", this::delete)
        .POST("/v1/Content/{sid}/ApprovalRequests/whatsapp", this::ask)
        .GET("/v1/Content/{sid}/ApprovalRequests", this::approval)
        .filter(this::disturbed)
        .build();
  }

  private Mono<ServerResponse> disturbed(
      ServerRequest request, HandlerFunction<ServerResponse> handler) {
    return injections
        .nextAtContents()
        .map(injection -> TwilioTrouble.of(injection, () -> handler.handle(request)))
        .orElseGet(() -> handler.handle(request));
  }

  private Optional<ContentTemplate> find(ServerRequest request) {
    return contents.find(request.pathVariable("sid"));
  }

  private Mono<ServerResponse> create(ServerRequest request) {
    return request.bodyToMono(String.class).defaultIfEmpty("").flatMap(this::create);
  }

  private Mono<ServerResponse> create(String body) {
    JsonNode posted = Json.parse(body).orElseGet(Json::object);
    Optional<String> fault = ContentLimits.fault(posted);
    if (fault.isPresent()) return TwilioApi.error(400, 20001, fault.get());
    ObjectNode variables =
        posted.path("variables") instanceof ObjectNode given ? given : Json.object();
    ContentTemplate content =
        contents.keep(
            Json.text(posted, "friendly_name"),
            Json.text(posted, "language"),
            variables,
            (ObjectNode) posted.path("types"));
    return TwilioApi.json(201, json.of(content));
  }

  private Mono<ServerResponse> list(
      ServerRequest request, String resource, Function<ContentTemplate, ObjectNode> shape) {
    int size = Integer.parseInt(request.queryParam("PageSize").orElse("50"));
    int page = Integer.parseInt(request.queryParam("Page").orElse("0"));
    String url = "https://content.twilio.com/v1/" + resource + "?PageSize=" + size + "&Page=";
    ArrayNode shown = Json.array();
    contents.all().stream()
        .skip((long) page * size)
        .limit(size)
        .forEach(content -> shown.add(shape.apply(content)));
    boolean more = contents.all().size() > (page + 1) * size;
    ObjectNode answer = Json.object();
    answer.set("contents", shown);
    answer
        .putObject("meta")
        .put("key", "contents")
        .put("page", page)
        .put("page_size", size)
        .put("first_page_url", url + 0)
        .putNull("previous_page_url")
        .put("next_page_url", more ? url + (page + 1) : null)
        .put("url", url + page);
    return TwilioApi.json(200, answer);
  }

  private Mono<ServerResponse> delete(ServerRequest request) {
    contents.delete(request.pathVariable("sid"));
    return ServerResponse.noContent().build();
  }

  private Mono<ServerResponse> ask(ServerRequest request) {
    return request
        .bodyToMono(String.class)
        .defaultIfEmpty("")
        .map(body -> Json.parse(body).orElseGet(Json::object))
        .flatMap(
            asked ->
                find(request)
                    .map(content -> ask(content, Json.text(asked, "name"), asked))
                    .orElseGet(() -> TwilioApi.orNotFound(Optional.empty())));
  }

  private Mono<ServerResponse> ask(ContentTemplate content, String name, JsonNode asked) {
    String category = Json.text(asked, "category");
    Optional<String> fault = Review.fault(name, category, content.language());
    if (fault.isPresent()) return TwilioApi.error(400, 20001, fault.get());
    if (content.types().has("twilio/list-picker")) {
      return TwilioApi.error(400, 20001, "list-picker cannot be approved for WhatsApp");
    }
    if (content.review() != null) return TwilioApi.error(400, 20001, "already submitted");
    if (contents.all().stream().anyMatch(other -> alike(other, content.language(), name))) {
      return TwilioApi.error(400, 20001, "WhatsApp has content in this language under this name");
    }
    contents.review(content.sid(), new Review(name, category, contents.now(), null));
    return TwilioApi.orNotFound(contents.find(content.sid()).map(this::approval));
  }

  private static boolean alike(ContentTemplate other, String language, String name) {
    return other.review() != null
        && other.language().equals(language)
        && other.review().name().equals(name);
  }

  private Mono<ServerResponse> approval(ServerRequest request) {
    return TwilioApi.orNotFound(
        find(request)
            .map(
                content -> {
                  ObjectNode answer = Json.object().put("sid", content.sid());
                  answer.set("whatsapp", approval(content));
                  return answer.put(
                      "url",
                      "https://content.twilio.com/v1/Content/"
                          + content.sid()
                          + "/ApprovalRequests");
                }));
  }

  private ObjectNode both(ContentTemplate content) {
    ObjectNode both = json.of(content);
    both.set("approval_requests", approval(content));
    return both;
  }

  private ObjectNode approval(ContentTemplate content) {
    Review review = content.review();
    return Json.object()
        .put("type", "whatsapp")
        .put("name", review == null ? "" : review.name())
        .put("category", review == null ? "" : review.category())
        .put("content_type", content.types().propertyNames().iterator().next())
        .put("status", content.approval(contents.now()))
        .put("rejection_reason", review == null ? "" : review.reason(content, contents.now()))
        .put("allow_category_change", true);
  }
}
