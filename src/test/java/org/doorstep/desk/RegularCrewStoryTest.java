package org.doorstep.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.doorstep.bridge.Reason;
import org.doorstep.cell.ACell;
import org.doorstep.help.Arrangement;
import org.doorstep.help.Delivered;
import org.doorstep.help.HelpRequest;
import org.doorstep.people.Address;
import org.doorstep.people.PersonId;
import org.doorstep.talk.ShippedTalk;
import org.doorstep.talk.Tap;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** Two people every Thursday, each with a place of their own. 18 March is a Wednesday. */
@NullUnmarked
class RegularCrewStoryTest {

  private static final LocalDate FIRST = LocalDate.parse("2026-03-19");

  private final Street street =
      new Street(new Desk(ShippedTalk.load(), ShippedTalk.understanding()));
  private final PersonId edna = street.resident("edna");
  private final PersonId sam = street.volunteer("Sam", 100);
  private final PersonId olek = street.volunteer("Olek", 200);
  private final PersonId nina = street.volunteer("Nina", 300);

  // ---- how it comes about

  @Test
  void whatTakesTwoIsArrangedForEachTime() {
    arranged();
    assertThat(street.arrangements).hasSize(1);
    assertThat(the().people()).isEqualTo(2);
    assertThat(live()).hasSize(2).allMatch(r -> the().has(r));
    assertThat(live()).allMatch(r -> the().id().equals(r.particulars().arrangement()));
  }

  @Test
  void eachWhoDidItIsAskedAndKeepsAPlace() {
    both();
    assertThat(the().volunteers()).containsExactly(sam, olek);
    assertThat(texts(edna, "regular.found")).hasSize(2);
    assertThat(texts(edna, "regular.found").getFirst()).contains("Sam").doesNotContain("Olek");
    assertThat(texts(edna, "regular.found").getLast()).contains("Olek").doesNotContain("Sam");
    assertThat(texts(sam, "regular.each-time").getFirst()).contains("People needed: 2");
  }

  @Test
  void whereAllPlacesAreTakenALateYesIsTooLate() {
    arranged();
    take(sam);
    take(olek);
    street.says(sam, "done");
    street.says(olek, "done");
    Tap oleks = choice(olek, "each");
    street.says(sam, "yes");
    put(the().by(nina));
    street.picks(olek, oleks);
    assertThat(street.told(olek)).endsWith("common.closed");
    assertThat(the().volunteers()).containsExactly(sam, nina);
  }

  @Test
  void aYesTwiceIsOnePlace() {
    arranged();
    take(sam);
    take(olek);
    street.says(sam, "done");
    Tap each = choice(sam, "each");
    street.picks(sam, each);
    street.picks(sam, each);
    assertThat(street.told(sam)).endsWith("common.closed");
    assertThat(the().volunteers()).containsExactly(sam);
  }

  // ---- each time

  @Test
  void bothHaveAPartFromTheStartAndReadWhoComesWithThem() {
    both();
    street.sent.clear();
    street.passes(Duration.ofDays(7));
    assertThat(live()).hasSize(2).allMatch(HelpRequest.Claimed.class::isInstance);
    assertThat(holders()).containsExactlyInAnyOrder(sam, olek);
    assertThat(live()).allMatch(r -> r.particulars().people() == 2);
    assertThat(live().getFirst().particulars().partOfTheSame(live().getLast().id())).isTrue();
    assertThat(street.told(sam)).containsExactly("job.regular");
    assertThat(street.told(olek)).containsExactly("job.regular");
    assertThat(texts(sam, "job.regular").getFirst()).contains("With you come: Olek");
    assertThat(texts(olek, "job.regular").getFirst()).contains("With you come: Sam");
    assertThat(texts(edna, "regular.comes")).hasSize(1);
    assertThat(texts(edna, "regular.comes").getFirst()).contains("Sam, Olek");
    assertThat(street.told(nina)).isEmpty();
  }

  @Test
  void aPlaceThatNobodyHasIsFilledByWaves() {
    oneOfTwo();
    street.sent.clear();
    street.passes(Duration.ofDays(7));
    assertThat(holders()).containsExactly(sam);
    assertThat(street.told(sam)).contains("job.regular", "together.first");
    assertThat(street.told(sam)).doesNotContain("job.offered");
    assertThat(texts(sam, "job.regular").getFirst()).doesNotContain("With you");
    assertThat(texts(edna, "regular.comes-some")).hasSize(1);
    assertThat(street.told(nina)).contains("job.offered");
    street.says(nina, "yes I can");
    assertThat(holders()).containsExactlyInAnyOrder(sam, nina);
    assertThat(street.told(sam)).endsWith("together.complete");
    street.says(nina, "done");
    assertThat(street.told(nina)).contains("regular.each-time");
    street.says(nina, "yes");
    assertThat(the().volunteers()).containsExactly(sam, nina);
  }

