package org.doorstep.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.doorstep.bridge.Case;
import org.doorstep.bridge.Reason;
import org.doorstep.cell.ACell;
import org.doorstep.cell.NeedTerms;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.HelpRequest.Closed.Outcome;
import org.doorstep.people.Address;
import org.doorstep.people.Need;
import org.doorstep.people.PersonId;
import org.doorstep.talk.ShippedTalk;
import org.doorstep.talk.Tap;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** A job that takes several people: each has a part, and they hear of each other. */
@NullUnmarked
class CrewStoryTest {

  private static final NeedTerms NOBODY_ALONE =
      new NeedTerms(new Need("dog-walk"), Set.of(), Set.of(), false, 2);

  private final Street street =
      new Street(
          new Desk(ShippedTalk.load(), ShippedTalk.understanding()), ACell.needing(NOBODY_ALONE));
  private final PersonId edna = street.resident("edna");
  private final PersonId sam = street.volunteer("Sam", 100);
  private final PersonId olek = street.volunteer("Olek", 200);

  private final PersonId joan = street.writesFrom("joan", Address.whatsapp(ACell.JOANS_NUMBER));

  // ---- how many

  @Test
  void whatIsSaidOfHowManyIsShownAndAskedFor() {
    asksForTwo();
    assertThat(summary()).contains("How many people: Two");
    assertThat(parts()).hasSize(2).allMatch(p -> p.particulars().people() == 2);
    assertThat(parts().getFirst().particulars().partOfTheSame(parts().getLast().id())).isTrue();
  }

  @Test
  void twoToFeedAreNotTwoWhoCome() {
    asks("I need shopping for two people today, LS6 3HN");
    assertThat(summary()).doesNotContain("How many");
    assertThat(parts()).hasSize(1);
  }

  @Test
  void howManyCanBeChanged() {
    asksForTwo("edit");
    street.says(edna, "how many people");
    assertThat(street.told(edna)).endsWith("request-help.ask.people");
    street.says(edna, "three");
    street.says(edna, "yes");
    assertThat(parts()).hasSize(3);
  }

  @Test
  void oneIsOneAgain() {
    asksForTwo("edit");
    street.says(edna, "how many people");
    street.says(edna, "one");
    street.says(edna, "yes");
    assertThat(parts()).hasSize(1);
  }

  /** Where the cell says that nobody goes alone. */
  @Test
  void aKindOfHelpMayTakeTwoByRule() {
    asks("could somebody walk my dog today, LS6 3HN");
    assertThat(parts()).hasSize(2);
  }

  // ---- found

  @Test
  void eachIsAskedOnceAndEveryYesCounts() {
    asksForTwo();
    street.passes(Duration.ZERO);
    for (PersonId each : List.of(sam, olek)) {
      assertThat(street.told(each)).containsExactly("job.offered");
    }
    assertThat(street.letters(sam).getLast().utterance().text()).contains("People needed: 2");
    street.says(sam, "yes I can");
    assertThat(street.told(sam)).endsWith("job.claimed", "together.first");
    assertThat(street.told(edna)).endsWith("request-help.claimed", "together.resident-more");
    assertThat(street.told(olek)).doesNotContain("job.taken");
    street.passes(Duration.ofMinutes(1));
    street.says(olek, "me too, yes");
    assertThat(holders()).containsExactlyInAnyOrder(sam, olek);
    assertThat(street.told(sam)).endsWith("together.complete");
    assertThat(street.told(olek)).endsWith("job.claimed", "together.complete");
    assertThat(street.letters(olek).getLast().utterance().text()).contains("With you come: Sam");
    assertThat(street.told(edna)).endsWith("together.resident-complete");
  }

  @Test
  void nobodyTakesTwoParts() {
    asksForTwo();
    street.passes(Duration.ZERO);
    street.says(sam, "yes I can");
    street.says(sam, "yes");
    street.passes(Duration.ofMinutes(40));
    assertThat(holders()).containsExactly(sam);
    assertThat(street.told(sam).stream().filter("job.offered"::equals)).hasSize(1);
  }

