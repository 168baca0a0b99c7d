package org.doorstep.help;

import static org.assertj.core.api.Assertions.assertThat;
import static org.doorstep.help.Hill.EDNA;
import static org.doorstep.help.Hill.NIGHTS;
import static org.doorstep.help.Hill.NOON;
import static org.doorstep.help.Hill.SHOPPING;
import static org.doorstep.help.Hill.TODAY;
import static org.doorstep.help.Hill.asked;
import static org.doorstep.help.Hill.hours;
import static org.doorstep.help.Hill.likes;
import static org.doorstep.help.Hill.lives;
import static org.doorstep.help.Hill.only;
import static org.doorstep.help.Hill.person;
import static org.doorstep.help.Hill.speaks;
import static org.doorstep.help.Hill.travels;
import static org.doorstep.help.Hill.wanted;
import static org.doorstep.help.Hill.wears;
import static org.doorstep.help.Hill.who;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.doorstep.cell.NeedTerms;
import org.doorstep.people.Availability;
import org.doorstep.people.Flag;
import org.doorstep.people.Need;
import org.doorstep.people.PersonId;
import org.doorstep.people.Ties;
import org.doorstep.people.Travel;
import org.junit.jupiter.api.Test;

/** Each rule by name: who is left out, and who comes before whom. */
class MatchingTest {

  private static final Candidate PLAIN = who("plain", lives(400));
  private static final Instant NIGHT = Instant.parse("2026-03-18T23:30:00Z");

  private static void may(Hill.Terms terms, Candidate candidate) {
    assertThat(Matching.bar(terms.asking(), candidate)).isEmpty();
    assertThat(Matching.rank(terms.asking(), List.of(candidate))).hasSize(1);
  }

  private static void mayNot(Hill.Terms terms, Candidate candidate, Bar bar) {
    assertThat(Matching.bar(terms.asking(), candidate)).contains(bar);
    assertThat(Matching.rank(terms.asking(), List.of(candidate))).isEmpty();
  }

  /** Whatever order they come in. */
  private static List<String> inOrder(Hill.Terms terms, Candidate... candidates) {
    List<Candidate> shuffled = new ArrayList<>(List.of(candidates));
    Collections.shuffle(shuffled, new Random(candidates.length));
    return Matching.rank(terms.asking(), shuffled).stream()
        .map(s -> s.volunteer().id().value())
        .toList();
  }

  private static List<Reason> reasons(Hill.Terms terms, Candidate candidate) {
    return Matching.rank(terms.asking(), List.of(candidate)).getFirst().reasons();
  }

  // ---- who may be asked at all

  @Test
  void whoWantsToBeAsked() {
    may(wanted(), PLAIN);
    mayNot(wanted(), Candidate.fresh(person("resident")), Bar.DOES_NOT_VOLUNTEER);
    mayNot(wanted(), Candidate.fresh(PLAIN.person().optedOut(true)), Bar.STOPPED);
    mayNot(wanted(), who("p", lives(400).paused(NOON.plusSeconds(1))), Bar.PAUSED);
    may(wanted(), who("p", lives(400).paused(NOON)));
  }

  @Test
  void nobodyIsAskedAboutTheirOwnRequestOrTwice() {
    mayNot(wanted(), who("edna", lives(0)), Bar.THEIR_OWN);
    HelpRequest.Seeking sent = wanted().request().waveSent(List.of(PLAIN.id()));
    mayNot(wanted().request(sent), PLAIN, Bar.ASKED_BEFORE);
    mayNot(wanted().request(sent.declinedBy(PLAIN.id())), PLAIN, Bar.DECLINED);
  }

  @Test
  void thoseWhoShouldNotMeetNeverDoWhicheverOfThemHasTheOtherListed() {
    mayNot(wanted().ties(Ties.NONE.apartFrom(PLAIN.id())), PLAIN, Bar.KEPT_APART);
    Candidate wary = Candidate.fresh(PLAIN.person().tied(Ties.NONE.apartFrom(EDNA)));
    mayNot(wanted(), wary, Bar.KEPT_APART);
    Ties both = Ties.NONE.helpedBy(PLAIN.id()).apartFrom(PLAIN.id());
    assertThat(wanted().ties(both).asking().familiar()).isEmpty();
    mayNot(wanted().ties(both), PLAIN, Bar.KEPT_APART);
  }

