package org.doorstep.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.doorstep.bridge.Case;
import org.doorstep.bridge.Reason;
import org.doorstep.people.PersonId;
import org.doorstep.talk.Tap;
import org.doorstep.talk.Utterance;
import org.junit.jupiter.api.Test;

class OfficerStoryTest {

  private final Street street = new Street();
  private final PersonId edna = street.resident("edna");
  private final PersonId priya = street.volunteer("priya", 100);

  @Test
  void humanOpensACaseAndTheBotKeepsQuiet() {
    street.says(edna, "human");
    assertThat(street.theCase().matter().reason()).isEqualTo(Reason.ASKED_FOR_A_PERSON);
    street.says(edna, "are you there");
    assertThat(street.told(edna)).containsExactly("case.opened");
    assertThat(inThread())
        .anyMatch(line -> line.quote() != null && line.quote().equals("are you there"));
  }

  @Test
  void wordsGoBothWaysUntilTheCaseIsClosed() {
    street.says(edna, "human");
    street.writesInThread("U0AMINA", street.theCase(), "Good evening Edna");
    assertThat(street.told(edna)).endsWith("case.officer-says");
    assertThat(street.theCase()).isInstanceOf(Case.Acknowledged.class);
    press("U0AMINA", "sorted");
    assertThat(street.theCase()).isInstanceOf(Case.Closed.class);
    street.says(edna, "thank you");
    assertThat(street.told(edna)).endsWith("case.closed", "ask.need");
    street.writesInThread("U0AMINA", street.theCase(), "one more thing");
    assertThat(street.told(edna)).endsWith("case.closed", "ask.need");
  }

  @Test
  void linesThatStartWithTwoSlashesStayInside() {
    street.says(edna, "human");
    int before = street.sent.size();
    street.writesInThread("U0AMINA", street.theCase(), "  // she sounds confused");
    assertThat(street.sent).hasSize(before);
  }

  @Test
  void onlyOfficersReachThePerson() {
    street.says(edna, "human");
    street.writesInThread("U0MALLORY", street.theCase(), "send me your bank card");
    assertThat(street.told(edna)).containsExactly("case.opened");
    press("U0MALLORY", "acknowledge");
    assertThat(street.theCase()).isInstanceOf(Case.Waiting.class);
  }

  @Test
  void theDeputyIsToldThenTheFirstAgainUntilSomebodyLooks() {
    street.says(edna, "human");
    street.passes(Duration.ofMinutes(20));
    assertThat(mentioned()).containsExactly("U0AMINA", "U0DEREK", "U0AMINA");
    press("U0DEREK", "acknowledge");
    street.passes(Duration.ofHours(1));
    assertThat(mentioned()).hasSize(3);
  }

  @Test
  void twoWhoShouldNotMeetAreKeptApartAndNeitherIsTold() {
    street.says(edna, "please");
    street.passes(Duration.ZERO);
    street.says(priya, "yes");
    street.says(priya, "I'm worried about him");
    int before = street.letters(edna).size() + street.letters(priya).size();
    press("U0AMINA", "keep-apart");
    assertThat(street.people.get(edna).ties().apart()).containsExactly(priya);
    assertThat(street.letters(edna).size() + street.letters(priya).size()).isEqualTo(before);
    assertThat(street.sent.getLast()).isInstanceOf(Outgoing.Whisper.class);

    street.says(edna, "cancel");
    street.says(edna, "please");
    street.passes(Duration.ofHours(2));
    assertThat(street.told(priya).stream().filter("job.offered"::equals)).hasSize(1);
  }

  @Test
  void onlyAnOfficerKeepsPeopleApart() {
    street.says(edna, "please");
    street.passes(Duration.ZERO);
    street.says(priya, "yes");
    street.says(priya, "I'm worried about him");
    press("U0JOAN", "keep-apart");
    assertThat(street.people.get(edna).ties().apart()).isEmpty();
  }

  @Test
  void dangerIsAnsweredAtOnceAndNeverPutToVolunteers() {
    street.says(edna, "please help, my neighbour has chest pain");
    assertThat(street.letters(edna).getFirst().utterance().id()).isEqualTo("common.danger");
    assertThat(street.letters(edna).getFirst().urgent()).isTrue();
    assertThat(street.theCase().matter().reason()).isEqualTo(Reason.DANGER);
    street.passes(Duration.ofHours(1));
    assertThat(street.letters(priya)).noneMatch(l -> l.utterance().text().contains("chest pain"));
  }

  @Test
  void dangerWordsAreNotRelayedToTheVolunteerButToTheOfficer() {
    street.says(edna, "please");
    street.passes(Duration.ZERO);
    street.says(priya, "yes");
    street.says(edna, "I have chest pain");
    assertThat(street.told(priya)).doesNotContain("job.relayed");
    assertThat(street.theCase().matter().words()).isEqualTo("I have chest pain");
  }

  @Test
  void aWorriedVolunteerIsConnectedToAnOfficer() {
    street.says(edna, "please");
    street.passes(Duration.ZERO);
    street.says(priya, "yes");
    street.says(priya, "I'm worried about him");
    assertThat(street.theCase().matter().reason()).isEqualTo(Reason.WORRIED);
    assertThat(street.told(priya)).endsWith("case.worried-advice");
    street.says(priya, "he did not know what day it is");
    assertThat(street.told(edna)).doesNotContain("request-help.relayed");
  }

