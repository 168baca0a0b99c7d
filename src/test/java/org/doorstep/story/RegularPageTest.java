package org.doorstep.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Who stands by, and what comes again and again, on the village's page in a real browser. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RegularPageTest {

  private static final List<String> VOLUNTEERS =
      List.of("priya", "marcus", "sheila", "olek", "fatima");

  private static Browser browser;
  private static RunningVillage village;
  private static String host;
  private static List<String> line = List.of();

  @BeforeAll
  static void start(@TempDir Path data) {
    browser = Browser.open();
    village = RunningVillage.start(data);
    host = "http://localhost:" + village.port;
    PlaywrightAssertions.setDefaultAssertionTimeout(15_000);
  }

  @AfterAll
  static void stop() {
    if (browser != null) browser.close(); // first: who still looks on is waited for
    if (village != null) village.close();
  }

  @Test
  @Order(1)
  void whoStandsByIsShownInTheirOrder() {
    village.asksFor("edna", "Could somebody do my shopping every Thursday morning? LS6 3HN");
    village.taps("edna", "regular/how-often/each");
    village.hears("edna", "It is arranged");
    village.until("three are asked", () -> asked().size() >= 3 || later());
    List<String> asked = asked();
    village.answered(asked.get(0), "yes I can", "It is yours");
    village.answered(asked.get(1), "yes I can", "You stand by for it now");
    village.answered(asked.get(2), "yes I can", "You stand by for it now");
    line = asked;

    Locator standby = open(1440, 900).getByTestId("standby");
    assertThat(standby.locator("li")).hasCount(2);
    assertThat(standby.locator("li").nth(0)).hasText(name(asked.get(1)));
    assertThat(standby.locator("li").nth(1)).hasText(name(asked.get(2)));
  }

  @Test
  @Order(2)
  void whoLeavesTheLineIsGoneFromIt() {
    Page page = open(1440, 900);
    village.taps(line.get(1), "job/standby/leave");
    village.hears(line.get(1), "taken you off the list");
    assertThat(page.getByTestId("standby").locator("li")).hasCount(1);
    assertThat(page.getByTestId("standby").locator("li")).hasText(name(line.get(2)));
  }

  @Test
  @Order(3)
  void whatIsArrangedHasItsRhythmItsRegularAndItsNextTime() {
    Page page = open(1440, 900);
    Locator regular = page.getByTestId("regular");
    assertThat(regular)
        .hasText("Shopping for Ednaevery weekNobody does it each time yetNext: Thu 26 Mar");
    village.answered(line.get(0), "done", "Would you do it each time?");
    village.answered(line.get(0), "yes", "I remind you before each time");
    assertThat(regular).containsText(name(line.get(0)) + " does it");
    assertThat(page.getByTestId("standby")).hasCount(0);
  }

  @Test
  @Order(4)
  void aTimeThatIsLeftOutStandsThere() {
    Page page = open(360, 740);
    village.answered("edna", "regular", "Your regular help");
    village.taps("edna", "regular/yours-to-have/skip");
    village.hears("edna", "I leave that one out");
    page.getByTestId("tab-map").click();
    Locator regular = page.getByTestId("regular");
    assertThat(regular).containsText("Left out: Thu 26 Mar");
    assertThat(regular).containsText("Next: Thu 2 Apr");
    Object overflow =
        page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth");
    assertThat(((Number) overflow).intValue()).isLessThanOrEqualTo(0);
    assertThat(browser.complaints()).isEmpty();
  }

  private static boolean later() {
    village.passes(Duration.ofMinutes(6));
    return false;
  }

  private static List<String> asked() {
    List<String> asked = new ArrayList<>();
    for (String phone : VOLUNTEERS) {
      Stream<String> texts = village.shown(phone).stream().map(shown -> shown.text());
      if (texts.anyMatch(text -> text.contains("Could you do it?"))) asked.add(phone);
    }
    return asked;
  }

  private static String name(String phone) {
    return phone.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + phone.substring(1);
  }

  private static Page open(int width, int height) {
    Page page = browser.page(width, height, host);
    page.navigate(host + "/");
    assertThat(page.getByTestId("phone-edna-input")).isVisible();
    return page;
  }
}
