package org.doorstep.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.doorstep.desk.Answers;
import org.doorstep.desk.Change;
import org.doorstep.desk.Dossier;
import org.doorstep.desk.Enquiry;
import org.doorstep.desk.Office;
import org.doorstep.desk.Roll;
import org.doorstep.desk.RollCall;
import org.doorstep.help.Arrangement;
import org.doorstep.help.Candidate;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.RequestId;
import org.doorstep.help.Thing;
import org.doorstep.people.Address;
import org.doorstep.people.Application;
import org.doorstep.people.Invitation;
import org.doorstep.people.Membership;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** Who belongs to a group, and who would. */
@NullUnmarked
public abstract class RollContract extends PortsContract {

  private static final Set<String> HILL = Set.of("hill");

  private int events;

  private Answers ask(RollCall call) {
    return await(ports.volunteers().roll(CELL.id(), call));
  }

  private Roll roll(RollCall call) {
    return ask(call).roll();
  }

  protected final Person becomes(Person person, Change... more) {
    List<Change> changes = new ArrayList<>(List.of(more));
    changes.addFirst(new Change.PersonIs(person));
    happens(
        Samples.said("R" + ++events, person.address().value(), "x"),
        changes.toArray(Change[]::new));
    return person;
  }

  protected final Person volunteer(String number) {
    return becomes(met(number).offering(Samples.volunteering(Samples.HOME).in("hill")));
  }

  private Person joinedLongAgo(String number) {
    return becomes(
        met(number)
            .offering(
                Samples.volunteering(Samples.HOME)
                    .in("hill")
                    .joined(NOW.minus(Duration.ofDays(90)))));
  }

  private Person applicant(String number, Duration ago) {
    return becomes(applying(met(number), ago));
  }

  private static Person applying(Person person, Duration ago) {
    return person.standing(
        Membership.NONE.applying(
            new Application(Samples.volunteering(Samples.HOME).in("hill"), NOW.minus(ago))));
  }

  private List<PersonId> next(String after, int atMost) {
    return roll(new RollCall.Next("hill", after, atMost)).volunteers().stream()
        .map(c -> c.person().id())
        .toList();
  }

  // ---- who waits

  @Test
  void whoWaitsIsFoundTheLongestFirstUntilItIsOver() {
    Person second = applicant("+447700900101", Duration.ofHours(1));
    Person first = applicant("+447700900102", Duration.ofHours(5));
    assertThat(roll(new RollCall.Waiting(HILL)).waiting()).containsExactly(first, second);
    assertThat(roll(new RollCall.Waiting(HILL)).all()).isEqualTo(2);
    assertThat(roll(new RollCall.Waiting(Set.of("dale"))).waiting()).isEmpty();
    Person again = becomes(applying(first, Duration.ofMinutes(5)));
    assertThat(roll(new RollCall.Waiting(HILL)).waiting()).containsExactly(second, again);
    becomes(again.standing(Membership.NONE));
    assertThat(roll(new RollCall.Waiting(HILL)).waiting()).containsExactly(second);
    happens(Samples.said("gone", "+447700900101", "x"), new Change.PersonGone(second.id()));
    assertThat(roll(new RollCall.Waiting(HILL)).waiting()).isEmpty();
    assertThat(roll(new RollCall.Waiting(HILL)).all()).isZero();
  }

  /** A lead's word, as it is written. */
  @Test
  void whomALeadApprovedWaitsNoMoreAndIsOnTheRoll() {
    Person waits = applicant("+447700900101", Duration.ofHours(1));
    Inbox.Entry entry = arrive(Samples.said("lead", "+447700900102", "approve"));
    Dossier dossier = open(entry).with(ask(new RollCall.Waiting(HILL)));
    Person in =
        waits
            .offering(waits.membership().application().offer())
            .standing(waits.membership().welcome("hill"));
    assertThat(commit(entry, dossier, settled(new Change.PersonIs(in))))
        .isEqualTo(Casebook.Outcome.DONE);
    assertThat(roll(new RollCall.Waiting(HILL)).all()).isZero();
    assertThat(next("", 10)).containsExactly(in.id());
  }

  @Test
  void whomALeadRemovedIsNotOnTheRoll() {
    Person sam = volunteer("+447700900101");
    Inbox.Entry entry = arrive(Samples.said("lead", "+447700900102", "yes"));
    Dossier dossier = open(entry).with(ask(new RollCall.Of(sam.id())));
    Person out = sam.offering(null).standing(sam.membership().removed("hill"));
    assertThat(commit(entry, dossier, settled(new Change.PersonIs(out))))
        .isEqualTo(Casebook.Outcome.DONE);
    assertThat(next("", 10)).isEmpty();
    assertThat(roll(new RollCall.Idle(HILL, NOW.plusSeconds(90))).idle()).isZero();
  }

