package org.doorstep.village;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.doorstep.village.Injections.Injection;
import org.doorstep.village.SendChecks.Verdict;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Twilio's Messages: sending, listing, looking one up, its media. */
final class TwilioMessages {

  private final SendChecks checks;
  private final Ledger ledger;
  private final TwilioJson json;
  private final StatusReports reports;
  private final Injections injections;
  private final JobMap jobs;

  TwilioMessages(
      SendChecks checks,
      Ledger ledger,
      TwilioJson json,
      StatusReports reports,
      Injections injections,
      JobMap jobs) {
    this.checks = checks;
    this.ledger = ledger;
    this.json = json;
    this.reports = reports;
    this.injections = injections;
    this.jobs = jobs;
  }

  RouterFunction<ServerResponse> routes(String account) {
    String messages = "/2010-04-01/Accounts/" + account + "/Messages";
    return route()
        .POST(messages + ".json", this::send)
        .GET(messages + ".json", this::list)
        .GET(messages + "/{sid}.json", this::fetch)
        .DELETE(messages + "/{sid}.json", this::delete)
        .GET(messages + "/{sid}/Media/{media}.json", this::describeMedia)
        .GET(messages + "/{sid}/Media/{media}", this::media)
        .DELETE(messages + "/{sid}/Media/{media}.json", this::deleteMedia)
        .build();
  }

  private Mono<ServerResponse> send(ServerRequest request) {
    return request
        .formData()
        .flatMap(
            form ->
                switch (checks.check(form)) {
                  case Verdict.Refused refused ->
                      TwilioApi.error(refused.status(), refused.code(), refused.message());
                  case Verdict.Taken taken ->
                      injections
                          .next(taken.phone())
                          .map(injection -> disturbed(injection, taken, form))
                          .orElseGet(() -> created(taken, form));
                });
  }

  private Mono<ServerResponse> disturbed(
      Injection injection, Verdict.Taken taken, MultiValueMap<String, String> form) {
    int code = injection.code() == 0 ? 63024 : injection.code();
    boolean doomed = injection.kind() == Injections.Kind.UNDELIVERABLE;
    Verdict.Taken then =
        doomed ? new Verdict.Taken(taken.channel(), taken.phone(), taken.face(), code) : taken;
    return TwilioTrouble.of(injection, () -> created(then, form));
  }

  private Mono<ServerResponse> created(Verdict.Taken taken, MultiValueMap<String, String> form) {
    return TwilioApi.json(201, json.of(accept(taken, form)));
  }

  private Message accept(Verdict.Taken taken, MultiValueMap<String, String> form) {
    Message message = ledger.accepted(taken.channel(), taken.phone(), taken.face(), taken.doom());
    if (taken.doom() == null) jobs.shown(message);
    reports.follow(message, SendChecks.field(form, "StatusCallback"));
    return message;
  }

  private Mono<ServerResponse> list(ServerRequest request) {
    int size = number(request, "PageSize", 50);
    int page = number(request, "Page", 0);
    List<Message> found = ledger.search(wanted(request));
    ArrayNode shown = Json.array();
    found.stream().skip((long) page * size).limit(size).forEach(m -> shown.add(json.of(m)));
    boolean more = found.size() > (page + 1) * size;
    ObjectNode answer =
        Json.object()
            .put("page", page)
            .put("page_size", size)
            .put("first_page_uri", pageUri(request, 0))
            .putNull("previous_page_uri")
            .put("next_page_uri", more ? pageUri(request, page + 1) : null)
            .put("uri", pageUri(request, page));
    answer.set("messages", shown);
    return TwilioApi.json(200, answer);
  }

  private static String pageUri(ServerRequest request, int page) {
    String query = request.uri().getRawQuery();
    String others = query == null ? "" : query.replaceAll("(^|&)Page=[0-9]*", "");
    String path = request.uri().getRawPath().substring(TwilioApi.PATH.length());
    return path + "?" + others + (others.isEmpty() ? "" : "&") + "Page=" + page;
  }

  private Predicate<Message> wanted(ServerRequest request) {
    Predicate<Message> wanted = message -> true;
    Optional<String> to = request.queryParam("To");
    Optional<String> from = request.queryParam("From");
    if (to.isPresent()) wanted = wanted.and(m -> Json.text(json.of(m), "to").equals(to.get()));
    if (from.isPresent())
      wanted = wanted.and(m -> Json.text(json.of(m), "from").equals(from.get()));
    for (String comparison : List.of("", "<", ">")) {
      Optional<String> date = request.queryParam("DateSent" + comparison);
      if (date.isPresent()) wanted = wanted.and(m -> sent(m, comparison, date.get()));
    }
    return wanted;
  }

  /** The SDK writes {@code DateSent>=2026-11-16}, of which the name's part ends before the "=". */
  private static boolean sent(Message message, String comparison, String date) {
    LocalDate day = message.at().atOffset(ZoneOffset.UTC).toLocalDate();
    LocalDate asked = LocalDate.parse(date.substring(0, 10));
    return switch (comparison) {
      case "<" -> !day.isAfter(asked);
      case ">" -> !day.isBefore(asked);
      default -> day.equals(asked);
    };
  }

  private static int number(ServerRequest request, String name, int otherwise) {
    return request
        .queryParam(name)
        .filter(value -> value.matches("[0-9]{1,4}"))
        .map(Integer::parseInt)
        .orElse(otherwise);
  }

  private Mono<ServerResponse> fetch(ServerRequest request) {
    return TwilioApi.orNotFound(ledger.find(request.pathVariable("sid")).map(json::of));
  }

  private Mono<ServerResponse> delete(ServerRequest request) {
    ledger.forget(request.pathVariable("sid"));
    return ServerResponse.noContent().build();
  }

  private Optional<Message.Media> find(ServerRequest request) {
    return ledger
        .find(request.pathVariable("sid"))
        .map(message -> message.face().media())
        .filter(media -> media.sid().equals(request.pathVariable("media")));
  }

  private Mono<ServerResponse> media(ServerRequest request) {
    return find(request)
        .map(
            media ->
                ServerResponse.ok()
                    .contentType(MediaType.parseMediaType(MediaFiles.type(media.kind())))
                    .bodyValue(MediaFiles.content(media.kind())))
        .orElseGet(() -> TwilioApi.error(404, 20404, "The requested resource was not found"));
  }

  private Mono<ServerResponse> describeMedia(ServerRequest request) {
    return TwilioApi.orNotFound(
        find(request)
            .map(
                media ->
                    Json.object()
                        .put("sid", media.sid())
                        .put("parent_sid", request.pathVariable("sid"))
                        .put("content_type", MediaFiles.type(media.kind()))));
  }

  private Mono<ServerResponse> deleteMedia(ServerRequest request) {
    return find(request).isPresent()
        ? ServerResponse.noContent().build()
        : TwilioApi.error(404, 20404, "The requested resource was not found");
  }
}
