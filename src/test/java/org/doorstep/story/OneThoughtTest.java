package org.doorstep.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.doorstep.village.Phones;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three texts in a row through the real doors, in real time. */
class OneThoughtTest {

  @Test
  void shortTextsInARowAreAnsweredOnce(@TempDir Path data) {
    try (RunningVillage village = RunningVillage.asItComes(data)) {
      village.says("edna", "could somebody get my prescription");
      village.says("edna", "from Boots in Headingley, LS6 3HN");
      long started = System.nanoTime();
      village.says("edna", "tomorrow morning please");
      String answer = village.hears("edna", "house number");
      long seconds = (System.nanoTime() - started) / 1_000_000_000;
      assertThat(answer).doesNotContain("postcode", "When do you need it");
      assertThat(theirs(village)).hasSize(1);
      assertThat(seconds).as("they might have gone on").isGreaterThanOrEqualTo(2);
    }
  }

  private static List<Phones.Shown> theirs(RunningVillage village) {
    return village.shown("edna").stream().filter(m -> !m.mine()).toList();
  }
}
