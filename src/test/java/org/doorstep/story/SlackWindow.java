package org.doorstep.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.doorstep.talk.Tap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The village's Slack as its page shows it: what is posted, in which thread, with which reactions.
 */
final class SlackWindow implements AutoCloseable {

  static final String OFFICERS = "C0OFFICERS";
  static final String GROUP = "C0GROUP";

  /** Where sealed cases are. */
  static final String SAFE = "C0SAFE";

  private final RunningVillage village;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final JsonMapper json = JsonMapper.builder().build();

  SlackWindow(RunningVillage village) {
    this.village = village;
  }

  /**
   * One message with its thread.
   *
   * @param reactions by name, with how many gave it
   * @param buttons what each sends: encoded tap → action id
   * @param onlyFor who alone sees it; empty when everybody does
   */
  record Posted(
      String ts,
      String user,
      String text,
      String blocks,
      Map<String, Integer> reactions,
      Map<String, String> buttons,
      String onlyFor,
      List<Posted> thread) {

    boolean says(String words) {
      return text.contains(words);
    }

    List<String> lines() {
      return thread.stream().map(Posted::text).toList();
    }
  }

  List<Posted> channel(String id) {
    return among("channels", c -> c.path("id").asString().equals(id));
  }

  /** What stands in somebody's direct conversation with Doorstep. */
  List<Posted> directly(String user) {
    return among("dms", c -> c.path("user").asString().equals(user));
  }

  /** The newest post in a channel with the words, once it is there. */
  Posted post(String channel, String words) {
    return post(channel, "a post \"" + words + "\"", p -> p.says(words));
  }

  Posted post(String channel, String what, Predicate<Posted> wanted) {
    return village.soon(
        what + " in " + channel,
        () -> channel(channel).reversed().stream().filter(wanted).findFirst());
  }

  /** The post as it is now. */
  Posted again(String channel, Posted post) {
    return channel(channel).stream()
        .filter(p -> p.ts().equals(post.ts()))
        .findFirst()
        .orElseThrow();
  }

  /** A line in the thread with the words, once it is there. */
  Posted line(String channel, Posted under, String words) {
    return village.soon(
        "a line \"" + words + "\"",
        () -> again(channel, under).thread().stream().filter(p -> p.says(words)).findFirst());
  }

  Posted told(String user, String words) {
    return village.soon(
        user + " is told \"" + words + "\"",
        () -> directly(user).reversed().stream().filter(p -> p.says(words)).findFirst());
  }

  /** Somebody's Home tab, once it says that; its text is the page as Slack was given it. */
  Posted home(String user, String words) {
    return village.soon(
        user + "'s Home says \"" + words + "\"",
        () -> Optional.of(home(user)).filter(page -> page.blocks().contains(words)));
  }

  private Posted home(String user) {
    return posted(page(user).orElseThrow());
  }

  private Optional<JsonNode> page(String user) {
    JsonNode state = json.readTree(send(HttpRequest.newBuilder(at("/village/state"))));
    return StreamSupport.stream(state.path("slack").path("homes").spliterator(), false)
        .filter(page -> page.path("user").asString().equals(user))
        .findFirst();
  }

  void pressAtHome(String user, Posted page, String choice) {
    page.buttons().keySet().stream()
        .filter(b -> Tap.decode(b).filter(t -> t.choice().equals(choice)).isPresent())
        .findFirst()
        .ifPresentOrElse(
            value -> village.village().slack().pressAtHome(user, page.buttons().get(value), value),
            () -> {
              throw new AssertionError("no button for " + choice);
            });
  }

  /** Fills in the form that opens and hands it in; true once it is closed again. */
  void hasAForm(String user) {
    village.until(user + " has a form", () -> !page(user).orElseThrow().path("form").isNull());
  }

  /** The form that somebody has open. */
  String form(String user) {
    return page(user).map(p -> p.path("form").toString()).orElse("");
  }

  /** What stands at its fields. */
  String faults(String user) {
    return page(user).map(p -> p.path("form").path("errors").toString()).orElse("");
  }

  void handsIn(String user, String fields) {
    hasAForm(user);
    village.village().slack().handIn(user, json.readTree(fields));
    village.until("it is taken", () -> page(user).orElseThrow().path("form").isNull());
  }

  /** Hands in a form that stays open, with that said at a field. */
  void wrongly(String user, String fields, String words) {
    village.village().slack().handIn(user, json.readTree(fields));
    village.until(
        "it is said what is wrong",
        () -> page(user).orElseThrow().path("form").path("errors").toString().contains(words));
  }

  /** A word that only that user sees in the channel. */
  Posted whispered(String channel, String user, String words) {
    return post(
        channel,
        "a whisper \"" + words + "\" to " + user,
        p -> p.onlyFor().equals(user) && p.says(words));
  }

  /** Presses the button whose tap ends in that choice. */
  void press(String channel, Posted on, String user, String choice) {
    Map.Entry<String, String> button =
        on.buttons().entrySet().stream()
            .filter(b -> Tap.decode(b.getKey()).filter(t -> t.choice().equals(choice)).isPresent())
            .findFirst()
            .orElseThrow();
    village.village().slack().press(channel, user, on.ts(), button.getValue(), button.getKey());
  }

  /** Who looks at a request first, from now on. */
  void model(String model) {
    send(
        HttpRequest.newBuilder(at("/village/model"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{\"model\":\"" + model + "\"}")));
  }

  /** What goes wrong with the next messages to a phone. */
  void inject(String kind, String phone, int code) {
    send(
        HttpRequest.newBuilder(at("/village/inject"))
            .header("Content-Type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "{\"kind\":\"%s\",\"phone\":\"%s\",\"code\":%d}"
                        .formatted(kind, phone, code))));
  }

  private List<Posted> among(String kind, Predicate<JsonNode> wanted) {
    JsonNode state = json.readTree(send(HttpRequest.newBuilder(at("/village/state"))));
    return StreamSupport.stream(state.path("slack").path(kind).spliterator(), false)
        .filter(wanted)
        .flatMap(c -> StreamSupport.stream(c.path("messages").spliterator(), false))
        .map(SlackWindow::posted)
        .toList();
  }

  private static Posted posted(JsonNode post) {
    Map<String, Integer> reactions = new TreeMap<>();
    post.path("reactions")
        .forEach(r -> reactions.put(r.path("name").asString(), r.path("count").asInt()));
    Map<String, String> buttons = new TreeMap<>();
    post.path("blocks")
        .forEach(
            block ->
                block
                    .path("elements")
                    .forEach(
                        e -> {
                          if (e.has("value")) {
                            buttons.put(e.path("value").asString(), e.path("action_id").asString());
                          }
                        }));
    return new Posted(
        post.path("ts").asString(),
        post.path("user").asString(),
        post.path("text").asString(),
        post.path("blocks").toString(),
        reactions,
        buttons,
        Optional.ofNullable(post.get("onlyFor"))
            .filter(JsonNode::isString)
            .map(JsonNode::asString)
            .orElse(""),
        StreamSupport.stream(post.path("thread").spliterator(), false)
            .map(SlackWindow::posted)
            .toList());
  }

  private URI at(String path) {
    return URI.create("http://localhost:" + village.port + path);
  }

  private String send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) throw new AssertionError(answer.statusCode());
      return answer.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
