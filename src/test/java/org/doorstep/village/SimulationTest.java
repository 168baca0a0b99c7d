package org.doorstep.village;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.doorstep.cell.Cell;
import org.doorstep.cell.CellFile;
import org.doorstep.help.HelpRequest;
import org.junit.jupiter.api.Test;

/** Small towns; the same seed is the same town, so that nothing here hangs on luck. */
class SimulationTest {

  private static final long SEED = 20260302;
  private static final Simulation.Size SMALL = new Simulation.Size(200, 12, 7);
  private static final Habits HABITS = Habits.USUAL;

  private static final String FEW = "{ask: 3, within: 800 m, wait: 5m}";
  private static final String MORE = "{ask: 10, within: 3 km, wait: 10m}";
  private static final String FIFTY = "{ask: 50, within: 10 km, wait: 10m}";

  private static Cell cell(String... waves) {
    String file =
        """
        id: town
        name: The town
        zone: Europe/London
        whatsapp: "+447700900000"
        neighbours: Nobody
        slack: {team: T0TOWN, officers-channel: C0OFFICERS}
        officers: [{slack: U0OFFICER, name: The officer}]
        area: {outcodes: [LS6]}
        groups: [{id: town, name: The town, lead: The lead, stance: integrated}]
        rules:
          waves:
        """;
    for (String wave : waves) file += "    - " + wave + "\n";
    return ((CellFile.Parsed) CellFile.parse("town.yml", file)).cell();
  }

  private static Comparison run(long seed, String... waves) {
    return Simulation.run(seed, SMALL, HABITS, cell(waves));
  }

  @Test
  void theSameSeedGivesTheSameFigures() {
    assertThat(run(SEED, FEW, MORE)).isEqualTo(run(SEED, FEW, MORE));
    assertThat(run(SEED, FEW, MORE)).isNotEqualTo(run(SEED + 1, FEW, MORE));
  }

  @Test
  void theOthersAreAskedAlikeWhateverTheWaves() {
    Comparison few = run(SEED, FEW);
    Comparison fifty = run(SEED, FIFTY, FIFTY);

    assertThat(few.everyone()).isEqualTo(fifty.everyone());
    assertThat(few.nearest()).isEqualTo(fifty.nearest());
  }

  @Test
  void largeWavesAreQuickAndCostMessages() {
    Outcome few = run(SEED, FEW, MORE).doorstep();
    Outcome fifty = run(SEED, FIFTY, FIFTY).doorstep();

    assertThat(fifty.offersPerFilled()).isGreaterThan(2 * few.offersPerFilled());
    assertThat(fifty.filledShare()).isGreaterThan(few.filledShare());
    assertThat(fifty.waitOf(0.25).orElseThrow()).isLessThan(few.waitOf(0.25).orElseThrow());
  }

  @Test
  void thoseAskedAtOnceAreAllWhoWouldGoThatFarAndTheNearestAreTen() {
    Comparison comparison = run(SEED, FEW, MORE);

    assertThat(comparison.nearest().offers()).isEqualTo(10 * SMALL.requestsADay() * SMALL.days());
    assertThat(comparison.everyone().offers()).isGreaterThan(3 * comparison.nearest().offers());
    assertThat(comparison.everyone().askedShare()).isGreaterThan(comparison.nearest().askedShare());
  }

  @Test
  void whereNobodyEverAnswersNothingIsTaken() {
    Comparison silent = Simulation.run(SEED, SMALL, never(HABITS), cell(FEW, MORE));

    assertThat(silent.outcomes()).allMatch(o -> o.waits().isEmpty() && o.used() == 0);
    assertThat(silent.doorstep().passedOn()).isGreaterThan(0);
    assertThat(silent.doorstep().waitOf(0.5)).isEmpty();
    assertThat(silent.slower()).isEmpty();
    assertThat(silent.fastEnough() || silent.fewEnough() || silent.sharedEnough()).isFalse();
  }

  private static Habits never(Habits h) {
    return new Habits(
        1,
        h.yes(),
        h.yesSpread(),
        h.saysNo(),
        h.replyMinutes(),
        h.replySpread(),
        h.replySpreadOfOne(),
        h.thinkMinutes(),
        h.halfAsWillingMetres(),
        h.unlikedLessWilling(),
        h.knownMoreWilling(),
        h.works(),
        h.workSlows(),
        h.workLessWilling(),
        h.toleratesAWeek(),
        h.tolerateSpread(),
        h.mutedSlows(),
        h.mutedLessWilling(),
        h.sated(),
        h.satedDays(),
        h.jobHours(),
        h.jobSpread());
  }

