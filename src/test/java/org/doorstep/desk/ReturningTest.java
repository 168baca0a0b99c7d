package org.doorstep.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.doorstep.help.HelpRequest;
import org.doorstep.people.PersonId;
import org.doorstep.talk.ShippedTalk;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who has been here before is greeted, and offered the same place with one tap. */
@NullUnmarked
class ReturningTest {

  private static final String WELCOME = "Hello again, Edna!";

  private final Street street =
      new Street(new Desk(ShippedTalk.load(), ShippedTalk.understanding()));
  private final PersonId edna = street.resident("edna");
  private final PersonId sam = street.volunteer("Sam", 100);

  @BeforeEach
  void ednaHasBeenHere() {
    street.says(edna, "hello");
    assertThat(said(edna)).doesNotContain("again");
    street.says(edna, "dog walk today");
    street.passes(Duration.ofSeconds(5));
    street.says(edna, "14 Ash Grove, LS6 3HN");
    street.passes(Duration.ofSeconds(5));
    street.says(edna, "the side door");
    street.says(edna, "Edna");
    assertThat(said(edna)).contains("14 Ash Grove");
    street.says(edna, "yes");
    street.passes(Duration.ZERO);
    assertThat(street.requests).hasSize(1);
  }

  @Test
  void nextTimeTheyAreGreetedAndOfferedThePlaceWithOneTap() {
    street.passes(Duration.ofDays(2));
    begins("could someone get my shopping today");
    assertThat(street.told(edna)).endsWith("request-help.offer.area");
    assertThat(said(edna)).startsWith(WELCOME).contains("LS6 3HN");
    street.picks(edna, "same");
    street.says(edna, "bread");
    street.passes(Duration.ofSeconds(5));
    street.says(edna, "the side door");
    assertThat(street.told(edna)).endsWith("request-help.confirm");
    assertThat(said(edna)).doesNotContain("Hello");
    street.says(edna, "yes");
    street.passes(Duration.ZERO);
    street.taps(sam, newest(), "take");
    assertThat(said(sam)).contains("14 Ash Grove");
  }

  /** The number may belong to somebody else by now. */
  @Test
  void noHouseIsReadOutToWhoeverHasThePhone() {
    street.passes(Duration.ofDays(2));
    int before = street.letters(edna).size();
    begins("could someone get my shopping today");
    street.picks(edna, "same");
    street.says(edna, "bread");
    street.passes(Duration.ofSeconds(5));
    street.says(edna, "skip");
    assertThat(street.told(edna)).endsWith("request-help.confirm");
    assertThat(saidSince(before)).contains("LS6 3HN").doesNotContain("Ash Grove");
  }

  @Test
  void theFirstQuestionIsAskedShortlyAndTheGreetingIsSaidOnce() {
    street.says(edna, "cancel");
    street.passes(Duration.ofDays(2));
    begins("hello");
    assertThat(street.told(edna)).endsWith("request-help.ask.need");
    assertThat(said(edna)).startsWith(WELCOME).doesNotContain("I find volunteers");
    street.says(edna, "asdf");
    street.passes(Duration.ofSeconds(5));
    assertThat(said(edna)).doesNotContain(WELCOME);
  }

  @Test
  void whoIsBackAtOnceHasNotBeenAway() {
    street.passes(Duration.ofHours(1));
    begins("could someone get my shopping today");
    assertThat(street.told(edna)).endsWith("request-help.offer.area");
    assertThat(said(edna)).doesNotContain("Hello");
  }

  @Test
  void aPlaceThatWasForgottenIsAskedFor() {
    street.passes(Duration.ofDays(2));
    street.people.put(edna, street.people.get(edna).lastAt(null));
    begins("could someone get my shopping today");
    assertThat(street.told(edna)).endsWith("request-help.ask.area");
    assertThat(said(edna)).startsWith(WELCOME);
  }

  @Test
  void whoIsForgottenIsNew() {
    street.says(edna, "forget me");
    street.says(edna, "yes");
    street.people.put(edna, fresh());
    begins("could someone get my shopping today");
    assertThat(street.told(edna)).endsWith("request-help.ask.area");
    assertThat(said(edna)).doesNotContain("Hello again");
  }

  @Test
  void anotherNumberIsAnotherPerson() {
    street.passes(Duration.ofDays(2));
    PersonId ray = street.resident("ray");
    street.says(ray, "could someone get my shopping today");
    street.passes(Duration.ofSeconds(5));
    assertThat(street.told(ray)).endsWith("request-help.ask.area");
    assertThat(said(ray)).doesNotContain("LS6 3HN,", "Ash Grove", "again");
  }

  @Test
  void inTheirOwnLanguage() {
    street.says(edna, "polski");
    street.passes(Duration.ofDays(2));
    int before = street.letters(edna).size();
    begins("could someone get my shopping today");
    assertThat(saidSince(before)).startsWith("Miło znów Cię widzieć, Edna!");
  }

  private void begins(String text) {
    street.says(edna, text);
    street.passes(Duration.ofSeconds(5));
  }

  private org.doorstep.people.Person fresh() {
    PersonId again = street.resident("edna");
    return street.people.get(again);
  }

  private HelpRequest newest() {
    return List.copyOf(street.requests.values()).getLast();
  }

  private String said(PersonId who) {
    return street.letters(who).getLast().utterance().text();
  }

  private String saidSince(int before) {
    return street.letters(edna).stream()
        .skip(before)
        .map(letter -> letter.utterance().text())
        .collect(Collectors.joining("\n"));
  }
}
