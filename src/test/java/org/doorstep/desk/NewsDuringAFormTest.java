package org.doorstep.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.doorstep.help.HelpRequest;
import org.doorstep.people.PersonId;
import org.doorstep.talk.ShippedTalk;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever has a job and is asked something tells news of the job all the same. */
@NullUnmarked
class NewsDuringAFormTest {

  private final Street street =
      new Street(new Desk(ShippedTalk.load(), ShippedTalk.understanding()));
  private final PersonId edna = street.resident("Edna");
  private final PersonId sam = street.volunteer("Sam", 100);

  @BeforeEach
  void samHasAJobAndAsksForHelp() {
    street.says(edna, "could someone walk my dog today");
    street.passes(Duration.ofSeconds(5));
    for (int i = 0; i < 9 && !street.told(edna).getLast().equals("request-help.waiting"); i++) {
      switch (street.told(edna).getLast()) {
        case "request-help.ask.area" -> street.pins(edna, FakeTalk.EDNAS);
        case "request-help.confirm" -> street.says(edna, "yes");
        default -> street.says(edna, "skip");
      }
    }
    street.passes(Duration.ZERO);
    street.taps(sam, street.theRequest(), "take");
    street.says(sam, "Can somebody get shopping for me tomorrow?");
    street.passes(Duration.ofSeconds(5));
  }

  @Test
  void doneIsNewsOfTheJobAndTheQuestionIsAskedAgain() {
    String question = street.told(sam).getLast();
    assertThat(question).isEqualTo("request-help.ask.area");
    street.says(sam, "Done");
    assertThat(street.theRequest()).isNotInstanceOf(HelpRequest.Claimed.class);
    assertThat(street.told(sam)).endsWith("job.done-thanks", question);
  }

  @Test
  void whatAnswersTheQuestionIsAnAnswer() {
    street.pins(sam, FakeTalk.EDNAS);
    assertThat(street.theRequest()).isInstanceOf(HelpRequest.Claimed.class);
  }

  @Test
  void whatWasWrittenBeforeItIsHeardToo() {
    street.pins(sam, FakeTalk.EDNAS);
    assertThat(street.told(sam)).endsWith("request-help.ask.details");
    street.says(sam, "bread and milk");
    street.says(sam, "Done");
    street.passes(Duration.ofSeconds(10));
    assertThat(street.told(sam))
        .endsWith("request-help.ask.note", "job.done-thanks", "request-help.ask.note");
  }
}
