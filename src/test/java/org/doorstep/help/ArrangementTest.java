package org.doorstep.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.doorstep.people.PersonId;
import org.doorstep.pipeline.Samples;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** Who does it each time, and which requests are one of its times. */
@NullUnmarked
class ArrangementTest {

  private static final PersonId ANNA = new PersonId("anna");
  private static final PersonId BERT = new PersonId("bert");
  private static final RequestId SECOND = new RequestId("rabcdef2");

  private final Arrangement weekly = Samples.weekly("rabcdef1", ANNA);

  @Test
  void aPlaceIsTakenOnce() {
    assertThat(weekly.by(BERT).by(BERT).volunteers()).containsExactly(BERT);
    assertThat(weekly.by(BERT).complete()).isTrue();
    assertThat(weekly.by(BERT).without(BERT)).isEqualTo(weekly);
  }

  @Test
  void whatItBeganWithIsItsFirstTimeAllPartsOfIt() {
    Particulars first = weekly.wanted().in(weekly.wanted().id(), new Crew(1, List.of(SECOND)));
    Particulars second = first.in(SECOND, new Crew(2, List.of(first.id())));
    Arrangement forTwo = Arrangement.of(first, weekly.rhythm(), weekly.first());
    assertThat(forTwo.people()).isEqualTo(2);
    assertThat(forTwo.by(BERT).complete()).isFalse();
    assertThat(forTwo.has(HelpRequest.open(first))).isTrue();
    assertThat(forTwo.has(HelpRequest.open(second))).isTrue();
    assertThat(weekly.has(HelpRequest.open(second))).isFalse();
  }
}
