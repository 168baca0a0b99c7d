package org.doorstep.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.doorstep.story.SlackWindow.OFFICERS;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.doorstep.story.SlackWindow.Posted;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Edna reads who keeps what, has all of it in a file, and is forgotten. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RightsTest {

  private static final Pattern LINK = Pattern.compile("https?://\\S+/my-data/\\S+");

  private static RunningVillage village;
  private static SlackWindow slack;

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
  void theFirstAnswerSaysWhoRunsThis() {
    village.asksFor(
        "edna", "Can someone get my mums prescription from Boots tomorrow, she's at LS6 3HN");
    assertThat(village.everythingOn("edna"))
        .containsOnlyOnce("Hyde Park Neighbours runs this and keeps what you write until 30 days");
    village.answered("edna", "privacy", "https://hyde-park.example/privacy");
  }

  @Test
  @Order(2)
  void allOfItIsBehindALinkThatWorksOnce() throws Exception {
    village.answered("edna", "MY DATA", "The link works once");
    Matcher link = LINK.matcher(village.everythingOn("edna"));
    assertThat(link.find()).isTrue();
    URI page = URI.create(link.group());
    HttpResponse<String> looked = send(HttpRequest.newBuilder(page).GET());
    assertThat(looked.statusCode()).isEqualTo(200);
    assertThat(looked.body()).contains("Show it").doesNotContain("LS6", "prescription");
    assertThat(looked.headers().firstValue("Cache-Control")).contains("no-store");

    URI guessed = URI.create(page.toString().replaceAll("/[0-9a-f]{64}", "/" + "0".repeat(64)));
    assertThat(post(guessed).statusCode()).as("with another key").isEqualTo(404);
    HttpResponse<String> all = post(page);
    assertThat(all.statusCode()).isEqualTo(200);
    assertThat(all.body()).contains("LS6 3HN", "prescription", "you agreed", "What you asked for");
    assertThat(all.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'");
    HttpResponse<String> again = post(page);
    assertThat(again.statusCode()).isEqualTo(404);
    assertThat(again.body()).contains("does not work any more").doesNotContain("LS6");
  }

  @Test
  @Order(3)
  void whoIsForgottenIsForgottenInSlackToo() {
    village.answered("edna", "HUMAN", "I have asked Amina");
    Posted card = slack.post(OFFICERS, "Edna's card", p -> p.says("Somebody asked for a person"));
    village.answered("edna", "FORGET ME", "Shall I delete");
    village.answered("edna", "yes", "What we cannot delete");
    Posted bare = slack.post(OFFICERS, "the bare card", p -> p.says("are not kept here any more"));
    assertThat(bare.ts()).isEqualTo(card.ts());
  }

  private static HttpResponse<String> post(URI page) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(page).POST(HttpRequest.BodyPublishers.noBody()));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
  }
}
