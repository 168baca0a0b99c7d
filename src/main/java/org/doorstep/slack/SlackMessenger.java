package org.doorstep.slack;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.doorstep.cell.Cell;
import org.doorstep.desk.Absence;
import org.doorstep.desk.Outgoing;
import org.doorstep.people.Channel;
import org.doorstep.people.Person;
import org.doorstep.pipeline.Attachments;
import org.doorstep.pipeline.BlockingCalls;
import org.doorstep.pipeline.Delivery;
import org.doorstep.pipeline.Drawing;
import org.doorstep.pipeline.Messenger;
import org.doorstep.pipeline.Parcel;
import org.doorstep.pipeline.Workspaces;
import reactor.core.publisher.Mono;

/** Posts in Slack's channels, threads and direct messages. */
public final class SlackMessenger implements Messenger, AutoCloseable {

  /** Loggers of the SDK that write answers at DEBUG: never to be set below INFO. */
  public static final String TALKATIVE = "com.slack.api";

  private static final int WIDTH = 8;
  private static final Duration STORE_AWAY = Duration.ofSeconds(2);

  private final SlackTeams teams;
  private final Attachments attachments;
  private final Drawing drawing;
  private final InstantSource clock;
  private final BlockingCalls calls;

  /**
   * @param attachments where what people send is fetched from
   */
  public SlackMessenger(
      SlackAccess access,
      Workspaces workspaces,
      Attachments attachments,
      Drawing drawing,
      InstantSource clock) {
    this.teams = new SlackTeams(access, workspaces);
    this.attachments = attachments;
    this.drawing = drawing;
    this.clock = clock;
    this.calls = new BlockingCalls("slack", WIDTH, access.connect().plus(access.answer()));
  }

  @Override
  public boolean carries(Parcel parcel) {
    return switch (parcel.outgoing()) {
      case Outgoing.ToPerson p -> {
        Person recipient = parcel.recipient();
        yield recipient != null && recipient.address().channel() == Channel.SLACK;
      }
      case Outgoing.Post p -> true;
      case Outgoing.Repost p -> true;
      case Outgoing.InThread p -> true;
      case Outgoing.Attachment p -> true;
      case Outgoing.Mark p -> true;
      case Outgoing.Home p -> true;
      case Outgoing.Whisper p -> true;
      case Outgoing.Picture p -> true;
      case Outgoing.Modal p -> true;
      case Outgoing.TextMessage p -> false;
    };
  }

  @Override
  public Mono<Delivery> send(Cell cell, Parcel parcel) {
    String team = parcel.team(cell);
    if (team == null) return Mono.just(new Delivery.Dropped("nobody"));
    Instant begun = clock.instant();
    return teams
        .of(cell, team)
        .flatMap(
            door ->
                switch (door) {
                  case SlackTeams.Door.Shut shut -> shut(shut, begun);
                  case SlackTeams.Door.Open open ->
                      new SlackLetters(open.client(), calls, attachments, drawing)
                          .send(parcel)
                          .flatMap(ended -> noticed(parcel, team, ended, begun));
                })
        .onErrorReturn(new Delivery.TryLater(STORE_AWAY, "no-token"));
  }

  private Mono<Delivery> shut(SlackTeams.Door.Shut shut, Instant begun) {
    if (shut.since() != null) return Mono.just(aside(shut.team(), shut.why(), shut.since()));
    return lost(shut.team(), shut.why(), begun);
  }

  /** What was let in meanwhile is tried again. */
  private Mono<Delivery> lost(String team, Absence why, Instant begun) {
    return teams
        .lose(team, why, begun)
        .map(since -> aside(team, why, since))
        .defaultIfEmpty(new Delivery.TryLater(STORE_AWAY, "let-in-again"));
  }

  private static Delivery aside(String team, Absence why, Instant since) {
    return new Delivery.SetAside(team, why, since);
  }

  /** A token that counts no more is the whole workspace's trouble; an archived channel its own. */
  private Mono<Delivery> noticed(Parcel parcel, String team, Delivery ended, Instant begun) {
    if (!(ended instanceof Delivery.Refused refused)) return Mono.just(ended);
    if (SlackFaults.shutOut(refused.code())) return lost(team, Absence.REVOKED, begun);
    String channel = parcel.channel();
    Absence why = SlackFaults.noChannel(refused.code());
    return Mono.just(
        channel == null || why == null ? ended : new Delivery.SetAside(channel, why, null));
  }

  @Override
  public Mono<Trace> trace(Cell cell, Parcel parcel) {
    String team = parcel.team(cell);
    if (team == null) return Mono.just(new Trace.DidNot());
    return teams
        .of(cell, team)
        .flatMap(
            door ->
                switch (door) {
                  case SlackTeams.Door.Shut shut -> Mono.<Trace>just(new Trace.DidNot());
                  case SlackTeams.Door.Open open ->
                      calls.<Trace>ask(
                          () -> new SlackTraces(open.client()).look(parcel), new Trace.Unknown());
                })
        .onErrorReturn(new Trace.Unknown());
  }

  @Override
  public void close() {
    calls.close();
  }
}
