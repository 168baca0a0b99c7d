package org.doorstep.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import org.doorstep.cell.ACell;
import org.doorstep.cell.Group;
import org.doorstep.cell.Money;
import org.doorstep.cell.PayingBack;
import org.doorstep.help.Expense;
import org.doorstep.help.HelpRequest;
import org.doorstep.people.Address;
import org.doorstep.people.PersonId;
import org.doorstep.talk.ShippedTalk;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** What a volunteer lays out: said in a word, told to whoever it concerns, kept for the group. */
@NullUnmarked
class ExpensesStoryTest {

  private static final Desk DESK = new Desk(ShippedTalk.load(), ShippedTalk.understanding());
  private static final String MARCH = "hyde-park/" + YearMonth.of(2026, 3);

  private Street street = new Street(DESK);
  private PersonId edna;
  private PersonId sam;
  private PersonId joan;

  ExpensesStoryTest() {
    live();
  }

  private void live() {
    edna = street.resident("edna");
    sam = street.volunteer("Sam", 100);
    joan = street.writesFrom("joan", Address.whatsapp(ACell.JOANS_NUMBER));
  }

  private void rule(PayingBack rule) {
    Group g = ACell.hydePark().groups().getFirst();
    Group other =
        new Group(
            g.id(),
            g.name(),
            g.area(),
            g.slackChannel(),
            g.lead(),
            g.leads(),
            g.stance(),
            g.policy(),
            g.hours(),
            rule,
            g.join());
    street = new Street(DESK, ACell.with(other));
    live();
  }

  private HelpRequest taken(String asked) {
    HelpRequest job = asked(asked);
    street.taps(sam, job, "take");
    assertThat(street.requests.get(job.id())).isInstanceOf(HelpRequest.Claimed.class);
    return street.requests.get(job.id());
  }

  private HelpRequest asked(String words) {
    street.says(edna, words);
    street.pins(edna, FakeTalk.EDNAS);
    for (String answer : List.of("14 Ash Grove", "Edna", "yes")) street.says(edna, answer);
    street.passes(Duration.ZERO);
    return street.requests.values().stream().toList().getLast();
  }

  private HelpRequest prescription() {
    return taken("I need my prescription from Boots today");
  }

  private List<Expense> kept() {
    return street.expenses.containsKey(MARCH) ? street.expenses.get(MARCH).all() : List.of();
  }

  private String last(PersonId who) {
    return street.letters(who).getLast().utterance().text();
  }

  // ---- what is said is kept and told

  @Test
  void whatWasPaidIsKeptAndBothAreToldTheRule() {
    HelpRequest job = prescription();
    street.says(sam, "£14.20");
    assertThat(kept()).hasSize(1);
    assertThat(kept().getFirst().amount()).isEqualTo(new Money(1420));
    assertThat(kept().getFirst().job()).isEqualTo(job.id());
    assertThat(street.told(sam).getLast()).isEqualTo("expenses.kept-resident");
    assertThat(last(sam)).contains("£14.20", "£30.00", "in cash").doesNotContain("{", "takes the");
    assertThat(street.told(edna).getLast()).isEqualTo("expenses.told-resident");
    assertThat(last(edna))
        .contains("Sam paid £14.20", "in cash", "£30.00")
        .doesNotContain("before");
    assertThat(street.facts).contains(new Fact.PaidFor(job.id(), sam));
    assertThat(street.facts.toString()).doesNotContain("14");
  }

  @Test
  void theLastAmountCounts() {
    prescription();
    street.says(sam, "PAID 14.20");
    street.says(sam, "paid 13.20");
    assertThat(kept()).hasSize(1);
    assertThat(kept().getFirst().amount()).isEqualTo(new Money(1320));
    assertThat(last(sam)).contains("£13.20", "£14.20");
    assertThat(last(edna)).contains("£13.20", "£14.20");
    street.says(sam, "I paid 13.20 pounds");
    assertThat(street.told(sam).getLast()).isEqualTo("expenses.known");
  }

  @Test
  void aMistakeIsTakenBack() {
    prescription();
    street.says(sam, "paid 0");
    assertThat(street.told(sam).getLast()).isEqualTo("expenses.none-kept");
    street.says(sam, "PAID 14.20");
    street.says(sam, "PAID nothing");
    assertThat(kept()).isEmpty();
    assertThat(street.told(edna).getLast()).isEqualTo("expenses.taken-back-told");
    street.says(sam, "PAID 12");
    assertThat(kept().getFirst().number()).as("a number is never given again").isEqualTo(2);
  }

  @Test
  void whoHasDoneItMaySayItLaterForAWeek() {
    HelpRequest job = prescription();
    street.says(sam, "done");
    street.says(edna, "yes");
    street.passes(Duration.ofHours(3));
    street.says(edna, "yes");
    assertThat(street.requests.get(job.id())).isInstanceOf(HelpRequest.Closed.class);
    street.says(sam, "I paid £14.20");
    assertThat(kept()).hasSize(1);
    assertThat(street.told(edna).getLast()).isEqualTo("expenses.told-resident");
    street.passes(Duration.ofDays(8));
    street.says(sam, "PAID 15");
    assertThat(street.told(sam).getLast()).isEqualTo("expenses.no-job");
    assertThat(kept().getFirst().amount()).isEqualTo(new Money(1420));
  }

