package org.doorstep.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.doorstep.people.Need;
import org.doorstep.people.PersonId;
import org.doorstep.place.Place;
import org.doorstep.place.Point;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What may be the same as what is open, and what plainly is not. */
class RepeatTest {

  private static final Instant NOW = Instant.parse("2026-03-18T12:00:00Z");
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 18);
  private static final PersonId EDNA = new PersonId("edna");
  private static final Need SHOPPING = new Need("shopping");
  private static final Place DOOR = at("LS6 3HN", "LS6", 0, true);
  private static final When SOME_DAY = When.whenever();

  @Test
  void theSameNeedOfTheSamePersonMayBeTheSame() {
    HelpRequest open = open(SHOPPING, DOOR, SOME_DAY);
    assertThat(repeat(DOOR, SOME_DAY).maybeOf(open)).isTrue();
    assertThat(new Repeat(EDNA, List.of(new Need("lift")), DOOR, SOME_DAY).maybeOf(open)).isFalse();
    assertThat(new Repeat(new PersonId("ray"), List.of(SHOPPING), DOOR, SOME_DAY).maybeOf(open))
        .isFalse();
    assertThat(new Repeat(EDNA, List.of(new Need("lift"), SHOPPING), DOOR, SOME_DAY).maybeOf(open))
        .isTrue();
  }

  @Test
  void onlyWhatIsOpenIsInQuestion() {
    HelpRequest.Seeking seeking = open(SHOPPING, DOOR, SOME_DAY);
    PersonId sam = new PersonId("sam");
    HelpRequest.Claimed claimed = seeking.claimedBy(sam, NOW);
    Repeat again = repeat(DOOR, SOME_DAY);
    assertThat(again.maybeOf(seeking.assignedTo(sam, NOW))).isTrue();
    assertThat(again.maybeOf(claimed)).isTrue();
    assertThat(again.maybeOf(claimed.feltUnsafe(NOW))).isTrue();
    assertThat(again.maybeOf(claimed.reportedDone(NOW))).isFalse();
    assertThat(again.maybeOf(seeking.close(HelpRequest.Closed.Outcome.CANCELLED, NOW))).isFalse();
  }

  @Test
  void twoDoorsAreTwoPlacesAndAPartOfTownMayHoldEither() {
    HelpRequest open = open(SHOPPING, DOOR, SOME_DAY);
    assertThat(repeat(at("pin", "LS6", 200, true), SOME_DAY).maybeOf(open)).isTrue();
    assertThat(repeat(at("LS6 1AA", "LS6", 900, true), SOME_DAY).maybeOf(open)).isFalse();
    assertThat(repeat(at("LS6", "LS6", 900, false), SOME_DAY).maybeOf(open)).isTrue();
    assertThat(repeat(at("Headingley", "Headingley", 900, false), SOME_DAY).maybeOf(open)).isTrue();
    assertThat(repeat(at("LS27", "LS27", 9000, false), SOME_DAY).maybeOf(open)).isFalse();
  }

  @Test
  void twoDaysAreTwoTimes() {
    HelpRequest today = open(SHOPPING, DOOR, When.on(TODAY));
    assertThat(repeat(DOOR, When.on(TODAY)).maybeOf(today)).isTrue();
    assertThat(repeat(DOOR, When.on(TODAY.plusDays(1))).maybeOf(today)).isFalse();
    assertThat(repeat(DOOR, SOME_DAY).maybeOf(today)).isTrue();
    assertThat(repeat(DOOR, When.asSoonAsPossible()).maybeOf(today)).isTrue();
    HelpRequest tomorrow = open(SHOPPING, DOOR, When.on(TODAY.plusDays(1)));
    assertThat(repeat(DOOR, When.on(TODAY)).maybeOf(tomorrow)).isFalse();
  }

  @Test
  void aDeadlineHoldsEveryDayBeforeIt() {
    When byFriday = new When(TODAY.plusDays(2), null, null, true, false, null);
    HelpRequest open = open(SHOPPING, DOOR, byFriday);
    assertThat(repeat(DOOR, When.on(TODAY)).maybeOf(open)).isTrue();
    assertThat(repeat(DOOR, When.on(TODAY.plusDays(3))).maybeOf(open)).isFalse();
    assertThat(repeat(DOOR, byFriday).maybeOf(open(SHOPPING, DOOR, When.on(TODAY)))).isTrue();
  }

  @Test
  void whatComesEveryWeekIsOnAnyLaterDay() {
    When weekly = new When(TODAY, null, null, false, false, Recurrence.WEEKLY);
    HelpRequest open = open(SHOPPING, DOOR, weekly);
    assertThat(repeat(DOOR, When.on(TODAY.plusDays(7))).maybeOf(open)).isTrue();
    assertThat(repeat(DOOR, When.on(TODAY.minusDays(1))).maybeOf(open)).isFalse();
  }

  @ParameterizedTest
  @EnumSource(PartOfDay.class)
  void morningAndEveningOfOneDayAreTwoWalks(PartOfDay part) {
    When morning = new When(TODAY, PartOfDay.MORNING, null, false, false, null);
    HelpRequest open = open(SHOPPING, DOOR, morning);
    When other = new When(TODAY, part, null, false, false, null);
    assertThat(repeat(DOOR, other).maybeOf(open)).isEqualTo(part == PartOfDay.MORNING);
    When atTen = new When(TODAY, null, LocalTime.of(10, 0), false, false, null);
    assertThat(repeat(DOOR, atTen).maybeOf(open)).isTrue();
  }

  @Test
  void nobodyFillsARecordByWritingWithoutEnd() {
    HelpRequest noted = open(SHOPPING, DOOR, SOME_DAY);
    for (int i = 0; i < 500; i++) noted = noted.noting("and once more \uD83D\uDE00");
    assertThat(noted.particulars().note()).startsWith("and once more").hasSizeLessThan(4_001);
  }

  @Test
  void whatIsAddedChangesNothingElse() {
    HelpRequest.Seeking seeking = open(SHOPPING, DOOR, SOME_DAY);
    HelpRequest noted = seeking.noting("bread").noting("and milk");
    assertThat(noted.particulars().note()).isEqualTo("bread\nand milk");
    assertThat(noted.search()).isEqualTo(seeking.search());
    HelpRequest.Claimed claimed = seeking.claimedBy(new PersonId("sam"), NOW);
    assertThat(claimed.noting("bread"))
        .isInstanceOfSatisfying(
            HelpRequest.Claimed.class,
            still -> assertThat(still.holder()).isEqualTo(claimed.holder()));
    HelpRequest closed = seeking.close(HelpRequest.Closed.Outcome.ARRIVED, NOW);
    assertThat(closed.noting("bread")).isSameAs(closed);
  }

  private static Repeat repeat(Place place, When when) {
    return new Repeat(EDNA, List.of(SHOPPING), place, when);
  }

  private static Place at(String written, String rough, int metresNorth, boolean exact) {
    return new Place(written, rough, new Point(53.822 + metresNorth / 111_195.0, -1.575), exact);
  }

  private static HelpRequest.Seeking open(Need need, Place place, When when) {
    return HelpRequest.open(
        new Particulars(
            new RequestId("r000000000001"),
            EDNA,
            need,
            null,
            null,
            place,
            when,
            "self",
            Set.of(),
            null,
            "hyde-park",
            NOW,
            List.of()));
  }
}
