package org.doorstep.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.doorstep.bridge.Case;
import org.doorstep.cell.ACell;
import org.doorstep.cell.AResponse;
import org.doorstep.cell.Cell;
import org.doorstep.cell.Level;
import org.doorstep.cell.LevelRule;
import org.doorstep.cell.Model;
import org.doorstep.cell.Privacy;
import org.doorstep.cell.Response;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.HelpRequest.Closed.Outcome;
import org.doorstep.people.Agreements;
import org.doorstep.people.Channel;
import org.doorstep.people.Consent;
import org.doorstep.people.Consent.Answer;
import org.doorstep.people.Need;
import org.doorstep.people.PersonId;
import org.doorstep.people.Purpose;
import org.doorstep.talk.ShippedTalk;
import org.doorstep.talk.Tap;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** What people are told about their data, what they agree to, and what follows when they do not. */
@NullUnmarked
class RightsStoryTest {

  private static final Desk DESK = new Desk(ShippedTalk.load(), ShippedTalk.understanding());
  private static final String ASKS = "I need my prescription from Boots today";

  private Street street = new Street(DESK);
  private PersonId edna = street.resident("edna");

  private void in(Cell cell) {
    street = new Street(DESK, cell);
    edna = street.resident("edna");
  }

  private static Cell told(int version) {
    return ACell.hydePark()
        .answeredForBy(
            new Privacy(
                "Leeds Council",
                "dpo@leeds.example",
                "https://leeds.example/privacy",
                version,
                Duration.ofDays(20),
                Duration.ofDays(100)));
  }

  // ---- the notice

  @Test
  void theFirstAnswerSaysOnceWhoKeepsWhatForHowLong() {
    in(told(1));
    street.says(edna, "hello, I need my prescription today");
    street.passes(Duration.ofSeconds(5));
    String first = street.letters(edna).getFirst().utterance().text();
    assertThat(first).contains("Leeds Council runs this", "30 days", "PRIVACY", "FORGET ME");
    street.says(edna, "LS6 3HN");
    street.passes(Duration.ofSeconds(5));
    assertThat(texts(edna)).containsOnlyOnce("Leeds Council runs this");
  }

  @Test
  void adviceInDangerComesWithoutIt() {
    street.says(edna, "my husband is unconscious and not breathing");
    assertThat(texts(edna)).contains("999").doesNotContain("runs this");
    street.passes(Duration.ofMinutes(1));
    street.says(edna, "PRIVACY");
    assertThat(texts(edna)).contains("runs this");
  }

  @Test
  void whenTheNoticeChangesEverybodyIsToldInALine() {
    in(told(2));
    street.people.computeIfPresent(
        edna, (id, known) -> known.agreeing(known.agreements().told("1.1")));
    street.says(edna, "my jobs");
    assertThat(texts(edna)).contains("privacy notice has changed").doesNotContain("runs this");
    street.says(edna, "my jobs");
    assertThat(texts(edna)).containsOnlyOnce("has changed");
  }

  @Test
  void privacySaysAllOfIt() {
    in(told(1));
    street.says(edna, "PRIVACY");
    assertThat(street.told(edna)).endsWith("privacy.full");
    assertThat(last(edna))
        .contains(
            "Leeds Council",
            "dpo@leeds.example",
            "https://leeds.example/privacy",
            "20 days",
            "100");
  }

  // ---- what they agreed to

  @Test
  void whatSomebodyAgreesToIsNotedWithItsWordsInTheSameCommit() {
    refers("yes");
    assertThat(answers(Purpose.HELPED)).containsExactly(Answer.GIVEN);
    Consent passed = consents(Purpose.PASSED_ON).getFirst();
    assertThat(passed.answer()).isEqualTo(Answer.GIVEN);
    assertThat(passed.words())
        .isEqualTo("triage.consent#" + ShippedTalk.load().edition("triage.consent"));
    assertThat(passed.to()).isEqualTo("advice");
    assertThat(passed.about()).isEqualTo(street.theRequest().id().value());
    assertThat(passed.channel()).isEqualTo(Channel.WHATSAPP);
    assertThat(passed.at()).isEqualTo(street.now);
    assertThat(street.facts).contains(new Fact.Consented(edna, Purpose.PASSED_ON, Answer.GIVEN));
  }

  @Test
  void aNoIsNotedToo() {
    refers("no");
    assertThat(answers(Purpose.PASSED_ON)).containsExactly(Answer.REFUSED);
  }

