package org.doorstep.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.doorstep.bridge.Reason;
import org.doorstep.help.HelpRequest;
import org.doorstep.people.Address;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;
import org.doorstep.talk.ShippedTalk;
import org.doorstep.talk.Talk;
import org.doorstep.talk.Tap;
import org.doorstep.understand.Understanding;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** People who do not share a language, with the flows and the words as they are shipped. */
@NullUnmarked
class LanguagesStoryTest {

  private static final Understanding UNDERSTANDING = ShippedTalk.understanding();
  private static final Talk TALK = ShippedTalk.load();
  private static final String POLISH = "Dzień dobry, potrzebuję zakupów, proszę o chleb i mleko";

  private final Street street = new Street(new Desk(TALK, UNDERSTANDING));
  private final PersonId ewa = street.resident("ewa");
  private final PersonId sam = street.volunteer("Sam", 100);

  @Test
  void aRequestInPolishIsServedInPolishAndReadInEnglish() {
    street.says(ewa, "po polsku");
    street.says(ewa, POLISH);
    street.pins(ewa, FakeTalk.EDNAS);
    street.picks(ewa, "today");
    street.says(ewa, "kod do bramy 4711");
    street.says(ewa, "Ewa");
    assertThat(last(ewa).utterance().id()).isEqualTo("request-help.confirm");
    assertThat(last(ewa).utterance().text()).contains("dziś").doesNotContain("today");
    street.says(ewa, "tak");
    street.passes(Duration.ZERO);

    String offer = last(sam).utterance().text();
    assertThat(offer).contains("Somebody near you", "Shopping", "today", "100 m");
    street.taps(sam, street.theRequest(), "take");
    assertThat(last(sam).utterance().text())
        .contains("It is yours", "Shopping", "Ewa", POLISH, "4711")
        .doesNotContain("dziś");
    assertThat(last(ewa).utterance().id()).isEqualTo("request-help.claimed");
    assertThat(last(ewa).utterance().text()).contains("Sam").doesNotContain("Good news");

    street.says(sam, "done");
    street.passes(Duration.ofMinutes(30));
    assertThat(last(ewa).utterance().id()).isEqualTo("feedback.ask");
    street.says(ewa, last(ewa).utterance().choices().getFirst().label());
    assertThat(last(ewa).utterance().id()).isEqualTo("feedback.thanks");
    assertThat(street.theRequest()).isInstanceOf(HelpRequest.Closed.class);
  }

