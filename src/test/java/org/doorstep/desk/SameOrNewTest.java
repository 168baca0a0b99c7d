package org.doorstep.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.doorstep.help.HelpRequest;
import org.doorstep.people.PersonId;
import org.doorstep.talk.ShippedTalk;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A second request like an open one is asked about before it is sent, and never dropped. */
@NullUnmarked
class SameOrNewTest {

  private static final String QUESTION = "request-help.same-or-new";

  private final Street street =
      new Street(new Desk(ShippedTalk.load(), ShippedTalk.understanding()));
  private final PersonId edna = street.resident("edna");
  private final PersonId sam = street.volunteer("Sam", 100);

  @BeforeEach
  void ednasPrescriptionIsOpen() {
    asks("could somebody fetch my prescription today please", "Boots, North Lane");
    street.passes(Duration.ZERO);
    assertThat(street.requests).hasSize(1);
    assertThat(street.told(edna)).endsWith("request-help.waiting");
  }

  @Test
  void whatIsOpenIsToldAndNothingIsSentYet() {
    asksAgain();
    assertThat(street.told(edna)).endsWith(QUESTION);
    assertThat(said(edna)).contains("Prescription", "today");
    assertThat(street.requests).hasSize(1);
    assertThat(street.told(sam)).containsOnlyOnce("job.offered");
  }

  @ParameterizedTest
  @ValueSource(strings = {"yes", "the same", "same one please", "Yes, the same one"})
  void theSameEndsWithHowItStands(String answer) {
    asksAgain();
    street.says(edna, answer);
    street.passes(Duration.ofSeconds(5));
    assertThat(street.requests).hasSize(1);
    assertThat(street.told(edna)).contains("request-help.same-seeking");
    assertThat(street.conversations).doesNotContainKey(edna);
  }

  @Test
  void whatWasWrittenThisTimeGoesToTheOpenOne() {
    asksAgain();
    street.picks(edna, "same");
    assertThat(street.told(edna)).endsWith("request-help.same-added");
    assertThat(street.theRequest().particulars().note()).contains("two boxes, not one");
    street.taps(sam, street.theRequest(), "take");
    assertThat(told(sam, "job.claimed")).contains("two boxes, not one");
  }

  @Test
  void whatIsWrittenMeanwhileIsKeptWithIt() {
    street.says(edna, "ours is the blue door by the way");
    street.passes(Duration.ofSeconds(5));
    assertThat(street.told(edna)).endsWith("request-help.no-one-yet");
    street.taps(sam, street.theRequest(), "take");
    assertThat(told(sam, "job.claimed")).contains("the blue door");
  }

  @Test
  void whoeverHasItHearsWhatWasWrittenThisTime() {
    street.taps(sam, street.theRequest(), "take");
    street.says(edna, "could someone get my prescription today please");
    street.picks(edna, "new");
    answers("two boxes, not one");
    // they have said that it is new: they are not asked a second time
    assertThat(street.told(edna)).doesNotContain(QUESTION).endsWith("request-help.waiting");
    assertThat(street.requests).hasSize(2);
  }

  @Test
  void itIsInGoodHands() {
    asksUpToTheSummary();
    street.taps(sam, street.theRequest(), "take");
    street.says(edna, "yes");
    street.picks(edna, "same");
    assertThat(told(edna, "request-help.same-taken")).contains("Sam");
    assertThat(street.told(sam)).endsWith("job.relayed");
    assertThat(said(sam)).contains("two boxes, not one");
  }

  @Test
  void anOfficerWhoHasItReadsIt() {
    asksUpToTheSummary();
    street.taps(sam, street.theRequest(), "take");
    street.taps(sam, street.theRequest(), "unsafe");
    street.says(edna, "yes");
    street.picks(edna, "same");
    assertThat(street.told(edna)).contains("request-help.same-with-officer");
    assertThat(street.told(edna)).endsWith("request-help.same-added");
  }

  @ParameterizedTest
  @ValueSource(strings = {"no", "a new one", "No, a new one"})
  void aNewOneGoesOn(String answer) {
    asksAgain();
    street.says(edna, answer);
    street.passes(Duration.ofSeconds(5));
    assertThat(street.told(edna)).endsWith("request-help.waiting");
    assertThat(street.requests).hasSize(2);
    assertThat(newest().particulars().details()).isEqualTo("two boxes, not one");
  }

  @Test
  void anotherDayIsNotAskedAbout() {
    asks("could somebody fetch my prescription on Friday please", "two boxes, not one");
    assertThat(street.told(edna)).doesNotContain(QUESTION);
    assertThat(street.requests).hasSize(2);
  }

  @Test
  void itCanStillBeChanged() {
    asksAgain();
    street.says(edna, "on Friday");
    street.passes(Duration.ofSeconds(5));
    assertThat(street.told(edna)).endsWith("request-help.confirm");
    assertThat(said(edna)).contains("two boxes, not one");
    street.says(edna, "yes");
    assertThat(street.told(edna)).endsWith("request-help.waiting");
    assertThat(street.requests).hasSize(2);
  }

