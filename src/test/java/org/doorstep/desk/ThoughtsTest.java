package org.doorstep.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.doorstep.cell.ACell;
import org.doorstep.people.PersonId;
import org.doorstep.place.Point;
import org.doorstep.talk.Known;
import org.doorstep.talk.ShippedTalk;
import org.doorstep.talk.SlotValue;
import org.doorstep.talk.Tap;
import org.doorstep.talk.Utterance;
import org.junit.jupiter.api.Test;

/** Several short texts in a row, with the flows as they are shipped. */
class ThoughtsTest {

  private static final Duration PAUSE = Duration.ofMillis(2500);
  private static final Duration SOON = Duration.ofSeconds(1);
  private static final Desk DESK = new Desk(ShippedTalk.load(), ShippedTalk.understanding());

  private final Street street = new Street(DESK, ACell.gathering(PAUSE));
  private final PersonId edna = street.resident("edna");

  @Test
  void threeTextsAreOneRequestAndAreAnsweredOnce() {
    street.says(edna, "can someone do my mums shopping");
    street.passes(SOON);
    street.says(edna, "shes at LS6 3HN");
    street.passes(SOON);
    street.says(edna, "tomorrow morning please");
    street.passes(SOON.multipliedBy(2));
    assertThat(street.told(edna)).isEmpty();
    street.passes(SOON);
    assertThat(street.told(edna)).hasSize(1);
    assertThat(picked("need")).isEqualTo("shopping");
    assertThat(slot("area")).isInstanceOf(SlotValue.At.class);
    assertThat(slot("when")).isInstanceOf(SlotValue.Time.class);
    assertThat(slot("for")).isEqualTo(new SlotValue.Words("mum"));
    assertThat(street.thoughts).isEmpty();
    assertThat(street.alarms).doesNotContainKey("thought/" + edna);
  }

  @Test
  void aPauseAnswersWhatWasSaidSoFar() {
    street.says(edna, "can someone get my shopping");
    street.passes(PAUSE.minusMillis(1));
    assertThat(street.told(edna)).isEmpty();
    street.passes(Duration.ofMillis(1));
    assertThat(street.told(edna)).hasSize(1);
    street.passes(Duration.ofSeconds(20));
    assertThat(street.told(edna)).hasSize(1);
  }

  @Test
  void theAlarmIsMovedAndOneThatWentOffTooEarlyIsPassedOver() {
    street.says(edna, "can someone get my shopping");
    Alarm early = street.alarms.get("thought/" + edna).alarm();
    street.passes(SOON);
    street.says(edna, "in LS6 3HN");
    assertThat(street.alarms.keySet()).filteredOn(k -> k.startsWith("thought/")).hasSize(1);
    street.rings(early);
    assertThat(street.told(edna)).isEmpty();
    street.passes(PAUSE);
    assertThat(street.told(edna)).hasSize(1);
    assertThat(slot("area")).isInstanceOf(SlotValue.At.class);
  }

  @Test
  void whoeverGoesOnAndOnIsAnsweredWithinTenSeconds() {
    for (int i = 0; i < 5; i++) {
      street.says(edna, "and then there is");
      street.passes(SOON.multipliedBy(2));
    }
    assertThat(street.told(edna)).hasSize(1);
  }

  @Test
  void fiftyTextsInTenSecondsAreAFewThoughts() {
    for (int i = 0; i < 50; i++) {
      street.says(edna, "I need shopping and number " + i);
      street.passes(Duration.ofMillis(200));
    }
    street.passes(Duration.ofSeconds(10));
    assertThat(street.told(edna).size()).isBetween(2, 6);
    assertThat(street.thoughts).isEmpty();
  }

  @Test
  void aLongTextDoesNotWait() {
    street.says(
        edna,
        "Hello, I was wondering whether anybody could do a bit of shopping for me one of these days");
    assertThat(street.told(edna)).hasSize(1);
  }

  @Test
  void aCompleteAnswerDoesNotWait() {
    street.says(edna, "hello");
    street.passes(PAUSE);
    assertThat(street.told(edna)).containsExactly("request-help.ask.need");
    street.says(edna, "1");
    assertThat(street.told(edna)).endsWith("request-help.ask.area");
    street.says(edna, "ls6 3hn");
    assertThat(street.told(edna)).endsWith("request-help.ask.when");
    street.says(edna, "tomorrow");
    assertThat(street.told(edna)).endsWith("request-help.ask.details");
    street.says(edna, "skip");
    assertThat(street.told(edna)).endsWith("request-help.ask.note").hasSize(5);
  }

  @Test
  void aPlaceByItsNameIsLookedUpInEachText() {
    for (String answer : List.of("hello", "2")) {
      street.says(edna, answer);
      street.passes(PAUSE);
    }
    street.says(edna, "near the park");
    street.passes(SOON);
    street.says(edna, "Elmwood");
    street.passes(PAUSE);
    assertThat(slot("area")).isInstanceOf(SlotValue.At.class);
  }