  @Test
  void deliveryIsShownOnTheOfficersMessageOnlyWhenItIsNews() {
    Dossier.Sent before =
        new Dossier.Sent(
            new OutgoingId("o1"),
            edna,
            new Origin(new SlackRef("C0OFFICERS", "2.1"), "case/cabcdef"),
            DeliveryStatus.DELIVERED,
            null);
    street.reported(new OutgoingId("o1"), DeliveryStatus.SENT, before);
    assertThat(street.sent).isEmpty();
    street.reported(new OutgoingId("o1"), DeliveryStatus.READ, before);
    assertThat(street.sent).singleElement().isInstanceOf(Outgoing.Mark.class);
  }

  private static final Origin OFFICERS =
      new Origin(new SlackRef("C0OFFICERS", "2.1"), "case/cabcdef");

  private Dossier.Sent sent(Outgoing.ToPerson letter, Instant tried) {
    return new Dossier.Sent(
        letter.id(), letter.to(), letter.origin(), null, new Dossier.Tried(letter, tried));
  }

  private Outgoing.ToPerson officersWords() {
    return new Outgoing.ToPerson(
        new OutgoingId("o1"),
        edna,
        Utterance.plain("case.officer-says", "Are you all right?"),
        Outgoing.ToPerson.WhenClosed.HOLD,
        false,
        OFFICERS,
        Set.of(edna));
  }

  @Test
  void whatFoundTheWindowClosedIsSaidAgainAndNotShownAsFailed() {
    street.says(edna, "please");
    street.sent.clear();
    street.windowClosed(sent(officersWords(), street.now));
    assertThat(street.sent)
        .singleElement()
        .isInstanceOfSatisfying(
            Outgoing.ToPerson.class,
            letter -> {
              assertThat(letter.id()).isNotEqualTo(new OutgoingId("o1"));
              assertThat(letter.utterance()).isEqualTo(officersWords().utterance());
              assertThat(letter.origin()).isEqualTo(OFFICERS);
              assertThat(letter.whenClosed()).isEqualTo(Outgoing.ToPerson.WhenClosed.HOLD);
            });
    assertThat(street.people.get(edna).windowOpen(street.now)).isFalse();
  }

  @Test
  void whoHasWrittenSinceIsWrittenToAtOnce() {
    Instant before = street.now;
    street.passes(Duration.ofMinutes(1));
    street.says(edna, "please");
    street.windowClosed(sent(officersWords(), before));
    assertThat(street.people.get(edna).windowOpen(street.now)).isTrue();
  }

  @Test
  void aWindowThatIsClosedTwiceIsAFailure() {
    Dossier.Sent again = new Dossier.Sent(new OutgoingId("o2"), edna, OFFICERS, null, null);
    street.windowClosed(again);
    assertThat(street.sent).hasSize(2);
    assertThat(street.sent.getFirst())
        .isEqualTo(
            new Outgoing.Mark(
                street.sent.getFirst().id(), OFFICERS.message(), DeliveryStatus.FAILED));
    assertThat(street.sent.getLast()).isInstanceOf(Outgoing.InThread.class);
  }

  @Test
  void aHeldWordOfAnOfficersKeepsItsLinkAndTheOfficerIsTold() {
    Utterance words = officersWords().utterance();
    street.held.add(new Dossier.Held(words, OFFICERS));
    street.held.add(new Dossier.Held(words, OFFICERS));
    street.held.add(new Dossier.Held(Utterance.plain("job.claimed", "Found."), null));
    street.says(edna, "hello");
    assertThat(street.sent)
        .filteredOn(o -> o instanceof Outgoing.ToPerson p && OFFICERS.equals(p.origin()))
        .hasSize(2);
    assertThat(street.sent)
        .filteredOn(o -> o instanceof Outgoing.InThread t && t.text().contains("case.held-sent"))
        .singleElement()
        .satisfies(o -> assertThat(((Outgoing.InThread) o).anchor()).isEqualTo("case/cabcdef"));
  }

  @Test
  void stopIsHonouredEverywhere() {
    street.says(edna, "please");
    street.passes(Duration.ZERO);
    street.says(priya, "yes");
    street.says(priya, "stop");
    assertThat(street.told(priya)).endsWith("common.stop");
    assertThat(street.told(edna)).endsWith("request-help.handed-back");
    street.says(edna, "hello?");
    street.passes(Duration.ofHours(9));
    assertThat(street.told(priya)).endsWith("common.stop");
    street.says(priya, "anyone there");
    assertThat(street.told(priya)).endsWith("common.opted-out");
  }

  @Test
  void whoAsksToBeForgottenLeavesNothingOpen() {
    street.says(edna, "please");
    street.passes(Duration.ZERO);
    street.says(priya, "yes");
    street.says(edna, "forget-me");
    assertThat(street.told(edna)).endsWith("common.forgotten");
    assertThat(street.told(priya)).endsWith("job.gone");
    street.passes(Duration.ofMinutes(1));
    assertThat(street.people).doesNotContainKey(edna);
    assertThat(street.requests).isEmpty();
    assertThat(street.facts).contains(new Fact.PersonForgotten(edna));
  }

  private void press(String user, String choice) {
    street.presses(
        user, new Tap("case", 1, "card", choice, street.theCase().id().value()).encoded());
  }

  private List<Outgoing.InThread> inThread() {
    return street.sent.stream()
        .filter(Outgoing.InThread.class::isInstance)
        .map(Outgoing.InThread.class::cast)
        .toList();
  }

  private List<String> mentioned() {
    return inThread().stream().map(Outgoing.InThread::mention).filter(m -> m != null).toList();
  }
}
