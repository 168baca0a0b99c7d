package org.doorstep.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.doorstep.help.Arrangement;
import org.doorstep.help.HelpRequest;
import org.doorstep.people.Address;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;
import org.doorstep.talk.Choice;
import org.doorstep.talk.ShippedTalk;
import org.doorstep.talk.Tap;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/**
 * Where volunteers and leads see what comes again and again, and where they stand by: on their page
 * in Slack, and as words everywhere. 18 March is a Wednesday.
 */
@NullUnmarked
class RegularOverviewTest {

  private final Street street =
      new Street(new Desk(ShippedTalk.load(), ShippedTalk.understanding()));
  private final PersonId edna = street.resident("edna");
  private final PersonId sam = onSlack("Sam", 100);
  private final PersonId olek = street.volunteer("Olek", 200);
  private final PersonId joan = street.writesFrom("joan", Address.slack("U0JOAN"));

  private PersonId onSlack(String name, int metres) {
    PersonId id = street.volunteer(name, metres);
    Person there = street.people.get(id);
    Address slack = Address.slack("U0" + name.toUpperCase(Locale.ROOT));
    street.people.put(id, there.heardFrom(slack, street.now));
    return id;
  }

  // ---- on the page in Slack

  @Test
  void whatIsDoneEachTimeStandsOnThePageWithoutAName() {
    doneEachTimeBy(sam);
    HomeTab page = street.opensHome(sam);
    assertThat(texts(page))
        .contains("Regular help", "Shopping, every week", "Thursday 26 March")
        .doesNotContain("Edna", "3HN");
    assertThat(choices(page)).contains("not-then", "step-back");
  }

  @Test
  void notThisTimeIsSaidFromThePageAndThePageFollows() {
    doneEachTimeBy(sam);
    street.picks(sam, tap(street.opensHome(sam), "not-then"));
    assertThat(street.told(sam)).endsWith("regular.not-then");
    assertThat(the().coming()).isEmpty();
    street.picks(sam, tap(street.opensHome(sam), "step-back"));
    assertThat(the().volunteers()).isEmpty();
    street.passes(Duration.ofSeconds(1));
    assertThat(texts(street.home(sam))).doesNotContain("Shopping, every week");
  }

  @Test
  void thePageFollowsWhatTheResidentDoes() {
    doneEachTimeBy(sam);
    street.opensHome(sam);
    street.passes(Duration.ofSeconds(1));
    street.says(edna, "regular");
    street.picks(edna, "end");
    street.passes(Duration.ofSeconds(1));
    assertThat(texts(street.home(sam))).doesNotContain("Shopping, every week");
  }

  @Test
  void whoeverHasHelpArrangedInSlackSeesItAndLeavesOutATime() {
    PersonId ivy = street.writesFrom("ivy", Address.slack("U0IVY"));
    arranged(ivy);
    HomeTab page = street.opensHome(ivy);
    assertThat(texts(page)).contains("For you: Shopping, every week");
    street.picks(ivy, tap(page, "skip"));
    assertThat(street.told(ivy)).endsWith("regular.skipped");
  }

  // ---- MY JOBS

  @Test
  void myJobsTellsWhatIsDoneEachTimeAndWhereOneStandsBy() {
    doneEachTimeBy(sam);
    street.says(sam, "my jobs");
    assertThat(street.told(sam)).endsWith("regular.done-by-you");

    asks(street.resident("wilma"), "I need my prescription from Boots today");
    street.passes(Duration.ofMinutes(20));
    HelpRequest job = List.copyOf(street.requests.values()).getLast();
    street.taps(olek, job, "take");
    street.taps(sam, job, "take");
    street.says(sam, "my jobs");
    assertThat(street.told(sam)).endsWith("job.my-standby", "regular.done-by-you");
    String place = said(sam, "job.my-standby");
    assertThat(place).contains("Prescription", "Your place in the line: 1");
    street.picks(sam, "leave");
    assertThat(street.told(sam)).endsWith("job.standby-left");
    street.says(sam, "my jobs");
    assertThat(street.told(sam)).endsWith("regular.done-by-you");
  }

  @Test
  void whoHasNothingIsToldSo() {
    street.says(sam, "my jobs");
    assertThat(street.told(sam)).endsWith("job.my-jobs-none");
  }

  // ---- for those who run a group

