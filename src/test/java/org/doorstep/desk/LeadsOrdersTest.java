package org.doorstep.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.doorstep.cell.ACell;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.Kept;
import org.doorstep.help.WithOfficer;
import org.doorstep.people.Address;
import org.doorstep.people.PersonId;
import org.doorstep.talk.ShippedTalk;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** Those who run a group give its orders, on WhatsApp as on Slack. */
@NullUnmarked
class LeadsOrdersTest {

  private static final Desk DESK = new Desk(ShippedTalk.load(), ShippedTalk.understanding());

  private final Street street = new Street(DESK);
  private final PersonId edna = street.resident("edna");
  private final PersonId sam = street.volunteer("Sam", 100);
  private final PersonId olek = street.volunteer("Olek", 200);
  private final PersonId joan = street.writesFrom("joan", Address.whatsapp(ACell.JOANS_NUMBER));
  private final PersonId lee = street.writesFrom("lee", Address.slack("U0JOAN"));

  // ---- who may

  @Test
  void aLeadIsKnownByTheirNumberAndByTheirSlackId() {
    asks(edna, "I need my prescription from Boots today");
    for (PersonId lead : List.of(joan, lee)) {
      street.says(lead, "board");
      assertThat(last(lead)).contains("Prescription", "LS6", "Waiting");
    }
  }

  @Test
  void anOfficerLeadsEveryGroup() {
    PersonId amina = street.writesFrom("amina", Address.slack("U0AMINA"));
    street.says(amina, "board");
    assertThat(street.told(amina)).containsExactly("group.board-empty");
  }

  @Test
  void nobodyElseIsToldAnything() {
    asks(edna, "I need my prescription from Boots today");
    HelpRequest before = street.theRequest();
    PersonId other = street.writesFrom("other", Address.slack("+447700900811"));
    for (PersonId nosy : List.of(sam, edna, other)) {
      for (String order : List.of("board", "list", "assign 1 to Sam", "edit 1 note hello")) {
        street.says(nosy, order);
        assertThat(street.told(nosy).getLast()).isEqualTo("group.not-a-lead");
        assertThat(last(nosy)).doesNotContain("Prescription", "LS6", "Hyde Park");
      }
    }
    assertThat(street.theRequest()).isEqualTo(before);
  }

  /** "Board" may be an answer. */
  @Test
  void inAFormTheWordsOfAnOrderAreAnAnswer() {
    street.says(edna, "I need my prescription from Boots today");
    street.pins(edna, FakeTalk.EDNAS);
    street.says(edna, "board");
    assertThat(street.told(edna)).doesNotContain("group.not-a-lead");
    street.says(edna, "Edna");
    street.says(edna, "yes");
    assertThat(street.theRequest().particulars().note()).isEqualTo("board");
  }

  // ---- who is waiting

  @Test
  void theOldestComesFirstWithHowLongItWaitsAndHowItStands() {
    asks(edna, "I need my prescription from Boots today");
    street.says(olek, "no");
    street.says(sam, "no");
    street.passes(Duration.ofHours(2));
    PersonId wilma = street.resident("wilma");
    asks(wilma, "could somebody walk my dog tomorrow");
    street.says(sam, "happy to walk the dog");
    street.says(olek, "yes");
    street.says(joan, "board");
    assertThat(last(joan).lines().toList())
        .containsSubsequence(
            "Hyde Park Neighbours, open: 2",
            "1. Prescription, LS6, today [" + reference(0) + "]",
            "2. Dog walking, LS6, tomorrow [" + reference(1) + "]",
            "Taken by Sam, last heard of 0 min ago. Standing by: 1.");
    assertThat(last(joan)).contains("Waiting 2 h. With Amina").doesNotContain("Edna", "Ash Grove");
  }

  @Test
  void aLongBoardIsCutWithACountAndGoesOn() {
    for (int i = 0; i < 11; i++) {
      asks(street.resident("resident" + i), "I need my prescription from Boots today");
    }
    street.says(joan, "board");
    assertThat(last(joan)).contains("8. Prescription", "And 3 more").doesNotContain("9. P");
    street.says(joan, "board 2");
    assertThat(last(joan)).contains("9. P", "11. P").doesNotContain("8. P", "more: send");
  }

  @Test
  void whatIsPastedHoldsNothingPersonal() {
    asks(edna, "I need my prescription from Boots today");
    PersonId wilma = street.resident("wilma");
    asks(wilma, "could somebody walk my dog tomorrow");
    street.says(sam, "happy to walk the dog");
    street.says(joan, "list");
    assertThat(last(joan))
        .contains("- Prescription, LS6, today", "+447700900000")
        .doesNotContain("Dog", "Sam", "Edna", "3HN", "Ash Grove", "Boots", reference(0));
    assertThat(street.letters(joan).getLast().about()).containsExactly(joan);
  }

