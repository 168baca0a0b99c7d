package org.doorstep.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.doorstep.bridge.Case;
import org.doorstep.cell.Money;
import org.doorstep.cell.PayingBack;
import org.doorstep.desk.Answers;
import org.doorstep.desk.Change;
import org.doorstep.desk.Dossier;
import org.doorstep.desk.Duty;
import org.doorstep.desk.Enquiry;
import org.doorstep.desk.Office;
import org.doorstep.help.Arrangement;
import org.doorstep.help.Expense;
import org.doorstep.help.Expenses;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.RequestId;
import org.doorstep.people.Need;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked
public abstract class BoardsContract extends PortsContract {

  private static final Set<String> HILL = Set.of("hill");

  private int events;

  private void becomes(HelpRequest request) {
    happens(Samples.said("B" + ++events, "+447700900199", "x"), new Change.RequestIs(request));
  }

  private List<HelpRequest> open(Set<String> groups) {
    return await(ports.boards().open(CELL.id(), groups)).open();
  }

  private Answers job(Person lead, Set<String> groups, String named) {
    return await(
        ports.boards().job(CELL.id(), new Enquiry.JobNamed(lead.id(), groups, named, false)));
  }

  @Test
  void aGroupsJobsAreFoundUntilTheyAreOver() {
    Person wilma = met("+447700900101");
    Person bert = met("+447700900102");
    HelpRequest.Seeking seeking = Samples.seeking("rabcdef1", wilma.id());
    becomes(seeking);
    assertThat(open(HILL)).containsExactly(seeking);
    assertThat(open(Set.of("dale"))).isEmpty();
    HelpRequest.Claimed claimed = seeking.claimedBy(bert.id(), NOW);
    becomes(claimed);
    Answers told = await(ports.boards().open(CELL.id(), HILL));
    assertThat(told.open()).containsExactly(claimed);
    assertThat(told.people()).contains(bert);
    becomes(claimed.close(HelpRequest.Closed.Outcome.CANCELLED, NOW));
    assertThat(open(HILL)).isEmpty();
  }

  @Test
  void whoIsForgottenTakesTheirJobsAlong() {
    Person wilma = met("+447700900101");
    becomes(Samples.seeking("rabcdef1", wilma.id()));
    happens(Samples.said("gone", "+447700900101", "x"), new Change.PersonGone(wilma.id()));
    assertThat(open(HILL)).isEmpty();
  }

  private Answers regular(Set<String> groups) {
    return await(ports.boards().regular(CELL.id(), groups));
  }

  private void arranged(Arrangement arrangement) {
    happens(
        Samples.said("A" + ++events, "+447700900199", "x"), new Change.ArrangementIs(arrangement));
  }

  @Test
  void aGroupsArrangementsAreFoundWithWhoDoesThemUntilTheyEnd() {
    Person wilma = met("+447700900101");
    Person bert = met("+447700900102");
    Arrangement weekly = Samples.weekly("rabcdef1", wilma.id());
    arranged(weekly);
    assertThat(regular(HILL).regular()).containsExactly(weekly);
    assertThat(regular(Set.of("dale")).regular()).isEmpty();
    assertThat(open(HILL)).isEmpty();
    Arrangement done = weekly.by(bert.id()).missedOn(weekly.next());
    Inbox.Entry entry = arrive(Samples.said("by", "+447700900101", "x"));
    commit(entry, open(entry), settled(new Change.ArrangementIs(done)));
    assertThat(regular(HILL).regular()).containsExactly(done);
    assertThat(regular(HILL).people()).containsExactly(bert);
    Inbox.Entry last = arrive(Samples.said("end", "+447700900101", "x"));
    commit(last, open(last), settled(new Change.ArrangementGone(done.id())));
    assertThat(regular(HILL).regular()).isEmpty();
  }

