package org.doorstep.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.doorstep.desk.Absence;
import org.doorstep.pipeline.Workspaces.Workspace;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is promised about the workspaces that have let us in. */
@NullUnmarked
public abstract class WorkspacesContract extends PortsContract {

  private static final Instant LATER = NOW.plusSeconds(60);
  private static final Instant LATEST = NOW.plusSeconds(120);

  private static int count;

  /** They are no cell's, so that each test has one of its own. */
  private String team;

  private Workspaces spaces;

  @BeforeEach
  void aNewTeam() {
    team = "T0SPACE" + ++count;
    spaces = ports.workspaces();
  }

  private Workspace known() {
    return await(spaces.of(team));
  }

  private Instant lose(Absence why, Instant at) {
    return await(spaces.lose(team, why, at));
  }

  @Test
  void ofOneThatWasNeverHeardOfNothingIsKnown() {
    assertThat(known()).isEqualTo(Workspace.unknown(team));
  }

  @Test
  void aTokenIsKeptForItsWorkspaceAndNoOther() {
    await(spaces.install(team, "xoxb-one", NOW).thenReturn(true));
    assertThat(known()).isEqualTo(new Workspace(team, "xoxb-one", NOW, null, null));
    assertThat(await(spaces.of(team + "X")).token()).isNull();
  }

  @Test
  void aNewTokenTakesThePlaceOfTheOld() {
    await(spaces.install(team, "xoxb-one", NOW).thenReturn(true));
    await(spaces.install(team, "xoxb-two", LATER).thenReturn(true));
    assertThat(known().token()).isEqualTo("xoxb-two");
  }

  @Test
  void oneThatLeavesTakesItsTokenAlong() {
    await(spaces.install(team, "xoxb-one", NOW).thenReturn(true));
    assertThat(lose(Absence.UNINSTALLED, LATER)).isEqualTo(LATER);
    assertThat(known()).isEqualTo(new Workspace(team, null, NOW, LATER, Absence.UNINSTALLED));
  }

  @Test
  void theFirstToSaySoTellsSinceWhenAndWhy() {
    assertThat(lose(Absence.UNINSTALLED, NOW)).isEqualTo(NOW);
    assertThat(lose(Absence.REVOKED, LATER)).isEqualTo(NOW);
    assertThat(known().away()).isEqualTo(NOW);
    assertThat(known().why()).isEqualTo(Absence.UNINSTALLED);
  }

  @Test
  void whatIsToldLateDoesNotUndoAnInstallation() {
    await(spaces.install(team, "xoxb-one", LATER).thenReturn(true));
    assertThat(lose(Absence.UNINSTALLED, NOW)).isNull();
    assertThat(known().token()).isEqualTo("xoxb-one");
    assertThat(known().away()).isNull();
    assertThat(lose(Absence.UNINSTALLED, LATEST)).isEqualTo(LATEST);
  }

  @Test
  void whoeverInstallsItAgainBringsItBack() {
    lose(Absence.UNINSTALLED, NOW);
    await(spaces.install(team, "xoxb-two", LATER).thenReturn(true));
    assertThat(known()).isEqualTo(new Workspace(team, "xoxb-two", LATER, null, null));
  }

  @Test
  void oneThatAnswersAgainIsBackOnce() {
    lose(Absence.REVOKED, NOW);
    assertThat(await(spaces.regain(team))).isEqualTo(NOW);
    assertThat(await(spaces.regain(team))).isNull();
    assertThat(known().away()).isNull();
    assertThat(known().why()).isNull();
  }

  @Test
  void aWordCountsOnce() {
    assertThat(await(spaces.first(team, Duration.ofMinutes(1)))).isTrue();
    assertThat(await(spaces.first(team, Duration.ofMinutes(1)))).isFalse();
    assertThat(await(spaces.first(team + "X", Duration.ofMinutes(1)))).isTrue();
  }

  @Test
  void nothingThatIsPrintedHoldsAToken() {
    await(spaces.install(team, "xoxb-one", NOW).thenReturn(true));
    assertThat(known().toString()).doesNotContain("xoxb");
  }
}
