package org.doorstep.slack;

import static org.doorstep.slack.SlackEvents.array;
import static org.doorstep.slack.SlackEvents.object;
import static org.doorstep.slack.SlackEvents.text;

import com.google.gson.JsonObject;
import java.time.Instant;
import org.doorstep.desk.Absence;
import org.jspecify.annotations.Nullable;

/** Reads what Slack tells of a workspace as a whole: we were taken out, a token counts no more. */
final class SlackTeamEvents {

  private SlackTeamEvents() {}

  /** Null for everything else. */
  static @Nullable Reading read(JsonObject envelope, JsonObject event, Instant now) {
    String team = text(envelope, "team_id");
    return switch (text(event, "type")) {
      case "app_uninstalled" -> new Reading.Left(team, Absence.UNINSTALLED, at(envelope, now));
      // a person's own token is not ours
      case "tokens_revoked" ->
          array(object(event, "tokens"), "bot").isEmpty()
              ? new Reading.Ignored("not-for-us")
              : new Reading.Left(team, Absence.REVOKED, at(envelope, now));
      default -> null;
    };
  }

  /** Slack may tell late, and again; an installation that came after it stands. */
  private static Instant at(JsonObject envelope, Instant now) {
    String seconds = text(envelope, "event_time");
    return seconds.matches("[0-9]{1,12}") ? Instant.ofEpochSecond(Long.parseLong(seconds)) : now;
  }
}