  @Test
  void whoIsForgottenTakesTheirArrangementsAlong() {
    Person wilma = met("+447700900101");
    arranged(Samples.weekly("rabcdef1", wilma.id()));
    happens(Samples.said("gone", "+447700900101", "x"), new Change.PersonGone(wilma.id()));
    assertThat(regular(HILL).regular()).isEmpty();
  }

  @Test
  void aJobIsFoundByItsNumberItsReferenceAndItsId() {
    Person lead = met("+447700900101");
    PersonId wilma = met("+447700900102").id();
    HelpRequest one = Samples.seeking("rabcdef1", wilma);
    HelpRequest two = Samples.seeking("rabcdef2", wilma);
    becomes(one);
    becomes(two);
    arranged(Samples.weekly("rabcdef3", wilma));
    happens(
        Samples.said("office", "+447700900101", "board"),
        new Change.OfficeIs(
            new Office(Map.of(lead.id().value(), List.of("rabcdef2", "rabcdef1")), Map.of())));
    assertThat(job(lead, HILL, "1").jobs()).containsExactly(two);
    assertThat(job(lead, HILL, "3").jobs()).isEmpty();
    assertThat(job(lead, HILL, one.id().reference()).jobs()).containsExactly(one);
    assertThat(job(lead, HILL, "rabcdef1").jobs()).containsExactly(one);
    for (String named : List.of("1", one.id().reference(), "rabcdef1", "rabcdef9", "bcdf")) {
      assertThat(job(lead, Set.of("dale"), named).jobs()).isEmpty();
    }
  }

  /** For as long as it is kept; the same letters mean an open one first. */
  @Test
  void oneThatIsOverIsFoundByItsReferenceUntilItIsGone() {
    Person lead = met("+447700900101");
    PersonId wilma = met("+447700900102").id();
    HelpRequest.Seeking seeking = Samples.seeking("rabcdef1", wilma);
    becomes(seeking);
    HelpRequest.Closed closed = seeking.close(HelpRequest.Closed.Outcome.CANCELLED, NOW);
    becomes(closed);
    String reference = seeking.id().reference();
    assertThat(job(lead, HILL, reference).jobs()).containsExactly(closed);
    assertThat(job(lead, Set.of("dale"), reference).jobs()).isEmpty();
    HelpRequest.Seeking open = closed.reopened().orElseThrow();
    becomes(open);
    assertThat(open(HILL)).containsExactly(open);
    assertThat(job(lead, HILL, reference).jobs()).containsExactly(open);
    becomes(closed);
    happens(
        Samples.said("gone", "+447700900103", "x"),
        new Change.RequestGone(new RequestId("rabcdef1")));
    assertThat(job(lead, HILL, reference).jobs()).isEmpty();
  }

  @Test
  void whatIsHandedOnIsTheOtherGroups() {
    PersonId wilma = met("+447700900101").id();
    HelpRequest.Seeking seeking = Samples.seeking("rabcdef1", wilma);
    becomes(seeking);
    HelpRequest.Seeking handedOn = seeking.handedOnTo("dale");
    becomes(handedOn);
    assertThat(open(HILL)).isEmpty();
    assertThat(open(Set.of("dale"))).containsExactly(handedOn);
  }

  @Test
  void aJobForSeveralPeopleComesWithItsOtherParts() {
    Person lead = met("+447700900101");
    PersonId wilma = met("+447700900102").id();
    Samples.parts(wilma).forEach(this::becomes);
    assertThat(job(lead, HILL, "rabcdef2").jobs())
        .extracting(job -> job.id().value())
        .as("the one that was named comes first")
        .containsExactly("rabcdef2", "rabcdef1");
  }

