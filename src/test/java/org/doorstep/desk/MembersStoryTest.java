package org.doorstep.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.doorstep.cell.ACell;
import org.doorstep.help.HelpRequest;
import org.doorstep.people.Address;
import org.doorstep.people.Availability;
import org.doorstep.people.Hours;
import org.doorstep.people.PersonId;
import org.doorstep.people.Volunteering;
import org.doorstep.talk.ShippedTalk;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A lead removes somebody, sees who is idle, and tells all of them something. */
@NullUnmarked
class MembersStoryTest {

  private static final Desk DESK = new Desk(ShippedTalk.load(), ShippedTalk.understanding());

  private final Street street = new Street(DESK);
  private final PersonId edna = street.resident("edna");
  private final PersonId sam = street.volunteer("Sam", 100);
  private final PersonId olek = street.volunteer("Olek", 200);
  private final PersonId joan = street.writesFrom("joan", Address.whatsapp(ACell.JOANS_NUMBER));
  private final PersonId lee = street.writesFrom("lee", Address.slack("U0JOAN"));

  private String last(PersonId who) {
    return street.letters(who).getLast().utterance().text();
  }

  private void asks(PersonId resident) {
    street.says(resident, "I need my prescription from Boots today");
    street.pins(resident, FakeTalk.EDNAS);
    for (String answer : List.of("skip", "Edna", "yes")) street.says(resident, answer);
    street.passes(Duration.ZERO);
  }

  // ---- somebody is removed

  @Test
  void whatTheyHoldGoesToTheOthersAndTheyAreToldPolitely() {
    asks(edna);
    street.says(sam, "yes");
    street.says(joan, "remove Sam");
    assertThat(street.told(joan)).endsWith("members.remove-sure");
    assertThat(street.theRequest()).isInstanceOf(HelpRequest.Claimed.class);
    street.says(joan, "yes");
    assertThat(street.told(joan)).endsWith("members.removed");
    assertThat(street.told(sam)).endsWith("members.you-were-removed");
    assertThat(street.told(edna)).endsWith("request-help.handed-back");
    assertThat(street.theRequest()).isInstanceOf(HelpRequest.Seeking.class);
    assertThat(street.people.get(sam).volunteering()).isNull();
    street.passes(Duration.ofMinutes(20));
    assertThat(street.told(olek)).contains("job.offered");
    assertThat(street.told(sam)).endsWith("members.you-were-removed");
    street.says(sam, "yes");
    street.taps(sam, street.theRequest(), "take");
    assertThat(street.theRequest()).isInstanceOf(HelpRequest.Seeking.class);
  }

  @Test
  void noAndAnotherLeadsTapChangeNothingTwice() {
    street.says(joan, "remove Sam");
    street.says(joan, "no");
    assertThat(street.told(joan)).endsWith("members.not-removed");
    street.says(joan, "remove Sam");
    street.says(lee, "remove volunteer Sam");
    street.picks(lee, "yes");
    street.picks(joan, "yes");
    assertThat(street.told(joan)).endsWith("common.closed");
    assertThat(street.told(sam)).containsExactly("members.you-were-removed");
  }

  @Test
  void whatTheyAskedForThemselvesStays() {
    asks(sam);
    street.says(joan, "remove Sam");
    street.picks(joan, "yes");
    assertThat(street.theRequest()).isInstanceOf(HelpRequest.Seeking.class);
  }

  @Test
  void ofTwoOfOneNameTheLeadSaysWhich() {
    PersonId other = street.volunteer("other", 300);
    street.people.computeIfPresent(other, (id, p) -> p.named("Sam Smith"));
    street.people.computeIfPresent(sam, (id, p) -> p.named("Sam Jones"));
    street.says(joan, "remove sam");
    assertThat(street.told(joan)).endsWith("members.remove-which");
    street.picks(joan, "this");
    street.picks(joan, "yes");
    assertThat(street.people.values().stream().filter(p -> p.volunteering() == null)).hasSize(4);
    street.says(joan, "remove Tim");
    assertThat(street.told(joan)).endsWith("members.remove-nobody");
  }

  @Test
  void underOpenTheyComeBackOnlyByALeadsWord() {
    street.says(joan, "remove Sam");
    street.picks(joan, "yes");
    joins(sam);
    assertThat(street.told(sam)).endsWith("members.waiting");
    assertThat(last(joan)).contains("A lead has removed them before");
    street.says(joan, "approve Sam");
    assertThat(street.people.get(sam).volunteering()).isNotNull();
    assertThat(street.people.get(sam).membership().removedFrom()).isEmpty();
  }

