package org.doorstep.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.doorstep.bridge.Case;
import org.doorstep.bridge.Reason;
import org.doorstep.help.Arrangement;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.HelpRequest.Closed.Outcome;
import org.doorstep.people.PersonId;
import org.doorstep.talk.ShippedTalk;
import org.doorstep.talk.Tap;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/**
 * Help that comes again and again, by the same person where there is one. 18 March is a Wednesday.
 */
@NullUnmarked
class RegularHelpStoryTest {

  private static final LocalDate FIRST = LocalDate.parse("2026-03-19");

  private final Street street =
      new Street(new Desk(ShippedTalk.load(), ShippedTalk.understanding()));
  private final PersonId edna = street.resident("edna");
  private final PersonId sam = street.volunteer("Sam", 100);
  private final PersonId olek = street.volunteer("Olek", 200);

  // ---- how it comes about

  @Test
  void nothingIsArrangedUntilTheResidentSaysSo() {
    asks("shopping every Thursday, postcode LS6 3HN");
    assertThat(street.told(edna)).endsWith("request-help.waiting", "regular.how-often");
    assertThat(street.arrangements).isEmpty();
    street.says(edna, "just once");
    assertThat(street.told(edna)).endsWith("regular.only-once");
    assertThat(street.arrangements).isEmpty();
  }

  @Test
  void whatIsAskedForOnceIsNotAskedAbout() {
    asks("shopping on Thursday, postcode LS6 3HN");
    assertThat(street.told(edna)).doesNotContain("regular.how-often");
  }

  @Test
  void whatIsOpenedBesidesTheSameIsAskedAboutOnceToo() {
    asks("shopping tomorrow, postcode LS6 3HN");
    asksUntil("I need shopping and my dog walked every Thursday, LS6 3HN", "same-or-new");
    street.picks(edna, "same");
    assertThat(street.requests).hasSize(2);
    assertThat(street.told(edna).stream().filter("regular.how-often"::equals)).hasSize(1);
    street.picks(edna, "each");
    assertThat(the().wanted().need().key()).isEqualTo("dog-walk");
  }

  @Test
  void theFirstOneLivesAsAnyOther() {
    arranged();
    assertThat(the().first()).isEqualTo(FIRST);
    assertThat(the().next()).isEqualTo(FIRST.plusWeeks(1));
    assertThat(street.told(edna)).contains("regular.begun");
    street.says(sam, "yes I can");
    assertThat(street.theRequest()).isInstanceOf(HelpRequest.Claimed.class);
  }

  @Test
  void whoeverDidItOnceIsAskedWhetherTheyWouldEachTime() {
    doneEachTimeBySam();
    assertThat(the().volunteers()).containsExactly(sam);
    assertThat(street.told(edna)).contains("regular.found");
  }

  @Test
  void nobodyIsAskedTwice() {
    arranged();
    done(sam);
    street.picks(sam, "once");
    assertThat(street.told(sam)).endsWith("regular.not-yours");
    street.passes(Duration.ofDays(7));
    street.says(sam, "yes I can");
    street.says(sam, "done");
    assertThat(street.told(sam).stream().filter("regular.each-time"::equals)).hasSize(1);
  }

  @Test
  void anAnswerToAnOldQuestionChangesNothing() {
    doneEachTimeBySam();
    street.picks(edna, "once");
    assertThat(street.told(edna)).endsWith("common.closed");
    assertThat(the().volunteers()).containsExactly(sam);
  }

  // ---- each time

  @Test
  void theyHaveItADayBeforeAndAreReminded() {
    doneEachTimeBySam();
    street.sent.clear();
    street.passes(Duration.ofDays(7));
    assertThat(occasion().holder()).isEqualTo(sam);
    assertThat(occasion().particulars().when().date()).isEqualTo(FIRST.plusWeeks(1));
    assertThat(street.told(sam)).containsExactly("job.regular");
    assertThat(street.told(edna)).contains("regular.comes");
    assertThat(street.told(olek)).isEmpty();
    assertThat(street.letters(sam).getLast().utterance().text()).contains("LS6 3HN");
  }

