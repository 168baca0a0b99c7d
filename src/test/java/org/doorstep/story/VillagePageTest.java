package org.doorstep.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The village's page in a real browser, with the whole of Doorstep behind it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class VillagePageTest {

  private static final LocatorAssertions.IsVisibleOptions SOON =
      new LocatorAssertions.IsVisibleOptions().setTimeout(15_000);

  private static Browser browser;
  private static RunningVillage village;
  private static String host;

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
  void aMessageTypedOnAPhoneIsAnswered() {
    Page page = open(1440, 900);
    Locator edna = page.getByTestId("phone-edna-input");
    edna.fill("I need shopping at LS6 3HN tomorrow");
    edna.press("Enter");
    assertThat(page.getByTestId("phone-edna").getByText("Tell me a bit more")).isVisible(SOON);
  }

  @Test
  @Order(2)
  void aButtonThatIsTappedIsAnAnswer() {
    Page page = open(1440, 900);
    page.getByTestId("phone-edna").getByText("Skip").last().click();
    assertThat(page.getByTestId("phone-edna").getByText("house number")).isVisible(SOON);
  }

  @Test
  @Order(3)
  void itWorksWithTheKeyboardAlone() {
    Page page = open(1440, 900);
    page.getByTestId("phone-edna-input").focus();
    page.keyboard().type("14 Ash Grove");
    page.keyboard().press("Enter");
    assertThat(page.getByTestId("phone-edna").getByText("call you")).isVisible(SOON);
  }

  @Test
  @Order(4)
  void theClockMovesForward() {
    Page page = open(1440, 900);
    String before = page.getByTestId("clock").textContent();
    page.getByTestId("forward-300").click();
    assertThat(page.getByTestId("clock")).not().hasText(before);
  }

  @Test
  @Order(5)
  void theStoryPlaysToItsEnd() {
    Page page = open(1440, 900);
    village.says("edna", "I need some shopping please");
    village.answered("edna", "cancel", "dropped");
    page.getByTestId("story-play").click();
    assertThat(page.getByText("That was the story"))
        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(180_000));
  }

  @Test
  @Order(6)
  void aPhoneSizedScreenShowsOneThingAtATimeWithoutScrollingSideways() {
    Page page = open(390, 844);
    assertThat(page.getByTestId("phone-edna-input")).isVisible(SOON);
    Object overflow =
        page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth");
    assertThat(((Number) overflow).intValue()).isLessThanOrEqualTo(0);
  }

  @Test
  @Order(7)
  void everyButtonHasANameAndNothingLeavesTheHost() {
    Page page = open(1440, 900);
    Object nameless =
        page.evaluate(
            "[...document.querySelectorAll('button')].filter(b => b.offsetParent"
                + " && !(b.getAttribute('aria-label') || b.textContent.trim() || b.title)).length");
    assertThat(((Number) nameless).intValue()).isZero();
    assertThat(browser.elsewhere()).isEmpty();
    assertThat(browser.complaints()).isEmpty();
  }

  private static Page open(int width, int height) {
    Page page = browser.page(width, height, host);
    page.navigate(host + "/");
    assertThat(page.getByTestId("phone-edna-input")).isVisible(SOON);
    return page;
  }
}
