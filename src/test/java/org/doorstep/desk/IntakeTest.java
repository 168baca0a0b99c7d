package org.doorstep.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.doorstep.cell.ACell;
import org.doorstep.cell.Group;
import org.doorstep.cell.OpeningHours;
import org.doorstep.help.HelpRequest;
import org.doorstep.people.Address;
import org.doorstep.people.PersonId;
import org.doorstep.talk.ShippedTalk;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** A group takes in nothing for a while, and says so. */
@NullUnmarked
class IntakeTest {

  private static final Desk DESK = new Desk(ShippedTalk.load(), ShippedTalk.understanding());
  private static final OpeningHours MORNINGS =
      new OpeningHours(
          Set.of(DayOfWeek.WEDNESDAY, DayOfWeek.FRIDAY), LocalTime.of(9, 0), LocalTime.NOON);

  private Street street = new Street(DESK);
  private PersonId edna = street.resident("edna");
  private PersonId sam = street.volunteer("Sam", 100);
  private PersonId joan = street.writesFrom("joan", Address.whatsapp(ACell.JOANS_NUMBER));

  @Test
  void whileItPausesARequestIsKeptAndPutToNobody() {
    street.says(joan, "pause intake");
    assertThat(street.told(joan)).containsExactly("group.paused");
    asks("I need my prescription from Boots tomorrow");
    assertThat(street.told(edna)).endsWith("group.shut").doesNotContain("request-help.waiting");
    assertThat(last(edna)).contains("kept your request").doesNotContain("about", "They go on");
    street.passes(Duration.ofHours(3));
    assertThat(street.told(sam)).isEmpty();
    street.says(joan, "board");
    assertThat(last(joan)).contains("Waiting 3 h, nobody asked yet.");
    street.says(joan, "open intake");
    street.passes(Duration.ZERO);
    assertThat(street.told(sam)).containsExactly("job.offered");
  }

  @Test
  void whatIsAskedForBesidesWhatIsOpenIsKeptAsHonestly() {
    asks("I need my prescription from Boots tomorrow");
    street.says(joan, "pause intake");
    asks("I need my prescription from Boots and someone to walk my dog tomorrow");
    street.says(edna, "the same");
    assertThat(street.told(edna)).contains("request-help.same-seeking").endsWith("group.shut");
    assertThat(street.told(edna)).containsOnlyOnce("request-help.waiting");
  }

  @Test
  void theyAreToldHowLongItTookLatelyOnceThatIsKnown() {
    street.says(joan, "pause intake");
    for (int minutes : List.of(10, 300, 130, 125, 20)) {
      street.waits.add(Duration.ofMinutes(minutes));
    }
    asks("I need my prescription from Boots tomorrow");
    assertThat(last(edna)).contains("Lately it took about 2 h until");
  }

  @Test
  void aClaimIsRememberedAsAWait() {
    asks("I need my prescription from Boots tomorrow");
    street.passes(Duration.ofMinutes(3));
    street.says(sam, "yes");
    assertThat(street.waits).containsExactly(Duration.ofMinutes(3));
  }

  @Test
  void theyMayLeaveItOrHearOfOthers() {
    street.says(joan, "pause intake");
    asks("I need my prescription from Boots tomorrow");
    street.picks(edna, "elsewhere");
    assertThat(last(edna)).contains("the city's helpline");
    assertThat(street.theRequest()).isInstanceOf(HelpRequest.Seeking.class);
    street.picks(edna, "keep");
    assertThat(street.told(edna)).endsWith("group.shut-kept");
    street.says(edna, "cancel");
    assertThat(street.theRequest()).isInstanceOf(HelpRequest.Closed.class);
    street.picks(edna, "keep");
    assertThat(street.told(edna)).endsWith("common.closed");
  }

  @Test
  void theAnswerMayBeTyped() {
    street.says(joan, "pause intake");
    asks("I need my prescription from Boots tomorrow");
    street.says(edna, "who else can help");
    assertThat(street.told(edna)).endsWith("group.shut-elsewhere");
    assertThat(street.conversations).doesNotContainKey(edna);
  }

