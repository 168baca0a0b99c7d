package org.doorstep.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.doorstep.cell.CellId;
import org.doorstep.cell.NeedTerms;
import org.doorstep.cell.WaveStep;
import org.doorstep.desk.Change;
import org.doorstep.desk.Decision;
import org.doorstep.desk.Dossier;
import org.doorstep.desk.Enquiry;
import org.doorstep.help.Asking;
import org.doorstep.help.Candidate;
import org.doorstep.help.ClaimOutcome;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.Matching;
import org.doorstep.help.Suitable;
import org.doorstep.help.Tally;
import org.doorstep.people.Address;
import org.doorstep.people.Availability;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;
import org.doorstep.people.Ties;
import org.doorstep.people.Volunteering;
import org.doorstep.place.Place;
import org.doorstep.place.Point;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked
public abstract class VolunteersContract extends PortsContract {

  private static final PersonId WILMA = new PersonId("wilma");
  private static final int CROWD = 230;

  private final HelpRequest.Seeking request = Samples.seeking("rabcdef1", WILMA);
  private int events;

  protected final Person volunteer(String number, int metresNorth) {
    Person person = met(number).offering(lives(metresNorth));
    becomes(person);
    return person;
  }

  private static Volunteering lives(int metresNorth) {
    Point wilmas = Samples.HOME.point();
    Point home = new Point(wilmas.latitude() + metresNorth / 111_195.0, wilmas.longitude());
    return new Volunteering(
        new Place("LS6 3HN", "LS6", home, true),
        100_000,
        Set.of(),
        Set.of(),
        Set.of(),
        "hill",
        NOW,
        null,
        Availability.ALWAYS,
        Set.of());
  }

  private void becomes(Person person) {
    happens(
        Samples.said("V" + ++events, person.address().value(), "x"), new Change.PersonIs(person));
  }

  private void happens(Change... changes) {
    happens(Samples.said("V" + ++events, "+447700900199", "x"), changes);
  }

  protected final Asking asking(int metres, int size) {
    return asking(request, metres, size, Ties.NONE, false);
  }

  private static Asking asking(
      HelpRequest.Seeking request, int metres, int size, Ties ties, boolean anywhere) {
    return new Asking(
        request,
        ties,
        "en",
        "en",
        new WaveStep(size, metres, Duration.ofMinutes(5)),
        new NeedTerms(request.particulars().need(), Set.of(), Set.of(), anywhere),
        false,
        2,
        NOW.atZone(CELL.zone()));
  }

  /** Those who would be asked, in order. */
  protected final List<Person> asked(Asking asking) {
    List<Candidate> found = await(ports.volunteers().suiting(CELL.id(), asking));
    assertThat(found).doesNotHaveDuplicates();
    return Matching.rank(asking, found).stream()
        .limit(asking.step().size())
        .map(Suitable::volunteer)
        .toList();
  }

  private Tally tally(PersonId person) {
    return await(ports.volunteers().suiting(CELL.id(), asking(50_000, 50))).stream()
        .filter(c -> c.person().id().equals(person))
        .map(Candidate::tally)
        .findFirst()
        .orElse(null);
  }

  @Test
  void thoseOfAnAreaAreFoundWhateverWouldSuitThem() {
    met("+447700900104");
    Person far = volunteer("+447700900101", 900);
    Person near = volunteer("+447700900102", 200);
    volunteer("+447700900103", 5000);
    assertThat(near(10)).containsExactly(near, far);
    assertThat(near(1)).containsExactly(near);
    assertThat(near(1, near.id())).containsExactly(far);
    becomes(near.optedOut(true));
    assertThat(near(10)).containsExactly(far);
  }

  private List<Person> near(int limit, PersonId... without) {
    Point middle = Samples.HOME.point();
    return await(
        ports
            .volunteers()
            .near(CELL.id(), new Enquiry.VolunteersNear(middle, 1500, limit, Set.of(without))));
  }