  @Test
  void nobodyIsWokenByTheirOwnQuietHours() {
    Candidate early = who("early", lives(400).available(quiet()));
    may(wanted(), early);
    mayNot(wanted().at(NIGHT), early, Bar.ASLEEP);
    may(wanted().at(NIGHT), PLAIN);
  }

  @Test
  void atNightOnlyThoseOnDutyAreAsked() {
    Candidate onDuty =
        who("on", lives(400).available(quiet().onDutyUntil(NIGHT.plus(Duration.ofHours(1)))));
    mayNot(wanted().atNight().at(NIGHT), PLAIN, Bar.NOT_ON_DUTY);
    may(wanted().atNight().at(NIGHT), onDuty);
    mayNot(wanted().atNight().at(NIGHT.plus(Duration.ofHours(1))), onDuty, Bar.NOT_ON_DUTY);
    assertThat(inOrder(wanted(), who("near", lives(300)), onDuty)).containsExactly("on", "near");
    assertThat(reasons(wanted(), onDuty)).contains(new Reason.OnDuty());
  }

  private static Availability quiet() {
    return new Availability(Set.of(), List.of(), NIGHTS, null);
  }

  @Test
  void theyAreAskedForDaysOnWhichTheyHelp() {
    Candidate thursdays = who("t", lives(400).available(only(DayOfWeek.THURSDAY)));
    mayNot(wanted().request(wanted(When.on(TODAY))), thursdays, Bar.NOT_THAT_DAY);
    may(wanted().request(wanted(When.on(TODAY.plusDays(1)))), thursdays);
    may(wanted(), thursdays);
    may(wanted().request(wanted(by(TODAY.plusDays(2)))), thursdays);
    mayNot(wanted().request(wanted(by(TODAY))), thursdays, Bar.NOT_THAT_DAY);
  }

  private static When by(java.time.LocalDate date) {
    return new When(date, null, null, true, false, null);
  }

  @Test
  void theyAreAskedForTimesAtWhichTheyHelp() {
    Candidate mornings = who("m", lives(400).available(hours(9, 12)));
    Candidate nights = who("n", lives(400).available(hours(22, 6)));
    When atTen = new When(TODAY, null, LocalTime.of(10, 0), false, false, null);
    When evening = new When(TODAY, PartOfDay.EVENING, null, false, false, null);
    When morning = new When(TODAY, PartOfDay.MORNING, null, false, false, null);
    may(wanted().request(wanted(atTen)), mornings);
    may(wanted().request(wanted(morning)), mornings);
    mayNot(wanted().request(wanted(evening)), mornings, Bar.NOT_AT_THAT_TIME);
    mayNot(wanted().request(wanted(atTen)), nights, Bar.NOT_AT_THAT_TIME);
    may(wanted().request(wanted(morning)), nights);
    may(wanted().request(wanted(When.asSoonAsPossible())), nights);
  }

  @Test
  void whoHasTheirHandsFullIsLeftAlone() {
    may(wanted(), who("h", lives(400), new Tally(List.of(), null, 1)));
    mayNot(wanted(), who("h", lives(400), new Tally(List.of(), null, 2)), Bar.HANDS_FULL);
  }

  @Test
  void someHelpNeedsABadge() {
    Hill.Terms terms = wanted().need(new NeedTerms(SHOPPING, Set.of(), Set.of("dbs"), false));
    mayNot(terms, PLAIN, Bar.LACKS_A_BADGE);
    mayNot(terms, who("t", wears(400, "trained")), Bar.LACKS_A_BADGE);
    may(terms, who("b", wears(400, "trained", "dbs")));
    assertThat(reasons(terms, who("b", wears(400, "trained", "dbs"))))
        .contains(new Reason.Has(Set.of("dbs")));
  }

  @Test
  void aLiftNeedsACar() {
    Hill.Terms terms = wanted().need(new NeedTerms(SHOPPING, Set.of(Travel.CAR), Set.of(), false));
    mayNot(terms, who("w", travels(400, Travel.ON_FOOT)), Bar.WRONG_TRANSPORT);
    mayNot(terms, PLAIN, Bar.WRONG_TRANSPORT);
    may(terms, who("d", travels(400, Travel.ON_FOOT, Travel.CAR)));
  }

