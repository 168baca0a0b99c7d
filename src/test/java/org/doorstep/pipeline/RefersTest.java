package org.doorstep.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.doorstep.desk.Alarm;
import org.doorstep.desk.Inbound;
import org.doorstep.desk.InboundId;
import org.doorstep.help.RequestId;
import org.doorstep.talk.Tap;
import org.junit.jupiter.api.Test;

/** What another group is asked about leads to its request, wherever it is said. */
class RefersTest {

  private static final RequestId REQUEST = new RequestId("rabcdef123456");

  @Test
  void theAnswerOfAnotherGroupNamesItsRequest() {
    Tap tap = new Tap("neighbours", 1, "asked", "accept", REQUEST + ".2.hill.dale.29561520");
    assertThat(Tap.decode(tap.encoded())).contains(tap);
    assertThat(Refers.of(Samples.said("SM1", "+447700900101", "yes", tap.encoded())).requests())
        .containsExactly(REQUEST);
  }

  @Test
  void thePostInAnotherGroupsChannelNamesItsRequest() {
    assertThat(Refers.ofAnchor("job/" + REQUEST + ".dale").requests()).containsExactly(REQUEST);
  }

  @Test
  void theEndOfTheTimeToAnswerNamesItsRequest() {
    Alarm alarm = new Alarm.Unanswered(REQUEST, 1, "hill", "dale");
    assertThat(Refers.of(new Inbound.Rang(new InboundId("a"), Samples.NOW, alarm)).requests())
        .containsExactly(REQUEST);
  }
}
