package org.doorstep.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.doorstep.story.SlackWindow.GROUP;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Joan's group has nobody for it just now, and the students next door take it on. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NeighboursTest {

  private static final String JOANS_PHONE = "+447700900811";
  private static final String KIMS_PHONE = "+447700900821";

  private static final String STUDENTS =
      """
      id: students
      name: Burley Students
      lead: Kim Appleyard
      leads: ["%s"]
      area: {outcodes: [LS4]}
      stance: integrated
      """
          .formatted(KIMS_PHONE);

  private static Browser browser;
  private static RunningVillage village;
  private static SlackWindow slack;

  @BeforeAll
  static void start(@TempDir Path data) throws IOException {
    Path cells = Files.createDirectories(data.resolve("cells"));
    Files.writeString(
        cells.resolve("hyde-park.yml"), demo().replaceAll("gather: .*", "gather: 0s"));
    Files.writeString(
        Files.createDirectories(cells.resolve("hyde-park")).resolve("students.yml"), STUDENTS);
    browser = Browser.open();
    village = RunningVillage.start(data, RunningVillage.AFTERNOON, "--DOORSTEP_CELLS=" + cells);
    slack = new SlackWindow(village);
  }

  private static String demo() throws IOException {
    try (InputStream cell =
        RunningVillage.class.getResourceAsStream("/village/cells/hyde-park.yml")) {
      return new String(Objects.requireNonNull(cell).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @AfterAll
  static void stop() {
    slack.close();
    browser.close(); // first: who still looks on is waited for
    village.close();
  }

  @Test
  @Order(1)
  void theOtherLeadsReadWhatIsWantedAndNotByWhom() {
    village.asksFor("edna", "Could somebody get bread and milk today? LS6 3HN");
    village.answered(KIMS_PHONE, "board", "Nobody is waiting just now");
    village.answered(JOANS_PHONE, "board", "1. Shopping, LS6, today");
    village.answered(JOANS_PHONE, "pass 1 to burly students", "I have asked Burley Students");
    assertThat(village.hears(KIMS_PHONE, "asks whether Burley Students can take this on"))
        .contains("Shopping, LS6, today")
        .doesNotContain("Edna", "3HN", "bread");
  }

  @Test
  @Order(2)
  void whatTheyTakeOnIsTheirsAndEverybodyKnows() {
    SlackWindow.Posted post = slack.post(GROUP, "Shopping");
    village.taps(KIMS_PHONE, "neighbours/asked/accept");
    village.hears(KIMS_PHONE, "It is with you now");
    village.hears(JOANS_PHONE, "Burley Students has taken this on");
    village.hears("edna", "Burley Students looks after your request from now on");
    village.until(
        "it is over in the old channel",
        () ->
            slack.again(GROUP, post).text().contains("Burley Students looks after this one now")
                || slack.again(GROUP, post).blocks().contains("Burley Students looks after"));
    assertThat(slack.again(GROUP, post).buttons()).isEmpty();
    village.answered(JOANS_PHONE, "board", "Nobody is waiting just now");
    village.answered(KIMS_PHONE, "board", "1. Shopping, LS6, today");
  }

  @Test
  @Order(3)
  void theirVolunteerGetsItAndTheResidentHears() {
    village.until(
        "somebody is asked",
        () ->
            village.shown("priya").stream()
                    .filter(m -> m.text().contains("Could you do it?"))
                    .count()
                > 0);
    village.answered("priya", "yes I can", "It is yours");
    village.hears("edna", "Priya");
    assertThat(village.answered(KIMS_PHONE, "board", "Taken by Priya")).contains("Shopping");
  }

  @Test
  @Order(4)
  void thePageShowsWhereItIsNow() {
    Page page = browser.page(1440, 900, "http://localhost:" + village.port);
    page.navigate("http://localhost:" + village.port + "/");
    assertThat(page.getByText("Burley Students looks after this one now.").first()).isAttached();
    assertThat(page.getByTestId("phone-edna").getByText("Burley Students looks after your"))
        .hasCount(1);
    assertThat(browser.complaints()).isEmpty();
  }
}