  /** Nobody who waits is found among those who may be asked. */
  @Test
  void whoWaitsIsNoVolunteer() {
    applicant("+447700900101", Duration.ofHours(1));
    assertThat(next("", 10)).isEmpty();
    assertThat(
            await(
                ports
                    .volunteers()
                    .near(
                        CELL.id(),
                        new Enquiry.VolunteersNear(Samples.HOME.point(), 5000, 10, Set.of()))))
        .isEmpty();
  }

  /** Of two leads who decide at once, one is heard again. */
  @Test
  void whoChangedSinceTheyWereLookedUpIsNotWrittenOver() {
    Person waits = applicant("+447700900101", Duration.ofHours(1));
    Inbox.Entry entry = arrive(Samples.said("lead", "+447700900102", "approve"));
    Dossier before = open(entry).with(ask(new RollCall.Waiting(HILL)));
    becomes(waits.standing(Membership.NONE));
    assertThat(
            commit(
                entry,
                before,
                settled(new Change.PersonIs(waits.named("Nina").standing(Membership.NONE)))))
        .isEqualTo(Casebook.Outcome.STALE);
  }

  // ---- who belongs to it

  @Test
  void theVolunteersComeAFewAtATimeAndNoneTwice() {
    List<PersonId> all = new ArrayList<>();
    for (int i = 1; i <= 5; i++) all.add(volunteer("+44770090010" + i).id());
    List<PersonId> found = new ArrayList<>(next("", 2));
    while (found.size() < 5) {
      List<PersonId> some = next(found.getLast().value(), 2);
      assertThat(some).isNotEmpty().doesNotContainAnyElementsOf(found);
      found.addAll(some);
    }
    assertThat(found).containsExactlyInAnyOrderElementsOf(all);
    assertThat(next(found.getLast().value(), 2)).isEmpty();
  }

  @Test
  void whoLeftStoppedOrWasForgottenIsNotAmongThem() {
    Person left = volunteer("+447700900101");
    Person stopped = volunteer("+447700900102");
    Person gone = volunteer("+447700900103");
    Person moved = volunteer("+447700900104");
    becomes(left.offering(null));
    becomes(stopped.optedOut(true));
    becomes(moved.offering(moved.volunteering().in("dale")));
    happens(Samples.said("gone", "+447700900103", "x"), new Change.PersonGone(gone.id()));
    assertThat(next("", 10)).isEmpty();
    assertThat(roll(new RollCall.Idle(HILL, NOW)).all()).isZero();
    assertThat(roll(new RollCall.Idle(Set.of("dale"), NOW)).all()).isEqualTo(1);
    becomes(stopped.optedOut(false));
    assertThat(next("", 10)).containsExactly(stopped.id());
  }

  @Test
  void theyAreFoundByTheirNames() {
    Person nina = becomes(volunteer("+447700900101").named("Niná Novak"));
    Person other = becomes(volunteer("+447700900102").named("Nina"));
    becomes(volunteer("+447700900103").named("Sam"));
    assertThat(roll(new RollCall.Called(HILL, "nina")).volunteers())
        .extracting(Candidate::person)
        .containsExactlyInAnyOrder(nina, other);
    assertThat(roll(new RollCall.Called(Set.of("dale"), "nina")).volunteers()).isEmpty();
  }

  @Test
  void whoWasAskedLatelyIsNotIdle() {
    Person idle = joinedLongAgo("+447700900101");
    Person asked = joinedLongAgo("+447700900102");
    becomes(asked, new Change.VolunteersAsked(List.of(asked.id())));
    Roll found = roll(new RollCall.Idle(HILL, Samples.NOW.minus(Duration.ofMinutes(2))));
    assertThat(found.all()).isEqualTo(2);
    assertThat(found.idle()).isEqualTo(1);
    assertThat(found.volunteers())
        .extracting(Candidate::person)
        .containsExactlyInAnyOrder(idle, asked);
    assertThat(
            found.volunteers().stream()
                .filter(c -> c.person().equals(asked))
                .findFirst()
                .orElseThrow()
                .tally()
                .asked())
        .hasSize(1);
  }

  @Test
  void aPersonComesWithWhatTheyAreInvolvedIn() {
    Person resident = met("+447700900101");
    Person holder = volunteer("+447700900102");
    HelpRequest claimed = Samples.seeking("rabcdef1", resident.id()).claimedBy(holder.id(), NOW);
    happens(Samples.said("r", "+447700900199", "x"), new Change.RequestIs(claimed));
    Answers found = ask(new RollCall.Of(holder.id()));
    assertThat(found.jobs()).containsExactly(claimed);
    assertThat(found.people()).contains(resident, holder);
    assertThat(found.versions()).isNotEmpty();
    assertThat(ask(new RollCall.Of(new PersonId("nobody"))).people()).isEmpty();
  }

