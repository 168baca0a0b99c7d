package org.doorstep.village;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import java.util.Optional;
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

  TwilioContents(Contents contents, TwilioJson json) {
    this.contents = contents;
    this.json = json;
  }

  RouterFunction<ServerResponse> routes() {
    return route()
        .POST("/v1/Content", this::create)
        .GET("/v1/Content", this::list)
        .GET("/v1/Content/{sid}", request -> TwilioApi.orNotFound(find(request).map(json::of)))
        .DELETE("/v1/Content/{sid}", this::delete)
        .POST("/v1/Content/{sid}/ApprovalRequests/whatsapp", this::ask)
        .GET("/v1/Content/{sid}/ApprovalRequests", this::approval)
        .build();
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
            (ObjectNode) posted.path("types"),
            "unsubmitted");
    return TwilioApi.json(201, json.of(content));
  }

  private Mono<ServerResponse> list(ServerRequest request) {
    int size = Integer.parseInt(request.queryParam("PageSize").orElse("50"));
    int page = Integer.parseInt(request.queryParam("Page").orElse("0"));
    String url = "https://content.twilio.com/v1/Content?PageSize=" + size + "&Page=";
    ArrayNode shown = Json.array();
    contents.all().stream()
        .skip((long) page * size)
        .limit(size)
        .forEach(content -> shown.add(json.of(content)));
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
    Optional<ContentTemplate> found = find(request);
    if (found.filter(content -> content.types().has("twilio/list-picker")).isPresent()) {
      return TwilioApi.error(400, 20001, "list-picker cannot be approved for WhatsApp");
    }
    found.ifPresent(content -> contents.approval(content.sid(), "approved"));
    return request
        .bodyToMono(String.class)
        .defaultIfEmpty("")
        .flatMap(
            body -> {
              JsonNode asked = Json.parse(body).orElseGet(Json::object);
              return TwilioApi.orNotFound(found.map(c -> approval(asked, "received")));
            });
  }

  private Mono<ServerResponse> approval(ServerRequest request) {
    return TwilioApi.orNotFound(
        find(request)
            .map(
                content -> {
                  JsonNode named =
                      Json.object().put("name", content.name()).put("category", "UTILITY");
                  ObjectNode answer = Json.object().put("sid", content.sid());
                  answer.set("whatsapp", approval(named, content.approval()));
                  return answer.put(
                      "url",
                      "https://content.twilio.com/v1/Content/"
                          + content.sid()
                          + "/ApprovalRequests");
                }));
  }

  private static ObjectNode approval(JsonNode asked, String status) {
    return Json.object()
        .put("name", Json.text(asked, "name"))
        .put("category", Json.text(asked, "category"))
        .put("content_type", "twilio/quick-reply")
        .put("status", status)
        .put("rejection_reason", "")
        .put("allow_category_change", true);
  }
}
