package org.doorstep.story;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The system's Chromium. Where there is none the test is skipped, unless {@code
 * -Dbrowser.required=true}, as in CI. It takes long to start: it is started once for all tests, by
 * the first that needs it, and ends with them.
 */
final class Browser implements AutoCloseable {

  private static final List<String> PLACES =
      List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

  private static com.microsoft.playwright.@Nullable Browser shared;

  private final com.microsoft.playwright.Browser chromium;
  private final List<BrowserContext> contexts = new ArrayList<>();
  private final List<String> complaints = Collections.synchronizedList(new ArrayList<>());
  private final List<String> elsewhere = Collections.synchronizedList(new ArrayList<>());

  private Browser(com.microsoft.playwright.Browser chromium) {
    this.chromium = chromium;
  }

  private static com.microsoft.playwright.Browser started(Path executable) {
    return Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))
        .chromium()
        .launch(
            new BrowserType.LaunchOptions()
                .setExecutablePath(executable)
                .setArgs(
                    List.of(
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync")));
  }

  static Browser open() {
    Optional<Path> executable =
        Stream.concat(Stream.ofNullable(System.getenv("CHROMIUM")), PLACES.stream())
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst();
    if (executable.isEmpty()) {
      if (Boolean.getBoolean("doorstep.browser.required")) {
        throw new IllegalStateException("there is no Chromium on this machine");
      }
      assumeTrue(false, "there is no Chromium on this machine");
    }
    if (shared == null) shared = started(executable.orElseThrow());
    return new Browser(shared);
  }

  /** A page of that size; what it logs as an error and whom else it calls is noted. */
  Page page(int width, int height, String host) {
    BrowserContext context =
        chromium.newContext(
            new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, height));
    contexts.add(context);
    Page page = context.newPage();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) complaints.add(message.text());
        });
    page.onPageError(complaints::add);
    page.onRequest(
        request -> {
          if (!request.url().startsWith(host) && !request.url().startsWith("data:")) {
            elsewhere.add(request.url());
          }
        });
    return page;
  }

  List<String> complaints() {
    return List.copyOf(complaints);
  }

  List<String> elsewhere() {
    return List.copyOf(elsewhere);
  }

  @Override
  public void close() {
    contexts.forEach(BrowserContext::close);
  }
}
