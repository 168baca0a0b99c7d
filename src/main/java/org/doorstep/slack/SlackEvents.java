package org.doorstep.slack;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.doorstep.cell.Cell;
import org.doorstep.cell.Officer;
import org.doorstep.desk.Content;
import org.doorstep.desk.Inbound;
import org.doorstep.desk.InboundId;
import org.doorstep.desk.SlackRef;
import org.doorstep.people.Address;
import org.jspecify.annotations.Nullable;

/**
 * Reads what happened in Slack: words to the bot, words in the threads of its posts, and their
 * being changed. The payload is read as a tree: what Slack adds to it tomorrow is no trouble.
 */
final class SlackEvents {

  /** A message of a person. Others are joins, topics, bots, edits. */
  private static final Set<String> WORDS = Set.of("", "file_share", "thread_broadcast");

  private final SlackCells cells;

  SlackEvents(SlackCells cells) {
    this.cells = cells;
  }

  Reading read(JsonObject envelope, Instant now) {
    JsonObject event = object(envelope, "event");
    String channel = text(event, "channel");
    Optional<Cell> cell = cells.of(text(envelope, "team_id"), direct(channel) ? null : channel);
    if (cell.isEmpty()) return new Reading.Ignored("unknown-team");
    String subtype = text(event, "subtype");
    return switch (text(event, "type")) {
      case "message" ->
          switch (subtype) {
            case "message_changed", "message_deleted" -> amended(cell.get(), envelope, event, now);
            default -> words(cell.get(), envelope, event, now);
          };
      case "app_mention" -> words(cell.get(), envelope, event, now);
      case "user_change" -> left(cell.get(), envelope, event, now);
      case "app_home_opened" -> homeOpened(cell.get(), envelope, event, now);
      default -> new Reading.Ignored("not-for-us");
    };
  }

  /** The same page has a tab for messages, which is nothing new. */
  private static Reading homeOpened(Cell cell, JsonObject envelope, JsonObject event, Instant now) {
    String user = text(event, "user");
    if (user.isEmpty() || !text(event, "tab").equals("home")) {
      return new Reading.Ignored("not-for-us");
    }
    return new Reading.Happened(
        cell,
        new Inbound.HomeOpened(
            new InboundId("slack/" + text(envelope, "event_id")),
            now,
            new Inbound.Sender(Address.slack(user), List.of(), null)));
  }

  /** Of all that changes of somebody, only that they are gone, and only of those who see cases. */
  private static Reading left(Cell cell, JsonObject envelope, JsonObject event, Instant now) {
    JsonObject user = object(event, "user");
    String id = text(user, "id");
    boolean ours =
        cell.officer(id).isPresent()
            || cell.response().partners().stream().anyMatch(p -> p.answeredForBy(id));
    if (!ours || !text(user, "deleted").equals("true")) return new Reading.Ignored("not-for-us");
    return new Reading.Happened(
        cell,
        new Inbound.Left(
            new InboundId("slack/" + text(envelope, "event_id")),
            now,
            new Inbound.Sender(Address.slack(id), List.of(), null)));
  }

  private Reading words(Cell cell, JsonObject envelope, JsonObject event, Instant now) {
    String user = text(event, "user");
    if (!WORDS.contains(text(event, "subtype"))) return new Reading.Ignored("not-words");
    if (event.has("bot_id") || user.isEmpty() || user.equals(bot(envelope))) {
      return new Reading.Ignored("a-bot");
    }
    SlackRef message = new SlackRef(text(event, "channel"), text(event, "ts"));
    if (message.channel().isEmpty() || message.ts().isEmpty())
      return new Reading.Ignored("not-words");
    Inbound.Sender sender = new Inbound.Sender(Address.slack(user), List.of(), null);
    String thread = text(event, "thread_ts");
    String text =
        SlackText.plain(withoutOurName(text(event, "text"), envelope), id -> name(cell, id));
    if (direct(message.channel())) {
      Content content =
          new Content(
              text,
              null,
              thread.isEmpty() ? null : thread,
              null,
              kinds(event),
              picture(event),
              file(event));
      return new Reading.Happened(cell, new Inbound.Said(id(message), now, sender, content));
    }
    if (thread.isEmpty() || thread.equals(message.ts()))
      return new Reading.Ignored("not-in-a-thread");
    if (anothersThread(envelope, event)) return new Reading.Ignored("anothers-thread");
    SlackRef root = new SlackRef(message.channel(), thread);
    boolean files = !array(event, "files").isEmpty();
    return new Reading.Happened(
        cell, new Inbound.InThread(id(message), now, sender, root, message, text, files));
  }

