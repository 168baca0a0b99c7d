package org.doorstep.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.doorstep.cell.Cell;
import org.doorstep.cell.CellFile;
import org.doorstep.desk.Inbound;
import org.doorstep.people.Standing;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Who somebody in Slack is, by workspace, channel and user: the same letters elsewhere are others.
 */
class SlackStrangersTest {

  private static final Instant NOW = Instant.parse("2026-03-03T10:00:00Z");

  private static final Cell CELL =
      ((CellFile.Parsed)
              CellFile.parse(
                  "small.yml",
                  """
                  id: small
                  name: Small
                  zone: Europe/London
                  neighbours: Ask next door.
                  whatsapp: "+447700900000"
                  slack: {team: T0COUNCIL, officers-channel: C0OFFICERS}
                  officers:
                    - {slack: U0AMINA, name: Amina Rahman}
                  area: {outcodes: [LS6]}
                  groups:
                    - {id: one, name: One, lead: Joan, stance: loose, slack: {team: T0GROUP},
                       slack-channel: C0GROUP, leads: [U0JOAN]}
                  """))
          .cell();

  private final SlackReader reader =
      new SlackReader(
          (team, channel) ->
              CELL.slackTeams().contains(team) ? Optional.of(CELL) : Optional.empty());

  /**
   * @param place the channel as it comes out; empty where it is not for us
   */
  @ParameterizedTest
  @CsvSource({
    // workspace, shared, who's workspace, channel, user → channel, user, standing
    "T0COUNCIL, false, '',        C0OFFICERS, U0AMINA, C0OFFICERS,      U0AMINA,         MEMBER",
    "T0GROUP,   false, '',        C0GROUP,    U0JOAN,  T0GROUP:C0GROUP, T0GROUP:U0JOAN,  MEMBER",
    // an officer's id in the group's workspace is nobody
    "T0GROUP,   false, '',        C0GROUP,    U0AMINA, T0GROUP:C0GROUP, T0GROUP:U0AMINA, MEMBER",
    // the group's channel, shared with the council: each is who they are at home
    "T0GROUP,   true,  T0COUNCIL, C0GROUP,    U0AMINA, T0GROUP:C0GROUP, U0AMINA,         MEMBER",
    "T0COUNCIL, true,  T0COUNCIL, C0GROUP,    U0AMINA, T0GROUP:C0GROUP, U0AMINA,         MEMBER",
    "T0COUNCIL, true,  T0GROUP,   C0GROUP,    U0JOAN,  T0GROUP:C0GROUP, T0GROUP:U0JOAN,  MEMBER",
    // shared with somebody else
    "T0GROUP,   true,  T0BAKERY,  C0GROUP,    U0JOAN,  T0GROUP:C0GROUP, T0BAKERY:U0JOAN, OUTSIDER",
    "T0BAKERY,  true,  T0BAKERY,  C0GROUP,    U0JOAN,  T0GROUP:C0GROUP, T0BAKERY:U0JOAN, OUTSIDER",
    // in a Grid one member is of the whole organisation
    "T0GROUP,   true,  E0GRID,    C0GROUP,    U0JOAN,  T0GROUP:C0GROUP, T0GROUP:U0JOAN,  MEMBER"
  })
  void somebodyIsWhoTheyAreInTheirOwnWorkspace(
      String team,
      boolean shared,
      String home,
      String channel,
      String user,
      String place,
      String who,
      Standing standing) {
    String event =
        """
        {"type":"event_callback","team_id":"%s","context_team_id":"T0GROUP","event_id":"Ev1",
         "is_ext_shared_channel":%s,
         "authorizations":[{"team_id":"T0GROUP","user_id":"U0BOT","is_bot":true}],
         "event":{"type":"message","user":"%s","user_team":"%s","text":"hello","ts":"2.1",
         "thread_ts":"1.1","channel":"%s"}}
        """
            .formatted(team, shared, user, home, channel);
    if (!team.equals("T0GROUP") && !shared) event = event.replace("T0GROUP", team);
    SlackRequests.Kind kind = SlackRequests.of(event);
    Reading read = reader.read(((SlackRequests.Kind.Known) kind).request(), NOW);
    assertThat(read).isInstanceOf(Reading.Happened.class);
    Inbound.InThread said = (Inbound.InThread) ((Reading.Happened) read).inbound();
    assertThat(said.thread().channel()).isEqualTo(place);
    assertThat(said.sender().address().value()).isEqualTo(who);
    assertThat(said.sender().standing()).isEqualTo(standing);
  }

  @ParameterizedTest
  @CsvSource({
    "app_uninstalled, '{}',                 UNINSTALLED",
    "tokens_revoked,  '{\"bot\":[\"U1\"]}',   REVOKED",
    "tokens_revoked,  '{\"oauth\":[\"U1\"]}', ''"
  })
  void aWorkspaceThatLeavesIsHeardOf(String type, String tokens, String why) {
    String event =
        """
        {"type":"event_callback","team_id":"T0GROUP","event_id":"Ev1","event_time":1772532000,
         "event":{"type":"%s","tokens":%s}}
        """
            .formatted(type, tokens);
    Reading read = reader.read(((SlackRequests.Kind.Known) SlackRequests.of(event)).request(), NOW);
    assertThat(List.of(read.toString()))
        .allMatch(r -> r.contains(why == null || why.isEmpty() ? "Ignored" : why))
        .allMatch(r -> r.contains("Ignored") || r.contains("2026-03-03T10:00:00Z"));
  }
}
