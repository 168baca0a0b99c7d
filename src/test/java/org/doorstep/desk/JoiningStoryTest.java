package org.doorstep.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.doorstep.cell.ACell;
import org.doorstep.cell.Cell;
import org.doorstep.cell.Join;
import org.doorstep.help.HelpRequest;
import org.doorstep.people.Address;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;
import org.doorstep.talk.ShippedTalk;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** Who becomes a volunteer of a group, and who decides. With the words as they are shipped. */
@NullUnmarked
class JoiningStoryTest {

  private static final Desk DESK = new Desk(ShippedTalk.load(), ShippedTalk.understanding());
  private static final String NINAS_NUMBER = "+447700900321";

  private final Street street = new Street(DESK, ACell.joinedBy(Join.LEAD_APPROVES));
  private final PersonId edna = street.resident("edna");
  private final PersonId joan = street.writesFrom("joan", Address.whatsapp(ACell.JOANS_NUMBER));
  private final PersonId lee = street.writesFrom("lee", Address.slack("U0JOAN"));
  private final PersonId nina = street.resident("nina");

  private void offers(Street where, PersonId who, String name) {
    where.says(who, "I want to help");
    where.says(who, name);
    where.pins(who, FakeTalk.EDNAS);
    for (String answer : List.of("1 mile", "bicycle", "anything")) where.says(who, answer);
    where.passes(Duration.ZERO);
  }

  private void asks(PersonId resident) {
    street.says(resident, "I need my prescription from Boots today");
    street.pins(resident, FakeTalk.EDNAS);
    for (String answer : List.of("skip", "Edna", "yes")) street.says(resident, answer);
    street.passes(Duration.ZERO);
    assertThat(street.requests).isNotEmpty();
  }

  private String last(PersonId who) {
    return street.letters(who).getLast().utterance().text();
  }

  private Person now(PersonId who) {
    return street.people.get(who);
  }

  // ---- a lead approves

  @Test
  void theLeadLooksAtItFirstAndBothAreTold() {
    offers(street, nina, "Nina Novak");
    assertThat(street.told(nina)).endsWith("members.waiting").doesNotContain("join.joined");
    assertThat(now(nina).volunteering()).isNull();
    for (PersonId lead : List.of(joan, lee)) {
      assertThat(street.told(lead)).containsExactly("members.applicant");
      assertThat(last(lead))
          .contains("Nina would like", "Hyde Park Neighbours", "LS6", "cycles")
          .doesNotContain("Novak", "3HN");
    }
  }

  /** Somebody who never wrote is told as well: a lead's number stands in the cell's file. */
  @Test
  void aLeadWhoNeverWroteIsTold() {
    offers(street, nina, "Nina");
    assertThat(street.told(new PersonId("+447700900812"))).containsExactly("members.applicant");
  }

  @Test
  void nobodyWhoWaitsIsAskedOrCanTakeAJob() {
    offers(street, nina, "Nina");
    asks(edna);
    assertThat(street.told(nina)).doesNotContain("job.offered", "job.offered-alone");
    street.taps(nina, street.theRequest(), "take");
    street.presses("nina", "job~1~offered~take~" + JobRef.to(street.theRequest()).about());
    assertThat(street.theRequest()).isInstanceOf(HelpRequest.Seeking.class);
  }

  @Test
  void whoIsApprovedIsAskedFromThenOn() {
    offers(street, nina, "Nina");
    street.says(joan, "approve nina");
    assertThat(street.told(joan)).endsWith("members.you-approved");
    assertThat(street.told(nina)).endsWith("members.approved");
    assertThat(now(nina).volunteering().joinedAt()).isEqualTo(street.now);
    assertThat(now(nina).membership().application()).isNull();
    assertThat(street.alarms.keySet()).noneMatch(key -> key.startsWith("applied/"));
    asks(edna);
    assertThat(street.told(nina)).endsWith("job.offered");
  }