  @Test
  void whoCannotThisTimeIsStoodInForAndTheOtherKnows() {
    both();
    street.passes(Duration.ofDays(7));
    street.sent.clear();
    street.says(olek, "I can't do it this time");
    assertThat(street.told(sam)).contains("together.one-less");
    street.passes(Duration.ofMinutes(20));
    assertThat(street.told(nina)).contains("job.offered");
    street.says(nina, "yes I can");
    assertThat(street.told(sam)).endsWith("together.complete");
    street.says(nina, "done");
    assertThat(street.told(nina)).doesNotContain("regular.each-time");
    street.passes(Duration.ofDays(7));
    assertThat(holders()).containsExactlyInAnyOrder(sam, olek);
  }

  @Test
  void oneLeavesOutATimeAndTheOtherDoesNot() {
    both();
    street.says(olek, "regular");
    street.picks(olek, "not-then");
    assertThat(the().coming()).containsExactly(sam);
    street.passes(Duration.ofDays(7));
    assertThat(holders()).containsExactly(sam);
    assertThat(street.told(olek)).doesNotContain("job.regular");
    assertThat(street.told(nina)).contains("job.offered");
    street.passes(Duration.ofDays(7));
    assertThat(holders()).containsExactlyInAnyOrder(sam, olek);
  }

  @Test
  void ofWhatIsOpenAlreadyEachGivesBackTheirOwnPart() {
    both();
    street.passes(Duration.ofDays(7));
    for (PersonId each : List.of(olek, sam)) {
      street.says(each, "regular");
      street.picks(each, "not-then");
      assertThat(street.told(each)).contains("job.dropped");
      assertThat(holders()).doesNotContain(each);
    }
    assertThat(holders()).isEmpty();
    assertThat(the().volunteers()).containsExactly(sam, olek);
  }

  @Test
  void aPauseOfOneIsTheirsAlone() {
    both();
    street.says(olek, "pause 14 days");
    street.passes(Duration.ofDays(7));
    assertThat(holders()).containsExactly(sam);
    assertThat(texts(edna, "regular.comes-some")).hasSize(1);
  }

  @Test
  void whereNeitherCanAllIsLookedFor() {
    both();
    street.says(olek, "pause 14 days");
    street.says(sam, "pause 14 days");
    street.sent.clear();
    street.passes(Duration.ofDays(7));
    assertThat(texts(edna, "regular.stand-in")).hasSize(1);
    assertThat(live()).hasSize(2).allMatch(HelpRequest.Seeking.class::isInstance);
    assertThat(street.told(nina).stream().filter("job.offered"::equals)).hasSize(1);
  }

  @Test
  void whoShouldNotMeetTheResidentIsNotSentThere() {
    both();
    street.people.computeIfPresent(edna, (id, p) -> p.tied(p.ties().apartFrom(olek)));
    street.passes(Duration.ofDays(7));
    assertThat(holders()).containsExactly(sam);
    assertThat(street.told(olek)).doesNotContain("job.regular");
  }

  // ---- afterwards

  @Test
  void theResidentIsAskedOnceThoughOneOfThemSaysNothing() {
    both();
    street.passes(Duration.ofDays(7).plusHours(20));
    street.says(sam, "done");
    street.sent.clear();
    street.passes(Duration.ofHours(12));
    assertThat(street.told(edna).stream().filter("feedback.ask"::equals)).hasSize(1);
    assertThat(street.cases.values()).noneMatch(c -> c.matter().reason() == Reason.MISSED);
    street.passes(Duration.ofDays(6));
    assertThat(the().missed()).isNull();
  }

  @Test
  void whatNobodySpeaksOfIsAnOfficersOnce() {
    both();
    street.passes(Duration.ofDays(8).plusHours(8));
    assertThat(street.cases.values().stream().filter(c -> c.matter().reason() == Reason.MISSED))
        .hasSize(1);
    assertThat(street.told(sam)).contains("regular.not-heard-of");
    assertThat(street.told(olek)).contains("regular.not-heard-of");
    assertThat(the().missed()).isEqualTo(FIRST.plusWeeks(1));
    street.says(olek, "done, sorry");
    assertThat(the().missed()).isNull();
    assertThat(String.join("\n", street.lines())).contains("did take place");
  }

  // ---- changes

  @Test
  void theResidentLeavesOutATimeForAll() {
    both();
    street.says(edna, "regular");
    street.picks(edna, "skip");
    assertThat(street.told(sam)).endsWith("regular.skipped-told");
    assertThat(street.told(olek)).endsWith("regular.skipped-told");
    street.passes(Duration.ofDays(8));
    assertThat(live()).isEmpty();
  }

  @Test
  void whatIsOpenAlreadyIsLeftOutForAll() {
    both();
    street.passes(Duration.ofDays(7));
    street.says(edna, "regular");
    street.picks(edna, "skip");
    assertThat(live()).isEmpty();
    for (PersonId each : List.of(sam, olek)) {
      assertThat(street.told(each).stream().filter("job.gone"::equals)).hasSize(1);
    }
  }