  @Test
  void whatNobodyTakesCountsAsAWaitForEver() {
    List<Duration> waits = List.of(Duration.ofMinutes(1), Duration.ofMinutes(2));
    Outcome half = new Outcome("half", waits, 4, 0, 40, 10, 10, 2, 9);

    assertThat(half.waitOf(0.5)).contains(Duration.ofMinutes(2));
    assertThat(half.waitOf(0.51)).isEmpty();
    assertThat(half.worstWait()).contains(Duration.ofMinutes(2));
    assertThat(half.offersPerFilled()).isEqualTo(20);
  }

  @Test
  void nobodyIsAskedInQuietHours() {
    Cell cell = cell(FEW, MORE);
    Town town = Town.drawn(SEED, cell, HABITS, SMALL);
    var rules = new RealRules(cell, new Past(SMALL.volunteers()));
    Instant night = Instant.parse("2026-03-03T23:00:00Z");
    Instant morning = Instant.parse("2026-03-04T07:30:00Z");
    Instant later = morning.plus(Duration.ofDays(1));
    HelpRequest.Seeking request =
        town.requests().stream()
            .filter(p -> p.when().deadline(cell.zone()).filter(later::isBefore).isPresent())
            .findFirst()
            .map(HelpRequest::open)
            .orElseThrow();
    Around around = Around.of(request.particulars().place().point(), town.volunteers());

    for (Policy policy : Policy.values()) {
      assertThat(policy.next(request, around, rules, night))
          .isEqualTo(new Policy.Step.Rest(morning));
      assertThat(policy.next(request, around, rules, morning)).isInstanceOf(Policy.Step.Ask.class);
    }
  }

  @Test
  void answersWaitForTheMorning() {
    Cell cell = cell(FEW);
    Townsperson drawn = Town.drawn(SEED, cell, HABITS, SMALL).volunteers().getFirst();
    var early =
        new Townsperson(
            0,
            drawn.person(),
            drawn.home(),
            drawn.reachMetres(),
            drawn.likes(),
            0.1,
            10,
            LocalTime.of(7, 0),
            LocalTime.of(22, 0),
            false,
            20);
    ZoneId zone = cell.zone();

    assertThat(early.awakeFor(30, Instant.parse("2026-03-03T21:00:00Z"), zone))
        .isEqualTo(Instant.parse("2026-03-03T21:30:00Z"));
    assertThat(early.awakeFor(90, Instant.parse("2026-03-03T21:00:00Z"), zone))
        .isEqualTo(Instant.parse("2026-03-04T07:30:00Z"));
    assertThat(early.awakeFor(5, Instant.parse("2026-03-04T03:00:00Z"), zone))
        .isEqualTo(Instant.parse("2026-03-04T07:05:00Z"));
  }

  @Test
  void aMoodHangsOnTheTwoAndTheSeedOnly() {
    assertThat(Mood.of(1, 2, 3)).isEqualTo(Mood.of(1, 2, 3));
    assertThat(Mood.of(1, 2, 3))
        .isNotEqualTo(Mood.of(1, 3, 2))
        .isNotEqualTo(Mood.of(2, 2, 3))
        .isNotEqualTo(Mood.of(1, 2, 4));
  }

  @Test
  void whatWasOfferedLongAgoIsRememberedAndDoesNotTire() {
    Instant then = Instant.parse("2026-03-03T12:00:00Z");
    Strain strain = new Strain();
    strain.offered(then);
    assertThat(strain.offersAWeek(then.plus(Duration.ofDays(7)))).isEqualTo(1);
    assertThat(strain.offersAWeek(then.plus(Duration.ofDays(8)))).isZero();
    assertThat(strain.asked(then.plus(Duration.ofDays(8)))).containsExactly(then);
  }

  @Test
  void whoIsAskedTooOftenAnswersLessAndLater() {
    Cell cell = cell(FEW);
    Town town = Town.drawn(SEED, cell, HABITS, SMALL);
    Townsperson somebody =
        town.volunteers().stream().filter(v -> v.yes() > 0).findFirst().orElseThrow();
    Offer offer =
        new Offer(
            somebody, somebody.home().to(town.requests().getFirst().place().point()), true, false);

    assertThat(HABITS.willing(offer, false, true, 100))
        .isLessThan(HABITS.willing(offer, false, false, 100));
    assertThat(HABITS.minutes(somebody, false, true, 0))
        .isGreaterThan(HABITS.minutes(somebody, false, false, 0));
  }
}
