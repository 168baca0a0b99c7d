package org.doorstep.village;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.doorstep.talk.Tap;
import tools.jackson.databind.JsonNode;

/** Sees what the people of the story see: their phones and their Slack. */
final class StoryWatch {

  /**
   * A tap that is there to be made.
   *
   * @param on the message's id, or its time stamp in Slack
   */
  record Found(String on, String payload, String title, String actionId) {}

  /** How much was to be seen at some moment, to tell what is new. */
  record Mark(Map<String, Integer> phones, Map<String, String> channels) {}

  private final Neighbourhood neighbourhood;
  private final Ledger ledger;
  private final SlackWorkspace workspace;

  StoryWatch(Neighbourhood neighbourhood, Ledger ledger, SlackWorkspace workspace) {
    this.neighbourhood = neighbourhood;
    this.ledger = ledger;
    this.workspace = workspace;
  }

  Mark mark() {
    Map<String, Integer> phones = new HashMap<>();
    for (Neighbour person : neighbourhood.people()) phones.put(person.id(), on(person.id()).size());
    Map<String, String> channels = new HashMap<>();
    for (SlackRoom room : workspace.rooms()) channels.put(room.id, everything(room));
    return new Mark(phones, channels);
  }

  /** Whether what {@code until} asks for has come since. */
  boolean seen(JsonNode until, Mark since) {
    String phone = Json.text(until, "phone");
    if (!phone.isEmpty()) return phoneShows(phone, until, since);
    String channel = Json.text(until, "channel");
    if (channel.isEmpty()) return true;
    if (until.has("shows")) {
      return inSlack(channel, Pattern.compile(Json.text(until, "shows"))).isPresent();
    }
    SlackRoom room = workspace.room(channel).orElseThrow();
    String now = everything(room);
    return until.has("text")
        ? now.contains(Json.text(until, "text"))
        : !now.equals(since.channels().get(channel));
  }

  private boolean phoneShows(String phone, JsonNode until, Mark since) {
    Predicate<Message> wanted = message -> true;
    if (until.has("shows")) {
      Pattern tap = Pattern.compile(Json.text(until, "shows"));
      wanted = message -> offers(message, tap);
    }
    String text = Json.text(until, "text");
    return fresh(phone, since).filter(wanted).anyMatch(m -> m.face().text().contains(text));
  }

  private Stream<Message> fresh(String phone, Mark since) {
    return on(phone).stream()
        .skip(since.phones().getOrDefault(phone, 0))
        .filter(message -> !message.mine());
  }

  private List<Message> on(String phone) {
    return ledger.on(neighbourhood.addressOf(phone));
  }

  /** The newest thing on a phone that can be tapped and whose tap fits. */
  Optional<Found> onPhone(String phone, Pattern wanted) {
    return on(phone).reversed().stream()
        .filter(message -> !message.mine())
        .flatMap(
            message ->
                Phones.shown(message).choices().entrySet().stream()
                    .filter(choice -> fits(choice.getKey(), wanted))
                    .map(c -> new Found(message.id(), c.getKey(), c.getValue(), "")))
        .findFirst();
  }

  /** The newest post in a channel that has a button whose tap fits. */
  Optional<Found> inSlack(String channel, Pattern wanted) {
    return workspace.room(channel).map(workspace::posts).orElse(List.of()).reversed().stream()
        .flatMap(
            post ->
                post.blocks().values().stream()
                    .flatMap(block -> block.path("elements").values().stream())
                    .filter(element -> fits(Json.text(element, "value"), wanted))
                    .map(
                        element ->
                            new Found(
                                post.ts(),
                                Json.text(element, "value"),
                                Json.text(element.path("text"), "text"),
                                Json.text(element, "action_id"))))
        .findFirst();
  }

  /** The last thing Doorstep said on a phone, if it has said anything. */
  Optional<Message> lastHeard(String phone) {
    return on(phone).reversed().stream().filter(message -> !message.mine()).findFirst();
  }

  /** Whether the phone's own words were the last, so that it is Doorstep's turn. */
  boolean answeredAlready(String phone) {
    List<Message> all = on(phone);
    return !all.isEmpty() && all.getLast().mine();
  }

  static boolean offers(Message message, Pattern wanted) {
    return Phones.shown(message).choices().keySet().stream().anyMatch(p -> fits(p, wanted));
  }

  /** {@code flow/state/choice}, wholly or from its beginning. */
  private static boolean fits(String payload, Pattern wanted) {
    return Tap.decode(payload)
        .map(tap -> tap.flow() + "/" + tap.state() + "/" + tap.choice())
        .filter(path -> wanted.matcher(path).lookingAt())
        .isPresent();
  }

  private String everything(SlackRoom room) {
    StringBuilder all = new StringBuilder();
    for (SlackPost post : workspace.posts(room)) {
      all.append(post.text()).append(post.blocks());
      workspace
          .thread(room, post.ts())
          .forEach(reply -> all.append(reply.text()).append(reply.blocks()));
    }
    return all.toString();
  }
}