  @Test
  void thePostInTheChannelIsTrueOfEachTime() {
    doneEachTimeBySam();
    street.passes(Duration.ofDays(7));
    assertThat(street.card().lines().toString()).contains("Taken by Sam");
    street.says(sam, "done");
    assertThat(street.card().lines().toString()).contains("Done by Sam");
  }

  @Test
  void theyAreLeftInPeaceUntilItIsOver() {
    doneEachTimeBySam();
    street.passes(Duration.ofDays(7));
    street.sent.clear();
    street.passes(Duration.ofHours(20));
    assertThat(street.told(sam)).isEmpty();
  }

  @Test
  void whoCannotThisTimeIsStoodInFor() {
    doneEachTimeBySam();
    street.passes(Duration.ofDays(7));
    street.picks(sam, "drop");
    street.passes(Duration.ofMinutes(20));
    assertThat(street.told(olek)).contains("job.offered");
    street.says(olek, "yes I can");
    street.says(olek, "done");
    assertThat(street.told(olek)).doesNotContain("regular.each-time");
    assertThat(the().volunteers()).containsExactly(sam);
    street.passes(Duration.ofDays(7));
    assertThat(occasion().holder()).isEqualTo(sam);
  }

  @Test
  void aPausedOneIsStoodInForFromTheStart() {
    doneEachTimeBySam();
    street.says(sam, "pause 14 days");
    street.passes(Duration.ofDays(7));
    assertThat(street.told(edna)).contains("regular.stand-in");
    assertThat(street.told(olek)).contains("job.offered");
    assertThat(street.told(sam)).doesNotContain("job.regular");
  }

  @Test
  void withNobodyInParticularOthersAreAskedEachTime() {
    arranged();
    street.passes(Duration.ofDays(7));
    assertThat(street.requests).hasSize(2);
    assertThat(street.told(edna)).contains("regular.looking");
  }

  @Test
  void whoShouldNotMeetTheResidentIsNotSentThere() {
    doneEachTimeBySam();
    street.people.computeIfPresent(edna, (id, p) -> p.tied(p.ties().apartFrom(sam)));
    street.passes(Duration.ofDays(7));
    assertThat(street.told(sam)).doesNotContain("job.regular");
    assertThat(street.told(olek)).contains("job.offered");
  }

  @Test
  void timesThatWentByWhileNothingCouldRingAreNotMadeUpFor() {
    doneEachTimeBySam();
    Alarm.Set occasion =
        street.alarms.values().stream()
            .filter(a -> a.alarm() instanceof Alarm.Occasion)
            .findFirst()
            .orElseThrow();
    street.alarms.remove(occasion.alarm().key());
    street.passes(Duration.ofDays(23));
    street.alarms.put(occasion.alarm().key(), occasion);
    street.passes(Duration.ZERO);
    assertThat(the().next()).isEqualTo(FIRST.plusWeeks(4));
    assertThat(street.told(sam).stream().filter("job.regular"::equals)).hasSize(1);
  }

  // ---- a call every day

  @Test
  void aCallThatNobodySpeaksOfIsAnOfficers() {
    calledEveryDayBySam();
    street.sent.clear();
    street.passes(Duration.ofDays(1));
    assertThat(street.told(sam)).contains("job.regular");
    street.passes(Duration.ofHours(3));
    assertThat(street.told(sam)).contains("job.overdue");
    street.passes(Duration.ofHours(2));
    assertThat(missed()).hasSize(1);
    assertThat(street.told(sam)).endsWith("regular.not-heard-of");
    assertThat(street.told(olek)).doesNotContain("job.offered");

    street.says(sam, "done, sorry, forgot to say");
    assertThat(String.join("\n", street.lines())).contains("did take place");
  }

  @Test
  void nobodyAnsweringIsAnOfficersAtOnce() {
    calledEveryDayBySam();
    street.passes(Duration.ofDays(1));
    street.picks(sam, "nobody-in");
    assertThat(missed()).hasSize(1);
    assertThat(String.join("\n", street.lines())).contains("nobody answers");
  }