  /** Of two who order at once, one is heard again and sees what is true then. */
  @Test
  void aJobThatChangedSinceItWasLookedUpIsNotWrittenOver() {
    Person lead = met("+447700900101");
    PersonId wilma = met("+447700900102").id();
    HelpRequest.Seeking seeking = Samples.seeking("rabcdef1", wilma);
    becomes(seeking);
    Inbox.Entry entry = arrive(Samples.said("order", "+447700900101", "cancel rabcdef1"));
    Dossier before = open(entry).with(job(lead, HILL, "rabcdef1"));
    assertThat(before.request("rabcdef1")).contains(seeking);
    becomes(seeking.declinedBy(lead.id()));
    var cancelled = new Change.RequestIs(seeking.close(HelpRequest.Closed.Outcome.CANCELLED, NOW));
    assertThat(commit(entry, before, settled(cancelled))).isEqualTo(Casebook.Outcome.STALE);
    Dossier after = open(entry).with(job(lead, HILL, "rabcdef1"));
    assertThat(commit(entry, after, settled(cancelled))).isEqualTo(Casebook.Outcome.DONE);
  }

  private static Expenses spent(int number, PersonId payer, int pence) {
    Expenses none = Expenses.none("hill", YearMonth.of(2026, 3));
    return none.with(
        new Expense(
            number,
            new RequestId("rabcdef" + number),
            new Need("shopping"),
            payer,
            new Money(pence),
            NOW,
            PayingBack.USUAL,
            null,
            null));
  }

  private Answers expenses(Set<String> groups, int... months) {
    Set<YearMonth> wanted =
        IntStream.of(months).mapToObj(m -> YearMonth.of(2026, m)).collect(Collectors.toSet());
    return await(ports.boards().expenses(CELL.id(), groups, wanted));
  }

  @Test
  void whatWasLaidOutIsFoundByGroupAndMonthWithWhoDid() {
    Person vera = met("+447700900101");
    Expenses march = spent(1, vera.id(), 1420);
    happens(Samples.said("E1", "+447700900101", "x"), new Change.ExpensesAre(march));
    Answers found = expenses(HILL, 2, 3);
    assertThat(found.expenses())
        .containsExactlyInAnyOrder(march, Expenses.none("hill", YearMonth.of(2026, 2)));
    assertThat(found.people()).containsExactly(vera);
    assertThat(expenses(Set.of("dale"), 3).expenses().getFirst().all()).isEmpty();
    happens(Samples.said("gone", "+447700900101", "x"), new Change.PersonGone(vera.id()));
    assertThat(expenses(HILL, 3).expenses()).containsExactly(march);
    assertThat(expenses(HILL, 3).people()).as("nobody has a name there any more").isEmpty();
  }

  /** Two who pay at once are both on the list. */
  @Test
  void aMonthThatChangedSinceIsNotWrittenOver() {
    PersonId vera = met("+447700900101").id();
    Inbox.Entry entry = arrive(Samples.said("one", "+447700900101", "paid 3"));
    Dossier before = open(entry).with(expenses(HILL, 3));
    happens(
        Samples.said("two", "+447700900102", "paid 4"),
        new Change.ExpensesAre(spent(1, vera, 400)));
    var mine = new Change.ExpensesAre(spent(2, vera, 300));
    assertThat(commit(entry, before, settled(mine))).isEqualTo(Casebook.Outcome.STALE);
    Dossier after = open(entry).with(expenses(HILL, 3));
    assertThat(commit(entry, after, settled(mine))).isEqualTo(Casebook.Outcome.DONE);
  }

  @Test
  void anOfficeThatChangedSinceIsNotWrittenOver() {
    assertThat(await(ports.boards().office(CELL.id(), Set.of())).office()).isEqualTo(Office.EMPTY);
    Inbox.Entry entry = arrive(Samples.said("one", "+447700900101", "board"));
    Dossier before = open(entry).with(await(ports.boards().office(CELL.id(), Set.of())));
    Office other = new Office(Map.of("somebody", List.of("rabcdef1")), Map.of());
    happens(Samples.said("two", "+447700900102", "board"), new Change.OfficeIs(other));
    var mine = new Change.OfficeIs(new Office(Map.of("me", List.of()), Map.of()));
    assertThat(commit(entry, before, settled(mine))).isEqualTo(Casebook.Outcome.STALE);
    assertThat(await(ports.boards().office(CELL.id(), Set.of())).office()).isEqualTo(other);
    assertThat(other.numbered(new PersonId("somebody"), 1)).contains(new RequestId("rabcdef1"));
  }

