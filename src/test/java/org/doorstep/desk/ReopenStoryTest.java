package org.doorstep.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.doorstep.bridge.Case;
import org.doorstep.cell.ACell;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.Standby;
import org.doorstep.people.Address;
import org.doorstep.people.PersonId;
import org.doorstep.talk.ShippedTalk;
import org.doorstep.talk.Tap;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** A lead opens a job again that was over. */
@NullUnmarked
class ReopenStoryTest {

  private static final Desk DESK = new Desk(ShippedTalk.load(), ShippedTalk.understanding());

  private final Street street = new Street(DESK);
  private final PersonId edna = street.resident("edna");
  private final PersonId sam = street.volunteer("Sam", 100);
  private final PersonId olek = street.volunteer("Olek", 200);
  private final PersonId kim = street.volunteer("Kim", 300);
  private final PersonId joan = street.writesFrom("joan", Address.whatsapp(ACell.JOANS_NUMBER));
  private final PersonId lee = street.writesFrom("lee", Address.slack("U0JOAN"));

  @Test
  void whatWasCancelledByMistakeIsOpenAgainAndEverybodyKnows() {
    asks("I need my prescription from Boots today");
    street.says(olek, "no");
    street.says(joan, "board");
    street.says(joan, "cancel 1");
    street.says(joan, "yes");
    assertThat(street.alarms).containsKey(expired());
    street.says(joan, "reopen 1");

    assertThat(street.theRequest()).isInstanceOf(HelpRequest.Seeking.class);
    assertThat(street.theRequest().search().round()).isEqualTo(2);
    assertThat(street.theRequest().standby()).isEqualTo(Standby.NOBODY);
    assertThat(street.alarms).doesNotContainKey(expired());
    assertThat(street.told(edna)).endsWith("group.reopened-resident");
    assertThat(last(joan)).startsWith("It is open again").contains("Prescription", "LS6", "today");
    assertThat(street.card().choices()).as("it can be taken in the channel").isNotEmpty();
    street.passes(Duration.ZERO);
    assertThat(street.told(sam)).endsWith("job.offered");
    assertThat(street.told(olek).getLast()).as("who said no").isNotEqualTo("job.offered");
    street.says(sam, "yes");
    assertThat(((HelpRequest.Claimed) street.theRequest()).holder()).isEqualTo(sam);
  }

  /** On Slack as on WhatsApp, by its four letters, for as long as it is kept. */
  @Test
  void whatWasTakenForDoneAndWasNotIsOpenAgain() {
    asks("could somebody walk my dog on Monday 30 March");
    street.says(sam, "yes");
    street.says(sam, "paid 3.20");
    street.says(sam, "done");
    street.passes(Duration.ofDays(3));
    assertThat(((HelpRequest.Closed) street.theRequest()).outcome())
        .isEqualTo(HelpRequest.Closed.Outcome.ASSUMED_DONE);
    var ledger = List.copyOf(street.expenses.values());
    assertThat(ledger).isNotEmpty();
    street.says(lee, "re-open " + Overview.reference(street.theRequest()));

    assertThat(street.theRequest()).isInstanceOf(HelpRequest.Seeking.class);
    assertThat(street.told(sam)).endsWith("group.reopened-helper");
    assertThat(street.told(edna)).endsWith("group.reopened-resident");
    assertThat(street.expenses.values())
        .as("what was paid stays")
        .containsExactlyElementsOf(ledger);
    street.says(olek, "paid");
    assertThat(street.theRequest().involved()).contains(sam);
    street.passes(Duration.ofDays(40));
    assertThat(street.requests).as("it is not erased while it is open").isNotEmpty();
  }

  @Test
  void whatTheVolunteerCallsDoneIsOpenedToo() {
    asks("I need my prescription from Boots today");
    street.passes(Duration.ofMinutes(6));
    street.says(sam, "yes");
    street.says(olek, "yes");
    street.says(kim, "yes");
    street.says(sam, "done");
    street.says(joan, "board");
    street.says(joan, "reopen " + Overview.reference(street.theRequest()));
    assertThat(street.told(sam)).endsWith("group.reopened-helper");
    assertThat(street.told(kim)).endsWith("job.standby-moved");
    street.passes(Duration.ZERO);
    assertThat(((HelpRequest.Claimed) street.theRequest()).holder()).as("stood by").isEqualTo(olek);
    assertThat(street.alarms).doesNotContainKey("arrived/" + street.theRequest().id());
  }