  @Test
  void nobodyElseCanSayItForAJob() {
    prescription();
    PersonId olek = street.volunteer("Olek", 200);
    street.says(olek, "PAID 14.20");
    street.says(edna, "PAID 14.20");
    assertThat(kept()).isEmpty();
  }

  @Test
  void whatCannotBeReadIsAskedForAndNothingIsKept() {
    prescription();
    for (String text : List.of("PAID", "£", "paid -5", "paid 1e9", "paid at 14.20", "£2000")) {
      street.says(sam, text);
      assertThat(street.told(sam).getLast()).as(text).isEqualTo("expenses.unclear");
    }
    assertThat(kept()).isEmpty();
    assertThat(street.told(edna)).noneMatch(id -> id.startsWith("expenses."));
  }

  @Test
  void wordsBesideTheAmountReachTheResident() {
    prescription();
    street.says(sam, "Paid 14.20 for it, they only had the small pack");
    assertThat(last(edna)).contains("they only had the small pack");
    street.says(sam, "is £14 for the big one all right?");
    assertThat(last(edna)).contains("all right?");
    assertThat(kept()).hasSize(1);
  }

  @Test
  void ofSeveralJobsTheyAreAskedWhich() {
    HelpRequest one = prescription();
    HelpRequest two = taken("I need some shopping today");
    assertThat(two.id()).isNotEqualTo(one.id());
    street.says(sam, "PAID 14.20");
    assertThat(street.told(sam).getLast()).isEqualTo("job.which");
    assertThat(kept()).isEmpty();
    street.picks(sam, "paid-1420");
    assertThat(kept()).extracting(Expense::job).containsExactly(one.id());
    street.says(sam, "PAID 3 for the shopping");
    assertThat(kept()).extracting(Expense::job).containsExactly(one.id(), two.id());
    street.says(sam, "PAID 4");
    street.says(sam, "the shopping");
    assertThat(kept()).extracting(Expense::amount).containsExactly(new Money(1420), new Money(400));
  }

  /** As the doors do before anything is kept. */
  @Test
  void cardsAndAccountsAreHiddenAndNobodyIsToSendThem() {
    prescription();
    for (String text :
        List.of(
            "paid £14.20, my account is 20-00-00 12345678",
            "acc 12345678 sort code 20-00-00",
            "GB29 NWBK 6016 1331 9268 19",
            "4111 1111 1111 1111")) {
      String kept = Masking.mask(text);
      assertThat(kept).doesNotContain("1234", "6016", "1111");
      int before = street.told(sam).size();
      street.says(sam, kept);
      assertThat(street.told(sam).subList(before, street.told(sam).size()))
          .contains("common.masked-card");
    }
    assertThat(kept().getFirst().amount()).isEqualTo(new Money(1420));
    for (String text : List.of("come on 22-11-26 at 14.20", "07700 900123", "£14.20 on 3-4-26")) {
      assertThat(Masking.mask(text)).isEqualTo(text);
    }
  }

  @Test
  void dangerComesFirst() {
    prescription();
    street.says(sam, "paid 14.20 and she has chest pain and cannot breathe");
    assertThat(street.told(sam)).contains("common.danger");
    assertThat(kept()).isEmpty();
  }

  // ---- the group's rule

  @Test
  void aboveTheLimitItIsKeptAndTheLeadIsTold() {
    rule(new PayingBack(PayingBack.By.FLOAT, new Money(1000)));
    prescription();
    street.says(sam, "£14.20");
    assertThat(kept()).hasSize(1);
    assertThat(street.told(sam).getLast()).isEqualTo("expenses.kept-float");
    assertThat(last(sam)).contains("£4.20", "£10.00");
    assertThat(street.told(edna).getLast()).isEqualTo("expenses.told-float");
    assertThat(street.lines().getLast()).contains("£14.20", "£4.20", "£10.00");
  }

  @Test
  void whereNobodyPaysBackItIsAGift() {
    rule(new PayingBack(PayingBack.By.NOBODY, null));
    prescription();
    street.says(sam, "£14.20");
    assertThat(street.told(sam).getLast()).isEqualTo("expenses.kept-nobody");
    assertThat(street.told(edna).getLast()).isEqualTo("expenses.told-nobody");
    street.says(joan, "ledger");
    assertThat(last(joan)).contains("£14.20", "£0.00");
  }

  // ---- the receipt

  private void shows(PersonId who, String picture, String text) {
    street.sends(who, new Content(text, null, null, null, List.of(Content.Kind.IMAGE), picture));
  }