  @Test
  void anOrderInBetweenAsksTheSameQuestionAgain() {
    asksAgain();
    street.says(edna, "help");
    assertThat(street.told(edna)).endsWith("common.help", QUESTION);
    street.says(edna, "asdf");
    street.passes(Duration.ofSeconds(5));
    assertThat(street.told(edna)).endsWith("common.unclear", QUESTION);
    street.says(edna, "yes");
    assertThat(street.told(edna)).contains("request-help.same-seeking");
    assertThat(street.requests).hasSize(1);
  }

  @Test
  void inAnotherLanguageTheQuestionIsAskedInIt() {
    asksAgain();
    street.says(edna, "polski");
    assertThat(street.told(edna)).endsWith("common.language-set", QUESTION);
    assertThat(said(edna)).contains("Leki z apteki").contains("dzi");
  }

  @Test
  void cancelDropsTheSecondAndLeavesTheFirst() {
    asksAgain();
    street.says(edna, "cancel");
    assertThat(street.told(edna)).endsWith("request-help.cancelled");
    assertThat(street.theRequest()).isInstanceOf(HelpRequest.Seeking.class);
    street.picks(edna, "another");
    assertThat(street.told(edna)).endsWith("common.closed");
    assertThat(street.requests).hasSize(1);
  }

  @Test
  void whatIsOverMeanwhileIsNotTheSame() {
    asksAgain();
    street.taps(sam, street.theRequest(), "take");
    street.taps(sam, street.theRequest(), "done");
    street.picks(edna, "same");
    assertThat(street.told(edna)).endsWith("request-help.same-over", "request-help.confirm");
    street.says(edna, "yes");
    assertThat(street.requests).hasSize(2);
  }

  @Test
  void theDayOfAQuestionMayHaveGoneBy() {
    asksAgain();
    street.passes(Duration.ofHours(24));
    street.picks(edna, "another");
    assertThat(street.requests).hasSize(1);
    assertThat(street.told(edna)).contains("request-help.check.not-past");
  }

  @Test
  void besidesTheSameTheRestIsOpened() {
    asks("I need my prescription and someone to walk my dog today", "two boxes, not one");
    assertThat(street.told(edna)).endsWith(QUESTION);
    street.picks(edna, "same");
    assertThat(street.told(edna)).contains("request-help.same-seeking");
    assertThat(street.told(edna)).endsWith("request-help.waiting");
    assertThat(street.requests.values())
        .extracting(r -> r.particulars().need().key())
        .containsExactly("prescription", "dog-walk");
  }

  @Test
  void twoNeedsOfOneMessageAreNoRepeats() {
    PersonId ray = street.resident("ray");
    street.says(ray, "I need my shopping and someone to walk my dog today");
    street.pins(ray, FakeTalk.EDNAS);
    for (String answer : List.of("bread", "14 Ash Grove", "Ray", "yes")) street.says(ray, answer);
    assertThat(street.told(ray)).doesNotContain(QUESTION);
    assertThat(street.requests).hasSize(3);
  }

  @Test
  void anotherPersonIsNotAsked() {
    PersonId ray = street.resident("ray");
    street.says(ray, "could somebody fetch my prescription today please");
    street.pins(ray, FakeTalk.EDNAS);
    for (String answer : List.of("bread", "14 Ash Grove", "Ray", "yes")) street.says(ray, answer);
    assertThat(street.told(ray)).doesNotContain(QUESTION);
    assertThat(street.requests).hasSize(2);
  }

  private void asksAgain() {
    asksUpToTheSummary();
    street.says(edna, "yes");
  }

  private void asksUpToTheSummary() {
    street.says(edna, "can someone get my prescription today");
    street.passes(Duration.ofSeconds(5));
    answersUpToTheSummary("two boxes, not one");
  }

  private void asks(String text, String details) {
    street.says(edna, text);
    street.passes(Duration.ofSeconds(5));
    answers(details);
  }

  private void answers(String details) {
    answersUpToTheSummary(details);
    street.says(edna, "yes");
  }

  /** Whatever is asked, in whatever order. */
  private void answersUpToTheSummary(String details) {
    for (int i = 0; i < 8 && !street.told(edna).getLast().equals("request-help.confirm"); i++) {
      switch (street.told(edna).getLast()) {
        case "request-help.ask.area" -> street.pins(edna, FakeTalk.EDNAS);
        case "request-help.offer.area" -> street.says(edna, "yes");
        case "request-help.ask.details" -> street.says(edna, details);
        case "request-help.ask.note" -> street.says(edna, "14 Ash Grove");
        case "request-help.ask.name" -> street.says(edna, "Edna");
        case "request-help.ask.when" -> street.says(edna, "today");
        default -> throw new IllegalStateException(street.told(edna).toString());
      }
      street.passes(Duration.ofSeconds(5));
    }
  }

  private HelpRequest newest() {
    return List.copyOf(street.requests.values()).getLast();
  }

  private String said(PersonId who) {
    return street.letters(who).getLast().utterance().text();
  }

  private String told(PersonId who, String id) {
    return street.letters(who).stream()
        .filter(l -> l.utterance().id().equals(id))
        .toList()
        .getLast()
        .utterance()
        .text();
  }
}