  /** So that a lead who removes them leaves nothing of it behind. */
  @Test
  void aPersonComesWithWhatTheyDoEachTimeAndWhatTheyLend() {
    Person resident = met("+447700900101");
    Person regular = volunteer("+447700900102");
    Person borrower = met("+447700900103");
    Arrangement weekly = Samples.weekly("rabcdef1", resident.id()).by(regular.id());
    Thing lent =
        Samples.thing("tabcdef1", "heater", regular.id())
            .handedTo(borrower.id(), new RequestId("rabcdef9"), LocalDate.parse("2026-03-06"));
    happens(
        Samples.said("r", "+447700900199", "x"),
        new Change.ArrangementIs(weekly),
        new Change.ThingIs(lent));
    Inbox.Entry entry = arrive(Samples.said("lead", "+447700900198", "yes"));
    Dossier dossier = open(entry).with(ask(new RollCall.Of(regular.id())));
    assertThat(dossier.arrangements()).containsExactly(weekly);
    assertThat(dossier.things()).containsExactly(lent);
    assertThat(dossier.people()).containsKeys(resident.id(), borrower.id());
    Change left = new Change.ArrangementIs(weekly.without(regular.id()));
    happens(Samples.said("meanwhile", "+447700900101", "x"), left);
    assertThat(commit(entry, dossier, settled(left))).isEqualTo(Casebook.Outcome.STALE);
    assertThat(ask(new RollCall.Of(regular.id())).arrangements()).isEmpty();
  }

  /** Those of one job hear of each other. */
  @Test
  void aPersonComesWithTheOtherPartsOfTheirJob() {
    Person resident = met("+447700900101");
    Person holder = volunteer("+447700900102");
    HelpRequest mine = Samples.parts(resident.id()).getFirst().claimedBy(holder.id(), NOW);
    HelpRequest other = Samples.parts(resident.id()).getLast();
    happens(
        Samples.said("r", "+447700900199", "x"),
        new Change.RequestIs(mine),
        new Change.RequestIs(other));
    assertThat(ask(new RollCall.Of(holder.id())).jobs()).containsExactlyInAnyOrder(mine, other);
  }

  @Test
  void thoseWhoAreNamedAreRead() {
    Person one = volunteer("+447700900101");
    volunteer("+447700900102");
    assertThat(roll(new RollCall.These(Set.of(one.id()))).volunteers())
        .extracting(Candidate::person)
        .containsExactly(one);
  }

  // ---- leads, and the invited

  @Test
  void aLeadIsFoundWhetherTheyEverWroteOrNot() {
    Person known = met("+447700900101");
    Address never = Address.whatsapp("+447700900102");
    Answers found = ask(new RollCall.Leads(Set.of(known.address(), never)));
    assertThat(found.roll().leads()).hasSize(2);
    Roll.Head unknown =
        found.roll().leads().stream().filter(h -> h.known() == null).findFirst().orElseThrow();
    assertThat(unknown.address()).isEqualTo(never);
    assertThat(found.roll().leads()).anyMatch(h -> known.equals(h.known()));
    Inbox.Entry entry = arrive(Samples.said("x", "+447700900103", "x"));
    Dossier dossier = open(entry).with(found);
    Person made = Person.firstSeen(unknown.id(), never, "en", NOW);
    assertThat(commit(entry, dossier, settled(new Change.PersonIs(made))))
        .isEqualTo(Casebook.Outcome.DONE);
    assertThat(look("y", "+447700900102").sender()).isEqualTo(made);
  }

  @Test
  void whomALeadInvitedMayJoinOnce() {
    Address nina = Address.whatsapp("+447700900102");
    assertThat(roll(new RollCall.Invitee(nina)).invitee()).isEqualTo(Roll.Invitable.MAY_BE_ASKED);
    Invitation invitation = Invitation.by("hill", "Nina");
    happens(Samples.said("lead", "+447700900101", "x"), new Change.Invited(nina, invitation));
    assertThat(roll(new RollCall.Invitee(nina)).invitee()).isEqualTo(Roll.Invitable.INVITED);
    Dossier dossier = look("hello", "+447700900102");
    assertThat(dossier.invited().invitation()).isEqualTo(invitation);
  }

  // ---- what leads have in hand

  @Test
  void theOfficeKeepsListsAndBulletins() {
    PersonId lead = met("+447700900101").id();
    Office office =
        new Office(
            Map.of(),
            Map.of(),
            Map.of(lead.value(), List.of("nina")),
            Map.of("hill", new Office.Bulletin("b1", "Tea on Sunday", lead, NOW, 3)));
    happens(Samples.said("office", "+447700900101", "x"), new Change.OfficeIs(office));
    assertThat(await(ports.boards().office(CELL.id(), Set.of())).office()).isEqualTo(office);
  }
}