  @Test
  void ofTwoLeadsTheFirstOnesWordCounts() {
    offers(street, nina, "Nina");
    street.picks(lee, "approve");
    assertThat(street.told(lee)).endsWith("members.you-approved");
    street.picks(joan, "refuse");
    assertThat(street.told(joan)).endsWith("members.is-in-already");
    assertThat(now(nina).volunteering()).isNotNull();
  }

  @Test
  void whoIsRefusedIsToldPolitelyAndIsNoVolunteer() {
    offers(street, nina, "Nina");
    street.says(joan, "waiting");
    assertThat(last(joan)).contains("1. Nina, waiting 0 min");
    street.says(joan, "refuse 1");
    assertThat(street.told(nina)).endsWith("members.refused");
    assertThat(now(nina).volunteering()).isNull();
    street.says(joan, "waiting");
    assertThat(street.told(joan)).endsWith("members.list-empty");
    street.says(joan, "approve 1");
    assertThat(street.told(joan)).endsWith("members.nobody-waits");
  }

  @Test
  void ofTwoOfOneNameTheNumberTells() {
    PersonId other = street.resident("other");
    offers(street, nina, "Nina");
    street.passes(Duration.ofMinutes(5));
    offers(street, other, "Nina");
    street.says(joan, "approve nina");
    assertThat(street.told(joan)).endsWith("members.several-wait");
    street.says(joan, "waiting");
    street.says(joan, "approve 2");
    assertThat(now(nina).volunteering()).isNull();
    assertThat(now(other).volunteering()).isNotNull();
  }

  @Test
  void nobodyElseMayDecide() {
    PersonId sam = street.volunteer("Sam", 100);
    offers(street, nina, "Nina");
    street.says(sam, "approve nina");
    street.picks(sam, new org.doorstep.talk.Tap("members", 1, "applicant", "approve", "p.nina"));
    assertThat(now(nina).volunteering()).isNull();
    assertThat(street.told(sam)).doesNotContain("members.you-approved");
  }

  // ---- while they wait

  @Test
  void whoWaitsSeesItAndCanTakeItBack() {
    offers(street, nina, "Nina");
    street.passes(Duration.ofHours(3));
    street.says(nina, "I want to help");
    assertThat(street.told(nina)).endsWith("members.waiting-still");
    assertThat(last(nina)).contains("for 3 h now");
    street.says(nina, "my data");
    assertThat(street.told(nina)).endsWith("common.my-data", "members.waiting-still");
    street.says(nina, "withdraw");
    assertThat(street.told(nina)).endsWith("members.withdrawn");
    assertThat(now(nina).membership().application()).isNull();
    street.passes(Duration.ofDays(5));
    assertThat(street.told(joan)).containsExactly("members.applicant");
    street.picks(joan, "approve");
    assertThat(street.told(joan)).endsWith("members.waits-no-more");
    assertThat(now(nina).volunteering()).isNull();
  }

  @Test
  void cancelAndStopAndATapTakeItBackToo() {
    for (String word : List.of("cancel", "stop")) {
      offers(street, nina, "Nina");
      street.says(nina, word);
      assertThat(now(nina).membership().application()).isNull();
      street.says(nina, "start");
    }
    offers(street, nina, "Nina");
    street.picks(nina, "withdraw");
    assertThat(street.told(nina)).endsWith("members.withdrawn");
  }

  @Test
  void theLeadsAreRemindedAndAfterThreeDaysAnOfficerHears() {
    offers(street, nina, "Nina");
    street.passes(Duration.ofDays(1));
    assertThat(street.told(joan)).containsExactly("members.applicant", "members.applicant-waits");
    int before = street.sent.size();
    street.passes(Duration.ofDays(1));
    assertThat(street.sent).hasSize(before);
    street.passes(Duration.ofDays(1));
    assertThat(street.card().title()).isEqualTo("Somebody waits to volunteer");
    assertThat(street.card().lines().toString()).contains("Nina", "3 days");
    PersonId amina = street.writesFrom("amina", Address.slack("U0AMINA"));
    street.says(amina, "approve Nina");
    assertThat(now(nina).volunteering()).isNotNull();
  }

