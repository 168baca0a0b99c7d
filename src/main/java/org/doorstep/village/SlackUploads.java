package org.doorstep.village;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Files that the app uploads, in Slack's three steps: it asks for an address, sends the file there,
 * and says in which channel or thread it is to be seen.
 */
final class SlackUploads {

  /**
   * Where they are sent, and where the page shows them from: Slack serves its own from elsewhere.
   */
  static final String PATH = SlackApi.PATH + "/upload/";

  private final SlackWorkspace workspace;
  private final Supplier<URI> base;
  private final Map<String, Upload> uploads = new ConcurrentHashMap<>();

  SlackUploads(SlackWorkspace workspace, Supplier<URI> base) {
    this.workspace = workspace;
    this.base = base;
  }

  private record Upload(String name, String alt, int length, byte @Nullable [] content) {}

  SlackAnswer address(SlackArguments in) {
    int length = in.text("length").matches("[0-9]{1,9}") ? Integer.parseInt(in.text("length")) : 0;
    if (in.text("filename").isEmpty() || length == 0) {
      return SlackAnswer.refused("invalid_arguments");
    }
    String id = "F" + Ledger.sid("").substring(0, 10).toUpperCase(java.util.Locale.ROOT);
    uploads.put(id, new Upload(in.text("filename"), in.text("alt_txt"), length, null));
    return new SlackAnswer.Ok(
        Json.object()
            .put("upload_url", base.get().resolve(PATH + id).toString())
            .put("file_id", id));
  }

  Mono<ServerResponse> take(ServerRequest request) {
    String id = request.pathVariable("id");
    return request
        .bodyToMono(byte[].class)
        .flatMap(
            bytes -> {
              Upload asked = uploads.get(id);
              if (asked == null || asked.length() != bytes.length) {
                return ServerResponse.badRequest().build();
              }
              uploads.put(id, new Upload(asked.name(), asked.alt(), bytes.length, bytes));
              return ServerResponse.ok()
                  .contentType(MediaType.TEXT_PLAIN)
                  .bodyValue("OK - " + bytes.length);
            })
        .switchIfEmpty(ServerResponse.badRequest().build());
  }

  SlackAnswer complete(SlackArguments in) {
    JsonNode named = in.tree("files").map(files -> files.path(0)).orElseGet(Json::object);
    String id = Json.text(named, "id");
    Upload upload = uploads.get(id);
    if (upload == null || upload.content() == null) return SlackAnswer.refused("file_not_found");
    String channel = in.text("channel_id").isEmpty() ? in.text("channels") : in.text("channel_id");
    Optional<SlackRoom> room = workspace.room(channel);
    String bot = workspace.team().bot().user();
    if (room.isEmpty() || !room.get().members.contains(bot)) {
      return SlackAnswer.refused("channel_not_found");
    }
    ArrayNode blocks = Json.array();
    String title = Json.text(named, "title");
    if (type(upload).getType().equals("image")) {
      blocks
          .addObject()
          .put("type", "image")
          .put("image_url", PATH + id)
          .put("alt_text", upload.alt().isEmpty() ? title : upload.alt());
    }
    String thread = in.text("thread_ts").isEmpty() ? null : in.text("thread_ts");
    workspace.add(room.get(), bot, title, blocks, null, thread, null);
    ObjectNode body = Json.object();
    body.putArray("files").addObject().put("id", id).put("name", upload.name()).put("title", title);
    return new SlackAnswer.Ok(body);
  }

  Mono<ServerResponse> show(ServerRequest request) {
    Upload upload = uploads.get(request.pathVariable("id"));
    return upload == null || upload.content() == null
        ? ServerResponse.notFound().build()
        : ServerResponse.ok().contentType(type(upload)).bodyValue(upload.content());
  }

  /** By its name, as Slack does. */
  private static MediaType type(Upload upload) {
    String ending = upload.name().replaceFirst(".*\\.", "");
    return switch (ending) {
      case "jpg" -> MediaType.IMAGE_JPEG;
      case "gif" -> MediaType.IMAGE_GIF;
      case "pdf" -> MediaType.APPLICATION_PDF;
      default -> MediaType.IMAGE_PNG;
    };
  }
}
