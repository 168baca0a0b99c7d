package org.doorstep.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.doorstep.cell.Money;
import org.doorstep.help.Delivered;
import org.doorstep.help.Expense;
import org.doorstep.help.HelpRequest;
import org.doorstep.people.Address;
import org.doorstep.people.PersonId;
import org.doorstep.talk.Choice;
import org.doorstep.talk.ShippedTalk;
import org.doorstep.talk.Tap;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** What a volunteer in Slack paid: a form, or in words, and a picture of the receipt. */
@NullUnmarked
class PaidFormTest {

  private final Street street =
      new Street(new Desk(ShippedTalk.load(), ShippedTalk.understanding()));
  private final PersonId edna = street.resident("edna");
  private final PersonId sam = street.volunteer("Sam", 100);

  PaidFormTest() {
    Address slack = Address.slack("U0SAM");
    street.people.put(sam, street.people.get(sam).heardFrom(slack, street.now));
  }

  @Test
  void afterDoneThereIsAButtonForTheForm() {
    done();
    assertThat(street.told(sam)).endsWith("home.done-thanks");
    assertThat(tap().choice()).isEqualTo("paid");
    assertThat(Inbound.HandedIn.opens(tap())).isTrue();
    Stream<Choice> onPage =
        street.opensHome(sam).parts().stream().flatMap(part -> part.choices().stream());
    assertThat(onPage.map(choice -> choice.tap().choice())).contains("paid");
  }

  @Test
  void theFormComesToTheSameAsTheWords() {
    done();
    handsIn("14.20", "");
    assertThat(kept().amount()).isEqualTo(new Money(1420));
    assertThat(street.told(sam)).endsWith("expenses.kept-resident");
    assertThat(street.told(edna)).endsWith("expenses.told-resident");

    handsIn("£15", "");
    assertThat(kept().amount()).isEqualTo(new Money(1500));
    handsIn("0", "");
    assertThat(street.told(sam)).endsWith("expenses.taken-back");
    assertThat(expenses()).isEmpty();
  }

  @Test
  void itIsForTheJobWhoseButtonItWas() {
    done();
    Tap first = tap();
    asked("my dog needs a walk this afternoon");
    street.taps(sam, List.copyOf(street.requests.values()).getLast(), "take");
    handsIn(first, "3.50", "");
    assertThat(kept().job().value()).isEqualTo(first.about().split("\\.")[0]);
    assertThat(street.told(sam)).doesNotContain("job.which");
  }

  @Test
  void theNoteGoesToTheResident() {
    done();
    handsIn("14.20", "they had no brown bread");
    assertThat(street.told(edna)).endsWith("expenses.told-resident", "request-help.relayed");
  }

  @Test
  void dangerInTheNoteIsDanger() {
    done();
    handsIn("14.20", "she has chest pain and cannot breathe");
    assertThat(street.told(sam)).contains("common.danger");
    assertThat(street.told(edna)).doesNotContain("request-help.relayed");
  }

  @Test
  void aNoteThatComesTooLateIsNotLostInSilence() {
    done();
    street.says(edna, "yes");
    street.passes(Duration.ofDays(2));
    handsIn("14.20", "they had no brown bread");
    assertThat(street.told(sam)).endsWith("expenses.kept-resident", "home.note-too-late");
  }

  @Test
  void nobodyPaysForAJobThatIsNotTheirs() {
    done();
    PersonId lee = street.writesFrom("lee", Address.slack("U0LEE"));
    street.handsIn(lee, tap().encoded(), Map.of("amount", List.of("9.99")));
    assertThat(street.told(lee)).containsExactly("common.closed");
    assertThat(expenses()).isEmpty();
  }

  @Test
  void onlyAnAmountIsAnAmount() {
    for (String amount : List.of("14.20", "£14.20", "14,20", "14", "0", "1000.00", " £ 3 ")) {
      assertThat(PaidForm.amount(amount)).as(amount).isPresent();
    }
    for (String other :
        List.of("", "ten", "14.2", "-3", "1000.01", "99999", "14.20.", "1e3", "14.20 and 3")) {
      assertThat(PaidForm.amount(other)).as(other).isEmpty();
    }
  }

  /** Where the form does not open the tap arrives as any other. */
  @Test
  void withoutTheFormItIsAskedForInWords() {
    done();
    street.picks(sam, tap());
    assertThat(street.told(sam)).endsWith("home.paid-how");
    street.says(sam, "PAID 14.20");
    assertThat(kept().amount()).isEqualTo(new Money(1420));
  }

  @Test
  void aPictureOfTheReceiptCountsAsOnWhatsApp() {
    done();
    handsIn("14.20", "");
    street.pictures.put("F0RECEIPT1", new Looked.Seen("ab".repeat(32)));
    Content picture = new Content("", null, null, null, List.of(Content.Kind.IMAGE), "F0RECEIPT1");
    street.sends(sam, picture);
    assertThat(street.told(sam)).endsWith("expenses.receipt-kept");
    assertThat(kept().receipt()).isEqualTo("ab".repeat(32));
    street.sends(sam, picture);
    assertThat(street.told(sam)).endsWith("expenses.receipt-known");
  }

  // ----

  private HelpRequest asked(String words) {
    street.says(edna, words);
    street.pins(edna, FakeTalk.EDNAS);
    for (String answer : List.of("14 Ash Grove", "Edna", "yes")) street.says(edna, answer);
    street.passes(Duration.ZERO);
    return List.copyOf(street.requests.values()).getLast();
  }

  private void done() {
    HelpRequest job = asked("I need my prescription from Boots today");
    street.taps(sam, job, "take");
    street.says(sam, "done");
    assertThat(street.requests.get(job.id())).isInstanceOf(Delivered.class);
  }

  private Tap tap() {
    int at = street.told(sam).lastIndexOf("home.done-thanks");
    return street.letters(sam).get(at).utterance().choices().getFirst().tap();
  }

  private void handsIn(String amount, String note) {
    handsIn(tap(), amount, note);
  }

  private void handsIn(Tap tap, String amount, String note) {
    street.handsIn(
        sam,
        tap.encoded(),
        note.isEmpty()
            ? Map.of("amount", List.of(amount))
            : Map.of("amount", List.of(amount), "note", List.of(note)));
  }

  private List<Expense> expenses() {
    return street.expenses.values().stream().flatMap(all -> all.all().stream()).toList();
  }

  private Expense kept() {
    assertThat(expenses()).hasSize(1);
    return expenses().getFirst();
  }
}
