package org.doorstep.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.doorstep.help.HelpRequest.Closed.Outcome;
import org.doorstep.people.Need;
import org.doorstep.people.PersonId;
import org.doorstep.place.Place;
import org.doorstep.place.Point;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is over has one way back. */
class ReopenedTest {

  private static final Instant NOW = Instant.parse("2026-03-18T12:00:00Z");
  private static final PersonId SAM = new PersonId("sam");
  private static final PersonId KIM = new PersonId("kim");
  private static final PersonId LEE = new PersonId("lee");

  private static HelpRequest.Claimed claimed() {
    return HelpRequest.open(
            new Particulars(
                new RequestId("rabcdef1"),
                new PersonId("edna"),
                new Need("shopping"),
                null,
                null,
                new Place("LS6 3HN", "LS6", new Point(53.8, -1.5), true),
                When.whenever(),
                "self",
                Set.of(),
                null,
                "hill",
                NOW,
                List.of()))
        .waveSent(List.of(KIM))
        .declinedBy(KIM)
        .claimedBy(SAM, NOW)
        .stoodBy(LEE, NOW);
  }

  @ParameterizedTest
  @EnumSource(value = Outcome.class, names = "FORGOTTEN", mode = EnumSource.Mode.EXCLUDE)
  void everybodyMayBeAskedAfreshButThoseWhoSaidNo(Outcome outcome) {
    HelpRequest.Seeking open = claimed().close(outcome, NOW).reopened().orElseThrow();
    assertThat(open.search().round()).isEqualTo(2);
    assertThat(open.search().wave()).isZero();
    assertThat(open.search().asked()).containsExactly(KIM);
    assertThat(open.standby()).isEqualTo(Standby.NOBODY);
    assertThat(open.involved()).as("may still say what they paid").contains(SAM);
  }

  @Test
  void nothingIsLookedForOnBehalfOfWhoWasForgotten() {
    assertThat(claimed().close(Outcome.FORGOTTEN, NOW).reopened()).isEmpty();
  }
}