  private void joins(PersonId who) {
    street.says(who, "I want to help");
    street.pins(who, FakeTalk.EDNAS);
    for (String answer : List.of("1 mile", "bicycle", "anything")) street.says(who, answer);
    street.passes(Duration.ZERO);
  }

  @Test
  void nobodyElseMayAndWordsOfOnesOwnAreNoOrder() {
    street.says(edna, "remove Sam");
    assertThat(street.told(edna)).doesNotContain("group.not-a-lead");
    assertThat(street.people.get(sam).volunteering()).isNotNull();
    street.says(joan, "remove my data");
    assertThat(street.told(joan)).endsWith("common.forget-me");
  }

  /** A volunteer of another group is none of theirs. */
  @Test
  void onlyTheirOwn() {
    Volunteering offer = street.people.get(sam).volunteering();
    street.people.computeIfPresent(sam, (id, p) -> p.offering(offer.in("elsewhere")));
    street.says(joan, "remove Sam");
    assertThat(street.told(joan)).endsWith("members.remove-nobody");
    street.picks(joan, new org.doorstep.talk.Tap("members", 1, "remove-sure", "yes", "p.Sam"));
    assertThat(street.people.get(sam).volunteering()).isNotNull();
  }

  // ---- who is idle

  @Test
  void whoWasLeftAloneComesWithTheDaysAndCounts() {
    street.asked.put(olek, new ArrayList<>(List.of(street.now)));
    street.passes(Duration.ofDays(40));
    PersonId newcomer = street.volunteer("Newcomer", 10);
    street.asked.put(newcomer, new ArrayList<>());
    street.says(joan, "idle");
    assertThat(last(joan))
        .contains("3 volunteers, 2 of them not asked for 30 days")
        .contains("- Olek, last asked 40 days ago", "- Sam, never asked, joined 40 days ago")
        .doesNotContain("Newcomer", "And ");
  }

  @Test
  void whoWasAskedAndNeverAnsweredIsNamed() {
    street.says(sam, "hello");
    for (int day = 0; day < 3; day++) {
      street.passes(Duration.ofDays(1));
      for (PersonId who : List.of(sam, olek)) {
        street.asked.computeIfAbsent(who, w -> new ArrayList<>()).add(street.now);
      }
    }
    street.passes(Duration.ofMinutes(1));
    street.says(olek, "pause");
    street.says(joan, "idle");
    assertThat(last(joan)).contains("not heard of:\n- Sam, 3 times").doesNotContain("Olek");
  }

  @Test
  void aLongListIsCutWithACount() {
    for (int i = 0; i < 30; i++) street.volunteer("V" + i, 10 * i);
    street.passes(Duration.ofDays(31));
    street.says(lee, "idle");
    assertThat(last(lee)).contains("32 volunteers, 32 of them", "And 22 more");
    assertThat(last(lee).length()).isLessThan(1600);
  }

  // ---- all are told something

  @Test
  void theLeadSeesItFirstAndThenItGoesToAll() {
    street.says(joan, "BULLETIN Tea in the church hall on Sunday at 3!");
    assertThat(last(joan)).contains("goes to 2 volunteers", "Tea in the church hall on Sunday");
    assertThat(street.told(sam)).isEmpty();
    street.says(joan, "yes");
    street.passes(Duration.ZERO);
    assertThat(street.told(joan)).endsWith("members.bulletin-sent");
    for (PersonId who : List.of(sam, olek)) {
      assertThat(street.told(who)).containsExactly("members.bulletin");
      assertThat(last(who)).contains("Hyde Park Neighbours: Tea in the church hall");
    }
    assertThat(street.told(edna)).isEmpty();
    assertThat(street.letters(sam).getLast().whenClosed())
        .isEqualTo(Outgoing.ToPerson.WhenClosed.HOLD);
  }