  private Reading amended(Cell cell, JsonObject envelope, JsonObject event, Instant now) {
    JsonObject before = object(event, "previous_message");
    JsonObject after = event.has("message") ? object(event, "message") : before;
    String user = text(after, "user");
    String thread = text(after, "thread_ts");
    String ts = event.has("deleted_ts") ? text(event, "deleted_ts") : text(after, "ts");
    if (user.isEmpty() || after.has("bot_id") || user.equals(bot(envelope))) {
      return new Reading.Ignored("a-bot");
    }
    boolean unfurled = event.has("message") && text(before, "text").equals(text(after, "text"));
    if (unfurled) return new Reading.Ignored("not-in-a-thread");
    if (direct(text(event, "channel"))) return reworded(cell, envelope, event, ts, now);
    if (thread.isEmpty() || thread.equals(ts)) {
      return new Reading.Ignored("not-in-a-thread");
    }
    if (anothersThread(envelope, after)) return new Reading.Ignored("anothers-thread");
    String channel = text(event, "channel");
    return new Reading.Happened(
        cell,
        new Inbound.Amended(
            new InboundId("slack/" + text(envelope, "event_id")),
            now,
            new Inbound.Sender(Address.slack(user), List.of(), null),
            new SlackRef(channel, thread),
            new SlackRef(channel, ts)));
  }

  /** Words to the bot itself: what was deleted says nothing any more. */
  private static Reading reworded(
      Cell cell, JsonObject envelope, JsonObject event, String ts, Instant now) {
    JsonObject after = object(event, event.has("message") ? "message" : "previous_message");
    String words =
        event.has("message") ? SlackText.plain(text(after, "text"), id -> name(cell, id)) : "";
    return new Reading.Happened(
        cell,
        new Inbound.Reworded(
            new InboundId("slack/" + text(envelope, "event_id")),
            now,
            new Inbound.Sender(Address.slack(text(after, "user")), List.of(), null),
            id(new SlackRef(text(event, "channel"), ts)),
            words));
  }

  /** One message may come twice, as a message and as a mention; it has one id. */
  private static InboundId id(SlackRef message) {
    return new InboundId("slack/" + message.channel() + "/" + message.ts());
  }

  static Optional<String> name(Cell cell, String user) {
    return cell.officer(user).map(Officer::name);
  }

  static boolean direct(String channel) {
    return channel.startsWith("D");
  }

  /** Somebody else's post was answered; what is said there is not for us. */
  private static boolean anothersThread(JsonObject envelope, JsonObject message) {
    String parent = text(message, "parent_user_id");
    String bot = bot(envelope);
    return !parent.isEmpty() && !bot.isEmpty() && !parent.equals(bot);
  }

  private static String withoutOurName(String text, JsonObject envelope) {
    String bot = bot(envelope);
    return bot.isEmpty() ? text : text.replaceFirst("^\\s*<@" + bot + "(\\|[^<>]*)?>[\\s:,]*", "");
  }

  /** The bot's own user id; empty where Slack does not tell. */
  private static String bot(JsonObject envelope) {
    for (JsonElement element : array(envelope, "authorizations")) {
      if (element instanceof JsonObject authorization
          && text(authorization, "user_id").matches("[A-Z0-9]+")
          && authorization.get("is_bot") != null
          && authorization.get("is_bot").getAsBoolean()) {
        return text(authorization, "user_id");
      }
    }
    return "";
  }

  private static List<Content.Kind> kinds(JsonObject event) {
    List<Content.Kind> kinds = new ArrayList<>();
    for (JsonElement file : array(event, "files")) {
      String type = file instanceof JsonObject object ? text(object, "mimetype") : "";
      kinds.add(
          switch (type.replaceAll("/.*", "")) {
            case "audio" -> Content.Kind.AUDIO;
            case "image" -> Content.Kind.IMAGE;
            case "video" -> Content.Kind.VIDEO;
            case "application", "text" -> Content.Kind.DOCUMENT;
            default -> Content.Kind.UNKNOWN;
          });
    }
    return kinds;
  }

  /** Its id, where the first file is a picture; what else Slack says of it is not believed. */
  private static @Nullable String picture(JsonObject event) {
    JsonArray files = array(event, "files");
    JsonObject first = files.isEmpty() ? new JsonObject() : asObject(files.get(0));
    String id = text(first, "id");
    return text(first, "mimetype").startsWith("image/") && SlackPictures.named(id) ? id : null;
  }

  private static @Nullable String file(JsonObject event) {
    JsonArray files = array(event, "files");
    JsonObject first = files.isEmpty() ? new JsonObject() : asObject(files.get(0));
    String id = text(first, "id");
    String type = text(first, "mimetype");
    boolean fits = type.startsWith("image/") || type.equals("application/pdf");
    return fits && SlackPictures.named(id) ? id : null;
  }

  private static JsonObject asObject(JsonElement element) {
    return element instanceof JsonObject object ? object : new JsonObject();
  }

  private static JsonObject object(JsonObject parent, String key) {
    return parent.get(key) instanceof JsonObject child ? child : new JsonObject();
  }

  private static JsonArray array(JsonObject parent, String key) {
    return parent.get(key) instanceof JsonArray children ? children : new JsonArray();
  }

  static String text(JsonObject parent, String key) {
    @Nullable JsonElement value = parent.get(key);
    return value != null && value.isJsonPrimitive() ? value.getAsString() : "";
  }
}
