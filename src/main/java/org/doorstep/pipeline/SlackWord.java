package org.doorstep.pipeline;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Function;
import org.doorstep.bridge.CaseId;
import org.doorstep.cell.Cell;
import org.doorstep.desk.Absence;
import org.doorstep.desk.Inbound;
import org.doorstep.desk.InboundId;
import org.doorstep.desk.SlackNews;
import org.doorstep.people.InSlack;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Brings word of places in Slack, which are away or back, to the cell that is there: by the same
 * door as all that happens, once, and for each case that is open meanwhile.
 */
public final class SlackWord {

  private final Inbox inbox;
  private final Boards boards;
  private final InstantSource clock;

  public SlackWord(Inbox inbox, Boards boards, InstantSource clock) {
    this.inbox = inbox;
    this.boards = boards;
    this.clock = clock;
  }

  /**
   * @param place a workspace, or a channel as the cell's file has it
   * @param since when it is away: that it is told once goes by this
   */
  public Mono<Void> gone(Cell cell, String place, Absence why, Instant since) {
    String team = team(cell, place);
    String channel = channel(place);
    String when = place + "/" + since.toEpochMilli();
    return tell(cell, "gone/" + when, new SlackNews.Gone(team, channel, why))
        .then(
            eachCase(
                cell,
                "unseen/" + when,
                anchor -> new SlackNews.Unseen(team, channel, anchor, false)));
  }

  public Mono<Void> back(Cell cell, String place, Instant since) {
    String team = team(cell, place);
    String channel = channel(place);
    String when = place + "/" + since.toEpochMilli();
    return tell(cell, "back/" + when, new SlackNews.Back(team, channel))
        .then(eachCase(cell, "seen/" + when, anchor -> new SlackNews.Seen(team, channel, anchor)));
  }

  /** A case was opened there, and nobody sees it. */
  Mono<Void> unseen(Cell cell, String place, String anchor) {
    SlackNews news = new SlackNews.Unseen(team(cell, place), channel(place), anchor, true);
    return tell(cell, "unseen/" + anchor, news);
  }

  private Mono<Void> eachCase(Cell cell, String id, Function<String, SlackNews> news) {
    return Flux.defer(() -> boards.openCases(cell.id()))
        .concatMap(open -> tell(cell, id + "/" + open, news.apply(anchor(open))))
        .then();
  }

  private static String anchor(CaseId open) {
    return "case/" + open;
  }

  private Mono<Void> tell(Cell cell, String id, SlackNews news) {
    InboundId once = new InboundId("slack-" + id);
    return inbox.accept(cell.id(), new Inbound.SlackTold(once, clock.instant(), news)).then();
  }

  private static String team(Cell cell, String place) {
    return channel(place) == null ? place : InSlack.read(place).teamOr(cell.slackTeam());
  }

  private static @Nullable String channel(String place) {
    return isWorkspace(place) ? null : place;
  }

  static boolean isWorkspace(String place) {
    return (place.startsWith("T") || place.startsWith("E")) && !place.contains(":");
  }
}