  // ---- who does it

  @Test
  void aVolunteerIsAskedByTheNumberOfTheLastBoard() {
    asks(edna, "I need my prescription from Boots today");
    street.says(joan, "board");
    street.says(joan, "assign 1 to Olek");
    assertThat(street.told(joan)).endsWith("group.assigned");
    street.passes(Duration.ZERO);
    assertThat(street.told(olek)).endsWith("job.assigned");
    street.says(olek, "yes");
    assertThat(((HelpRequest.Claimed) street.theRequest()).holder()).isEqualTo(olek);
  }

  /** Jobs come and go; a number means what it meant when it was read. */
  @Test
  void aNumberMeansWhatItMeantOnTheBoardThatWasRead() {
    asks(edna, "I need my prescription from Boots today");
    PersonId wilma = street.resident("wilma");
    asks(wilma, "could somebody walk my dog tomorrow");
    street.says(joan, "board");
    street.says(edna, "cancel");
    street.says(joan, "assign 1 to Olek");
    assertThat(street.told(joan).getLast()).isEqualTo("group.not-assigned");
    street.says(joan, "assign " + reference(1) + " to Olek");
    assertThat(last(joan)).startsWith("I have asked Olek: Dog walking");
  }

  @Test
  void ofTwoLeadsTheFirstOnesWordCountsAndTheOtherIsToldWhatIsTrue() {
    asks(edna, "I need my prescription from Boots today");
    street.says(joan, "board");
    street.says(lee, "board");
    street.says(joan, "assign 1 to Olek");
    street.says(lee, "assign 1 to Sam");
    assertThat(street.told(lee).getLast()).isEqualTo("group.not-assigned");
    assertThat(last(lee)).contains("Olek has been asked");
    street.passes(Duration.ZERO);
    assertThat(((Kept) street.theRequest()).volunteer()).isEqualTo(olek);
    assertThat(street.told(sam)).doesNotContain("job.assigned");
  }

  @Test
  void whoIsNotThereIsNotAsked() {
    asks(edna, "I need my prescription from Boots today");
    street.says(joan, "assign 1 to Olek");
    assertThat(street.told(joan).getLast()).isEqualTo("group.no-such-job");
    street.says(joan, "board");
    street.says(joan, "assign 1 to Bert");
    assertThat(street.told(joan).getLast()).isEqualTo("group.assign-nobody");
    street.says(joan, "assign Olek");
    assertThat(street.told(joan).getLast()).isEqualTo("group.which-job");
    assertThat(street.theRequest()).isInstanceOf(HelpRequest.Seeking.class);
  }

  // ---- it is not wanted any more

  @Test
  void aJobIsCancelledOnceTheLeadHasSaidYesAndEveryoneIsTold() {
    asks(edna, "I need my prescription from Boots today");
    street.says(sam, "yes");
    street.says(joan, "board");
    street.says(joan, "cancel 1");
    assertThat(street.told(joan).getLast()).isEqualTo("group.cancel-sure-taken");
    assertThat(street.theRequest()).isInstanceOf(HelpRequest.Claimed.class);
    street.says(joan, "yes");
    assertThat(street.theRequest()).isInstanceOf(HelpRequest.Closed.class);
    assertThat(street.told(edna)).endsWith("group.cancelled-resident");
    assertThat(street.told(sam)).endsWith("job.gone");
    assertThat(street.told(joan)).endsWith("group.cancelled");
    street.picks(joan, "yes");
    assertThat(street.told(joan).getLast()).isEqualTo("group.over");
  }

  @Test
  void aNoAndAnotherWordCancelNothing() {
    asks(edna, "I need my prescription from Boots today");
    street.says(joan, "board");
    street.says(joan, "cancel 1");
    street.says(joan, "no");
    assertThat(street.told(joan).getLast()).isEqualTo("group.not-cancelled");
    street.says(joan, "cancel 1");
    street.says(joan, "board");
    assertThat(street.theRequest()).isInstanceOf(HelpRequest.Seeking.class);
  }

  @Test
  void whatHasChangedSinceTheQuestionIsNotCancelled() {
    asks(edna, "I need my prescription from Boots today");
    street.says(joan, "board");
    street.says(joan, "cancel 1");
    street.says(sam, "yes");
    street.says(joan, "yes");
    assertThat(street.told(joan).getLast()).isEqualTo("group.changed-meanwhile");
    assertThat(last(joan)).contains("Taken by Sam");
    assertThat(street.theRequest()).isInstanceOf(HelpRequest.Claimed.class);
  }