  @Test
  void aCompleteAnswerEndsTheThoughtItBelongsTo() {
    street.says(edna, "hello");
    street.passes(PAUSE);
    street.says(edna, "my mum needs it");
    street.passes(SOON);
    street.says(edna, "2");
    assertThat(street.told(edna)).hasSize(2);
    assertThat(picked("need")).isEqualTo("prescription");
    assertThat(slot("for")).isEqualTo(new SlotValue.Words("mum"));
  }

  @Test
  void aYesAfterSmallTalkIsAYes() {
    readBack();
    street.says(edna, "lovely, that is right");
    street.passes(SOON);
    street.says(edna, "yes");
    assertThat(street.requests).hasSize(1);
    assertThat(street.told(edna)).endsWith("request-help.waiting");
  }

  @Test
  void whatIsSaidBesidesAYesIsKept() {
    readBack();
    street.says(edna, "the bell is broken so please knock");
    street.passes(SOON);
    street.says(edna, "yes");
    assertThat(street.theRequest().particulars().note()).contains("the bell is broken");
  }

  @Test
  void aYesAfterACorrectionIsReadBackFirst() {
    readBack();
    street.says(edna, "no, Saturday");
    street.passes(SOON);
    street.says(edna, "yes");
    assertThat(street.requests).isEmpty();
    assertThat(street.told(edna)).endsWith("request-help.confirm");
  }

  @Test
  void severalLinesAreOneFreeText() {
    street.says(edna, "hello");
    street.passes(PAUSE);
    for (String answer : List.of("shopping", "LS6 3HN", "tomorrow")) street.says(edna, answer);
    for (String thing : List.of("milk", "brown bread", "eggs")) {
      street.says(edna, thing);
      street.passes(SOON);
    }
    street.passes(PAUSE);
    assertThat(slot("details")).isEqualTo(new SlotValue.Words("milk\nbrown bread\neggs"));
    assertThat(street.told(edna)).endsWith("request-help.ask.note");
  }

  @Test
  void aTapComesAfterWhatWasBegun() {
    street.says(edna, "hello");
    street.passes(PAUSE);
    Tap tap = tap(street.letters(edna).getLast().utterance(), "prescription");
    street.says(edna, "my mum needs it");
    street.sends(edna, new Content("Prescription", tap.encoded(), null, null, List.of()));
    assertThat(picked("need")).isEqualTo("prescription");
    assertThat(slot("for")).isEqualTo(new SlotValue.Words("mum"));
    assertThat(street.thoughts).isEmpty();
    int told = street.told(edna).size();
    street.passes(Duration.ofSeconds(20));
    assertThat(street.told(edna)).hasSize(told);
  }

  @Test
  void aPinIsPartOfTheThought() {
    street.says(edna, "can someone get my shopping");
    Content.Pin pin = new Content.Pin(new Point(53.822, -1.575), null);
    street.sends(edna, new Content("", null, null, pin, List.of()));
    assertThat(street.told(edna)).hasSize(1);
    assertThat(picked("need")).isEqualTo("shopping");
    assertThat(slot("area")).isInstanceOf(SlotValue.At.class);
  }

  @Test
  void aPictureComesAfterWhatWasBegun() {
    street.says(edna, "can someone get my shopping");
    street.sends(edna, new Content("", null, null, null, List.of(Content.Kind.IMAGE)));
    assertThat(street.told(edna).getFirst()).startsWith("request-help.ask.");
    assertThat(street.told(edna)).contains("common.media-image");
    assertThat(picked("need")).isEqualTo("shopping");
  }

  @Test
  void dangerIsAnsweredAtOnceAndTheThoughtGoesOn() {
    street.says(edna, "can someone get my shopping, LS6 3HN");
    street.says(edna, "my neighbour has chest pain");
    assertThat(street.told(edna)).containsExactly("common.danger");
    assertThat(street.cases).hasSize(1);
    street.says(edna, "the shopping is for today");
    assertThat(street.told(edna)).hasSize(1);
    street.passes(PAUSE);
    assertThat(street.told(edna)).hasSize(2);
    assertThat(picked("need")).isEqualTo("shopping");
    assertThat(slot("when")).isNotNull();
    assertThat(street.cases).hasSize(1);
  }

  @Test
  void dangerThatIsToldInTwoTextsIsHeard() {
    Desk exact = new Desk(ShippedTalk.load(), new FakeUnderstanding());
    Street other = new Street(exact, ACell.gathering(PAUSE));
    PersonId tom = other.resident("tom");
    other.says(tom, "my husband has chest");
    assertThat(other.told(tom)).isEmpty();
    other.says(tom, "pain");
    assertThat(other.told(tom)).containsExactly("common.danger");
    assertThat(other.theCase().matter().words()).contains("my husband has chest", "pain");
    other.passes(Duration.ofSeconds(20));
    assertThat(other.told(tom)).hasSize(1);
  }