  @Test
  void whatAnOfficerHasLookedIntoDoesNotComeUpAgain() {
    doneEachTimeBySam();
    street.passes(Duration.ofDays(8).plusHours(8));
    Case missed = missed().getFirst();
    street.presses("U0AMINA", new Tap("case", 1, "card", "sorted", missed.id().value()).encoded());
    assertThat(live()).isEmpty();
    street.passes(Duration.ofDays(3));
    assertThat(missed()).hasSize(1).allMatch(c -> !c.isOpen());
  }

  @Test
  void whatAnOfficerHasNotLookedIntoComesUpEveryDay() {
    doneEachTimeBySam();
    street.passes(Duration.ofDays(8).plusHours(8));
    assertThat(missed()).hasSize(1);
    Case missed = missed().getFirst();
    street.presses(
        "U0AMINA", new Tap("case", 1, "card", "acknowledge", missed.id().value()).encoded());
    street.sent.clear();
    street.passes(Duration.ofDays(3));
    assertThat(street.sent)
        .filteredOn(
            o -> o instanceof Outgoing.InThread line && line.anchor().equals(Cases.anchor(missed)))
        .hasSize(3);
  }

  @Test
  void whoIsCalledEveryDayIsNotAskedEveryDay() {
    calledEveryDayBySam();
    street.passes(Duration.ofDays(1));
    street.sent.clear();
    street.says(sam, "done");
    street.passes(Duration.ofHours(4));
    assertThat(street.told(edna)).isEmpty();
    assertThat(missed()).isEmpty();
  }

  @Test
  void whatComesEveryDayIsNoNews() {
    calledEveryDayBySam();
    street.sent.clear();
    street.passes(Duration.ofDays(1));
    assertThat(street.told(sam)).contains("job.regular");
    assertThat(street.told(edna)).isEmpty();
  }

  @Test
  void whatIsLeftOfOneDayEndsWithTheNext() {
    calledEveryDayBySam();
    street.passes(Duration.ofDays(3));
    assertThat(live()).hasSize(1);
    assertThat(
            street.requests.values().stream()
                .filter(
                    r -> r instanceof HelpRequest.Closed c && c.outcome() == Outcome.NOT_HEARD_OF))
        .hasSize(2);
  }

  // ---- changes

  @Test
  void oneTimeIsLeftOut() {
    doneEachTimeBySam();
    street.says(edna, "regular");
    street.picks(edna, "skip");
    assertThat(the().next()).isEqualTo(FIRST.plusWeeks(2));
    assertThat(street.told(sam)).endsWith("regular.skipped-told");
    street.passes(Duration.ofDays(8));
    assertThat(live()).isEmpty();
    street.passes(Duration.ofDays(6));
    assertThat(occasion().holder()).isEqualTo(sam);
  }

  @Test
  void leavingOutTheSameTimeTwiceLeavesOutOne() {
    doneEachTimeBySam();
    street.says(edna, "regular");
    street.picks(edna, "skip");
    street.picks(edna, "skip");
    assertThat(street.told(edna)).endsWith("common.closed");
    assertThat(the().next()).isEqualTo(FIRST.plusWeeks(2));
  }

  @Test
  void whatIsOpenAlreadyIsLeftOutToo() {
    doneEachTimeBySam();
    street.passes(Duration.ofDays(7));
    street.says(edna, "regular");
    street.picks(edna, "skip");
    assertThat(live()).isEmpty();
    assertThat(street.told(sam)).endsWith("job.gone");
    assertThat(the().next()).isEqualTo(FIRST.plusWeeks(2));
  }

  @Test
  void cancellingOneTimeSaysThatTheOthersGoOn() {
    doneEachTimeBySam();
    street.passes(Duration.ofDays(7));
    street.says(edna, "cancel");
    assertThat(street.told(edna)).endsWith("request-help.cancelled-by-you", "regular.goes-on");
    assertThat(street.arrangements).hasSize(1);
  }

  @Test
  void theVolunteerLeavesOneOut() {
    doneEachTimeBySam();
    street.says(sam, "regular");
    street.picks(sam, "not-then");
    assertThat(street.told(sam)).endsWith("regular.not-then");
    street.sent.clear();
    street.passes(Duration.ofDays(7));
    assertThat(street.told(sam)).doesNotContain("job.regular");
    assertThat(street.told(olek)).contains("job.offered");
    street.passes(Duration.ofDays(7));
    assertThat(occasion().holder()).isEqualTo(sam);
  }

