package org.doorstep.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.doorstep.bridge.Case;
import org.doorstep.bridge.Reason;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.WithOfficer;
import org.doorstep.people.PersonId;
import org.doorstep.talk.Tap;
import org.junit.jupiter.api.Test;

/** They went, and it could not be done. */
class OutcomeStoryTest {

  private final Street street = new Street();
  private final PersonId edna = street.resident("edna");
  private final PersonId near = street.volunteer("near", 100);
  private final PersonId next = street.volunteer("next", 200);

  private void nearHasIt() {
    street.says(edna, "please");
    street.passes(Duration.ZERO);
    street.says(near, "yes");
  }

  @Test
  void whatTheShopHasNotIsAskedAbout() {
    nearHasIt();
    street.passes(Duration.ofHours(3));
    street.taps(near, street.theRequest(), "out-of-stock");
    assertThat(street.told(near)).endsWith("job.out-of-stock-noted");
    assertThat(street.told(edna)).endsWith("job.out-of-stock-resident");
    street.says(edna, "any white bread will do");
    assertThat(street.told(near)).endsWith("job.relayed");
    street.passes(Duration.ofHours(3));
    assertThat(street.told(near)).doesNotContain("job.nudge");
  }

  @Test
  void theWordsOfTheButtonDoTheSame() {
    nearHasIt();
    street.says(near, "out of stock");
    assertThat(street.told(edna)).endsWith("job.out-of-stock-resident");
    assertThat(street.told(edna)).doesNotContain("request-help.relayed");
  }

  @Test
  void theRightAddressIsAskedFor() {
    nearHasIt();
    street.taps(near, street.theRequest(), "wrong-address");
    assertThat(street.told(near)).endsWith("job.wrong-address-noted");
    assertThat(street.told(edna)).endsWith("job.wrong-address-resident");
    assertThat(street.theRequest()).isInstanceOf(HelpRequest.Claimed.class);
  }

  @Test
  void nobodyIsSentAgainWhereSomebodyFeltUnsafe() {
    nearHasIt();
    street.says(next, "yes");
    street.taps(near, street.theRequest(), "unsafe");
    assertThat(street.theRequest()).isInstanceOf(WithOfficer.class);
    assertThat(street.told(near)).endsWith("case.worried-advice");
    assertThat(street.told(edna)).endsWith("request-help.with-officer");
    assertThat(street.told(next)).endsWith("job.standby-released");
    assertThat(street.cases.values())
        .extracting(c -> c.matter().reason())
        .containsExactlyInAnyOrder(Reason.WORRIED, Reason.NOT_FOR_NEIGHBOURS);
    street.taps(next, street.theRequest(), "take");
    assertThat(street.told(next)).endsWith("job.not-open");
    assertThat(street.alarms)
        .containsKey("officer/" + street.theRequest().id())
        .doesNotContainKey("silence/" + street.theRequest().id());
    street.passes(Duration.ofHours(30));
    assertThat(street.alarms).containsKey("officer/" + street.theRequest().id());
    assertThat(street.told(next)).doesNotHaveDuplicates();
  }

  @Test
  void theOfficerEndsItOrLetsNeighboursBeAskedAgain() {
    for (String choice : List.of("sorted", "not-needed")) {
      OutcomeStoryTest other = new OutcomeStoryTest();
      other.nearHasIt();
      other.street.says(other.near, "unsafe");
      other.street.presses("U0AMINA", other.tap(choice));
      other.street.passes(Duration.ZERO);
      if (choice.equals("sorted")) {
        assertThat(other.street.theRequest()).isInstanceOf(HelpRequest.Closed.class);
      } else {
        assertThat(other.street.told(other.next)).endsWith("job.offered");
        assertThat(other.street.told(other.near)).doesNotContain("job.dropped");
      }
    }
  }

  @Test
  void theResidentMayStillCancelIt() {
    nearHasIt();
    street.taps(near, street.theRequest(), "unsafe");
    street.says(edna, "cancel");
    assertThat(street.theRequest()).isInstanceOf(HelpRequest.Closed.class);
    assertThat(street.alarms).doesNotContainKey("officer/" + street.theRequest().id());
  }

  private String tap(String choice) {
    Case theirs =
        street.cases.values().stream()
            .filter(c -> c.matter().reason() == Reason.NOT_FOR_NEIGHBOURS)
            .findFirst()
            .orElseThrow();
    return new Tap("case", 1, "card", choice, theirs.id().value()).encoded();
  }
}
