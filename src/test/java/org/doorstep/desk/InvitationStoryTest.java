package org.doorstep.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.doorstep.people.Availability;
import org.doorstep.people.Invitation;
import org.doorstep.people.PersonId;
import org.doorstep.people.Travel;
import org.doorstep.people.Volunteering;
import org.doorstep.talk.ShippedTalk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody a lead has put on a list. With the flows and the words as they are shipped. */
class InvitationStoryTest {

  private final Street street =
      new Street(new Desk(ShippedTalk.load(), ShippedTalk.understanding()));
  private final PersonId nina = street.resident("nina");

  @BeforeEach
  void aListNamesNina() {
    street.invited.put(
        nina,
        new Invitation(
            "Nina",
            new Volunteering(
                FakeTalk.EDNAS,
                1500,
                Set.of(Travel.CAR),
                Set.of(),
                Set.of(),
                "hyde-park",
                Instant.EPOCH,
                null,
                Availability.ALWAYS,
                Set.of())));
  }

  private String last() {
    return street.letters(nina).getLast().utterance().text();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"hello", "hi, I got this number from the group", "I want to help", "👋", "ok"})
  void whateverTheyFirstWriteTheyAreAsked(String text) {
    street.says(nina, text);
    assertThat(street.told(nina)).containsExactly("join.invited");
    assertThat(last()).contains("Hello Nina!", "Hyde Park");
    assertThat(street.people.get(nina).volunteering()).isNull();
    assertThat(street.people.get(nina).name()).isNull();
    assertThat(street.invited).containsKey(nina);
  }

  @ParameterizedTest
  @ValueSource(strings = {"yes", "Yes, you may", "i agree", "👍", "1"})
  void whoAgreesIsAVolunteerFromThenOn(String answer) {
    street.says(nina, "hello");
    street.passes(Duration.ofHours(1));
    street.says(nina, answer);
    assertThat(street.told(nina)).endsWith("join.invited-yes");
    assertThat(street.people.get(nina).name()).isEqualTo("Nina");
    Volunteering offer = street.people.get(nina).volunteering();
    assertThat(offer.joinedAt()).isEqualTo(street.now);
    assertThat(offer.travel()).containsExactly(Travel.CAR);
    assertThat(street.invited).isEmpty();
    assertThat(street.declined).isEmpty();
    assertThat(street.facts).contains(new Fact.VolunteerJoined(nina, "hyde-park"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"no", "No, delete that", "i do not agree", "2"})
  void whoSaysNoIsKnownByNothingOfTheList(String answer) {
    street.says(nina, "hello");
    street.says(nina, answer);
    assertThat(street.told(nina)).endsWith("join.invited-no");
    assertThat(street.people.get(nina).volunteering()).isNull();
    assertThat(street.people.get(nina).name()).isNull();
    assertThat(street.invited).isEmpty();
    assertThat(street.declined).containsExactly(nina);
    assertThat(street.conversations).doesNotContainKey(nina);
    assertThat(street.facts).noneMatch(Fact.VolunteerJoined.class::isInstance);
  }

  @Test
  void nobodyIsAskedToHelpBeforeTheyAgreed() {
    PersonId edna = street.resident("edna");
    PersonId sam = street.volunteer("Sam", 100);
    street.says(nina, "hello");
    ask(edna);
    assertThat(street.told(sam)).contains("job.offered");
    assertThat(street.told(nina)).containsExactly("join.invited");
  }

  @Test
  void onceTheyAgreedTheyAreAskedLikeEverybody() {
    PersonId edna = street.resident("edna");
    street.says(nina, "hello");
    street.picks(nina, "agree");
    ask(edna);
    assertThat(street.told(nina)).endsWith("job.offered");
  }

  private void ask(PersonId resident) {
    street.says(resident, "could somebody fetch my prescription today please");
    street.pins(resident, FakeTalk.EDNAS);
    for (String answer : new String[] {"skip", "skip", "Edna", "yes"}) {
      if (street.requests.isEmpty()) street.says(resident, answer);
    }
    street.passes(Duration.ZERO);
  }

  @Test
  void whoAsksForHelpIsHelpedAndAskedAnotherTime() {
    ask(nina);
    assertThat(street.requests).hasSize(1);
    assertThat(street.told(nina)).doesNotContain("join.invited");
    street.says(nina, "cancel");
    street.says(nina, "hello again");
    assertThat(street.told(nina)).endsWith("join.invited");
  }

  @Test
  void inDangerNobodyIsAskedForAnything() {
    street.says(nina, "my husband is hitting me");
    assertThat(street.told(nina)).isNotEmpty().doesNotContain("join.invited");
  }

  @Test
  void aTapTooLateChangesNothing() {
    street.says(nina, "hello");
    street.says(nina, "no");
    street.picks(nina, "agree");
    assertThat(street.told(nina)).endsWith("common.closed");
    assertThat(street.people.get(nina).volunteering()).isNull();
  }

  @Test
  void whatAgedOutIsAskedAboutNoMore() {
    street.says(nina, "hello");
    street.invited.clear();
    street.picks(nina, "agree");
    assertThat(street.told(nina)).endsWith("common.closed");
    assertThat(street.people.get(nina).volunteering()).isNull();
  }

  @Test
  void anotherMessageIsNoAnswerAndTheQuestionIsPutAgain() {
    street.says(nina, "hello");
    street.says(nina, "who is this");
    assertThat(street.told(nina)).containsExactly("join.invited", "join.invited");
    street.says(nina, "yes");
    assertThat(street.told(nina)).endsWith("join.invited-yes");
  }

  @Test
  void stopIsANo() {
    street.says(nina, "stop");
    assertThat(street.invited).isEmpty();
    assertThat(street.declined).containsExactly(nina);
    assertThat(street.told(nina)).doesNotContain("join.invited");
  }

  @Test
  void theySeeWhatTheListSaysAndCanHaveItForgotten() {
    street.says(nina, "my data");
    assertThat(last()).contains("Nina", "LS6 3HN");
    street.says(nina, "forget me");
    street.says(nina, "yes");
    assertThat(street.invited).isEmpty();
    assertThat(street.declined).containsExactly(nina);
    assertThat(street.people).doesNotContainKey(nina);
  }

  @Test
  void aVolunteerWhoWantsToBeForgottenDoesNotComeBackByAList() {
    PersonId sam = street.volunteer("Sam", 100);
    street.says(sam, "forget me");
    street.says(sam, "yes");
    assertThat(street.declined).containsExactly(sam);
  }

  @Test
  void aResidentWhoWantsToBeForgottenLeavesNotEvenTheirId() {
    PersonId edna = street.resident("edna");
    street.says(edna, "forget me");
    street.says(edna, "yes");
    assertThat(street.people).doesNotContainKey(edna);
    assertThat(street.declined).isEmpty();
  }
}
