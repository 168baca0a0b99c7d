package org.doorstep.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service ends in the middle of a wave, and starts again on the same data. */
class RestartTest {

  private static final String EDNA = "+447700900001";
  private static final String CONFIRMED = "SM00000000000000000000000000000001";
  private static final String ASKED_FOR_JOBS = "SM00000000000000000000000000000002";

  @Test
  void theWaveGoesOnAndNobodyIsAskedTwiceAndNothingHandledHasAnotherEffect(@TempDir Path data) {
    Set<String> first;
    try (RunningVillage before = RunningVillage.start(data)) {
      SignedPosts posts = new SignedPosts(before);
      Talks.untilReadBack(
          before, "edna", "Can someone get my mums prescription from Boots today? LS6 3HN");
      assertThat(posts.post(CONFIRMED, EDNA, "yes")).isEqualTo(200);
      before.hears("edna", "I am asking volunteers near you now");
      assertThat(posts.post(ASKED_FOR_JOBS, "+447700900003", "my jobs")).isEqualTo(200);
      before.hears("priya", "You have no jobs in hand");
      before.hears("priya", "Could you do it?");
      before.until("the first wave is out", () -> before.outboxIsEmpty());
      first = asked(before);
      assertThat(first).contains("priya").hasSizeLessThan(5);
    }

    try (RunningVillage after = RunningVillage.again(data, RunningVillage.AFTERNOON)) {
      SignedPosts posts = new SignedPosts(after);
      assertThat(posts.post(CONFIRMED, EDNA, "yes")).isEqualTo(200);
      assertThat(posts.post(ASKED_FOR_JOBS, "+447700900003", "my jobs")).isEqualTo(200);

      assertThat(asked(after)).isEmpty();
      after.passes(Duration.ofMinutes(6));
      after.hears("olek", "Could you do it?");
      String mine = after.answered("edna", "my jobs", "What you have asked for");
      assertThat(mine).containsOnlyOnce("Prescription");

      after.passes(Duration.ofMinutes(11));
      after.until("all have been asked", () -> asked(after).size() + first.size() == 5);
      after.passes(Duration.ofMinutes(16));
      after.hears("edna", "I have not found anyone yet");

      assertThat(asked(after)).doesNotContainAnyElementsOf(first);
      for (String volunteer : asked(after)) {
        assertThat(offers(after, volunteer)).as(volunteer).isEqualTo(1);
      }
      assertThat(after.everythingOn("priya")).doesNotContain("You have no jobs in hand");
      after.says("olek", "yes");
      after.hears("olek", "It is yours");
    }
  }

  private static Set<String> asked(RunningVillage village) {
    return Stream.of("priya", "marcus", "sheila", "olek", "fatima")
        .filter(volunteer -> offers(village, volunteer) > 0)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static long offers(RunningVillage village, String volunteer) {
    return village.shown(volunteer).stream()
        .filter(m -> !m.mine() && m.text().contains("Could you do it?"))
        .count();
  }
}
