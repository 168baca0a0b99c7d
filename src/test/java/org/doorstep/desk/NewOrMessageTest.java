package org.doorstep.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.doorstep.help.Delivered;
import org.doorstep.help.HelpRequest;
import org.doorstep.people.PersonId;
import org.doorstep.talk.ShippedTalk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With the flows and the words as they are shipped. */
class NewOrMessageTest {

  private static final String LIKE_THE_FIRST =
      "can someone get my prescription from Boots tomorrow please";

  private final Street street =
      new Street(new Desk(ShippedTalk.load(), ShippedTalk.understanding()));
  private final PersonId edna = street.resident("edna");
  private final PersonId sam = street.volunteer("Sam", 100);

  @BeforeEach
  void samHasEdnasPrescription() {
    street.says(edna, "could somebody fetch my prescription today please");
    street.pins(edna, FakeTalk.EDNAS);
    for (String answer : new String[] {"skip", "skip", "Edna", "yes"}) {
      if (street.requests.isEmpty()) street.says(edna, answer);
    }
    street.passes(Duration.ZERO);
    street.taps(sam, street.theRequest(), "take");
    assertThat(street.theRequest()).isInstanceOf(HelpRequest.Claimed.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {LIKE_THE_FIRST, "could someone walk my dog please"})
  void whatMayBeEitherIsAskedAbout(String text) {
    street.says(edna, text);
    assertThat(street.told(edna)).endsWith("request-help.new-or-message");
    assertThat(street.letters(edna).getLast().utterance().text()).contains("Sam");
    assertThat(street.told(sam)).doesNotContain("job.relayed");

    street.says(edna, "pass it on");
    assertThat(street.letters(sam).getLast().utterance().text()).contains(text);
  }

  @Test
  void aNewRequestGoesOnWithWhatWasWritten() {
    street.says(edna, "could someone walk my dog please");
    street.taps(edna, street.theRequest(), "new");
    assertThat(street.told(edna).getLast()).startsWith("request-help.");
    assertThat(street.told(sam)).doesNotContain("job.relayed");
    street.taps(edna, street.theRequest(), "new");
    assertThat(street.told(edna)).endsWith("common.closed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"the side door is open", "I need the blue inhaler as well", "thank you"})
  void whatIsAboutTheJobIsPassedOnUnasked(String text) {
    street.says(edna, text);
    assertThat(street.told(edna)).doesNotContain("request-help.new-or-message");
    assertThat(street.told(sam)).endsWith("job.relayed");
  }

  @Test
  void aRequestIsNoAnswerToWhetherItArrived() {
    street.says(sam, "done");
    street.passes(Duration.ofMinutes(30));
    assertThat(street.told(edna)).endsWith("feedback.ask");
    street.says(edna, LIKE_THE_FIRST);
    assertThat(street.told(edna)).endsWith("request-help.new-or-message");
    assertThat(street.theRequest()).isInstanceOf(Delivered.class);

    street.says(edna, "no, I still need my prescription today");
    assertThat(street.told(edna)).endsWith("feedback.reopened");
  }

  @Test
  void whoGoesOnWithoutAnAnswerLosesNothing() {
    street.says(edna, "could someone walk my dog please");
    street.says(edna, "the side door is open");
    assertThat(street.letters(sam))
        .extracting(letter -> letter.utterance().text())
        .anyMatch(text -> text.contains("walk my dog"))
        .last()
        .asString()
        .contains("side door");
    street.taps(edna, street.theRequest(), "new");
    assertThat(street.told(edna)).endsWith("common.closed");
  }

  @Test
  void anOrderInBetweenLeavesTheQuestionOpen() {
    street.says(edna, "could someone walk my dog please");
    street.says(edna, "help");
    street.taps(edna, street.theRequest(), "message");
    assertThat(street.letters(sam).getLast().utterance().text()).contains("walk my dog");
  }

  @Test
  void nobodyIsLeftToPassItOnTo() {
    street.says(edna, "could someone walk my dog please");
    street.says(sam, "done");
    street.passes(Duration.ofMinutes(30));
    HelpRequest request = street.theRequest();
    street.picks(edna, "yes");
    street.taps(edna, request, "message");
    assertThat(street.told(edna)).endsWith("common.closed");
    assertThat(street.told(sam)).doesNotContain("job.relayed");
  }
}
