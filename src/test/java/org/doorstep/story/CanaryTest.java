package org.doorstep.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Made-up names, numbers, addresses and sentences go through everything that people can do, with
 * the log as talkative as it gets; then they are looked for where nobody should find them.
 */
class CanaryTest {

  private static final String PEREGRINE = "+447700900401";
  private static final String OTTOLINE = "+447700900402";
  private static final String BATHSHEBA = "+447700900403";
  private static final String HORTENSIA = "+447700900404";

  /** What a resident and the volunteer who has the job tell each other; nobody else's business. */
  private static final List<String> OF_THE_JOB =
      List.of(
          "Zebediah",
          "Wilhelmina",
          "Xylostatin",
          "Quillfeather",
          "Z90731",
          "LS6 3HN",
          "Pumpernickel",
          "Marmaduke");

  private static final List<String> OF_CASES =
      List.of("Fitzwilliam", "Cholmondeley", "Thistlewood", "Ottoline");

  private static final List<String> OF_OTHERS =
      List.of("Peregrine", "LS6 2QG", "Bathsheba", "Ermintrude", "Hortensia");

  /** As providers, people and Doorstep write them. */
  private static final List<String> NUMBERS =
      Stream.of("0001", "0002", "0006", "0401", "0402", "0403", "0404")
          .map(end -> "770090" + end)
          .toList();

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Test
  void nothingThatPeopleSayIsFoundWhereItDoesNotBelong(@TempDir Path folder) throws IOException {
    Path data = folder.resolve("data");
    Path log = folder.resolve("everything.log");
    String metrics;
    String phones;
    try (RunningVillage village =
        RunningVillage.start(
            data,
            RunningVillage.AFTERNOON,
            "--logging.level.root=DEBUG",
            "--logging.level.org.doorstep=TRACE",
            "--logging.threshold.console=WARN",
            "--logging.file.name=" + log)) {
      aJob(village);
      cases(village);
      others(village);
      badInput(village);
      parked(village, data);

      metrics = get(village, "/actuator/prometheus") + get(village, "/actuator/health");
      phones =
          Stream.of("edna", "tom", "olek", PEREGRINE, OTTOLINE, BATHSHEBA, HORTENSIA)
              .map(village::everythingOn)
              .collect(Collectors.joining("\n"));
      broadcasts(village);
      SeparateDoorstep.inRedis(
          data,
          redis -> {
            redis.configSet("rdbcompression", "no"); // or nothing could be found in it
            return redis.save();
          });
    }

    List<String> words = Stream.of(OF_THE_JOB, OF_CASES, OF_OTHERS).flatMap(List::stream).toList();
    assertThat(found(phones, words)).as("the search finds them").isEqualTo(words);
    assertThat(metrics).contains("doorstep_inbound_handled").contains("UP");
    assertThat(found(metrics, words)).as("metrics and health").isEmpty();
    assertThat(found(metrics, NUMBERS)).as("metrics and health").isEmpty();

    String logged = Files.readString(log);
    assertThat(logged).contains("DEBUG");
    assertThat(found(logged, words)).as("log").isEmpty();
    assertThat(found(logged, NUMBERS)).as("log").isEmpty();

    List<Path> files = files(data);
    assertThat(files.toString()).contains(".aof", ".rdb");
    for (Path file : files) {
      String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
      assertThat(found(bytes, words)).as(file.toString()).isEmpty();
      assertThat(found(bytes, NUMBERS)).as(file.toString()).isEmpty();
    }
  }

  private static void aJob(RunningVillage village) {
    Talks.asks(
        village,
        "edna",
        "My mum Wilhelmina needs her Xylostatin prescription from Boots today, LS6 3HN",
        question ->
            question.contains("call you")
                ? "Zebediah"
                : question.contains("house number")
                    ? "14 Quillfeather Grove, door code Z90731"
                    : "skip");
    village.hears("priya", "Could you do it?");
    village.passes(Duration.ofMinutes(6));
    village.hears("olek", "Could you do it?");
    village.hears("marcus", "Could you do it?");
    village.says("olek", "yes");
    village.hears("olek", "It is yours");
    village.says("edna", "The cat is called Pumpernickel");
    village.hears("olek", "Pumpernickel");
    village.says("olek", "My friend Marmaduke comes along");
    village.hears("edna", "Marmaduke");
  }

  private static void cases(RunningVillage village) {
    village.says("tom", "human");
    village.hears("tom", "message you here");
    village.says("tom", "My landlord Fitzwilliam is at the door");
    String ts =
        village.soon("the case is posted", () -> caseWith(village, "C0OFFICERS", "Fitzwilliam"));
    village.village().slack().say("C0OFFICERS", "U0AMINA", "Please ring Cholmondeley", ts);
    village.hears("tom", "Cholmondeley");
    village.says(OTTOLINE, "I am Ottoline and I want to kill myself");
    village.hears(OTTOLINE, "116 123");
    village.taps("olek", "job/claimed/worried");
    village.hears("olek", "Thank you for telling me");
    village.says("olek", "She has bruises, it was Thistlewood");
    village.soon("the worry is posted", () -> caseWith(village, "C0SAFE", "Thistlewood"));
  }