  @Test
  void whoLooksAfterNobodyYetIsCalledBack() {
    refers("yes");
    withdraws("passed-on");
    assertThat(street.theCase()).isInstanceOf(Case.Closed.class);
    assertThat(((Case.Closed) street.theCase()).outcome()).isEqualTo(Case.Outcome.WITHDRAWN);
    assertThat(street.theCase().matter().words()).isNull();
    assertThat(street.card().quote()).isNull();
    assertThat(((HelpRequest.Closed) street.theRequest()).outcome()).isEqualTo(Outcome.SIGNPOSTED);
    assertThat(street.told(edna)).endsWith("privacy.withdrawn-passed-on");
    assertThat(last(edna)).contains("0113 496 0000");
    assertThat(answers(Purpose.PASSED_ON)).containsExactly(Answer.GIVEN, Answer.WITHDRAWN);
    int before = street.sent.size();
    street.passes(Duration.ofHours(2));
    assertThat(street.sent.subList(before, street.sent.size()))
        .as("nobody is reminded of it")
        .noneMatch(Outgoing.InThread.class::isInstance);
  }

  @Test
  void whoHasReadItIsTold() {
    refers("yes");
    Case.Waiting waiting = (Case.Waiting) street.theCase();
    street.cases.put(waiting.id().value(), waiting.acknowledgedBy("U0ADVICE", street.now));
    withdraws("passed-on");
    assertThat(street.theCase()).isInstanceOf(Case.Acknowledged.class);
    assertThat(street.lines().getLast()).contains("no longer agrees");
    assertThat(street.told(edna)).endsWith("privacy.withdrawn-taken");
  }

  @Test
  void whatIsTakenBackTwiceIsClosedTheSecondTime() {
    refers("yes");
    street.says(edna, "WITHDRAW");
    street.picks(edna, "passed-on");
    street.picks(edna, "passed-on");
    assertThat(street.told(edna)).endsWith("common.closed");
    assertThat(answers(Purpose.PASSED_ON)).containsExactly(Answer.GIVEN, Answer.WITHDRAWN);
  }

  @Test
  void whoNoLongerWantsToBeHelpedIsAskedForNoMore() {
    asks("I need my prescription from Boots today");
    street.passes(Duration.ZERO);
    street.says(edna, "I don't agree any more");
    street.says(edna, "1");
    assertThat(street.told(edna)).endsWith("privacy.withdrawn-helped");
    assertThat(street.theRequest().over()).isTrue();
  }

  @Test
  void whoNoLongerVolunteersIsAskedNothing() {
    PersonId sam = street.volunteer("Sam", 100);
    street.says(sam, "withdraw");
    street.picks(sam, "volunteering");
    assertThat(street.people.get(sam).volunteering()).isNull();
    asks("I need my prescription from Boots today");
    street.passes(Duration.ofHours(1));
    assertThat(street.told(sam)).doesNotContain("job.offered");
  }

  @Test
  void whoHasAgreedToNothingIsToldSo() {
    street.says(edna, "withdraw");
    assertThat(street.told(edna)).endsWith("privacy.none");
  }

  // ---- all of it in one file

  @Test
  void theFileHoldsAllThatIsTheirsAndNothingOfAnybodyElse() {
    PersonId sam = street.volunteer("Sam", 100);
    asks("I need my prescription from Boots today, the red box");
    street.passes(Duration.ZERO);
    street.says(sam, "yes I can");
    street.says(sam, "Tell her my secret is the blue door");
    street.says(edna, "MY DATA");
    assertThat(last(edna)).contains("https://invalid/", "works once");
    assertThat(file(edna))
        .contains("Edna", "LS6 3HN", "the red box", "Somebody has it", "request-help.confirm#")
        .contains("you agreed", "+44edna")
        .doesNotContain("Sam", "blue door");
    street.says(sam, "MY DATA");
    assertThat(file(sam))
        .contains("Sam", "Prescription", "What you do")
        .doesNotContain("Edna", "red box", "14 Ash");
  }

  @Test
  void whatSomebodyElseSaidOfThemIsNotInIt() {
    PersonId sam = street.volunteer("Sam", 100);
    asks("I need my prescription from Boots today");
    street.passes(Duration.ZERO);
    street.says(sam, "yes I can");
    street.says(sam, "I'm worried about her, she looks neglected");
    street.says(edna, "MY DATA");
    assertThat(file(edna)).doesNotContain("neglected");
  }

  // ---- how long it is kept

