package org.doorstep.story;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.doorstep.geo.PlaceImport;
import org.doorstep.redis.Vault;
import org.doorstep.village.VillageKeys;

/** The service as operators run it, with credentials, in a process that can be killed. */
final class SeparateDoorstep implements AutoCloseable {

  private static final String CELL =
      """
      id: hyde-park
      name: Hyde Park & Headingley
      zone: Europe/London
      neighbours: "Ask the library who is near."
      whatsapp: "+447700900000"
      slack: {team: T0VILLAGE, officers-channel: C0OFFICERS}
      officers:
        - {slack: U0AMINA, name: Amina Rahman}
      area: {outcodes: [LS6, LS4]}
      groups:
        - {id: hyde-park, name: Hyde Park Neighbours, lead: Joan Whitaker, stance: integrated, slack-channel: C0GROUP}
      rules:
        waves:
          - {ask: 10, within: 5 km, wait: 2h}
        quiet-hours: {from: "00:00", to: "00:00"}
        hold-at-most: 20
        gather: 0s
      """;

  private static final List<String> POSTCODES =
      List.of("LS6 3HN", "LS6 3AA", "LS6 1LS", "LS6 3LE", "LS6 3PX", "LS4 2RB");

  final URI url;
  private final Path folder;
  private final Path data;
  private final String keyset = Vault.newKeyset();
  private final HttpClient http = HttpClient.newHttpClient();
  private Process process;
  private int starts;

  SeparateDoorstep(Path folder) throws IOException {
    this.folder = folder;
    this.data = Files.createDirectories(folder.resolve("data"));
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      url = URI.create("http://localhost:" + socket.getLocalPort());
    }
    Files.writeString(Files.createDirectories(folder.resolve("cells")).resolve("cell.yml"), CELL);
    String table =
        POSTCODES.stream()
            .map(
                p ->
                    "\""
                        + p
                        + "\",10,428000,436000,\"E92000001\",\"\",\"\",\"\",\"E08000035\",\"E05011403\"\n")
            .collect(Collectors.joining());
    new PlaceImport(data).run(List.of(Files.writeString(folder.resolve("ls.csv"), table)));
  }

  /** Returns once it is ready. */
  void start(Town town) {
    VillageKeys keys = town.keys;
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xmx512m", "-cp"));
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add("org.doorstep.app.Doorstep");
    Map.of(
            "server.port", Integer.toString(url.getPort()),
            "DOORSTEP_DATA", data.toString(),
            "DOORSTEP_CELLS", folder.resolve("cells").toString(),
            "DOORSTEP_KEYSET", keyset,
            "DOORSTEP_PUBLIC_URL", url.toString(),
            "DOORSTEP_SLACK_API_URL", town.base() + "/village/slack/api",
            "DOORSTEP_SLACK_BOT_TOKEN", keys.botToken(),
            "DOORSTEP_SLACK_SIGNING_SECRET", keys.signingSecret())
        .forEach((name, value) -> command.add("--" + name + "=" + value));
    command.add("--DOORSTEP_TWILIO_ACCOUNT_SID=" + keys.accountSid());
    command.add("--DOORSTEP_TWILIO_AUTH_TOKEN=" + keys.authToken());
    command.add("--DOORSTEP_TWILIO_API_URL=" + town.base() + "/village/twilio");
    command.add("--DOORSTEP_TWILIO_CONTENT_URL=" + town.base() + "/village/twilio");
    try {
      process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("log-" + ++starts + ".txt").toFile())
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Town.until("Doorstep is ready: " + tail(), () -> !process.isAlive() || ready());
    if (!process.isAlive()) throw new AssertionError("Doorstep did not start: " + tail());
  }

  private boolean ready() {
    HttpRequest ask =
        HttpRequest.newBuilder(url.resolve("/actuator/health/readiness"))
            .timeout(Duration.ofSeconds(2))
            .build();
    try {
      return http.send(ask, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  String tail() {
    try {
      String log = Files.readString(folder.resolve("log-" + starts + ".txt"));
      return log.substring(Math.max(0, log.length() - 3000));
    } catch (IOException e) {
      return "no log";
    }
  }

  /** kill -9. */
  void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  /** The server that keeps its data; it may outlive it. */
  ProcessHandle redis() {
    try {
      String pid = Files.readString(data.resolve("redis/redis.pid")).split(" ", 2)[0];
      return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A second way to its Redis. */
  <T> T inRedis(Function<RedisCommands<String, String>, T> work) {
    return inRedis(data, work);
  }

  /** Nothing is waiting to be decided or to be sent. */
  static boolean idle(RedisCommands<String, String> redis) {
    return Stream.of("inbox", "outbox", "outbox:urgent")
        .allMatch(stream -> redis.xlen("{hyde-park}:" + stream) == 0);
  }

  /** Nor is a report about a message still to come. */
  static boolean quiet(RedisCommands<String, String> redis) {
    return idle(redis)
        && redis.keys("{hyde-park}:sent:*").stream()
            .map(redis::hgetall)
            .filter(sent -> !sent.getOrDefault("to", "").isEmpty())
            .allMatch(sent -> "READ".equals(sent.get("best")));
  }

  static <T> T inRedis(Path data, Function<RedisCommands<String, String>, T> work) {
    try {
      Map<String, String> settings =
          Files.readAllLines(data.resolve("redis/redis.conf")).stream()
              .map(line -> line.split(" ", 2))
              .collect(Collectors.toMap(l -> l[0], l -> l[1], (a, b) -> a));
      RedisURI uri =
          RedisURI.builder()
              .withHost("127.0.0.1")
              .withPort(Integer.parseInt(settings.get("port")))
              .withPassword(settings.get("requirepass").toCharArray())
              .build();
      try (RedisClient client = RedisClient.create(uri)) {
        return work.apply(client.connect().sync());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    if (process == null) return;
    process.destroy();
    process.onExit().join();
  }
}
