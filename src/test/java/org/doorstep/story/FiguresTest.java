package org.doorstep.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.doorstep.redis.EmbeddedServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** What the cell can see of its week, and what officers and leads tell each other. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FiguresTest {

  private static final String OFFICERS = "C0OFFICERS";
  private static final String AMINA = "U0AMINA";
  private static final String JOANS_PHONE = "+447700900811";

  private static RunningVillage village;
  private static SlackWindow slack;
  private static Path data;

  @BeforeAll
  static void start(@TempDir Path folder) throws IOException {
    data = folder.resolve("data");
    Path cells = Files.createDirectory(folder.resolve("cells"));
    String file;
    try (var in = FiguresTest.class.getResourceAsStream("/village/cells/hyde-park.yml")) {
      file = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    }
    Files.writeString(
        cells.resolve("hyde-park.yml"),
        file.replaceAll("gather: .*", "gather: 0s").stripTrailing()
            + "\n  figures: {token: "
            + sha("made-up")
            + "}\n");
    village = RunningVillage.start(data, RunningVillage.AFTERNOON, "--DOORSTEP_CELLS=" + cells);
    slack = new SlackWindow(village);
  }

  private static String sha(String token) {
    try {
      return java.util.HexFormat.of()
          .formatHex(
              java.security.MessageDigest.getInstance("SHA-256")
                  .digest(token.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @AfterAll
  static void stop() {
    slack.close();
    village.close();
  }

  private static HttpResponse<byte[]> get(String path, String token) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + village.port + path));
    if (!token.isEmpty()) request.header("Authorization", "Bearer " + token);
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }
  }

  @Test
  @Order(1)
  void whatTheOfficersTellTheLeadsIsCountedAsItIsSeen() {
    village.answered(JOANS_PHONE, "board", "Nobody is waiting just now");
    village.village().slack().sayDirectly(AMINA, "tell leads: The river rises tonight");
    village.hears(JOANS_PHONE, "The river rises tonight");
    slack.post(OFFICERS, "seen by 0");
    village.taps(JOANS_PHONE, "circular/from-cell/seen");
    assertThat(slack.post(OFFICERS, "seen by 1").text()).doesNotContain("Joan");
  }

  @Test
  @Order(2)
  void onMondayTheOfficersSeeTheWeekAsAPicture() throws Exception {
    RedisURI redis = running(data.resolve("redis")).orElseThrow();
    try (RedisClient client = RedisClient.create(redis);
        var line = client.connect()) {
      line.sync()
          .hset(
              "{hyde-park}:counts:2026-03-17",
              Map.of(
                  "hyde-park|shopping|LS6 3|asked", "20",
                  "hyde-park|shopping|LS6 3|filled", "19",
                  "hyde-park|lift|LS6 1|asked", "14",
                  "hyde-park|lift|LS6 1|filled", "6"));
    }
    village.asksFor("edna", "Could somebody get bread and milk today? LS6 3HN");
    village.passes(Duration.ofDays(5));

    String told = slack.post(OFFICERS, "The week from 2026-03-16").text();
    assertThat(told).contains("Asked for: 35", "LS6 1: 14 asked for, 6 taken");
    SlackWindow.Posted picture =
        slack.post(OFFICERS, "a picture", post -> post.blocks().contains("\"image\""));
    assertThat(picture.blocks()).contains("\"alt_text\":\"By kind of help");
    Matcher at =
        Pattern.compile("/village/slack/upload/[A-Z0-9]+/[A-Z0-9]+").matcher(picture.blocks());
    assertThat(at.find()).isTrue();
    byte[] png = get(at.group(), "").body();
    assertThat(ImageIO.read(new ByteArrayInputStream(png)).getWidth()).isGreaterThan(700);
  }

  private static java.util.Optional<RedisURI> running(Path folder) {
    try {
      return EmbeddedServer.running(folder);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  @Order(3)
  void withItsTokenTheSameIsFetched() throws Exception {
    village.passes(Duration.ofDays(2));
    String where = "/cells/hyde-park/figures.csv?from=2026-03-16&to=2026-03-22";
    assertThat(get(where, "").statusCode()).isEqualTo(401);
    assertThat(get(where, "made-down").statusCode()).isEqualTo(401);
    assertThat(get(where.replace("hyde-park", "elsewhere"), "made-up").statusCode()).isEqualTo(401);
    HttpResponse<byte[]> answer = get(where, "made-up");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8))
        .contains("2026-W12,2026-03-16,2026-03-22,area,LS6 1,asked,14");
    assertThat(get("/cells/hyde-park/figures.json?from=x", "made-up").statusCode()).isEqualTo(400);
  }
}