  @Test
  void nobodyIsAskedBeyondTheWaveOrTheirOwnReach() {
    may(wanted(), who("near", lives(1990)));
    mayNot(wanted(), who("far", lives(2010)), Bar.TOO_FAR);
    Hill.Terms known = wanted().ties(Ties.NONE.helpedBy(new PersonId("w")));
    mayNot(known, who("w", travels(2010, Travel.ON_FOOT)), Bar.BEYOND_THEIR_REACH);
    mayNot(known, who("w", travels(6010, Travel.BICYCLE)), Bar.BEYOND_THEIR_REACH);
    may(known, who("w", travels(5990, Travel.BICYCLE)));
    may(known, who("w", travels(19_000, Travel.CAR, Travel.ON_FOOT)));
    mayNot(known, who("w", lives(5010)), Bar.BEYOND_THEIR_REACH);
  }

  @Test
  void whatNeedsNoNearnessIsMatchedWithoutDistance() {
    Hill.Terms call = wanted().need(new NeedTerms(SHOPPING, Set.of(), Set.of(), true));
    Candidate far = who("far", lives(15_000));
    may(call, far);
    assertThat(inOrder(call, who("near", lives(10), asked(1)), far)).containsExactly("far", "near");
    assertThat(reasons(call, far)).contains(new Reason.Anywhere());
  }

  // ---- who comes first

  @Test
  void amongEqualsTheNearestComesFirst() {
    assertThat(inOrder(wanted(), who("c", lives(900)), who("a", lives(100)), who("b", lives(500))))
        .containsExactly("a", "b", "c");
    assertThat(reasons(wanted(), who("a", lives(100))))
        .hasAtLeastOneElementOfType(Reason.Near.class);
  }

  @Test
  void whoHelpedThisResidentComesBeforeAllAndWhoHelpedLastBeforeWhoHelpedEarlier() {
    Ties ties =
        Ties.NONE
            .helpedBy(new PersonId("last"))
            .helpedBy(new PersonId("first"))
            .helpedBy(new PersonId("last"));
    assertThat(
            inOrder(
                wanted().ties(ties),
                who("near", lives(50)),
                who("first", lives(300)),
                who("last", lives(4000), asked(0, 0, 0, 0))))
        .containsExactly("last", "first", "near");
    assertThat(reasons(wanted().ties(ties), who("last", lives(4000))).getFirst())
        .isEqualTo(new Reason.HelpedBefore(2));
  }

  @Test
  void noDistanceAndNoLoadChangesWhichOfTheHelpersComesFirst() {
    Ties ties = Ties.NONE.helpedBy(new PersonId("first")).helpedBy(new PersonId("last"));
    assertThat(
            inOrder(
                wanted().ties(ties),
                who("first", lives(300)),
                who("last", travels(19_000, Travel.CAR), asked(0, 0, 0, 0))))
        .containsExactly("last", "first");
  }

  @Test
  void whoLikesThisKindOfHelpComesBeforeWhoWouldRatherDoOther() {
    Candidate other = who("other", likes(10, new Need("lift")));
    Candidate likes = who("likes", likes(900, SHOPPING));
    assertThat(inOrder(wanted(), other, likes, who("any", lives(500))))
        .containsExactly("any", "likes", "other");
    assertThat(reasons(wanted(), likes)).contains(new Reason.LikesIt());
    assertThat(reasons(wanted(), other)).contains(new Reason.LikesOther());
  }

  @Test
  void whoSpeaksTheirLanguageComesFirst() {
    Candidate reads = Candidate.fresh(who("reads", lives(900)).person().reading("pl"));
    Candidate speaks = who("speaks", speaks(800, "pl"));
    assertThat(inOrder(wanted().language("pl"), who("near", lives(10)), reads, speaks))
        .containsExactly("speaks", "reads", "near");
    assertThat(reasons(wanted().language("pl"), reads)).contains(new Reason.Speaks("pl"));
    assertThat(reasons(wanted().language("pl"), PLAIN)).contains(new Reason.NoCommonLanguage());
    assertThat(reasons(wanted(), reads))
        .as("everybody gets by in the cell's own language")
        .isEqualTo(reasons(wanted(), who("plain", lives(900))));
  }