  @Test
  void ofAClosedCaseNothingIsLeftWhenItsTimeIsOver() {
    in(told(1));
    street.says(edna, "HUMAN");
    street.writesInThread("U0AMINA", street.theCase(), "hello");
    street.presses(
        "U0AMINA", new Tap("case", 1, "card", "sorted", street.theCase().id().value()).encoded());
    street.passes(Duration.ofDays(20).minusMinutes(1));
    assertThat(street.cases).hasSize(1);
    street.passes(Duration.ofMinutes(1));
    assertThat(street.cases).isEmpty();
    assertThat(street.card().lines().toString()).contains("not kept").doesNotContain("Edna");
    assertThat(street.card().quote()).isNull();
  }

  @Test
  void whoHasNothingWithUsAndDoesNotWriteIsForgottenInTheEnd() {
    in(told(1));
    street.says(edna, "my jobs");
    street.passes(Duration.ofDays(60));
    street.says(edna, "my jobs");
    street.passes(Duration.ofDays(100).minusMinutes(1));
    assertThat(street.people).containsKey(edna);
    street.passes(Duration.ofMinutes(1));
    assertThat(street.people).doesNotContainKey(edna);
  }

  @Test
  void aVolunteerMayBeSilentForLong() {
    in(told(1));
    PersonId sam = street.volunteer("Sam", 100);
    street.people.computeIfPresent(sam, (id, p) -> p.agreeing(Agreements.NONE));
    street.says(sam, "my jobs");
    street.passes(Duration.ofDays(300));
    assertThat(street.people).containsKey(sam);
    assertThat(street.alarms).containsKey(new Alarm.LongSilent(sam).key());
  }

  // ---- FORGET ME

  @Test
  void whatStandsInSlackOfSomebodyForgottenLosesTheirNameAndWords() {
    refers("yes");
    street.says(edna, "FORGET ME");
    street.says(edna, "yes");
    assertThat(street.people).doesNotContainKey(edna);
    assertThat(street.cases).isEmpty();
    assertThat(street.card().quote()).isNull();
    assertThat(street.card().lines().toString()).doesNotContain("Edna").contains("not kept");
    assertThat(last(edna)).contains("Slack", "WhatsApp", "Twilio");
  }

  /** A yes in words is not for the officer who has the line. */
  @Test
  void whoTalksToAnOfficerCanBeForgottenAllTheSame() {
    street.says(edna, "HUMAN");
    street.says(edna, "FORGET ME");
    street.says(edna, "yes");
    assertThat(street.people).doesNotContainKey(edna);
    assertThat(street.lines().toString()).doesNotContain("yes");
  }

  // ---- helpers

  /** What is more than neighbours can do, with a partner for it, and this answer. */
  private void refers(String answer) {
    Response usual = AResponse.with(Model.DIRECT);
    List<LevelRule> rules =
        List.of(new LevelRule(Set.of(new Need("prescription")), Set.of(), Level.SPECIALIST));
    in(
        ACell.hydePark()
            .responding(
                new Response(
                    Model.DIRECT,
                    List.of(),
                    usual.partners(),
                    rules,
                    usual.within(),
                    usual.pressingWithin(),
                    usual.contact())));
    asks(ASKS);
    assertThat(street.told(edna)).contains("triage.consent");
    street.picks(edna, answer);
  }

  private void withdraws(String choice) {
    street.says(edna, "WITHDRAW");
    street.picks(edna, choice);
  }

  private void asks(String words) {
    street.says(edna, words);
    street.pins(edna, FakeTalk.EDNAS);
    for (String answer : List.of("14 Ash Grove", "Edna", "yes")) street.says(edna, answer);
    street.passes(Duration.ZERO);
  }

  private List<Consent> consents(Purpose purpose) {
    return street.people.get(edna).agreements().consents().stream()
        .filter(c -> c.purpose() == purpose)
        .toList();
  }

  private List<Answer> answers(Purpose purpose) {
    return consents(purpose).stream().map(Consent::answer).toList();
  }

  private String texts(PersonId who) {
    return street.letters(who).stream()
        .map(l -> l.utterance().text())
        .collect(Collectors.joining("\n---\n"));
  }

  private String last(PersonId who) {
    return street.letters(who).getLast().utterance().text();
  }

  private String file(PersonId who) {
    Paper paper = street.papers.get(who);
    return paper.parts().stream()
        .map(p -> p.heading() + "\n" + String.join("\n", p.lines()))
        .collect(Collectors.joining("\n"));
  }
}