  @Test
  void aButtonOfTheOtherPartIsAsGood() {
    asksForTwo();
    street.passes(Duration.ZERO);
    HelpRequest first = parts().getFirst();
    street.taps(sam, first, "take");
    street.taps(olek, first, "take");
    assertThat(holders()).containsExactlyInAnyOrder(sam, olek);
  }

  @Test
  void whoeverComesTooLateStandsBy() {
    PersonId ada = street.volunteer("Ada", 300);
    asksForTwo();
    street.passes(Duration.ZERO);
    for (PersonId each : List.of(sam, olek, ada)) street.taps(each, parts().getFirst(), "take");
    assertThat(holders()).containsExactlyInAnyOrder(sam, olek);
    assertThat(street.told(ada)).endsWith("job.standby");
  }

  @Test
  void asManyAreAskedAsAreMissing() {
    for (int i = 0; i < 12; i++) street.volunteer("Next" + i, 120 + i);
    asksForTwo();
    street.passes(Duration.ZERO);
    HelpRequest.Seeking first = (HelpRequest.Seeking) parts().getFirst();
    int size = street.cell.rules().waves().getFirst().size();
    assertThat(first.search().asked()).hasSize(2 * size);
  }

  @Test
  void theSearchGoesOnWithTheNextPartAndAsksNobodyTwice() {
    for (int i = 0; i < 12; i++) street.volunteer("Next" + i, 120 + i);
    asksForTwo();
    street.passes(Duration.ZERO);
    street.taps(sam, parts().getFirst(), "take");
    street.passes(Duration.ofMinutes(25));
    assertThat(street.people.keySet())
        .allSatisfy(
            each ->
                assertThat(street.told(each).stream().filter("job.offered"::equals))
                    .hasSizeLessThan(2));
    assertThat(street.told(sam)).doesNotContain("job.taken");
  }

  @Test
  void whoeverWasAskedHasTimeToAnswerForTheNextPart() {
    asksForTwo();
    street.passes(Duration.ZERO);
    street.taps(sam, parts().getFirst(), "take");
    street.passes(Duration.ofMinutes(4));
    assertThat(street.cases).isEmpty();
    street.says(olek, "yes I can");
    assertThat(holders()).containsExactlyInAnyOrder(sam, olek);
  }

  @Test
  void whoIsMissingIsAnOfficersOnce() {
    asksForTwo();
    street.passes(Duration.ZERO);
    street.taps(sam, parts().getFirst(), "take");
    street.passes(Duration.ofHours(3));
    assertThat(street.cases.values().stream().filter(c -> c.matter().reason() == Reason.UNFILLED))
        .hasSize(1);
    assertThat(street.told(edna)).contains("together.unfilled");
  }

  // ---- what becomes of it

  @Test
  void oneWhoCannotIsReplacedAndTheOtherHears() {
    PersonId ada = street.volunteer("Ada", 300);
    asksForTwo();
    street.passes(Duration.ZERO);
    street.taps(sam, parts().getFirst(), "take");
    street.taps(olek, parts().getFirst(), "take");
    street.says(sam, "sorry I have to drop it");
    assertThat(street.told(olek)).endsWith("together.one-less");
    street.sent.clear();
    street.passes(Duration.ofMinutes(1));
    assertThat(street.told(olek)).doesNotContain("job.offered");
    street.says(ada, "yes I can");
    assertThat(holders()).containsExactlyInAnyOrder(olek, ada);
    assertThat(street.told(olek)).endsWith("together.complete");
  }

  @Test
  void aPartThatIsGivenBackWaitsWhileAnotherIsLookedFor() {
    for (int i = 0; i < 12; i++) street.volunteer("Next" + i, 120 + i);
    asksForTwo();
    street.passes(Duration.ZERO);
    street.taps(sam, parts().getFirst(), "take");
    street.passes(Duration.ofMinutes(6));
    street.sent.clear();
    street.says(sam, "sorry I have to drop it");
    street.passes(Duration.ofMinutes(1));
    assertThat(street.sent.toString()).doesNotContain("job.offered");
  }