  @Test
  void howTheyGetAboutIsSaid() {
    assertThat(reasons(wanted(), who("d", travels(100, Travel.ON_FOOT, Travel.CAR))))
        .contains(new Reason.GetsAbout(Travel.CAR));
  }

  @Test
  void whoWasAskedLeastRecentlyIsAskedFirst() {
    assertThat(
            inOrder(
                wanted(),
                who("yesterday", lives(100), asked(1)),
                who("lastWeek", lives(200), asked(6)),
                who("never", lives(300))))
        .containsExactly("never", "lastWeek", "yesterday");
    assertThat(reasons(wanted(), PLAIN)).contains(new Reason.NeverAsked());
    assertThat(reasons(wanted(), who("w", lives(1), asked(30))))
        .contains(new Reason.NotAskedFor(30));
  }

  @Test
  void whoWasAskedOftenThisWeekIsAskedLater() {
    assertThat(
            inOrder(
                wanted(),
                who("often", lives(100), asked(6, 5, 4, 3)),
                who("once", lives(500), asked(3))))
        .containsExactly("once", "often");
    assertThat(reasons(wanted(), who("often", lives(1), asked(30, 5, 4, 3))))
        .contains(new Reason.AskedOften(3));
  }

  @Test
  void whoHasJustHelpedIsGivenABreak() {
    Tally done = new Tally(List.of(), NOON.minus(Duration.ofHours(23)), 0);
    Tally rested = new Tally(List.of(), NOON.minus(Duration.ofHours(25)), 0);
    assertThat(inOrder(wanted(), who("done", lives(100), done), who("rested", lives(500), rested)))
        .containsExactly("rested", "done");
    assertThat(reasons(wanted(), who("done", lives(100), done))).contains(new Reason.JustHelped());
  }

  @Test
  void whoHasAJobInHandComesLater() {
    Candidate busy = who("busy", lives(100), new Tally(List.of(), null, 1));
    assertThat(inOrder(wanted(), busy, who("free", lives(650)))).containsExactly("free", "busy");
    assertThat(reasons(wanted(), busy)).contains(new Reason.Holds(1));
  }

  /** What is seen from afar is what the rules will say, so that nobody is passed over unread. */
  @Test
  void fromAfarThoseRulesCountThatNeedNoRecord() {
    Random random = new Random(4);
    for (int i = 0; i < 500; i++) {
      int metres = random.nextInt(1900);
      List<Instant> asked =
          random
              .longs(random.nextInt(5), 0, 20 * 24 * 60)
              .sorted()
              .mapToObj(m -> NOON.minus(Duration.ofDays(20)).plus(Duration.ofMinutes(m)))
              .toList();
      Tally tally =
          new Tally(
              asked,
              random.nextBoolean() ? NOON.minus(Duration.ofHours(random.nextInt(60))) : null,
              random.nextInt(2));
      Suitable near =
          Matching.rank(wanted().asking(), List.of(who("x", lives(metres), tally))).getFirst();
      assertThat(Matching.fromAfar(wanted().asking(), tally, near.distance().metres()))
          .isEqualTo(near.metres());
    }
  }

  @Test
  void whatCannotWait() {
    assertThat(urgent(When.asSoonAsPossible())).isFalse();
    assertThat(urgent(new When(TODAY, null, LocalTime.of(15, 59), true, false, null))).isTrue();
    assertThat(urgent(new When(TODAY, null, LocalTime.of(16, 0), true, false, null))).isTrue();
    assertThat(urgent(new When(TODAY, null, LocalTime.of(16, 1), true, false, null))).isFalse();
    Particulars p = wanted().request().particulars();
    Particulars cold =
        new Particulars(
            p.id(),
            p.resident(),
            p.need(),
            null,
            null,
            p.place(),
            p.when(),
            p.forWhom(),
            Set.of(Flag.NO_HEATING),
            null,
            p.group(),
            p.openedAt(),
            p.linked());
    assertThat(Asking.urgent(cold, NOON, Hill.ZONE)).isTrue();
  }

  private static boolean urgent(When when) {
    return Asking.urgent(wanted(when).particulars(), NOON, Hill.ZONE);
  }
}
