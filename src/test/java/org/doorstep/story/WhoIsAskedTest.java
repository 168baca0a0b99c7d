package org.doorstep.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.doorstep.story.SlackWindow.GROUP;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Who is asked first, and the lead reads why. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WhoIsAskedTest {

  private static final Duration HEAD_START = Duration.ofMinutes(2);

  private static RunningVillage village;
  private static SlackWindow slack;
  private static SlackWindow.Posted job;

  @BeforeAll
  static void start(@TempDir Path data) {
    village = RunningVillage.start(data);
    slack = new SlackWindow(village);
  }

  @AfterAll
  static void stop() {
    slack.close();
    village.close();
  }

  @Test
  @Order(1)
  void theThreadSaysWhyTheyWereChosen() {
    village.asksFor("edna", "Could somebody get bread and milk today? LS6 3HN");
    job = slack.post(GROUP, "Shopping");
    assertThat(slack.line(GROUP, job, "Priya: ").text())
        .contains("400 m", "on foot", "not asked before")
        .doesNotContain("Edna", "3HN");
  }

  @Test
  @Order(2)
  void whoHelpedBeforeIsAskedFirstAlone() {
    village.taps("priya", "job/offered/take");
    village.hears("priya", "It is yours");
    village.taps("priya", "job/claimed/done");
    village.hears("priya", "whether all is well");
    village.passes(Duration.ofMinutes(30));
    village.taps("edna", "feedback/ask/yes");
    village.passes(Duration.ofHours(2));

    int priyas = village.offers("priya");
    int sheilas = village.offers("sheila");
    village.asksFor("edna", "Could somebody get some potatoes today? LS6 3HN");
    village.until("Priya is asked", () -> village.offers("priya") == priyas + 1);
    SlackWindow.Posted next =
        slack.post(GROUP, "next", p -> p.says("Shopping") && !p.ts().equals(job.ts()));
    assertThat(slack.line(GROUP, next, "Priya: ").text())
        .contains("has helped this resident before");
    village.until("all is said", village::outboxIsEmpty);
    assertThat(village.offers("sheila")).isEqualTo(sheilas);
    village.passes(HEAD_START);
    village.until("Sheila is asked too", () -> village.offers("sheila") == sheilas + 1);
  }
}