  @Test
  void whoHasAPartStandsByForNoOther() {
    PersonId ada = street.volunteer("Ada", 300);
    bothTaken();
    street.passes(Duration.ofMinutes(1));
    street.taps(ada, parts().getFirst(), "take");
    assertThat(street.told(ada)).endsWith("job.standby");
    street.says(olek, "sorry I have to drop it");
    street.passes(Duration.ofMinutes(1));
    street.taps(ada, parts().getLast(), "take");
    assertThat(holders()).containsExactlyInAnyOrder(sam, ada);
    assertThat(parts()).allMatch(part -> part.standby().places().isEmpty());
  }

  @Test
  void theResidentIsAskedOnceWhetherItIsDone() {
    bothTaken();
    street.says(sam, "done");
    street.passes(Duration.ofHours(1));
    assertThat(street.told(edna)).doesNotContain("feedback.ask");
    street.says(olek, "done");
    street.passes(Duration.ofHours(1));
    assertThat(street.told(edna).stream().filter("feedback.ask"::equals)).hasSize(1);
    street.picks(edna, "yes");
    assertThat(outcomes()).containsExactly(Outcome.ARRIVED, Outcome.ARRIVED);
    for (PersonId each : List.of(sam, olek)) {
      assertThat(street.told(each)).endsWith("feedback.thanks-volunteer");
    }
    street.passes(Duration.ofDays(2));
    assertThat(street.told(edna).stream().filter("feedback.ask"::equals)).hasSize(1);
  }

  @Test
  void silenceEndsAllOfIt() {
    bothTaken();
    street.says(sam, "done");
    street.says(olek, "done");
    street.passes(Duration.ofDays(2));
    assertThat(street.told(edna).stream().filter("feedback.ask"::equals)).hasSize(1);
    assertThat(outcomes()).containsExactly(Outcome.ASSUMED_DONE, Outcome.ASSUMED_DONE);
  }

  @Test
  void oneWordCancelsAllOfIt() {
    asksForTwo();
    street.passes(Duration.ZERO);
    street.taps(sam, parts().getFirst(), "take");
    street.says(edna, "cancel");
    assertThat(outcomes()).containsExactly(Outcome.CANCELLED, Outcome.CANCELLED);
    assertThat(street.told(sam)).endsWith("job.gone");
    assertThat(street.told(edna).stream().filter("request-help.cancelled-by-you"::equals))
        .hasSize(1);
    int said = street.told(olek).size();
    street.passes(Duration.ofDays(1));
    assertThat(street.told(olek)).hasSize(said);
  }

  @Test
  void inAListItStandsOnce() {
    bothTaken();
    street.says(edna, "my jobs");
    String list = street.letters(edna).getLast().utterance().text();
    assertThat(list.lines().filter(line -> line.contains("today"))).hasSize(1);
  }

  @Test
  void whereOneDidNotFeelSafeNobodyElseGoes() {
    bothTaken();
    street.says(sam, "I felt unsafe");
    assertThat(street.told(olek)).endsWith("together.stay-away");
    street.passes(Duration.ofHours(2));
    assertThat(street.requests.values()).noneMatch(HelpRequest.Seeking.class::isInstance);
  }

  @Test
  void whereOneDidNotFeelSafeNobodyElseIsLookedFor() {
    for (int i = 0; i < 12; i++) street.volunteer("Next" + i, 300 + i);
    asksForTwo();
    street.passes(Duration.ZERO);
    street.taps(sam, parts().getFirst(), "take");
    street.passes(Duration.ofMinutes(6));
    street.says(sam, "I felt unsafe");
    street.sent.clear();
    street.passes(Duration.ofHours(2));
    assertThat(street.sent.toString()).doesNotContain("job.offered");
    street.taps(olek, parts().getLast(), "take");
    assertThat(holders()).as("an old offer is no way round it").isEmpty();

    Case unsafe =
        street.cases.values().stream()
            .filter(c -> c.matter().reason() == Reason.NOT_FOR_NEIGHBOURS)
            .findFirst()
            .orElseThrow();
    street.presses(
        "U0AMINA", new Tap("case", 1, "card", "not-needed", unsafe.id().value()).encoded());
    assertThat(parts()).noneMatch(part -> part.search().handedOver());
    street.passes(Duration.ofMinutes(1));
    street.taps(olek, parts().getLast(), "take");
    street.passes(Duration.ofMinutes(20));
    assertThat(holders()).containsExactly(olek);
    assertThat(street.sent.toString()).contains("job.offered");
  }