  @Test
  void stopAndCancelDropIt() {
    for (String order : List.of("STOP", "CANCEL")) {
      Street other = new Street(DESK, ACell.gathering(PAUSE));
      PersonId tom = other.resident("tom");
      other.says(tom, "can someone get my shopping");
      other.says(tom, order);
      int told = other.told(tom).size();
      assertThat(other.thoughts).isEmpty();
      other.passes(Duration.ofSeconds(20));
      assertThat(other.told(tom)).hasSize(told).noneMatch(id -> id.contains(".ask."));
    }
  }

  @Test
  void otherOrdersComeAfterWhatWasBegun() {
    street.says(edna, "can someone get my shopping");
    street.says(edna, "help");
    assertThat(street.told(edna).getFirst()).startsWith("request-help.ask.");
    assertThat(street.told(edna)).contains("common.help");
    assertThat(picked("need")).isEqualTo("shopping");
  }

  @Test
  void nothingIsLeftOfItOnceTheyAreForgotten() {
    street.says(edna, "can someone get my shopping");
    street.says(edna, "forget me");
    street.says(edna, "yes");
    assertThat(street.people).doesNotContainKey(edna);
    assertThat(street.thoughts).isEmpty();
    assertThat(street.alarms).doesNotContainKey("thought/" + edna);
  }

  @Test
  void aReplyToAnOfferDoesNotWait() {
    PersonId olek = street.volunteer("olek", 100);
    readBack();
    street.says(edna, "yes");
    street.passes(SOON);
    assertThat(street.told(olek)).contains("job.offered");
    street.says(olek, "hi there");
    street.says(olek, "yes I can");
    assertThat(street.told(olek)).endsWith("job.claimed");
    street.passes(Duration.ofSeconds(20));
    assertThat(street.told(olek)).endsWith("job.claimed");
    street.says(olek, "on my way");
    assertThat(street.told(edna)).endsWith("request-help.relayed");
  }

  @Test
  void aReplyIsAReplyThoughTheyHadBegunToAskForSomething() {
    Desk exact = new Desk(ShippedTalk.load(), new FakeUnderstanding());
    Street other = new Street(exact, ACell.gathering(PAUSE));
    PersonId olek = other.volunteer("olek", 100);
    Street begun = new Street();
    begun.says(begun.resident("tom"), "please");
    other.people.putAll(begun.people);
    other.requests.putAll(begun.requests);
    other.alarms.putAll(begun.alarms);
    other.passes(SOON);
    assertThat(other.told(olek)).containsExactly("job.offered");
    other.says(olek, "please fetch my shopping");
    assertThat(other.thoughts).containsKey(olek);
    other.says(olek, "yes");
    assertThat(other.told(olek)).contains("job.claimed");
    assertThat(other.told(olek).getLast()).startsWith("request-help.ask.");
  }

  @Test
  void whatAnOfficerHearsDoesNotWait() {
    street.says(edna, "human");
    street.says(edna, "its about");
    assertThat(street.thoughts).isEmpty();
    assertThat(street.sent.getLast()).isInstanceOf(Outgoing.InThread.class);
  }

  @Test
  void aMessageThatIsRewordedInTimeIsHeardAsItIsNow() {
    street.says(edna, "can someone get my shopping");
    street.rewords(edna, 0, "can someone get my prescription");
    street.says(edna, "in LS6 3HN");
    street.passes(PAUSE);
    assertThat(picked("need")).isEqualTo("prescription");
    int told = street.told(edna).size();
    street.rewords(edna, 1, "I need dog walking");
    assertThat(street.told(edna)).hasSize(told);
    assertThat(street.thoughts).isEmpty();
  }

  @Test
  void aMessageThatIsDeletedInTimeIsNotHeard() {
    street.says(edna, "can someone get my shopping");
    street.rewords(edna, 0, "");
    street.passes(Duration.ofSeconds(20));
    assertThat(street.told(edna)).isEmpty();
    assertThat(street.conversations).isEmpty();
  }

  @Test
  void nothingWaitsWhereTheCellWantsItSo() {
    Street other = new Street(DESK);
    PersonId tom = other.resident("tom");
    other.says(tom, "can someone get my shopping");
    assertThat(other.told(tom)).hasSize(1);
  }

  private void readBack() {
    for (String text : List.of("hello", "2", "LS6 3HN", "tomorrow", "skip", "skip", "skip")) {
      street.says(edna, text);
      street.passes(PAUSE);
    }
    assertThat(street.told(edna)).endsWith("request-help.confirm");
  }

  private static Tap tap(Utterance utterance, String choice) {
    return utterance.choices().stream()
        .map(c -> c.tap())
        .filter(t -> t.choice().equals(choice))
        .findFirst()
        .orElseThrow();
  }

  private SlotValue slot(String key) {
    Known known = street.conversations.get(edna).slots().get(key);
    return known == null ? null : known.value();
  }

  private String picked(String key) {
    return ((SlotValue.Picked) slot(key)).keys().getFirst();
  }
}
