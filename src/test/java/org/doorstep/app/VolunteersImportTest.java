package org.doorstep.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.RedisClient;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.doorstep.cell.CellId;
import org.doorstep.people.Address;
import org.doorstep.pipeline.Invitees.Standing;
import org.doorstep.redis.EmbeddedServer;
import org.doorstep.redis.RedisRoom;
import org.doorstep.redis.RoomSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

/** The command as it is typed, on a real server; beside a service that runs, and alone. */
class VolunteersImportTest {

  private static final CellId CELL = new CellId("hyde-park");

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final MockEnvironment environment = new MockEnvironment();

  private Path data() {
    return folder.resolve("data");
  }

  private Path list(String... rows) {
    try {
      Path file = folder.resolve("list.csv");
      return Files.writeString(file, "Name,Mobile,Postcode\n" + String.join("\n", rows));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int run(String... args) {
    environment.setProperty("DOORSTEP_DATA", data().toString());
    return Commands.run(
        new Rooms(),
        environment,
        new BufferedReader(new StringReader("")),
        new PrintWriter(out, true),
        new PrintWriter(err, true),
        Stream.concat(Stream.of("volunteers", "import"), Stream.of(args)).toArray(String[]::new));
  }

  private RedisLink service() {
    return RedisLink.embedded(data().resolve("redis"));
  }

  private RedisRoom room(RedisLink link) {
    return RedisRoom.connect(
        link.client(), VillageKeyset.in(data()), RoomSettings.DEFAULT, InstantSource.system());
  }

  /** What is on disk, sealed or not. */
  private String onDisk() {
    try (Stream<Path> files = Files.walk(data().resolve("redis"))) {
      return files
          .filter(file -> file.toString().endsWith(".aof") || file.toString().endsWith(".rdb"))
          .map(VolunteersImportTest::bytes)
          .collect(Collectors.joining());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String bytes(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private long invitations() {
    return Stream.of(onDisk().split("HSET\r\n", -1))
        .filter(write -> write.contains("{hyde-park}:invited:"))
        .count();
  }

  @Test
  void whoCanBeInvitedIsAndForTheOthersThereIsAReason() {
    Path file =
        list(
            "Pumpernickel,07700900211,LS6 3HN",
            "Marmaduke,0113 496 0123,LS6 3HN",
            "Ermintrude,07700900213,ZE1 0AA",
            "Bathsheba,7700900211,LS6 3HN",
            "=1+1,07700900214,LS6 3HN",
            "Cholmondeley,07700900000,LS6 3HN",
            "Fitzwilliam,07700 900215,ls61ls");
    assertThat(run(file.toString())).isEqualTo(1);
    assertThat(err.toString().lines())
        .containsExactly(
            file + ":3: the number is not a mobile's: it gets no messages",
            file + ":4: the postcode is not known",
            file + ":5: the number is that of line 2",
            file + ":6: the name begins like a formula",
            file + ":7: the number is Doorstep's own");
    assertThat(out.toString())
        .contains("7 rows, 5 of them left out", "invited: 2", "https://wa.me/44770090")
        .doesNotContain("Pumpernickel", "900211", "LS6");
    assertThat(err.toString()).doesNotContain("Marmaduke", "900213", "ZE1", "1+1");
    assertThat(invitations()).isEqualTo(2);
    assertThat(onDisk())
        .doesNotContain("Pumpernickel", "900211", "LS6 3HN", "Fitzwilliam", "900215", "LS6 1LS");
  }

  @Test
  void withCheckTheReportIsTheSameAndNothingIsKept() {
    Path file = list("Pumpernickel,07700900211,LS6 3HN", "Marmaduke,,LS6 3HN");
    assertThat(run("--check", file.toString())).isEqualTo(1);
    assertThat(out.toString()).contains("could be invited (nothing was kept): 1");
    assertThat(err.toString()).contains(file + ":3: there is no phone number");
    assertThat(invitations()).isZero();
  }

  @Test
  void besideTheServiceThatRunsItWritesToTheSameStore() {
    try (RedisLink link = service()) {
      RedisRoom room = room(link);
      assertThat(run(list("Pumpernickel,07700900211,LS6 3HN").toString())).isZero();
      List<Address> one = List.of(Address.whatsapp("+447700900211"));
      assertThat(room.invitees().standing(CELL, one).block()).containsExactly(Standing.INVITED);
      assertThat(link.ping().thenReturn(true).block()).isTrue();
      assertThat(invitations()).isEqualTo(1);
    }
  }

  @Test
  void aRedisOfTheOperatorsOwnIsReachedThroughSpringsSettings() throws Exception {
    try (var server = EmbeddedServer.start(folder.resolve("other"));
        var client = RedisClient.create(server.uri())) {
      environment.setProperty("spring.data.redis.host", "127.0.0.1");
      environment.setProperty("spring.data.redis.port", "" + server.port());
      environment.setProperty("spring.data.redis.password", server.password());
      assertThat(run(list("Pumpernickel,07700900211,LS6 3HN").toString())).isZero();
      assertThat(client.connect().sync().keys("{hyde-park}:invited:*")).hasSize(1);
      assertThat(data().resolve("redis")).doesNotExist();

      client.connect().sync().configSet("maxmemory-policy", "allkeys-lru");
      assertThat(run(list("Marmaduke,07700900212,LS6 3HN").toString())).isEqualTo(1);
      assertThat(err.toString()).contains("maxmemory-policy");
    }
  }

  @Test
  void aListIsReadAgainWithoutHarm() {
    Path file = list("Pumpernickel,07700900211,LS6 3HN");
    assertThat(run(file.toString())).isZero();
    assertThat(run(file.toString())).isZero();
    assertThat(out.toString())
        .containsSubsequence("invited: 1", "invited before: 0", "invited: 0", "invited before: 1");
  }

  @Test
  void aFileThatCannotBeReadAtAllIsSaidToBeInWords() throws Exception {
    Path file = folder.resolve("list.csv");
    Files.write(file, new byte[] {'P', 'K', 3, 4, 0, 0});
    assertThat(run(file.toString())).isEqualTo(1);
    Files.writeString(file, "Pumpernickel,07700900211,LS6 3HN\n");
    assertThat(run(file.toString())).isEqualTo(1);
    Files.writeString(file, "");
    assertThat(run(file.toString())).isEqualTo(1);
    assertThat(err.toString())
        .contains(
            file + ": is not text; save the sheet as \"CSV UTF-8\"",
            file + ": has no line of headings",
            file + ": is empty")
        .doesNotContain("Pumpernickel", "900211");
    assertThat(data().resolve("redis")).doesNotExist();
  }

  @Test
  void badUsageIsStatusTwo() {
    assertThat(run(folder.resolve("none.csv").toString())).isEqualTo(2);
    assertThat(run("--cell", "elsewhere", list("x").toString())).isEqualTo(2);
    assertThat(err.toString()).contains("name a cell with --cell: hyde-park");
    environment.setProperty("DOORSTEP_TWILIO_AUTH_TOKEN", " ");
    assertThat(run(list("x").toString())).isEqualTo(2);
    assertThat(err.toString()).contains("DOORSTEP_TWILIO_AUTH_TOKEN");
  }

  @Test
  void thousandsAreInvitedAtOnce() {
    String[] rows =
        IntStream.range(0, 50_000)
            .mapToObj(i -> "Zoë,077%08d,LS6 3HN".formatted(i))
            .toArray(String[]::new);
    try (RedisLink link = service()) {
      assertThat(run(list(rows).toString())).as(err.toString()).isZero();
      assertThat(out.toString()).contains("invited: 50000");
      assertThat(link.ping().thenReturn(true).block()).isTrue();
    }
  }
}