  @Test
  void noSendsNothingAndATapOfBeforeNeither() {
    street.says(joan, "bulletin Tea on Sunday");
    street.says(joan, "no");
    assertThat(street.told(joan)).endsWith("members.bulletin-not-sent");
    street.picks(joan, "yes");
    street.passes(Duration.ofHours(1));
    assertThat(street.told(sam)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Ring Joan on 07700 900811", "Meet at LS6 3HN", "Call +44 7700 900811"})
  void numbersAndPostcodesAreForNobodysPhone(String text) {
    street.says(joan, "bulletin " + text);
    assertThat(street.told(joan)).endsWith("members.bulletin-personal");
    street.says(joan, "bulletin " + "tea ".repeat(130));
    assertThat(street.told(joan)).endsWith("members.bulletin-length");
  }

  @Test
  void onceADay() {
    send("Tea on Sunday");
    street.passes(Duration.ofHours(20));
    street.says(lee, "bulletin More tea");
    assertThat(street.told(lee)).endsWith("members.bulletin-today");
    street.passes(Duration.ofHours(5));
    street.says(lee, "bulletin More tea");
    assertThat(street.told(lee)).endsWith("members.bulletin-sure");
  }

  private void send(String text) {
    street.says(joan, "bulletin " + text);
    street.picks(joan, "yes");
    street.passes(Duration.ZERO);
  }

  @Test
  void whoWantsNoneStoppedOrHasABreakGetsNone() {
    PersonId breaks = street.volunteer("Breaks", 50);
    PersonId stopped = street.volunteer("Stopped", 60);
    street.says(sam, "mute bulletins");
    assertThat(street.told(sam)).containsExactly("members.bulletins-off");
    street.says(breaks, "pause");
    street.says(stopped, "stop");
    send("Tea on Sunday");
    for (PersonId who : List.of(sam, breaks, stopped)) {
      assertThat(street.told(who)).doesNotContain("members.bulletin");
    }
    assertThat(street.told(olek)).containsExactly("members.bulletin");
    street.says(sam, "unmute bulletins");
    street.passes(Duration.ofHours(25));
    send("Tea on Monday");
    assertThat(street.told(sam)).endsWith("members.bulletin");
  }

  @Test
  void atNightEverybodySleepsAndSomeSleepLonger() {
    street.people.computeIfPresent(
        sam,
        (id, p) ->
            p.offering(
                p.volunteering()
                    .available(
                        new Availability(
                            Set.of(),
                            List.of(),
                            new Hours(LocalTime.of(21, 0), LocalTime.of(9, 0)),
                            null))));
    street.passes(Duration.ofHours(11));
    send("Tea on Sunday");
    assertThat(street.told(olek)).isEmpty();
    street.passes(Duration.ofHours(9));
    assertThat(street.told(olek)).containsExactly("members.bulletin");
    assertThat(street.told(sam)).isEmpty();
    street.passes(Duration.ofHours(2));
    assertThat(street.told(sam)).containsExactly("members.bulletin");
  }

  /** What was cut off between two hundreds is taken up by the same alarm. */
  @Test
  void aHundredAtATimeAndToNobodyTwice() {
    for (int i = 0; i < 250; i++) street.volunteer("V" + i, 10);
    street.says(joan, "bulletin Tea on Sunday");
    street.picks(joan, "yes");
    Alarm first = street.alarms.get("bulletin/hyde-park").alarm();
    street.passes(Duration.ZERO);
    assertThat(bulletins()).isEqualTo(100);
    street.rings(first);
    assertThat(bulletins()).isEqualTo(100);
    street.passes(Duration.ofMinutes(1));
    assertThat(bulletins()).isEqualTo(252);
    assertThat(street.facts).anyMatch(Fact.BulletinSent.class::isInstance);
  }

  private long bulletins() {
    return street.sent.stream()
        .filter(o -> o instanceof Outgoing.ToPerson)
        .map(o -> ((Outgoing.ToPerson) o).utterance().id())
        .filter("members.bulletin"::equals)
        .count();
  }

  @Test
  void ordersTellsOfThemAndAnybodyElsesWordsAreTheirOwn() {
    street.says(joan, "orders");
    assertThat(street.told(joan)).containsExactly("group.orders", "members.orders");
    street.says(edna, "waiting");
    street.says(edna, "idle");
    assertThat(street.told(edna)).doesNotContain("group.not-a-lead", "members.idle");
  }

  @Test
  void theNameOfTheGroupMayStandBeforeIt() {
    street.says(joan, "bulletin Hyde Park Neighbours: Tea on Sunday");
    assertThat(last(joan)).contains("\nTea on Sunday").doesNotContain("Neighbours: Tea");
  }
}
