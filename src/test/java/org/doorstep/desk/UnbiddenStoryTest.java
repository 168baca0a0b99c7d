package org.doorstep.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.Kept;
import org.doorstep.people.PersonId;
import org.doorstep.talk.Choice;
import org.doorstep.talk.ShippedTalk;
import org.doorstep.talk.Tap;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** Somebody is half way through a form when something else is asked of them. It is Wednesday. */
@NullUnmarked
class UnbiddenStoryTest {

  private final Street street =
      new Street(new Desk(ShippedTalk.load(), ShippedTalk.understanding()));
  private final PersonId edna = street.resident("edna");
  private final PersonId bola = street.resident("bola");
  private final PersonId amir = street.resident("amir");
  private final PersonId sam = street.volunteer("Sam", 100);

  @Test
  void whetherTheyWouldEachTimeIsAnsweredByATapAndTheFormGoesOn() {
    asks(edna, "shopping every Thursday, postcode LS6 3HN");
    street.says(edna, "yes please");
    street.passes(Duration.ofMinutes(30));
    street.says(sam, "yes I can");
    Tap done = button(sam, "done");
    halfWay(sam);
    street.picks(sam, done);
    assertThat(street.told(sam)).contains("regular.each-time");
    stillThere(sam);
    street.picks(sam, "each");
    assertThat(street.arrangements.values().iterator().next().volunteers()).containsExactly(sam);
    assertThat(street.told(sam)).contains("regular.yours").endsWith("request-help.ask.when");
    finishes(sam);
  }

  @Test
  void whetherTheyWouldGiveAThingIsAnsweredByATapAndTheFormGoesOn() {
    offers(amir, "I've got a spare microwave if anyone needs one");
    halfWay(amir);
    asks(edna, "I need a microwave, LS6 3HN, today");
    assertThat(street.told(amir)).endsWith("thing.wanted");
    stillThere(amir);
    street.picks(amir, "yes");
    assertThat(claims(amir)).hasSize(1);
    assertThat(street.told(amir)).endsWith("request-help.ask.when");
    finishes(amir);
  }

  @Test
  void whetherItMayStayLongerIsAnsweredByATapAndTheFormGoesOn() {
    lent();
    halfWay(amir);
    street.says(edna, "can I keep the heater another week?");
    assertThat(street.told(amir)).endsWith("thing.longer");
    stillThere(amir);
    street.picks(amir, "yes");
    assertThat(street.told(edna)).endsWith("thing.longer-yours");
    assertThat(street.told(amir)).contains("thing.longer-by-you").endsWith("request-help.ask.when");
    finishes(amir);
  }

  @Test
  void whetherItIsBackIsAnsweredByATapAndTheFormGoesOn() {
    lent();
    street.passes(Duration.ofDays(7));
    halfWay(amir);
    street.passes(Duration.ofDays(1));
    assertThat(street.told(amir)).endsWith("thing.is-it-back");
    stillThere(amir);
    street.picks(amir, "yes");
    assertThat(street.facts).anyMatch(Fact.ThingBack.class::isInstance);
    assertThat(street.told(amir)).endsWith("request-help.ask.when");
    finishes(amir);
  }

  @Test
  void howOftenIsAnsweredByATapInTheNextForm() {
    asks(edna, "shopping every Thursday, postcode LS6 3HN");
    assertThat(street.told(edna)).endsWith("regular.how-often");
    street.conversations.remove(edna);
    halfWay(edna);
    street.picks(edna, "each");
    assertThat(street.arrangements).hasSize(1);
    assertThat(street.told(edna)).endsWith("request-help.ask.when");
    finishes(edna);
  }

  @Test
  void whetherToKeepWhatWaitsIsAnsweredByATapInTheNextForm() {
    street.office = street.office.pausing("hyde-park", street.now);
    asks(edna, "I need some shopping, LS6 3HN, this week");
    assertThat(street.told(edna)).endsWith("group.shut");
    street.conversations.remove(edna);
    halfWay(edna);
    street.picks(edna, "elsewhere");
    assertThat(street.told(edna))
        .contains("group.shut-elsewhere")
        .endsWith("request-help.ask.when");
    stillThere(edna);
  }

