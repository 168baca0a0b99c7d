package org.doorstep.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.doorstep.bridge.Case;
import org.doorstep.bridge.Reason;
import org.doorstep.help.Delivered;
import org.doorstep.help.HelpRequest;
import org.doorstep.people.PersonId;
import org.doorstep.talk.Tap;
import org.junit.jupiter.api.Test;

/** What is wanted by two o'clock, asked for at noon. */
class DeadlineStoryTest {

  private final Street street = new Street();
  private final PersonId edna = street.resident("edna");
  private final PersonId near = street.volunteer("near", 100);
  private final PersonId next = street.volunteer("next", 200);

  private void asked() {
    street.says(edna, "please by two");
    street.passes(Duration.ZERO);
  }

  @Test
  void aSilentHolderIsNudgedAndTheJobGoesBackInTimeForAnother() {
    asked();
    street.says(near, "yes");
    street.passes(Duration.ofMinutes(60));
    assertThat(street.told(near)).endsWith("job.nudge");
    street.passes(Duration.ofMinutes(30));
    assertThat(street.told(near)).endsWith("job.lapsed");
    assertThat(street.told(next)).endsWith("job.offered");
    street.says(next, "yes");
    assertThat(((HelpRequest.Claimed) street.theRequest()).holder()).isEqualTo(next);
  }

  @Test
  void whenTheDeadlinePassesWhileSomebodyHasItTheyAreAskedWhetherItWorkedOut() {
    asked();
    street.passes(Duration.ofMinutes(4));
    street.now = Instant.parse("2026-03-18T13:52:00Z");
    street.says(near, "yes");
    street.passes(Duration.ofMinutes(8));
    assertThat(street.told(near)).endsWith("job.overdue").doesNotContain("job.nudge");
    street.says(near, "done");
    assertThat(street.theRequest()).isInstanceOf(Delivered.class);
  }

  @Test
  void whatIsGivenBackAfterItsDeadlineGoesToAnOfficerAndNobodyIsSentOut() {
    asked();
    street.says(near, "yes");
    street.says(near, "on my way");
    street.now = Instant.parse("2026-03-18T14:05:00Z");
    street.says(near, "can't any more");
    street.passes(Duration.ZERO);
    assertThat(street.told(next)).doesNotHaveDuplicates();
    assertThat(street.told(edna)).endsWith("request-help.unfilled");
    assertThat(street.theCase().matter().reason()).isEqualTo(Reason.UNFILLED);
  }

  @Test
  void whoStoodByIsNotSentOutAfterTheDeadline() {
    asked();
    street.says(near, "yes");
    street.says(next, "yes");
    street.alarms.clear();
    street.now = Instant.parse("2026-03-18T14:05:00Z");
    street.says(near, "can't any more");
    street.passes(Duration.ZERO);
    assertThat(street.told(next)).endsWith("job.standby-released");
    assertThat(street.told(edna)).endsWith("request-help.unfilled");
  }

  @Test
  void allWavesGoOutBeforeANearDeadline() {
    street.now = Instant.parse("2026-03-18T13:56:00Z");
    PersonId far = street.volunteer("far", 1500);
    street.says(edna, "please by two");
    street.passes(Duration.ofMinutes(3));
    assertThat(street.told(far)).containsExactly("job.offered");
  }

  @Test
  void whatAnOfficerLooksAfterIsNotForgotten() {
    asked();
    street.passes(Duration.ofHours(1));
    HelpRequest request = street.theRequest();
    assertThat(street.alarms).containsKey("officer/" + request.id());
    street.presses("U0AMINA", tap("acknowledge"));
    int before = street.lines().size();
    street.passes(Duration.ofHours(24));
    assertThat(street.lines()).hasSizeGreaterThan(before);
    assertThat(street.lines().getLast()).as("she wrote nothing").startsWith("case.please-look");
    assertThat(street.cases).hasSize(1);
    assertThat(street.alarms).containsKey("officer/" + request.id());
    street.presses("U0AMINA", tap("sorted"));
    assertThat(street.theRequest()).isInstanceOf(HelpRequest.Closed.class);
    assertThat(street.alarms).doesNotContainKey("officer/" + request.id());
  }

  @Test
  void eachRequestThatNobodyTookHasACaseOfItsOwnAndEndsWithIt() {
    asked();
    street.passes(Duration.ofHours(1));
    asked();
    street.passes(Duration.ofHours(2));
    assertThat(street.cases.values())
        .extracting(c -> c.matter().request())
        .containsExactlyElementsOf(street.requests.keySet());
    for (Case each : List.copyOf(street.cases.values())) {
      street.presses("U0AMINA", tap(each, "sorted"));
    }
    assertThat(street.requests.values()).hasOnlyElementsOfType(HelpRequest.Closed.class);
  }

  private String tap(String choice) {
    return tap(street.theCase(), choice);
  }

  private static String tap(Case about, String choice) {
    return new Tap("case", 1, "card", choice, about.id().value()).encoded();
  }
}
