package org.doorstep.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.doorstep.people.PersonId;
import org.doorstep.talk.ShippedTalk;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** Sam, who does Edna's shopping, has a heater to spare: for her, or for anybody? */
@NullUnmarked
class OfferOrMessageTest {

  private static final String SPARE = "I also have a spare heater to lend, LS6 3HN";

  private final Street street =
      new Street(new Desk(ShippedTalk.load(), ShippedTalk.understanding()));
  private final PersonId edna = street.resident("edna");
  private final PersonId sam = street.volunteer("Sam", 100);

  @Test
  void withoutAnOpenLineItIsAnOffer() {
    says(sam, SPARE);
    assertThat(street.told(sam).getLast()).startsWith("thing.");
    assertThat(street.told(sam)).doesNotContain("thing.offer-or-message");
  }

  @Test
  void withAnOpenLineTheyAreAskedAndNothingIsAssumed() {
    helped(edna);
    says(sam, SPARE);
    assertThat(street.told(sam)).endsWith("thing.offer-or-message");
    assertThat(text(sam)).contains("Edna");
    assertThat(street.told(edna)).doesNotContain("request-help.relayed");
    assertThat(street.things).isEmpty();
  }

  @Test
  void anOfferGoesOnAsAnyOtherWithAllThatWasSaid() {
    helped(edna);
    says(sam, SPARE);
    street.picks(sam, "offer");
    street.passes(Duration.ofSeconds(5));
    assertThat(street.told(sam))
        .doesNotContain("thing.ask.kind", "thing.ask.how", "thing.ask.area");
    assertThat(street.told(sam).getLast()).startsWith("thing.ask.");
    assertThat(street.told(edna)).doesNotContain("request-help.relayed");
  }

  @Test
  void aMessageIsPassedOnInTheirOwnWords() {
    helped(edna);
    says(sam, SPARE);
    street.says(sam, "pass it on");
    assertThat(street.told(edna)).endsWith("request-help.relayed");
    assertThat(text(edna)).contains(SPARE);
    assertThat(street.conversations).doesNotContainKey(sam);
  }

  @Test
  void aResidentIsAskedToo() {
    helped(edna);
    says(edna, "I have a spare kettle if anyone needs one");
    assertThat(street.told(edna)).endsWith("thing.offer-or-message");
    street.says(edna, "pass it on");
    assertThat(street.told(sam)).endsWith("job.relayed");
  }

  @Test
  void whoGoesOnWithoutAnAnswerLosesNothing() {
    helped(edna);
    says(sam, SPARE);
    says(sam, "I am on my way to the shop now");
    assertThat(street.told(edna).stream().filter("request-help.relayed"::equals)).hasSize(2);
    assertThat(street.told(sam).stream().filter("thing.offer-or-message"::equals)).hasSize(1);
  }

  @Test
  void ofTwoLinesItIsAskedWhichOneItIsFor() {
    helped(edna);
    PersonId mary = street.resident("mary");
    helped(mary);
    says(sam, SPARE);
    street.says(sam, "pass it on");
    assertThat(street.told(sam)).endsWith("job.which-person");
    street.picks(sam, "this");
    assertThat(
            Stream.of(edna, mary).filter(who -> street.told(who).contains("request-help.relayed")))
        .hasSize(1);
  }

  @Test
  void ofTwoLinesNothingIsLostEither() {
    helped(edna);
    PersonId mary = street.resident("mary");
    helped(mary);
    says(sam, SPARE);
    says(sam, "I am on my way to the shop now");
    assertThat(street.told(sam)).endsWith("job.which-person");
    street.picks(sam, "this");
    PersonId to = street.told(mary).contains("request-help.relayed") ? mary : edna;
    assertThat(text(to)).contains(SPARE).contains("I am on my way to the shop now");
  }

  @Test
  void anAnswerTwiceOrTooLateChangesNothing() {
    helped(edna);
    says(sam, SPARE);
    street.picks(sam, "message");
    street.picks(sam, "message");
    assertThat(street.told(sam)).endsWith("common.closed");
    assertThat(street.told(edna).stream().filter("request-help.relayed"::equals)).hasSize(1);
  }

  @Test
  void dangerIsNeverAnOffer() {
    helped(edna);
    says(sam, "there is a fire in the kitchen, I have a spare heater to lend");
    assertThat(street.told(sam)).contains("common.danger-fire-gas");
    assertThat(street.told(sam)).doesNotContain("thing.offer-or-message");
  }

  // ---- what is done

  private void says(PersonId who, String text) {
    street.says(who, text);
    street.passes(Duration.ofSeconds(5));
  }

  private void helped(PersonId who) {
    street.people.computeIfPresent(who, (id, p) -> p.named(who.equals(edna) ? "Edna" : "Mary"));
    says(who, "I need my prescription from Boots today, LS6 3HN");
    for (int i = 0; i < 8 && !street.told(who).contains("request-help.waiting"); i++) {
      says(who, street.told(who).getLast().endsWith("confirm") ? "yes" : "skip");
    }
    street.passes(Duration.ofMinutes(1));
    street.says(sam, "yes I can");
    assertThat(street.told(who)).contains("request-help.claimed");
  }

  private String text(PersonId who) {
    return street.letters(who).getLast().utterance().text();
  }
}
