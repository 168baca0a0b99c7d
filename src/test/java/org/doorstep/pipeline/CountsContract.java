package org.doorstep.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.doorstep.desk.Alarm;
import org.doorstep.desk.Change;
import org.doorstep.desk.Decision;
import org.doorstep.desk.Dossier;
import org.doorstep.desk.RollCall;
import org.doorstep.figures.Count;
import org.doorstep.figures.Counts;
import org.doorstep.figures.Measure;
import org.doorstep.figures.Spot;
import org.doorstep.figures.Within;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.RequestId;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;
import org.doorstep.people.Travel;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked
public abstract class CountsContract extends PortsContract {

  private static final LocalDate MONDAY = LocalDate.parse("2026-03-02");
  private static final Spot SPOT = new Spot("hill", "lift", "LS6 3");

  protected static Change.Counted asked(String request) {
    return counted(request, new Count(MONDAY, SPOT, Measure.ASKED, 1));
  }

  private static Change.Counted counted(String request, Count count) {
    return new Change.Counted(count, new RequestId(request));
  }

  protected Counts counts() {
    return counts(MONDAY, MONDAY);
  }

  private Counts counts(LocalDate from, LocalDate to) {
    return await(ports.boards().counted(CELL.id(), from, to)).counts();
  }

  @Test
  void aDecisionThatIsWrittenAgainCountsOnce() {
    Inbox.Entry entry = arrive(Samples.said("one", "+447700900101", "help"));
    Dossier dossier = open(entry);
    assertThat(commit(entry, dossier, settled(asked("rabcdef1")))).isEqualTo(Casebook.Outcome.DONE);
    assertThat(commit(entry, dossier, settled(asked("rabcdef1")))).isEqualTo(Casebook.Outcome.DONE);
    assertThat(counts().of(Measure.ASKED)).isEqualTo(1);
  }

  @Test
  void ofARequestEachThingCountsOnceHoweverItComesAbout() {
    happens(Samples.said("one", "+447700900101", "x"), asked("rabcdef1"), asked("rabcdef2"));
    happens(Samples.said("two", "+447700900101", "x"), asked("rabcdef1"));
    happens(
        Samples.said("three", "+447700900101", "x"),
        counted("rabcdef1", new Count(MONDAY, SPOT, Within.of(Duration.ofMinutes(3)), 1)));
    happens(
        Samples.said("four", "+447700900101", "x"),
        counted("rabcdef1", new Count(MONDAY, SPOT, Within.of(Duration.ofHours(3)), 1)));

    assertThat(counts().of(Measure.ASKED)).isEqualTo(2);
    assertThat(counts().of(Within.of(Duration.ofMinutes(3)))).isEqualTo(1);
    assertThat(counts().of(Within.of(Duration.ofHours(3)))).isZero();
  }

  @Test
  void whatIsOfNoRequestAddsUp() {
    Count five = new Count(MONDAY, SPOT, Measure.WAITING, 5);
    Count six = new Count(MONDAY, new Spot("hill", "other", "LS6"), Measure.WAITING, 6);
    happens(
        Samples.said("one", "+447700900101", "x"),
        new Change.Counted(five, null),
        new Change.Counted(six, null));
    happens(Samples.said("two", "+447700900101", "x"), new Change.Counted(five, null));

    assertThat(counts().by(Spot.Side.NEED, Measure.WAITING))
        .containsEntry("lift", 10)
        .containsEntry("other", 6);
  }

  @Test
  void aDaysCountsAreThatDays() {
    Count tuesday = new Count(MONDAY.plusDays(1), SPOT, Measure.ASKED, 1);
    happens(
        Samples.said("one", "+447700900101", "x"), asked("rabcdef1"), counted("rabcdef2", tuesday));

    assertThat(counts().of(Measure.ASKED)).isEqualTo(1);
    assertThat(counts(MONDAY, MONDAY.plusDays(1)).all()).hasSize(2).contains(tuesday);
    assertThat(counts(MONDAY.minusDays(7), MONDAY.minusDays(1)).all()).isEmpty();
  }

  @Test
  void aCountSurvivesTheEndOfItsRequest() {
    Person wilma = met("+447700900101");
    HelpRequest.Seeking seeking = Samples.seeking("rabcdef1", wilma.id());
    happens(
        Samples.said("one", "+447700900101", "x"),
        new Change.RequestIs(seeking),
        asked("rabcdef1"));
    happens(
        Samples.said("two", "+447700900101", "x"),
        new Change.RequestGone(seeking.id()),
        counted("rabcdef1", new Count(MONDAY, SPOT, Measure.CANCELLED, 1)));

    assertThat(counts().of(Measure.ASKED)).isEqualTo(1);
    assertThat(counts().of(Measure.CANCELLED)).isEqualTo(1);
  }

  @Test
  void thoseWhoCouldBeAskedAreCountedWhereTheyLive() {
    Person driver = volunteers("+447700900101", Set.of(Travel.CAR));
    Person walker = volunteers("+447700900102", Set.of(Travel.ON_FOOT));
    assertThat(stock().of(Measure.VOLUNTEERS)).isEqualTo(2);
    assertThat(stock().of(Measure.DRIVERS)).isEqualTo(1);
    assertThat(stock().by(Spot.Side.GROUP, Measure.VOLUNTEERS)).containsOnlyKeys("hill");

    becomes(walker.offering(walker.volunteering().paused(NOW.plus(Duration.ofDays(1)))));
    assertThat(stock().of(Measure.VOLUNTEERS)).isEqualTo(1);
    assertThat(await(roll(NOW.plus(Duration.ofDays(2)))).counts().of(Measure.VOLUNTEERS))
        .isEqualTo(2);
    becomes(driver.optedOut(true));
    assertThat(stock().of(Measure.VOLUNTEERS)).isZero();
    happens(Samples.said("gone", "+447700900102", "x"), new Change.PersonGone(walker.id()));
    assertThat(await(roll(NOW.plus(Duration.ofDays(2)))).counts().all()).isEmpty();
  }

  private Person volunteers(String number, Set<Travel> travel) {
    return becomes(
        met(number)
            .offering(
                Samples.volunteering(Samples.HOME).in("hill").paused(null).travelling(travel)));
  }

  private int events;

  private Person becomes(Person person) {
    happens(
        Samples.said("B" + ++events, person.address().value(), "x"), new Change.PersonIs(person));
    return person;
  }

  private Counts stock() {
    return await(roll(NOW)).counts();
  }

  private reactor.core.publisher.Mono<org.doorstep.desk.Answers> roll(java.time.Instant now) {
    return ports.volunteers().roll(CELL.id(), new RollCall.Stock(MONDAY, now));
  }

  @Test
  void anAlarmThatStaysIsSetOnce() {
    PersonId anna = new PersonId("anna");
    RequestId first = new RequestId("rabcdef1");
    Alarm one = new Alarm.Outcome(anna, first, false);
    Alarm other = new Alarm.Outcome(anna, new RequestId("rabcdef2"), false);
    happens(Samples.said("one", "+447700900101", "x"), waking(one));
    happens(Samples.said("two", "+447700900101", "x"), waking(other));

    await(ports.alarms().ring(holding, NOW.plus(Duration.ofHours(1)), 10));
    assertThat(next())
        .extracting(Inbox.Entry::inbound)
        .singleElement()
        .extracting("alarm")
        .isEqualTo(one);
  }

  private static Decision.Settled waking(Alarm alarm) {
    return new Decision.Settled(
        List.of(), List.of(), List.of(), List.of(new Alarm.Set(alarm, NOW)), Set.of());
  }
}