  @Test
  void theLastWaitsOfAGroupAreRemembered() {
    assertThat(await(ports.boards().office(CELL.id(), HILL)).waits()).isEmpty();
    for (int i = 1; i <= Change.Waited.REMEMBERED + 2; i++) {
      happens(
          Samples.said("W" + i, "+447700900199", "x"),
          new Change.Waited("hill", Duration.ofMinutes(i)));
    }
    List<Duration> waits = await(ports.boards().office(CELL.id(), HILL)).waits().get("hill");
    assertThat(waits).hasSize(Change.Waited.REMEMBERED).startsWith(Duration.ofMinutes(3));
    assertThat(await(ports.boards().office(CELL.id(), Set.of("dale"))).waits()).isEmpty();
  }

  private void becomes(Case theCase) {
    happens(Samples.said("C" + ++events, "+447700900199", "x"), new Change.CaseIs(theCase));
  }

  private List<Case> cases() {
    return await(ports.boards().cases(CELL.id(), false)).cases();
  }

  @Test
  void casesAreFoundTheOldestFirstUntilTheyAreOver() {
    Person wilma = met("+447700900101");
    Person bert = met("+447700900102");
    Case.Waiting one = Samples.waiting("cabcdef1", wilma.id(), null);
    Case.Waiting two = Samples.waiting("cabcdef2", bert.id(), null);
    becomes(one);
    becomes(two);
    assertThat(cases()).containsExactlyInAnyOrder(one, two);
    assertThat(await(ports.boards().cases(CELL.id(), false)).people()).isEmpty();
    assertThat(await(ports.boards().cases(CELL.id(), true)).people())
        .containsExactlyInAnyOrder(wilma, bert);
    Case.Acknowledged taken = one.acknowledgedBy("U0AMINA", NOW);
    becomes(taken);
    assertThat(cases()).containsExactlyInAnyOrder(taken, two);
    becomes(taken.close("U0AMINA", Case.Outcome.SORTED, NOW));
    assertThat(cases()).containsExactly(two);
    happens(Samples.said("gone", "+447700900102", "x"), new Change.PersonGone(bert.id()));
    assertThat(cases()).isEmpty();
  }

  @Test
  void whoIsOffDutyIsKnownToWhateverHappensNext() {
    Inbox.Entry first = arrive(Samples.said("D1", "+447700900199", "x"));
    assertThat(open(first).duty()).isEqualTo(Duty.EVERYBODY);
    Duty duty = new Duty(Map.of("U0AMINA", new Duty.Off(NOW.plusSeconds(60), "U0DEREK")));
    commit(first, open(first), settled(new Change.DutyIs(duty)));
    Inbox.Entry next = arrive(Samples.said("D2", "+447700900198", "x"));
    assertThat(open(next).duty()).isEqualTo(duty);
  }

  /** Of two decisions at once, the second was made on what was true before the first. */
  @Test
  void aDecisionAboutDutyThatIsOvertakenIsMadeAgain() {
    Inbox.Entry first = arrive(Samples.said("D1", "+447700900199", "x"));
    Inbox.Entry second = arrive(Samples.said("D2", "+447700900198", "x"));
    Dossier stale = open(second);
    Duty.Off off = new Duty.Off(NOW.plusSeconds(60), null);
    commit(first, open(first), settled(new Change.DutyIs(new Duty(Map.of("U0AMINA", off)))));
    assertThat(commit(second, stale, settled(new Change.DutyIs(new Duty(Map.of("U0DEREK", off))))))
        .isEqualTo(Casebook.Outcome.STALE);
  }
}