  private static void others(RunningVillage village) {
    Talks.answer(village, PEREGRINE, "I want to help");
    Talks.answer(village, PEREGRINE, "Peregrine");
    Talks.answer(village, PEREGRINE, "LS6 2QG");
    Talks.answer(village, PEREGRINE, "1 mile");
    Talks.answer(village, PEREGRINE, "walk");
    Talks.answer(village, PEREGRINE, "anything");
    village.hears(PEREGRINE, "You are one of us now");
    assertThat(Talks.answer(village, PEREGRINE, "my data")).contains("Peregrine");
  }

  private static void badInput(RunningVillage village) {
    SignedPosts posts = new SignedPosts(village);
    Map<String, String> form = posts.form("SM" + "3".repeat(32), BATHSHEBA, "Ermintrude");
    form.put("Latitude", "Ermintrude");
    form.put("NumMedia", "Ermintrude");
    form.put("ButtonPayload", "job~1~Ermintrude~take~rErmintrude.1");
    assertThat(posts.post(form)).isLessThan(500);
    form.put("From", "Ermintrude");
    form.put("MessageSid", "Ermintrude");
    assertThat(posts.post(form)).isLessThan(500);
    for (String body :
        List.of("From=Bathsheba&From=Ermintrude", "%zz=Ermintrude", "{\"a\":\"Bathsheba\"}")) {
      for (String path :
          List.of("/webhooks/twilio/message", "/webhooks/slack", "/webhooks/Ermintrude")) {
        HttpRequest request =
            HttpRequest.newBuilder(uri(village, path + "?q=Bathsheba"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Twilio-Signature", "Ermintrude")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        assertThat(send(request).statusCode()).isBetween(400, 499);
      }
    }
    village.says(BATHSHEBA, "Bathsheba and Ermintrude here. ".repeat(60));
    village.until(
        "she is answered", () -> village.shown(BATHSHEBA).stream().anyMatch(m -> !m.mine()));
  }

  /** A message that cannot be handled, whatever is tried: a record of hers is of another type. */
  private static void parked(RunningVillage village, Path data) {
    Set<String> before = people(data);
    Talks.answer(village, HORTENSIA, "hello");
    Set<String> added = people(data);
    added.removeAll(before);
    assertThat(added).hasSize(1);
    String talk = added.iterator().next().replace(":person:", ":talk:");
    SeparateDoorstep.inRedis(
        data,
        redis -> {
          redis.del(talk);
          return redis.lpush(talk, "broken");
        });
    village.says(HORTENSIA, "This is Hortensia");
    village.until(
        "it is put aside",
        () -> SeparateDoorstep.inRedis(data, redis -> redis.xlen("{hyde-park}:parked") == 1));
  }

  private static Set<String> people(Path data) {
    return SeparateDoorstep.inRedis(
        data, redis -> new HashSet<>(redis.keys("{hyde-park}:person:*")));
  }

  private static void broadcasts(RunningVillage village) throws IOException {
    for (String other : List.of("priya", "marcus", "sheila", "fatima")) {
      String text = village.everythingOn(other);
      assertThat(found(text, OF_THE_JOB)).as(other).isEmpty();
      assertThat(found(text, OF_CASES)).as(other).isEmpty();
      assertThat(found(text, NUMBERS)).as(other).isEmpty();
    }
    String posts = channel(village, "C0GROUP").toString();
    assertThat(posts).contains("Prescription");
    assertThat(found(posts, OF_THE_JOB)).as("group channel").isEmpty();
    assertThat(found(posts, OF_CASES)).as("group channel").isEmpty();
    assertThat(found(posts, NUMBERS)).as("group channel").isEmpty();
    assertThat(found(channel(village, "C0OFFICERS").toString(), NUMBERS)).as("officers").isEmpty();
  }

  private static Optional<String> caseWith(RunningVillage village, String channel, String words) {
    for (JsonNode post : channel(village, channel).path("messages")) {
      if (post.toString().contains(words)) return Optional.of(post.path("ts").asString());
    }
    return Optional.empty();
  }

  private static JsonNode channel(RunningVillage village, String id) {
    JsonNode state = JsonMapper.shared().readTree(get(village, "/village/state"));
    for (JsonNode channel : state.path("slack").path("channels")) {
      if (channel.path("id").asString().equals(id)) return channel;
    }
    throw new AssertionError("no channel " + id);
  }

  /** Those that occur, in the order given; spaces and case do not hide them. */
  private static List<String> found(String text, List<String> canaries) {
    String lower = text.toLowerCase(Locale.ROOT);
    String dense = lower.replaceAll("[ +%-]|%20", "");
    return canaries.stream()
        .filter(
            canary -> {
              String c = canary.toLowerCase(Locale.ROOT);
              return lower.contains(c) || (c.contains(" ") && dense.contains(c.replace(" ", "")));
            })
        .toList();
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> !file.getFileName().toString().startsWith("redis-server"))
          .toList();
    }
  }

  private static String get(RunningVillage village, String path) {
    return send(HttpRequest.newBuilder(uri(village, path)).build()).body();
  }

  private static URI uri(RunningVillage village, String path) {
    return URI.create("http://localhost:" + village.port + path);
  }

  /** Each on a connection of its own: some of these calls are meant to be cut off. */
  private static HttpResponse<String> send(HttpRequest call) {
    HttpRequest request =
        HttpRequest.newBuilder(call, (name, value) -> true).timeout(PATIENCE).build();
    try (HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