  @Test
  void theNearestComeFirst() {
    Person far = volunteer("+447700900101", 1100);
    Person near = volunteer("+447700900102", 120);
    Person between = volunteer("+447700900103", 600);
    assertThat(asked(asking(5000, 10))).containsExactly(near, between, far);
    assertThat(asked(asking(5000, 2))).containsExactly(near, between);
  }

  @Test
  void nobodyBeyondTheWaveIsFound() {
    volunteer("+447700900101", 3000);
    Person near = volunteer("+447700900102", 120);
    assertThat(asked(asking(1000, 10))).containsExactly(near);
    assertThat(asked(asking(50, 10))).isEmpty();
  }

  @Test
  void thoseWhoWereAskedAreLeftOut() {
    Person near = volunteer("+447700900102", 120);
    Person between = volunteer("+447700900103", 600);
    HelpRequest.Seeking sent = request.waveSent(List.of(near.id()));
    assertThat(asked(asking(sent, 5000, 1, Ties.NONE, false))).containsExactly(between);
  }

  @Test
  void whoSaidStopOrNeverJoinedIsNotFound() {
    met("+447700900101");
    Person volunteer = volunteer("+447700900102", 120);
    assertThat(asked(asking(5000, 10))).hasSize(1);
    becomes(volunteer.optedOut(true));
    assertThat(asked(asking(5000, 10))).isEmpty();
    becomes(volunteer.optedOut(false));
    assertThat(asked(asking(5000, 10))).hasSize(1);
    becomes(volunteer.offering(null));
    assertThat(asked(asking(5000, 10))).isEmpty();
  }

  @Test
  void whoMovedIsFoundWhereTheyAreNow() {
    Person volunteer = volunteer("+447700900102", 120);
    becomes(volunteer.offering(lives(8000)));
    assertThat(asked(asking(5000, 10))).isEmpty();
  }

  @Test
  void anotherCellHasItsOwn() {
    volunteer("+447700900102", 120);
    CellId elsewhere = Samples.cell("elsewhere").id();
    assertThat(await(ports.volunteers().suiting(elsewhere, asking(5000, 5)))).isEmpty();
  }

  @Test
  void whoHelpedBeforeIsFoundWhereverTheyLive() {
    Person near = volunteer("+447700900101", 120);
    Person friend = volunteer("+447700900102", 9000);
    Ties ties = Ties.NONE.helpedBy(friend.id()).helpedBy(new PersonId("moved-away"));
    assertThat(asked(asking(request, 1000, 1, ties, false))).containsExactly(friend);
    assertThat(asked(asking(request, 1000, 2, ties, false))).containsExactly(friend, near);
    Ties nearest = Ties.NONE.helpedBy(near.id());
    assertThat(asked(asking(request, 20_000, 5, nearest, false))).containsExactly(near, friend);
    becomes(friend.optedOut(true));
    assertThat(asked(asking(request, 1000, 2, ties, false))).containsExactly(near);
  }

  @Test
  void whatNeedsNoNearnessFindsThemAll() {
    Person far = volunteer("+447700900101", 30_000);
    assertThat(asked(asking(request, 1000, 1, Ties.NONE, true))).containsExactly(far);
  }

  /** However many near ones may not be asked, those behind them are seen. */
  @Test
  void aCrowdThatIsPausedHidesNobody() {
    List<Change> crowd = new ArrayList<>();
    IntStream.range(0, CROWD)
        .mapToObj(
            i ->
                Person.firstSeen(
                        new PersonId("crowd" + i), Address.whatsapp("+4477009002" + i), "en", NOW)
                    .offering(lives(i % 90).paused(Instant.MAX)))
        .forEach(person -> crowd.add(new Change.PersonIs(person)));
    for (int i = 0; i < CROWD; i += 46) happens(crowd.subList(i, i + 46).toArray(Change[]::new));
    Person behind = volunteer("+447700900101", 700);
    assertThat(asked(asking(1000, 3))).containsExactly(behind);
  }