  @Test
  void aLeadSeesWhatComesAgainAndWhoDoesIt() {
    doneEachTimeBy(sam);
    street.says(joan, "regular");
    assertThat(street.told(joan)).containsExactly("regular.overview");
    assertThat(said(joan, "regular.overview"))
        .contains("Shopping, LS6, every week", "Thursday 26 March", "Done each time by Sam")
        .doesNotContain("Not heard of", "3HN")
        .doesNotContainIgnoringCase("edna");
  }

  @Test
  void whatNobodyDoesComesFirst() {
    doneEachTimeBy(sam);
    PersonId wilma = street.resident("wilma");
    asks(wilma, "somebody to walk my dog every Friday");
    street.picks(wilma, "each");
    street.says(joan, "regular");
    assertThat(said(joan, "regular.overview").lines().filter(l -> l.contains("LS6")))
        .hasSize(2)
        .first()
        .asString()
        .contains("Nobody does it each time yet");
  }

  @Test
  void whatWasMissedLatelyIsSaidUntilItTurnsOutThatItTookPlace() {
    doneEachTimeBy(sam);
    street.passes(Duration.ofDays(8).plusHours(8));
    assertThat(street.told(sam)).contains("regular.not-heard-of");
    street.says(joan, "regular");
    assertThat(said(joan, "regular.overview")).contains("Not heard of: today");
    street.says(sam, "done");
    street.says(joan, "regular");
    assertThat(said(joan, "regular.overview")).doesNotContain("Not heard of");
  }

  @Test
  void aTimeThatNobodyTookWasMissedToo() {
    arranged(edna);
    street.says(olek, "yes I can");
    street.says(olek, "done");
    street.passes(Duration.ofDays(15));
    street.says(joan, "regular");
    assertThat(said(joan, "regular.overview")).contains("Not heard of: ");
  }

  @Test
  void whatWasMissedLongAgoIsNotSaidAnyMore() {
    doneEachTimeBy(sam);
    Arrangement long_ = the().missedOn(java.time.LocalDate.parse("2026-02-10"));
    street.arrangements.put(long_.id(), long_);
    street.says(joan, "regular");
    assertThat(said(joan, "regular.overview")).doesNotContain("Not heard of");
  }

  @Test
  void aGroupWithoutAnySaysSoAndOthersAreNotShownTheList() {
    street.says(joan, "regular");
    assertThat(street.told(joan)).containsExactly("regular.overview-none");
    doneEachTimeBy(sam);
    street.says(olek, "regular");
    assertThat(street.told(olek)).endsWith("regular.none");
  }

  // ----

  private void doneEachTimeBy(PersonId volunteer) {
    arranged(edna);
    street.says(volunteer, "yes I can");
    street.says(volunteer, "done");
    street.picks(volunteer, "each");
    assertThat(the().volunteers()).containsExactly(volunteer);
  }

  private void arranged(PersonId resident) {
    asks(resident, "shopping every Thursday");
    street.picks(resident, "each");
    street.passes(Duration.ofMinutes(30));
  }

  private void asks(PersonId resident, String text) {
    street.says(resident, text + ", postcode LS6 3HN");
    for (String answer : List.of("bread and milk", "12 Elm Road", "Edna", "yes")) {
      if (street.told(resident).contains("request-help.waiting")) return;
      street.says(resident, answer);
    }
    assertThat(street.told(resident)).contains("request-help.waiting");
  }

  private Arrangement the() {
    return street.arrangements.values().iterator().next();
  }

  private String said(PersonId who, String message) {
    int at = street.told(who).lastIndexOf(message);
    return street.letters(who).get(at).utterance().text();
  }

  private static String texts(HomeTab tab) {
    return tab.parts().stream()
        .map(p -> p.heading() + "\n" + p.text())
        .collect(Collectors.joining("\n"));
  }

  private static List<String> choices(HomeTab tab) {
    return taps(tab).stream().map(Tap::choice).toList();
  }

  private static Tap tap(HomeTab tab, String choice) {
    return taps(tab).stream().filter(t -> t.choice().equals(choice)).findFirst().orElseThrow();
  }

  private static List<Tap> taps(HomeTab tab) {
    return tab.parts().stream().flatMap(p -> p.choices().stream()).map(Choice::tap).toList();
  }
}