  @Test
  void whatIsMissingAnOfficerSeesToAtOnce() {
    asksForTwo();
    street.passes(Duration.ofHours(3));
    Case unfilled = street.cases.values().iterator().next();
    street.presses(
        "U0AMINA", new Tap("case", 1, "card", "sorted", unfilled.id().value()).encoded());
    assertThat(outcomes()).containsExactly(Outcome.BY_OFFICER, Outcome.BY_OFFICER);
  }

  // ---- put right

  @Test
  void whatIsAddedIsForEverybodyWhoComes() {
    asksForTwo();
    street.passes(Duration.ZERO);
    street.says(edna, "it is on the second floor by the way");
    assertThat(parts()).allMatch(part -> part.particulars().note().contains("second floor"));
  }

  @Test
  void askingForTheSameAgainIsAnsweredOnce() {
    asksForTwo();
    street.passes(Duration.ZERO);
    asks("I need two people to carry my wardrobe downstairs today, LS6 3HN");
    assertThat(street.told(edna)).endsWith("request-help.same-or-new");
    street.picks(edna, "same");
    assertThat(street.told(edna).stream().filter("request-help.same-seeking"::equals)).hasSize(1);
  }

  @Test
  void aLeadPutsAllOfItRightAtOnce() {
    bothTaken();
    leadSays("edit 1 note bring gloves");
    assertThat(parts()).allMatch(part -> part.particulars().note().equals("bring gloves"));
    leadSays("edit 1 when tomorrow at 10");
    assertThat(parts().stream().map(part -> part.particulars().when()).distinct()).hasSize(1);
    for (PersonId each : List.of(sam, olek)) {
      assertThat(street.told(each))
          .contains("group.edited-note-volunteer")
          .endsWith("group.edited-when-volunteer");
    }
    assertThat(street.told(edna).stream().filter("group.edited-when"::equals)).hasSize(1);
  }

  @Test
  void anotherTimeAsksForOnePartAtATimeAsBefore() {
    for (int i = 0; i < 12; i++) street.volunteer("Next" + i, 300 + i);
    asksForTwo();
    street.passes(Duration.ZERO);
    street.sent.clear();
    leadSays("edit 1 when tomorrow at 10");
    street.passes(Duration.ofMinutes(1));
    assertThat(street.people.keySet())
        .allSatisfy(
            each ->
                assertThat(street.told(each).stream().filter("job.offered"::equals))
                    .hasSizeLessThan(2));
    assertThat(parts().stream().filter(part -> part.search().wave() > 0)).hasSize(1);
    assertThat(street.sent.toString()).contains("job.offered");
  }

  @Test
  void whatWasCancelledByMistakeIsOpenedAgainWhole() {
    asksForTwo();
    street.passes(Duration.ZERO);
    leadSays("board");
    street.says(edna, "cancel");
    street.says(joan, "reopen 1");
    assertThat(parts()).allMatch(HelpRequest.Seeking.class::isInstance);
    street.passes(Duration.ofMinutes(1));
    street.taps(sam, parts().getFirst(), "take");
    street.taps(olek, parts().getFirst(), "take");
    assertThat(holders()).containsExactlyInAnyOrder(sam, olek);
  }

  // ---- shown

  @Test
  void aBoardSaysWhichPartALineIsAbout() {
    asksForTwo();
    street.passes(Duration.ZERO);
    street.taps(sam, parts().getFirst(), "take");
    street.says(joan, "board");
    assertThat(text(joan)).contains("Person 1 of 2: Taken by Sam", "Person 2 of 2: Waiting");
  }

  @Test
  void inAListForOthersItStandsOnceWithHowManyAreWanted() {
    asksForTwo();
    street.passes(Duration.ZERO);
    street.says(joan, "list");
    assertThat(text(joan)).containsOnlyOnce("LS6, today").contains("(people needed: 2)");
    street.taps(sam, parts().getFirst(), "take");
    street.says(joan, "list");
    assertThat(text(joan)).contains("(people needed: 1)");
  }