  @Test
  void atNightTheLeadsSleep() {
    street.now = street.now.plus(Duration.ofHours(11));
    offers(street, nina, "Nina");
    assertThat(street.told(nina)).endsWith("members.waiting");
    assertThat(street.told(joan)).isEmpty();
    street.passes(Duration.ofHours(9));
    assertThat(street.told(joan)).containsExactly("members.applicant");
  }

  /** A group that opens lets in who waits, within a day. */
  @Test
  void whenTheGroupOpensWhoWaitsIsIn() {
    offers(street, nina, "Nina");
    Street open = moved(ACell.joinedBy(Join.OPEN));
    open.passes(Duration.ofDays(1));
    assertThat(open.people.get(nina).volunteering()).isNotNull();
    assertThat(open.told(nina)).endsWith("members.approved");
  }

  @Test
  void whenItTakesInvitedOnlyALeadsWordStillCounts() {
    offers(street, nina, "Nina");
    Street invited = moved(ACell.joinedBy(Join.INVITATION));
    invited.says(joan, "approve Nina");
    assertThat(invited.people.get(nina).volunteering()).isNotNull();
  }

  private Street moved(Cell cell) {
    Street to = new Street(DESK, cell);
    to.people.putAll(street.people);
    to.alarms.putAll(street.alarms);
    to.now = street.now;
    return to;
  }

  @Test
  void aLeadNeedsNobodysWord() {
    offers(street, joan, "Joan");
    assertThat(street.told(joan)).endsWith("join.joined");
    assertThat(now(joan).volunteering()).isNotNull();
  }

  /** Whoever was in before the policy changed changes their answers as before. */
  @Test
  void whoIsInStaysIn() {
    PersonId sam = street.volunteer("Sam", 100);
    street.says(sam, "sign me up");
    assertThat(now(sam).volunteering()).isNotNull();
    assertThat(street.told(sam)).doesNotContain("members.waiting");
  }

  // ---- by invitation

  private final Street closed = new Street(DESK, ACell.joinedBy(Join.INVITATION));

  @Test
  void whoIsNotInvitedIsToldAtOnceAndLeavesNothing() {
    PersonId tom = closed.resident("tom");
    closed.says(tom, "I want to help");
    assertThat(closed.told(tom)).containsExactly("members.by-invitation");
    assertThat(closed.letters(tom).getLast().utterance().text()).contains("Joan", "Amina");
    assertThat(closed.people.get(tom).volunteering()).isNull();
    assertThat(closed.conversations).isEmpty();
  }

  @Test
  void whomALeadInvitedByNumberMayJoin() {
    PersonId lead = closed.writesFrom("joan", Address.whatsapp(ACell.JOANS_NUMBER));
    PersonId invited = closed.writesFrom(NINAS_NUMBER, Address.whatsapp(NINAS_NUMBER));
    closed.people.computeIfPresent(invited, (id, p) -> p.named(null));
    closed.says(lead, "INVITE \"+44 7700 900321\" Nina");
    assertThat(closed.told(lead)).endsWith("members.invited");
    assertThat(closed.invited).containsKey(invited);
    closed.says(lead, "invite 07700 900321");
    assertThat(closed.told(lead)).endsWith("members.invite-again");
    offers(closed, invited, "Nina");
    assertThat(closed.told(invited)).endsWith("join.joined");
    assertThat(closed.people.get(invited).volunteering().group()).isEqualTo("hyde-park");
    assertThat(closed.invited).isEmpty();
    closed.says(lead, "invite +447700900321 Nina");
    assertThat(closed.told(lead)).endsWith("members.invite-volunteer");
  }

  @Test
  void aNumberThatIsNoneIsAskedAbout() {
    PersonId lead = closed.writesFrom("joan", Address.whatsapp(ACell.JOANS_NUMBER));
    for (String order : List.of("invite Nina", "invite 0113 496 0000", "invite +447700900000")) {
      closed.says(lead, order);
      assertThat(closed.told(lead)).endsWith("members.invite-unclear");
    }
    assertThat(closed.invited).isEmpty();
  }
}