  /** They are our own words, whatever they would mean in a sentence of somebody's. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theLabelOfAButtonTellsOfNoDanger(boolean tapped) {
    PersonId jan = street.volunteer("Jan", 200);
    taken();
    street.says(sam, "hand over to Jan");
    if (tapped) street.picks(jan, "take");
    else street.says(jan, "I take it over");
    assertThat(UNDERSTANDING.alarm("I take it over")).as("in a sentence").isPresent();
    assertThat(street.told(jan)).noneMatch(id -> id.startsWith("common.danger"));
    assertThat(street.cases).isEmpty();
    assertThat(last(jan).utterance().id()).isEqualTo("job.claimed");
  }

  @Test
  void whoIsAskedAboutMoreThanOneIsAskedWhichTheyMean() {
    PersonId jan = street.volunteer("Jan", 200);
    taken();
    PersonId ida = street.resident("ida");
    offered(ida, "my dog needs a walk please");
    street.says(sam, "hand over to Jan");
    street.says(jan, "I take it over");
    assertThat(last(jan).utterance().id()).isEqualTo("job.which");
  }

  @Test
  void anOrderAndNothingElseTellsOfNone() {
    street.says(sam, "Cymraeg");
    street.says(sam, "oddi ar ddyletswydd");
    assertThat(UNDERSTANDING.alarm("oddi ar ddyletswydd")).isPresent();
    assertThat(street.told(sam)).endsWith("common.off-duty");
    assertThat(street.cases).isEmpty();
  }

  @Test
  void whatFollowsAnOrderIsSomebodysOwn() {
    taken();
    street.says(sam, "hand over to jan cant breathe");
    assertThat(TALK.interrupt("hand over to jan cant breathe")).as("it is one").isPresent();
    assertThat(street.told(sam)).anyMatch(id -> id.startsWith("common.danger"));
  }

  @Test
  void aLabelThatWouldBeSureIsNoneEither() {
    String label = "Długo się trzyma";
    assertThat(UNDERSTANDING.alarm(label)).hasValueSatisfying(a -> assertThat(a.sure()).isTrue());
    street.picks(sam, new Tap("thing", 1, "keeps", "long", ""), label);
    assertThat(street.told(sam)).noneMatch(id -> id.startsWith("common.danger"));
  }

  private void offered() {
    offered(ewa, "shopping please");
  }

  private void offered(PersonId who, String words) {
    street.says(who, words);
    street.pins(who, FakeTalk.EDNAS);
    for (String answer : new String[] {"today", "bread", "skip", "Ewa", "yes"}) {
      street.says(who, answer);
    }
    street.passes(Duration.ZERO);
  }

  private void taken() {
    offered();
    street.taps(sam, street.theRequest(), "take");
  }

  @Test
  void aVolunteerTypesTheirButtonInTheirOwnLanguage() {
    street.says(sam, "polski");
    offered();
    assertThat(last(sam).utterance().id()).isEqualTo("job.offered");
    street.says(sam, last(sam).utterance().choices().getFirst().label());
    assertThat(street.theRequest()).isInstanceOf(HelpRequest.Claimed.class);
    assertThat(last(sam).utterance().text()).doesNotContain("It is yours").contains("bread");
  }

  @Test
  void whoWritesInAnotherLanguageIsAskedOnceInThatOne() {
    street.says(ewa, POLISH);
    assertThat(street.told(ewa)).endsWith("request-help.ask.area", "common.language-offer");
    assertThat(street.letters(ewa).getFirst().utterance().text()).contains("Where");
    assertThat(last(ewa).utterance().text()).contains("po polsku");
    street.picks(ewa, "no");
    assertThat(street.told(ewa)).endsWith("common.language-kept", "request-help.ask.area");
    assertThat(person(ewa).language()).isEqualTo("en");
    street.says(ewa, "Nie wiem, gdzie to jest, proszę mi pomóc");
    assertThat(street.told(ewa).stream().filter("common.language-offer"::equals)).hasSize(1);
  }

  @Test
  void whoSaysYesKeepsTheirPlaceInTheForm() {
    street.says(ewa, POLISH);
    street.picks(ewa, "yes");
    assertThat(street.told(ewa)).endsWith("common.language-set", "request-help.ask.area");
    assertThat(last(ewa).utterance().text()).doesNotContain("Where");
    assertThat(person(ewa).language()).isEqualTo("pl");
    street.says(ewa, "english");
    assertThat(street.told(ewa)).endsWith("common.language-set", "request-help.ask.area");
    assertThat(last(ewa).utterance().text()).contains("Where");
  }

  @Test
  void theOfferCanBeAnsweredInItsOwnWords() {
    street.says(ewa, POLISH);
    street.says(ewa, last(ewa).utterance().choices().getFirst().label());
    assertThat(person(ewa).language()).isEqualTo("pl");
  }

  @Test
  void aFewWordsAreNoReasonToAsk() {
    for (String text : new String[] {"hi", "tak", "LS6 3HN", "Dzień dobry", "ok thanks"}) {
      street.says(ewa, text);
    }
    assertThat(street.told(ewa)).doesNotContain("common.language-offer");
  }

  @Test
  void languagesAreNamedByThemselves() {
    String[][] names = {
      {"Cymraeg", "cy"},
      {"română", "ro"},
      {"urdu", "ur-Latn"},
      {"اردو", "ur"},
      {"English!", "en"},
      {"Polski", "pl"},
      {"in Welsh please", "cy"}
    };
    for (String[] name : names) {
      street.says(ewa, name[0]);
      assertThat(person(ewa).language()).as(name[0]).isEqualTo(name[1]);
    }
  }

  @Test
  void languageShowsTheListAndATapPicksOne() {
    street.says(ewa, "LANGUAGE");
    assertThat(last(ewa).utterance().id()).isEqualTo("common.language-which");
    assertThat(last(ewa).utterance().choices())
        .extracting(c -> c.tap().about())
        .containsExactly("en", "cy", "pl", "ro", "ur", "ur-Latn");
    street.picks(ewa, last(ewa).utterance().choices().get(3).tap());
    assertThat(person(ewa).language()).isEqualTo("ro");
  }

  @Test
  void bySmsTheListHasNoNumbersThatCouldAnswerTheOpenQuestion() {
    street.people.put(ewa, Person.firstSeen(ewa, Address.sms("+447700900123"), "en", street.now));
    street.says(ewa, "language");
    assertThat(last(ewa).utterance().choices()).isEmpty();
    assertThat(last(ewa).utterance().text()).contains("Polski");
    street.says(ewa, POLISH);
    assertThat(last(ewa).utterance().id()).isEqualTo("common.language-offer");
    assertThat(last(ewa).utterance().choices()).isEmpty();
  }

  @Test
  void adviceInDangerIsInTheLanguageOfTheMessage() {
    street.says(ewa, "Proszę pomóc, mój mąż ma chest pain i nie może oddychać");
    assertThat(street.told(ewa).getFirst()).startsWith("common.danger");
    assertThat(street.letters(ewa).getFirst().utterance().text()).contains("999", "zadzwoń");
    assertThat(person(ewa).language()).isEqualTo("en");
    assertThat(street.told(ewa)).doesNotContain("common.language-offer");
    assertThat(street.theCase().matter().reason()).isEqualTo(Reason.DANGER);
  }

  @Test
  void whoIsForgottenIsNotAskedAnything() {
    street.says(ewa, POLISH);
    street.says(ewa, "delete my data");
    street.picks(ewa, "yes");
    assertThat(street.people).doesNotContainKey(ewa);
  }

  private Person person(PersonId id) {
    return street.people.get(id);
  }

  private Outgoing.ToPerson last(PersonId who) {
    return street.letters(who).getLast();
  }
}
