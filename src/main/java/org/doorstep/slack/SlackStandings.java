package org.doorstep.slack;

import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.response.users.UsersInfoResponse;
import com.slack.api.model.User;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.doorstep.cell.Cell;
import org.doorstep.desk.Inbound;
import org.doorstep.people.InSlack;
import org.doorstep.people.Standing;
import org.doorstep.pipeline.BlockingCalls;
import org.doorstep.pipeline.Workspaces;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * What whoever does something in a channel is there, asked of Slack: a member, a guest, somebody of
 * another organisation. Whom Slack does not tell of in time counts as a member; nothing is held up.
 */
public final class SlackStandings implements AutoCloseable {

  private static final int WIDTH = 8;
  private static final int MOST = 10_000;
  private static final Duration QUICK = Duration.ofMillis(500);
  private static final Duration REMEMBERED = Duration.ofMinutes(5);

  private final SlackTeams teams;
  private final BlockingCalls calls;
  private final InstantSource clock;
  private final Map<String, Known> known = new ConcurrentHashMap<>();

  private record Known(Standing standing, Instant until) {}

  public SlackStandings(SlackAccess access, Workspaces workspaces, InstantSource clock) {
    this.teams = new SlackTeams(access.within(QUICK, QUICK), workspaces);
    this.calls = new BlockingCalls("slack-standings", WIDTH, QUICK);
    this.clock = clock;
  }

  /** The same, with what its sender is there. */
  Mono<Inbound> told(Cell cell, Inbound inbound) {
    return switch (inbound) {
      case Inbound.Pressed p when asks(p.sender()) ->
          of(cell, p.sender(), p.on().channel())
              .map(
                  as ->
                      new Inbound.Pressed(
                          p.id(), p.at(), p.sender().as(as), p.tap(), p.on(), p.trigger()));
      case Inbound.InThread t when asks(t.sender()) ->
          of(cell, t.sender(), t.thread().channel())
              .map(
                  as ->
                      new Inbound.InThread(
                          t.id(),
                          t.at(),
                          t.sender().as(as),
                          t.thread(),
                          t.message(),
                          t.text(),
                          t.hasFiles()));
      case Inbound.Pressed p -> Mono.just(p);
      case Inbound.InThread t -> Mono.just(t);
      case Inbound.Said said -> Mono.just(said);
      case Inbound.Reworded reworded -> Mono.just(reworded);
      case Inbound.HomeOpened opened -> Mono.just(opened);
      case Inbound.HandedIn form -> Mono.just(form);
      case Inbound.Amended amended -> Mono.just(amended);
      case Inbound.Reported reported -> Mono.just(reported);
      case Inbound.Left left -> Mono.just(left);
      case Inbound.CellEdited edited -> Mono.just(edited);
      case Inbound.SlackTold told -> Mono.just(told);
      case Inbound.Unposted unposted -> Mono.just(unposted);
      case Inbound.Rang rang -> Mono.just(rang);
    };
  }

  private static boolean asks(Inbound.Sender sender) {
    return sender.standing() == Standing.MEMBER;
  }

  /** Something was changed about them. */
  void forget(String team, String user) {
    known.remove(team + " " + user);
  }

  private Mono<Standing> of(Cell cell, Inbound.Sender sender, String channel) {
    String team = InSlack.read(channel).teamOr(cell.slackTeam());
    String user = InSlack.read(sender.address().value()).id();
    Known before = known.get(team + " " + user);
    if (before != null && before.until().isAfter(clock.instant())) {
      return Mono.just(before.standing());
    }
    return teams
        .of(cell, team)
        .flatMap(
            door ->
                switch (door) {
                  case SlackTeams.Door.Shut shut -> Mono.<Standing>empty();
                  case SlackTeams.Door.Open open ->
                      calls
                          .ask(() -> asked(open.client(), user), Asked.NOTHING)
                          .mapNotNull(Asked::standing);
                })
        .timeout(QUICK)
        .doOnNext(standing -> remember(team + " " + user, standing))
        .onErrorComplete()
        .defaultIfEmpty(Standing.MEMBER);
  }

  private void remember(String who, Standing standing) {
    if (known.size() > MOST) known.clear();
    known.put(who, new Known(standing, clock.instant().plus(REMEMBERED)));
  }

  /** Nothing where Slack does not tell. */
  private record Asked(@Nullable Standing standing) {
    private static final Asked NOTHING = new Asked(null);
  }

  private static Asked asked(MethodsClient slack, String user) throws Exception {
    UsersInfoResponse told = slack.usersInfo(r -> r.user(user));
    return told.isOk() && told.getUser() != null
        ? new Asked(standing(told.getUser()))
        : Asked.NOTHING;
  }

  private static Standing standing(User user) {
    if (user.isDeleted()) return Standing.GONE;
    if (user.isStranger()) return Standing.OUTSIDER;
    return user.isRestricted() || user.isUltraRestricted() ? Standing.GUEST : Standing.MEMBER;
  }

  @Override
  public void close() {
    calls.close();
  }
}