  @Test
  void theirTurnsAreRememberedToTheMinute() {
    Person near = volunteer("+447700900101", 120);
    Person next = volunteer("+447700900102", 200);
    assertThat(tally(near.id())).isEqualTo(Tally.NONE);
    happens(new Change.VolunteersAsked(List.of(near.id())));
    Instant minute = NOW.truncatedTo(ChronoUnit.MINUTES);
    assertThat(tally(near.id())).isEqualTo(new Tally(List.of(minute), null, 0));
    assertThat(asked(asking(5000, 1))).containsExactly(next);
    happens(new Change.VolunteersAsked(List.of(next.id(), near.id())));
    assertThat(tally(near.id()).asked()).containsExactly(minute, minute);
    assertThat(tally(next.id()).asked()).containsExactly(minute);
    happens(new Change.VolunteerHelped(next.id()));
    assertThat(tally(next.id())).isEqualTo(new Tally(List.of(minute), minute, 0));
    happens(new Change.VolunteersAsked(List.of(next.id())));
    assertThat(tally(next.id())).isEqualTo(new Tally(List.of(minute, minute), minute, 0));
  }

  @Test
  void onlyTheLastTurnsAreRemembered() {
    Person near = volunteer("+447700900101", 120);
    for (int i = 0; i < Tally.REMEMBERED + 2; i++) {
      happens(new Change.VolunteersAsked(List.of(near.id())));
    }
    assertThat(tally(near.id()).asked()).hasSize(Tally.REMEMBERED);
  }

  @Test
  void whatIsHandledTwiceCountsOnce() {
    Person near = volunteer("+447700900101", 120);
    Inbox.Entry entry = arrive(Samples.said("once", "+447700900199", "x"));
    Dossier dossier = open(entry);
    Decision.Settled wave = settled(new Change.VolunteersAsked(List.of(near.id())));
    assertThat(commit(entry, dossier, wave)).isEqualTo(Casebook.Outcome.DONE);
    assertThat(commit(entry, dossier, wave)).isEqualTo(Casebook.Outcome.DONE);
    assertThat(tally(near.id()).asked()).hasSize(1);
  }

  /** They may be writing just then: their turn is none of their record. */
  @Test
  void beingAskedDoesNotGetInTheWayOfWhatTheyWrite() {
    String number = "+447700900101";
    Person near = volunteer(number, 120);
    Inbox.Entry theirs = arrive(Samples.said("theirs", number, "x"));
    Dossier before = open(theirs);
    happens(new Change.VolunteersAsked(List.of(near.id())));
    assertThat(commit(theirs, before, settled(new Change.PersonIs(near.named("New")))))
        .isEqualTo(Casebook.Outcome.DONE);
    assertThat(tally(near.id()).asked()).hasSize(1);
  }

  @Test
  void whatTheyHaveInHandCounts() {
    Person near = volunteer("+447700900101", 120);
    Person next = volunteer("+447700900102", 300);
    happens(new Change.RequestIs(Samples.seeking("rother01", WILMA)));
    assertThat(attempt(Samples.seeking("rother01", WILMA).id(), 1, near.id(), 2))
        .isEqualTo(new ClaimOutcome.Won());
    assertThat(tally(near.id()).holds()).isEqualTo(1);
    assertThat(asked(asking(5000, 1))).containsExactly(next);
    happens(new Change.RequestIs(Samples.seeking("rother02", WILMA)));
    attempt(Samples.seeking("rother02", WILMA).id(), 1, near.id(), 2);
    assertThat(asked(asking(5000, 5))).containsExactly(next);
  }

  @Test
  void ofWhoIsForgottenNothingIsRemembered() {
    Person near = volunteer("+447700900101", 120);
    happens(new Change.VolunteersAsked(List.of(near.id())));
    happens(new Change.PersonGone(near.id()));
    assertThat(asked(asking(5000, 5))).isEmpty();
    becomes(near);
    assertThat(tally(near.id())).isEqualTo(Tally.NONE);
  }
}
