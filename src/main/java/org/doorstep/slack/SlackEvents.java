package org.doorstep.slack;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.doorstep.cell.Officer;
import org.doorstep.desk.Content;
import org.doorstep.desk.Inbound;
import org.doorstep.desk.InboundId;
import org.doorstep.desk.SlackRef;
import org.doorstep.people.InSlack;
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
    Reading ofTheTeam = SlackTeamEvents.read(envelope, event, now);
    if (ofTheTeam != null) return ofTheTeam;
    String channel = text(event, "channel");
    Optional<SlackSite> found =
        SlackSite.of(cells, teams(envelope), direct(channel) ? null : channel);
    if (found.isEmpty()) return new Reading.Ignored("unknown-team");
    SlackSite site = found.get();
    String subtype = text(event, "subtype");
    return switch (text(event, "type")) {
      case "message" ->
          switch (subtype) {
            case "message_changed", "message_deleted" -> amended(site, envelope, event, now);
            default -> words(site, envelope, event, now);
          };
      case "app_mention" -> words(site, envelope, event, now);
      case "user_change" -> memberChanged(site, envelope, event, now);
      case "app_home_opened" -> homeOpened(site, envelope, event, now);
      default -> new Reading.Ignored("not-for-us");
    };
  }

  /** The same page has a tab for messages, which is nothing new. */
  private static Reading homeOpened(
      SlackSite site, JsonObject envelope, JsonObject event, Instant now) {
    String user = text(event, "user");
    if (user.isEmpty() || !text(event, "tab").equals("home")) {
      return new Reading.Ignored("not-for-us");
    }
    return new Reading.Happened(
        site.cell(),
        new Inbound.HomeOpened(
            new InboundId("slack/" + text(envelope, "event_id")),
            now,
            site.sender("", user, null)));
  }

  /**
   * What was known of them counts no more. Of all that changes of somebody, only that they are gone
   * is for the desk, and only of those who see cases.
   */
  private static Reading memberChanged(
      SlackSite site, JsonObject envelope, JsonObject event, Instant now) {
    JsonObject user = object(event, "user");
    String id = text(user, "id");
    if (id.isEmpty()) return new Reading.Ignored("not-for-us");
    String written = site.written(id);
    boolean ours =
        site.cell().officer(written).isPresent()
            || site.cell().response().partners().stream().anyMatch(p -> p.answeredForBy(written));
    Inbound left =
        ours && text(user, "deleted").equals("true")
            ? new Inbound.Left(
                new InboundId("slack/" + text(envelope, "event_id")),
                now,
                site.sender("", id, null))
            : null;
    return new Reading.MemberChanged(site.cell(), site.team(), id, left);
  }

  private Reading words(SlackSite site, JsonObject envelope, JsonObject event, Instant now) {
    String user = text(event, "user");
    if (!WORDS.contains(text(event, "subtype"))) return new Reading.Ignored("not-words");
    if (event.has("bot_id") || user.isEmpty() || user.equals(bot(envelope))) {
      return new Reading.Ignored("a-bot");
    }
    String channel = text(event, "channel");
    SlackRef message = new SlackRef(written(site, channel), text(event, "ts"));
    if (channel.isEmpty() || message.ts().isEmpty()) return new Reading.Ignored("not-words");
    Inbound.Sender sender = site.sender(home(envelope, event), user, null);
    String thread = text(event, "thread_ts");
    String text =
        SlackText.plain(withoutOurName(text(event, "text"), envelope), id -> name(site, id));
    if (direct(channel)) {
      Content content =
          new Content(
              text,
              null,
              thread.isEmpty() ? null : thread,
              null,
              kinds(event),
              picture(site, event),
              file(site, event));
      return new Reading.Happened(site.cell(), new Inbound.Said(id(message), now, sender, content));
    }
    if (thread.isEmpty() || thread.equals(message.ts()))
      return new Reading.Ignored("not-in-a-thread");
    if (anothersThread(envelope, event)) return new Reading.Ignored("anothers-thread");
    SlackRef root = new SlackRef(message.channel(), thread);
    boolean files = !array(event, "files").isEmpty();
    return new Reading.Happened(
        site.cell(), new Inbound.InThread(id(message), now, sender, root, message, text, files));
  }

  private Reading amended(SlackSite site, JsonObject envelope, JsonObject event, Instant now) {
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
    if (direct(text(event, "channel"))) return reworded(site, envelope, event, ts, now);
    if (thread.isEmpty() || thread.equals(ts)) {
      return new Reading.Ignored("not-in-a-thread");
    }
    if (anothersThread(envelope, after)) return new Reading.Ignored("anothers-thread");
    String channel = site.written(text(event, "channel"));
    return new Reading.Happened(
        site.cell(),
        new Inbound.Amended(
            new InboundId("slack/" + text(envelope, "event_id")),
            now,
            site.sender(home(envelope, after), user, null),
            new SlackRef(channel, thread),
            new SlackRef(channel, ts)));
  }

  /** Words to the bot itself: what was deleted says nothing any more. */
  private static Reading reworded(
      SlackSite site, JsonObject envelope, JsonObject event, String ts, Instant now) {
    JsonObject after = object(event, event.has("message") ? "message" : "previous_message");
    String words =
        event.has("message") ? SlackText.plain(text(after, "text"), id -> name(site, id)) : "";
    return new Reading.Happened(
        site.cell(),
        new Inbound.Reworded(
            new InboundId("slack/" + text(envelope, "event_id")),
            now,
            site.sender("", text(after, "user"), null),
            id(new SlackRef(written(site, text(event, "channel")), ts)),
            words));
  }

  /** One message may come twice, as a message and as a mention; it has one id. */
  private static InboundId id(SlackRef message) {
    return new InboundId("slack/" + message.channel() + "/" + message.ts());
  }

  static Optional<String> name(SlackSite site, String user) {
    return site.cell().officer(site.written(user)).map(Officer::name);
  }

  /** Where it happened, first; then through which installation of ours we hear of it. */
  private static List<String> teams(JsonObject envelope) {
    Set<String> teams = new LinkedHashSet<>();
    teams.add(text(envelope, "team_id"));
    teams.add(text(envelope, "context_team_id"));
    for (JsonElement element : array(envelope, "authorizations")) {
      teams.add(text(asObject(element), "team_id"));
    }
    return List.copyOf(teams);
  }

  /** Only in a channel that is shared with others may somebody be of another workspace. */
  private static String home(JsonObject envelope, JsonObject message) {
    JsonElement shared = envelope.get("is_ext_shared_channel");
    if (shared == null || !shared.isJsonPrimitive() || !shared.getAsBoolean()) return "";
    for (String key : List.of("user_team", "source_team", "team")) {
      String home = text(message, key);
      if (home.startsWith("T")) return home;
    }
    return "";
  }

  /** What is said to the bot itself is nobody else's either. */
  private static String written(SlackSite site, String channel) {
    return channel.isEmpty() ? "" : site.written(channel);
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
  private static @Nullable String picture(SlackSite site, JsonObject event) {
    JsonArray files = array(event, "files");
    JsonObject first = files.isEmpty() ? new JsonObject() : asObject(files.get(0));
    String id = text(first, "id");
    return text(first, "mimetype").startsWith("image/") && SlackPictures.named(id)
        ? new InSlack(site.team(), id).written()
        : null;
  }

  private static @Nullable String file(SlackSite site, JsonObject event) {
    JsonArray files = array(event, "files");
    JsonObject first = files.isEmpty() ? new JsonObject() : asObject(files.get(0));
    String id = text(first, "id");
    String type = text(first, "mimetype");
    boolean fits = type.startsWith("image/") || type.equals("application/pdf");
    return fits && SlackPictures.named(id) ? new InSlack(site.team(), id).written() : null;
  }

  private static JsonObject asObject(JsonElement element) {
    return element instanceof JsonObject object ? object : new JsonObject();
  }

  static JsonObject object(JsonObject parent, String key) {
    return parent.get(key) instanceof JsonObject child ? child : new JsonObject();
  }

  static JsonArray array(JsonObject parent, String key) {
    return parent.get(key) instanceof JsonArray children ? children : new JsonArray();
  }

  static String text(JsonObject parent, String key) {
    @Nullable JsonElement value = parent.get(key);
    return value != null && value.isJsonPrimitive() ? value.getAsString() : "";
  }
}