  @Test
  void onlyALeadOfTheGroupAnswersTheQuestion() {
    asks(edna, "I need my prescription from Boots today");
    street.says(joan, "board");
    street.says(joan, "cancel 1");
    var yes =
        street.letters(joan).getLast().utterance().choices().stream()
            .filter(c -> c.tap().choice().equals("yes"))
            .findFirst()
            .orElseThrow()
            .tap();
    street.picks(sam, yes);
    assertThat(street.told(sam)).endsWith("common.closed");
    assertThat(street.theRequest()).isInstanceOf(HelpRequest.Seeking.class);
  }

  // ---- others are asked

  @Test
  void whatSomebodyHasIsTakenFromThemAndOthersAreAsked() {
    asks(edna, "I need my prescription from Boots today");
    street.says(sam, "yes");
    street.says(joan, "board");
    street.says(joan, "ask again 1");
    assertThat(street.told(sam)).endsWith("group.put-aside");
    assertThat(street.told(edna)).endsWith("group.asked-again-resident");
    street.passes(Duration.ZERO);
    assertThat(street.theRequest()).isInstanceOf(HelpRequest.Seeking.class);
    assertThat(street.told(olek).getLast()).isEqualTo("job.offered");
    assertThat(street.told(sam).getLast()).isEqualTo("group.put-aside");
  }

  @Test
  void whatTheOfficerWasAskedToLookAfterIsLookedForAgain() {
    asks(edna, "I need my prescription from Boots today");
    street.passes(Duration.ofMinutes(40));
    assertThat(street.theRequest().search().handedOver()).isTrue();
    street.says(joan, "board");
    street.says(joan, "ask again 1");
    assertThat(street.theRequest().search().handedOver()).isFalse();
    long before = street.told(sam).stream().filter("job.offered"::equals).count();
    street.passes(Duration.ZERO);
    assertThat(street.told(sam).stream().filter("job.offered"::equals).count())
        .isEqualTo(before + 1);
  }

  @Test
  void whereAVolunteerFeltUnsafeOnlyAnOfficerSendsNeighboursAgain() {
    asks(edna, "I need my prescription from Boots today");
    street.says(sam, "yes");
    street.says(sam, "I felt unsafe");
    street.says(joan, "board");
    street.says(joan, "ask again 1");
    assertThat(street.told(joan)).endsWith("group.only-an-officer");
    street.says(joan, "cancel 1");
    assertThat(street.told(joan)).endsWith("group.only-an-officer");
    assertThat(street.theRequest()).isInstanceOf(WithOfficer.class);
    PersonId amina = street.writesFrom("amina", Address.slack("U0AMINA"));
    street.says(amina, "board");
    street.says(amina, "ask again 1");
    assertThat(street.theRequest()).isInstanceOf(HelpRequest.Seeking.class);
  }

  // ---- it is put right

  @Test
  void anotherTimeIsToldToAllAndOthersAreAskedAfresh() {
    asks(edna, "I need my prescription from Boots today");
    street.says(joan, "board");
    int round = street.theRequest().search().round();
    street.says(joan, "edit 1 when tomorrow afternoon");
    assertThat(street.told(joan)).endsWith("group.edited");
    assertThat(street.told(edna)).endsWith("group.edited-when");
    assertThat(street.theRequest().particulars().when().date()).isEqualTo("2026-03-19");
    assertThat(street.theRequest().search().round()).isEqualTo(round + 1);
    street.passes(Duration.ZERO);
    assertThat(last(sam)).contains("tomorrow in the afternoon");
    street.says(joan, "edit 1 when yesterday");
    assertThat(street.told(joan)).endsWith("group.when-unclear");
  }

  @Test
  void aNoteIsReadByWhoeverHasItAndByNobodyElse() {
    asks(edna, "I need my prescription from Boots today");
    street.says(sam, "yes");
    street.says(olek, "yes");
    street.says(joan, "board");
    street.says(joan, "edit 1 note please knock loudly");
    assertThat(street.told(joan)).endsWith("group.edited");
    assertThat(street.told(sam)).endsWith("group.edited-note-volunteer");
    assertThat(last(sam)).contains("please knock loudly");
    assertThat(last(edna)).contains("please knock loudly");
    assertThat(last(olek)).doesNotContain("knock loudly");
    assertThat(street.theRequest()).isInstanceOf(HelpRequest.Claimed.class);
  }

  private void asks(PersonId who, String words) {
    street.says(who, words);
    street.pins(who, FakeTalk.EDNAS);
    for (String answer : List.of("14 Ash Grove", "Edna", "yes")) street.says(who, answer);
    street.passes(Duration.ZERO);
  }

  private String last(PersonId who) {
    return street.letters(who).getLast().utterance().text();
  }

  /** Of the requests in the order in which they came. */
  private String reference(int index) {
    return Overview.reference(List.copyOf(street.requests.values()).get(index));
  }
}