  @Test
  void anOfficerReadsHowManyAreFound() {
    asksForTwo();
    street.passes(Duration.ZERO);
    street.taps(sam, parts().getFirst(), "take");
    street.passes(Duration.ofMinutes(40));
    assertThat(
            street.sent.stream()
                .filter(o -> o instanceof Outgoing.Post p && p.channel().equals("C0OFFICERS"))
                .map(o -> ((Outgoing.Post) o).card().lines().toString()))
        .anyMatch(lines -> lines.contains("People needed: 2, found so far: 1"));
  }

  @Test
  void whatTheResidentWritesReachesAllWhoCome() {
    bothTaken();
    street.sent.clear();
    street.says(edna, "the bell is broken, please knock");
    for (PersonId each : List.of(sam, olek)) {
      assertThat(street.told(each)).containsExactly("job.relayed");
      assertThat(text(each)).contains("please knock");
    }
    assertThat(street.told(edna)).isEmpty();
    street.says(sam, "we are on our way");
    assertThat(street.told(edna)).containsExactly("request-help.relayed");
    assertThat(street.told(olek)).hasSize(1);
  }

  @Test
  void whatTheResidentWritesReachesTheOneWhoIsFound() {
    asksForTwo();
    street.passes(Duration.ZERO);
    street.taps(sam, parts().getFirst(), "take");
    street.says(edna, "the bell is broken, please knock");
    assertThat(street.told(sam)).endsWith("job.relayed");
  }

  @Test
  void inWhatIsKnownOfThemItIsOneRequest() {
    asksForTwo();
    street.says(edna, "my data");
    assertThat(street.told(edna)).endsWith("common.my-data");
    assertThat(text(edna)).containsPattern("[Rr]equests[^\\n]*1\\b");
  }

  private String text(PersonId who) {
    return street.letters(who).getLast().utterance().text();
  }

  @Test
  void whatIsOpenedAgainTooLateIsAnOfficersAsAWhole() {
    asksForTwo();
    street.passes(Duration.ZERO);
    leadSays("board");
    street.says(edna, "cancel");
    street.passes(Duration.ofHours(14));
    street.says(joan, "reopen 1");
    assertThat(parts())
        .allSatisfy(
            part -> {
              assertThat(part.search().handedOver()).isTrue();
              assertThat(street.alarms).containsKey("officer/" + part.id());
            });
  }

  // ---- help

  private void leadSays(String order) {
    street.says(joan, "board");
    street.says(joan, order);
  }

  private void asksForTwo() {
    asksForTwo("yes");
  }

  private void asksForTwo(String last) {
    asks("I need two people to carry my wardrobe downstairs today, LS6 3HN", last);
  }

  private void asks(String words) {
    asks(words, "yes");
  }

  private void asks(String words, String last) {
    street.says(edna, words);
    for (String answer : List.of("my old wardrobe", "12 Elm Road", "Edna")) {
      if (street.told(edna).getLast().equals("request-help.confirm")) break;
      street.says(edna, answer);
    }
    assertThat(street.told(edna)).endsWith("request-help.confirm");
    street.says(edna, last);
  }

  private String summary() {
    return street.letters(edna).stream()
        .map(l -> l.utterance())
        .filter(u -> u.id().equals("request-help.confirm"))
        .map(u -> u.text())
        .reduce((a, b) -> b)
        .orElseThrow();
  }

  private void bothTaken() {
    asksForTwo();
    street.passes(Duration.ZERO);
    street.taps(sam, parts().getFirst(), "take");
    street.taps(olek, parts().getFirst(), "take");
    assertThat(holders()).containsExactlyInAnyOrder(sam, olek);
  }

  private List<HelpRequest> parts() {
    return List.copyOf(street.requests.values());
  }

  private List<PersonId> holders() {
    return parts().stream()
        .filter(HelpRequest.Claimed.class::isInstance)
        .map(p -> ((HelpRequest.Claimed) p).holder())
        .toList();
  }

  private List<Outcome> outcomes() {
    return parts().stream().map(p -> ((HelpRequest.Closed) p).outcome()).toList();
  }
}