  @Test
  void aYesInWordsAnswersTheNewestOfTwo() {
    offers(amir, "I've got a spare microwave if anyone needs one");
    offers(amir, "I've got a spare kettle to give away");
    asks(edna, "I need a microwave, LS6 3HN, today");
    asks(bola, "I need a kettle, LS6 3HN, today");
    assertThat(street.told(amir).stream().filter("thing.wanted"::equals)).hasSize(2);
    street.says(amir, "yes");
    assertThat(claims(amir)).extracting(HelpRequest::resident).containsExactly(bola);
    assertThat(street.requests.values().stream().filter(Kept.class::isInstance)).hasSize(1);
  }

  /** Whom they mean with "I'm at the door" is still asked; a question does not swallow it. */
  @Test
  void aTextThatWaitsForItsReaderIsNotLost() {
    offers(sam, "I've got a spare microwave if anyone needs one");
    asks(edna, "I need some shopping, LS6 3HN, today");
    street.says(sam, "yes I can");
    asks(bola, "I need my dog walked, LS6 3HN, today");
    street.says(sam, "yes I can");
    street.passes(Duration.ofSeconds(5));
    street.says(sam, "the traffic is bad");
    assertThat(street.told(sam)).endsWith("job.which-person");
    asks(amir, "I need a microwave, LS6 3HN, today");
    assertThat(street.told(sam)).endsWith("thing.wanted");
    Tap first =
        street.letters(sam).stream()
            .filter(l -> l.utterance().id().equals("job.which-person"))
            .toList()
            .getLast()
            .utterance()
            .choices()
            .getFirst()
            .tap();
    street.picks(sam, first);
    assertThat(street.told(edna)).endsWith("request-help.relayed");
  }

  // ---- what is done

  private void halfWay(PersonId who) {
    street.says(who, "could somebody pick up my prescription from Boots, LS6 3HN");
    street.passes(Duration.ofSeconds(5));
    for (int i = 0; i < 5 && !street.told(who).getLast().equals("request-help.ask.when"); i++) {
      next(who);
    }
    stillThere(who);
  }

  private void stillThere(PersonId who) {
    assertThat(street.conversations.get(who).flow()).isEqualTo("request-help");
    assertThat(street.conversations.get(who).asking()).isEqualTo("when");
  }

  private void finishes(PersonId who) {
    stillThere(who);
    street.says(who, "tomorrow");
    until(who, "request-help.waiting", street.told(who).size());
    assertThat(street.requests.values()).anyMatch(r -> r.resident().equals(who));
  }

  private void asks(PersonId who, String words) {
    int before = street.told(who).size();
    street.says(who, words);
    street.passes(Duration.ofSeconds(5));
    until(who, "request-help.waiting", before);
  }

  private void offers(PersonId who, String words) {
    int before = street.told(who).size();
    street.says(who, words);
    street.passes(Duration.ofSeconds(5));
    until(who, "thing.offered", before);
  }

  /** Edna has Amir's heater, for a week. */
  private void lent() {
    offers(amir, "I can lend a heater for a week");
    asks(edna, "I need a heater, LS6 3HN, today");
    street.picks(amir, "yes");
    street.says(amir, "done");
    street.passes(Duration.ofHours(1));
    street.picks(edna, "yes");
  }

  private void until(PersonId who, String end, int before) {
    for (int i = 0; i < 10; i++) {
      List<String> since = street.told(who).subList(before, street.told(who).size());
      if (since.contains(end) || since.contains("group.shut")) return;
      next(who);
    }
    assertThat(street.told(who)).contains(end);
  }

  private void next(PersonId who) {
    String asked = street.told(who).getLast();
    switch (asked.substring(asked.indexOf('.') + 1)) {
      case "ask.how" -> street.says(who, "give it away");
      case "ask.area" -> street.says(who, "LS6 3HN");
      case "offer.area", "confirm" -> street.says(who, "yes");
      case "ask.when" -> street.says(who, "today");
      case "ask.details", "ask.note", "ask.name" -> street.says(who, "skip");
      default -> throw new AssertionError(who + " was asked " + street.told(who));
    }
    street.passes(Duration.ofSeconds(5));
  }

  private List<HelpRequest.Claimed> claims(PersonId who) {
    return street.requests.values().stream()
        .flatMap(
            r ->
                r instanceof HelpRequest.Claimed c && c.holder().equals(who)
                    ? java.util.stream.Stream.of(c)
                    : java.util.stream.Stream.of())
        .toList();
  }

  private Tap button(PersonId who, String choice) {
    return street.letters(who).reversed().stream()
        .flatMap(letter -> letter.utterance().choices().stream())
        .map(Choice::tap)
        .filter(tap -> tap.choice().equals(choice))
        .findFirst()
        .orElseThrow();
  }
}