  @Test
  void forWhatIsOpenItAsksAgain() {
    asks("I need my prescription from Boots today");
    street.says(sam, "yes");
    street.says(joan, "board");
    street.says(joan, "reopen 1");
    assertThat(street.told(joan)).endsWith("group.asked-again");
    assertThat(street.told(sam)).endsWith("group.put-aside");
  }

  @Test
  void askAgainLeavesWhatIsOver() {
    closed();
    street.says(joan, "ask again 1");
    assertThat(street.told(joan)).endsWith("group.over");
    assertThat(street.theRequest()).isInstanceOf(HelpRequest.Closed.class);
  }

  @Test
  void nobodyElseOpensAnything() {
    closed();
    street.says(sam, "reopen " + Overview.reference(street.theRequest()));
    street.says(edna, "reopen 1");
    assertThat(street.theRequest()).isInstanceOf(HelpRequest.Closed.class);
  }

  /** Nobody is sent out too late, and it waits for a new time with somebody who looks at it. */
  @Test
  void whatIsTooLateWaitsForANewTime() {
    closed();
    street.passes(Duration.ofDays(2));
    street.says(joan, "reopen 1");
    assertThat(street.told(joan)).endsWith("group.reopened-late");
    assertThat(street.told(edna)).endsWith("group.reopened-resident");
    String reference = Overview.reference(street.theRequest());
    assertThat(last(joan)).contains("EDIT " + reference + " WHEN");
    assertThat(street.alarms).containsKey("officer/" + street.theRequest().id());
    street.says(joan, "edit " + reference + " when tomorrow at 3");
    street.says(joan, "ask again " + reference);
    street.passes(Duration.ZERO);
    assertThat(street.told(sam)).endsWith("job.offered");
    assertThat(street.alarms).doesNotContainKey("officer/" + street.theRequest().id());
  }

  @Test
  void whatAnOfficerClosedOrAVolunteerFeltUnsafeWithIsAnOfficersToOpen() {
    asks("I need my prescription from Boots today");
    street.says(sam, "yes");
    street.says(sam, "I felt unsafe");
    street.says(edna, "cancel");
    assertThat(((HelpRequest.Closed) street.theRequest()).outcome())
        .isEqualTo(HelpRequest.Closed.Outcome.CANCELLED_WITH_OFFICER);
    refusedToALeadButNotToAnOfficer();
  }

  @Test
  void whatAnOfficerSortedIsAnOfficersToOpen() {
    asks("I need my prescription from Boots today");
    street.passes(Duration.ofMinutes(40));
    Case unfilled = street.theCase();
    for (String choice : List.of("acknowledge", "sorted")) {
      street.presses(
          "U0AMINA", new Tap("case", 1, "card", choice, unfilled.id().value()).encoded());
    }
    assertThat(((HelpRequest.Closed) street.theRequest()).outcome())
        .isEqualTo(HelpRequest.Closed.Outcome.BY_OFFICER);
    refusedToALeadButNotToAnOfficer();
  }

  private void refusedToALeadButNotToAnOfficer() {
    String order = "reopen " + Overview.reference(street.theRequest());
    street.says(joan, order);
    assertThat(street.told(joan)).endsWith("group.reopen-officer");
    assertThat(street.theRequest()).isInstanceOf(HelpRequest.Closed.class);
    PersonId amina = street.writesFrom("U0AMINA", Address.slack("U0AMINA"));
    street.says(amina, order);
    assertThat(street.told(amina)).endsWith("group.reopened");
    assertThat(street.theRequest()).isInstanceOf(HelpRequest.Seeking.class);
  }

  /** The group was shut and it was never in the channel. */
  @Test
  void whatWasNeverInTheChannelIsPostedNow() {
    street.says(joan, "pause intake");
    asks("could somebody walk my dog tomorrow");
    assertThat(street.sent).noneMatch(Outgoing.Post.class::isInstance);
    street.says(edna, "cancel");
    street.says(joan, "open intake");
    street.says(joan, "reopen " + Overview.reference(street.theRequest()));
    assertThat(street.sent).anyMatch(Outgoing.Post.class::isInstance);
  }

  /** It had begun to ring when it was opened. */
  @Test
  void anEndThatComesTooLateErasesNothing() {
    closed();
    street.says(joan, "reopen 1");
    street.rings(new Alarm.Expired(street.theRequest().id()));
    assertThat(street.theRequest()).isInstanceOf(HelpRequest.Seeking.class);
  }

  private void closed() {
    asks("I need my prescription from Boots today");
    street.says(joan, "board");
    street.says(edna, "cancel");
    assertThat(street.theRequest()).isInstanceOf(HelpRequest.Closed.class);
  }

  private String expired() {
    return "expired/" + street.theRequest().id();
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