  @Test
  void aReceiptIsNotedWithWhatWasPaidAndTheResidentHears() {
    prescription();
    street.pictures.put("one", new Looked.Seen("aa11"));
    shows(sam, "one", "");
    assertThat(street.told(sam).getLast()).isEqualTo("expenses.receipt-first");
    street.says(sam, "£14.20");
    shows(sam, "one", "");
    assertThat(kept().getFirst().receipt()).isEqualTo("aa11");
    assertThat(street.told(sam).getLast()).isEqualTo("expenses.receipt-kept");
    assertThat(street.told(edna).getLast()).isEqualTo("expenses.receipt-told");
    shows(sam, "one", "receipt");
    assertThat(street.told(sam).getLast()).isEqualTo("expenses.receipt-known");
    street.says(joan, "ledger");
    assertThat(last(joan)).contains("With a receipt");
  }

  @Test
  void theSameReceiptTwiceIsRefusedWhoeverSendsIt() {
    HelpRequest one = prescription();
    street.pictures.put("one", new Looked.Seen("aa11"));
    street.pictures.put("copy", new Looked.Seen("aa11"));
    shows(sam, "one", "paid £14.20");
    assertThat(kept().getFirst().receipt()).isEqualTo("aa11");
    PersonId olek = street.volunteer("Olek", 200);
    edna = street.resident("wilma");
    street.passes(Duration.ofDays(60));
    HelpRequest two = asked("I need my prescription from Boots today");
    street.taps(olek, two, "take");
    shows(olek, "copy", "£14.20");
    assertThat(street.told(olek).getLast()).isEqualTo("expenses.receipt-twice");
    assertThat(last(olek)).doesNotContain("Sam", "Edna");
    assertThat(street.expenses.get("hyde-park/2026-05").all())
        .singleElement()
        .satisfies(expense -> assertThat(expense.receipt()).isNull());
    assertThat(one.id()).isNotEqualTo(two.id());
  }

  @Test
  void whatIsNoReceiptIsRefusedKindly() {
    prescription();
    street.says(sam, "£14.20");
    street.pictures.put("film", new Looked.Unfit());
    shows(sam, "film", "");
    assertThat(street.told(sam).getLast()).isEqualTo("expenses.receipt-unfit");
    shows(sam, "out of reach", "");
    assertThat(street.told(sam).getLast()).isEqualTo("expenses.receipt-away");
    assertThat(kept().getFirst().receipt()).isNull();
  }

  @Test
  void aPictureOfSomebodyWithoutAJobIsAPicture() {
    street.pictures.put("one", new Looked.Seen("aa11"));
    shows(edna, "one", "");
    assertThat(street.told(edna)).contains("common.media-image");
  }

  // ---- those who run the group

  @Test
  void theLeadSeesWhatWasPaidAndMarksWhatWasPaidBack() {
    HelpRequest job = prescription();
    street.says(joan, "ledger");
    assertThat(street.told(joan).getLast()).isEqualTo("expenses.ledger-empty");
    street.says(sam, "£14.20");
    PersonId lee = street.writesFrom("lee", Address.slack("U0JOAN"));
    for (PersonId lead : List.of(joan, lee)) {
      street.says(lead, "LEDGER");
      assertThat(last(lead))
          .contains("March", "£14.20", "Prescription", "Sam", "No receipt", "1. ")
          .doesNotContain("Edna", "edna");
    }
    street.says(joan, "paid back 1");
    assertThat(kept().getFirst().paidBack()).isNotNull();
    street.says(joan, "paid back 1");
    assertThat(street.told(sam).stream().filter("expenses.marked-payer"::equals))
        .as("once, however often it is said")
        .hasSize(1);
    street.says(joan, "ledger");
    assertThat(last(joan)).contains("Paid back", "£0.00 not");
    street.says(sam, "PAID 20");
    assertThat(street.told(sam).getLast()).isEqualTo("expenses.settled");
    street.says(joan, "not paid back " + job.id().reference());
    assertThat(kept().getFirst().paidBack()).isNull();
    street.says(joan, "paid back 7");
    assertThat(street.told(joan).getLast()).isEqualTo("expenses.no-such");
  }

  @Test
  void nobodyElseSeesTheLedger() {
    prescription();
    street.says(sam, "£14.20");
    for (PersonId nosy : List.of(sam, edna)) {
      street.says(nosy, "ledger");
      street.says(nosy, "paid back 1");
      assertThat(street.told(nosy)).noneMatch(id -> id.startsWith("expenses.ledger"));
    }
    assertThat(kept().getFirst().paidBack()).isNull();
  }

  @Test
  void whatIsNotPaidBackIsStillShownInTheNextMonth() {
    prescription();
    street.says(sam, "£14.20");
    street.passes(Duration.ofDays(20));
    street.says(joan, "ledger");
    assertThat(last(joan)).contains("April", "£0.00 paid", "£14.20", "Sam").doesNotContain("1. ");
  }

  @Test
  void whoIsForgottenHasNoNameThere() {
    prescription();
    street.says(sam, "£14.20");
    street.says(sam, "forget me");
    street.says(sam, "yes");
    street.says(joan, "ledger");
    assertThat(last(joan)).contains("£14.20").doesNotContain("Sam");
  }
}