  @Test
  void whatCannotWaitGoesItsWayAndSoDoesDanger() {
    street.says(joan, "pause intake");
    asks("my heating has broken down and it is freezing, can someone bring a heater today");
    assertThat(street.told(edna)).endsWith("request-help.waiting");
    assertThat(street.told(sam)).containsExactly("job.offered");
    street.says(edna, "somebody has collapsed and is not breathing");
    assertThat(street.told(edna)).contains("common.danger");
    assertThat(street.cases).isNotEmpty();
  }

  @Test
  void whatWasAskedBeforeThePauseGoesOn() {
    asks("I need my prescription from Boots tomorrow");
    street.says(joan, "pause intake");
    street.passes(Duration.ofMinutes(20));
    assertThat(street.theRequest().search().wave()).isGreaterThan(1);
  }

  /** Nobody sits in a queue that nobody looks at. */
  @Test
  void whenItsTimeHasComeAnOfficerHearsOfIt() {
    street.says(joan, "pause intake");
    asks("I need my prescription from Boots today");
    street.passes(Duration.ofHours(13));
    assertThat(street.told(edna)).endsWith("request-help.unfilled");
    assertThat(street.cases).hasSize(1);
  }

  @Test
  void outsideItsHoursItDoesTheSameByItself() {
    lives(MORNINGS);
    street.passes(Duration.ofHours(1));
    asks("could somebody walk my dog next week");
    assertThat(street.told(edna)).endsWith("group.shut");
    assertThat(last(edna)).contains("They go on Friday 20 March at 09:00.");
    street.passes(Duration.ofHours(43));
    assertThat(street.told(sam)).isEmpty();
    street.passes(Duration.ofHours(2));
    assertThat(street.told(sam)).containsExactly("job.offered");
  }

  @Test
  void nobodyElsePausesIt() {
    street.says(sam, "pause intake");
    assertThat(street.told(sam)).containsExactly("group.not-a-lead");
    assertThat(street.office).isEqualTo(Office.EMPTY);
  }

  @Test
  void itOpensOnTheNextDayThatIsListed() {
    ZoneId zone = ZoneId.of("Europe/London");
    Instant wednesday = Instant.parse("2026-03-25T08:00:00Z");
    assertThat(MORNINGS.open(wednesday, zone)).isFalse();
    assertThat(MORNINGS.openAfter(wednesday, zone)).isEqualTo("2026-03-25T09:00:00Z");
    assertThat(MORNINGS.open(Instant.parse("2026-03-25T09:00:00Z"), zone)).isTrue();
    assertThat(MORNINGS.open(Instant.parse("2026-03-25T12:00:00Z"), zone)).isFalse();
    assertThat(MORNINGS.openAfter(Instant.parse("2026-03-27T12:00:00Z"), zone))
        .as("the clocks go forward before Wednesday")
        .isEqualTo("2026-04-01T08:00:00Z");
  }

  private void lives(OpeningHours hours) {
    Group one = ACell.hydePark().groups().getFirst();
    Group group =
        new Group(
            one.id(),
            one.name(),
            one.area(),
            one.slackChannel(),
            one.lead(),
            one.leads(),
            one.stance(),
            one.policy(),
            hours);
    street = new Street(DESK, ACell.with(group));
    edna = street.resident("edna");
    sam = street.volunteer("Sam", 100);
    joan = street.writesFrom("joan", Address.whatsapp(ACell.JOANS_NUMBER));
  }

  private void asks(String words) {
    street.says(edna, words);
    street.pins(edna, FakeTalk.EDNAS);
    for (String answer : List.of("14 Ash Grove", "Edna", "yes")) street.says(edna, answer);
    street.passes(Duration.ZERO);
  }

  private String last(PersonId who) {
    return street.letters(who).getLast().utterance().text();
  }
}