  @Test
  void theVolunteerStopsAndOthersAreAsked() {
    doneEachTimeBySam();
    street.passes(Duration.ofDays(7));
    street.says(sam, "regular");
    street.picks(sam, "step-back");
    assertThat(the().volunteers()).isEmpty();
    assertThat(street.told(edna)).contains("regular.left");
    street.passes(Duration.ofMinutes(20));
    assertThat(street.told(olek)).contains("job.offered");
  }

  @Test
  void theResidentEndsItAndNothingComesAfter() {
    doneEachTimeBySam();
    street.passes(Duration.ofDays(7));
    street.says(edna, "regular");
    street.picks(edna, "end");
    assertThat(street.told(edna)).endsWith("regular.ended").doesNotContain("regular.goes-on");
    assertThat(street.told(sam)).contains("regular.ended-told", "job.gone");
    assertThat(street.arrangements).isEmpty();
    int before = street.requests.size();
    street.passes(Duration.ofDays(40));
    assertThat(street.requests.size()).isLessThanOrEqualTo(before);
    assertThat(street.alarms.keySet()).noneMatch(key -> key.startsWith("occasion/"));
  }

  @Test
  void nobodyElseChangesIt() {
    doneEachTimeBySam();
    street.says(edna, "regular");
    var skip = street.letters(edna).getLast().utterance().choices().getFirst().tap();
    street.picks(olek, skip);
    assertThat(street.told(olek)).endsWith("common.closed");
    assertThat(the().next()).isEqualTo(FIRST.plusWeeks(1));
  }

  @Test
  void whoIsForgottenTakesItAlong() {
    doneEachTimeBySam();
    street.says(edna, "forget me");
    street.says(edna, "yes");
    assertThat(street.arrangements).isEmpty();
    assertThat(street.told(sam)).contains("regular.ended-told");
  }

  @Test
  void aVolunteerWhoLeavesIsNotNamedAnyMore() {
    doneEachTimeBySam();
    street.says(sam, "stop");
    assertThat(the().parties()).containsExactly(edna);
    assertThat(street.told(edna)).contains("regular.left");
  }

  // ---- help

  private void asks(String words) {
    asksUntil(words, "waiting");
  }

  private void asksUntil(String words, String last) {
    street.says(edna, words);
    for (String answer : List.of("bread and milk", "12 Elm Road", "Edna", "yes")) {
      if (street.told(edna).contains("request-help." + last)) return;
      street.says(edna, answer);
    }
    assertThat(street.told(edna)).contains("request-help." + last);
  }

  private void arranged() {
    asks("shopping every Thursday, postcode LS6 3HN");
    street.says(edna, "yes please");
    street.passes(Duration.ofMinutes(30));
  }

  private void done(PersonId volunteer) {
    street.says(volunteer, "yes I can");
    street.says(volunteer, "done");
  }

  private void doneEachTimeBySam() {
    arranged();
    done(sam);
    street.says(sam, "yes");
    assertThat(street.told(sam)).contains("regular.yours");
    street.passes(Duration.ofMinutes(31));
    street.picks(edna, "yes");
  }

  private void calledEveryDayBySam() {
    asks("please call my mum every day at 2pm to check she is ok, LS6 3HN");
    street.says(edna, "yes please");
    street.passes(Duration.ofMinutes(5));
    done(sam);
    street.says(sam, "yes");
    street.passes(Duration.ofMinutes(40));
  }

  private Arrangement the() {
    return street.arrangements.values().iterator().next();
  }

  private List<HelpRequest> live() {
    return street.requests.values().stream().filter(r -> !r.over()).toList();
  }

  private HelpRequest.Claimed occasion() {
    return (HelpRequest.Claimed) live().getLast();
  }

  private List<Case> missed() {
    return street.cases.values().stream()
        .filter(c -> c.matter().reason() == Reason.MISSED)
        .toList();
  }
}