  @Test
  void theResidentEndsItForAll() {
    both();
    street.passes(Duration.ofDays(7));
    street.says(edna, "regular");
    street.picks(edna, "end");
    assertThat(live()).isEmpty();
    assertThat(street.arrangements).isEmpty();
    for (PersonId each : List.of(sam, olek)) {
      assertThat(street.told(each).stream().filter("job.gone"::equals)).hasSize(1);
      assertThat(street.told(each).stream().filter("regular.ended-told"::equals)).hasSize(1);
    }
    street.passes(Duration.ofDays(40));
    assertThat(live()).isEmpty();
  }

  @Test
  void whoStepsBackLeavesTheOtherTheirPlace() {
    both();
    street.passes(Duration.ofDays(7));
    street.says(olek, "regular");
    assertThat(texts(olek, "regular.done-by-you").getLast()).contains("With you: Sam");
    street.picks(olek, "step-back");
    assertThat(the().volunteers()).containsExactly(sam);
    assertThat(holders()).containsExactly(sam);
    assertThat(texts(edna, "regular.left").getLast()).contains("Olek").doesNotContain("Sam");
    assertThat(street.told(sam)).contains("together.one-less");
  }

  @Test
  void whoIsForgottenLeavesTheOtherTheirPlace() {
    both();
    street.says(olek, "forget me");
    street.says(olek, "yes");
    assertThat(the().parties()).isEqualTo(Set.of(edna, sam));
    street.passes(Duration.ofDays(7));
    assertThat(holders()).containsExactly(sam);
  }

  @Test
  void theLeadReadsWhoDoesItAndWhoIsMissing() {
    oneOfTwo();
    PersonId joan = street.writesFrom("joan", Address.whatsapp(ACell.JOANS_NUMBER));
    street.says(joan, "regular");
    assertThat(texts(joan, "regular.overview").getLast())
        .contains("Done each time by Sam. Still missing each time: 1.");
    put(the().by(olek));
    street.says(joan, "regular");
    assertThat(texts(joan, "regular.overview").getLast())
        .contains("Done each time by Sam, Olek.")
        .doesNotContain("Still missing");
    put(the().away(olek, the().next()));
    street.says(joan, "regular");
    assertThat(texts(joan, "regular.overview").getLast()).contains("Not next time: Olek.");
  }

  @Test
  void theDayStaysADayWhenTheClocksGoForward() {
    both();
    street.passes(Duration.ofDays(14));
    assertThat(live()).hasSize(2);
    assertThat(live()).allMatch(r -> FIRST.plusWeeks(2).equals(r.particulars().when().date()));
  }

  // ---- what is done

  private void arranged() {
    street.says(
        edna, "I need two people to help move furniture every Thursday morning, postcode LS6 3HN");
    street.passes(Duration.ofSeconds(5));
    for (int i = 0; i < 10 && !street.told(edna).contains("regular.how-often"); i++) {
      String asked = street.told(edna).getLast();
      street.says(edna, asked.endsWith("confirm") ? "yes" : "skip");
      street.passes(Duration.ofSeconds(5));
    }
    street.picks(edna, "each");
    street.passes(Duration.ofMinutes(1));
  }

  private void take(PersonId who) {
    street.says(who, "yes I can");
    street.passes(Duration.ofMinutes(1));
    assertThat(holders()).contains(who);
  }

  private void both() {
    arranged();
    take(sam);
    take(olek);
    for (PersonId each : List.of(sam, olek)) {
      street.says(each, "done");
      assertThat(street.told(each)).endsWith("regular.each-time");
      street.says(each, "yes");
    }
    arrived();
  }

  private void oneOfTwo() {
    arranged();
    take(sam);
    take(olek);
    street.says(sam, "done");
    street.says(sam, "yes");
    street.says(olek, "done");
    street.picks(olek, "once");
    arrived();
  }

  private void arrived() {
    street.passes(Duration.ofMinutes(40));
    assertThat(street.told(edna)).contains("feedback.ask");
    street.picks(edna, "yes");
    assertThat(live()).isEmpty();
  }

  private void put(Arrangement now) {
    street.arrangements.put(now.id(), now);
  }

  private Tap choice(PersonId who, String choice) {
    return street.letters(who).reversed().stream()
        .flatMap(letter -> letter.utterance().choices().stream())
        .map(org.doorstep.talk.Choice::tap)
        .filter(t -> t.choice().equals(choice))
        .findFirst()
        .orElseThrow();
  }

  private List<String> texts(PersonId who, String id) {
    return street.letters(who).stream()
        .filter(l -> l.utterance().id().equals(id))
        .map(l -> l.utterance().text())
        .toList();
  }

  private Arrangement the() {
    return street.arrangements.values().iterator().next();
  }

  private List<HelpRequest> live() {
    return street.requests.values().stream()
        .filter(r -> !r.over() || r instanceof Delivered)
        .toList();
  }

  private List<PersonId> holders() {
    return live().stream()
        .flatMap(
            r ->
                r instanceof HelpRequest.Claimed c
                    ? List.of(c.holder()).stream()
                    : List.<PersonId>of().stream())
        .toList();
  }
}
