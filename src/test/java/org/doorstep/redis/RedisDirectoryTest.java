package org.doorstep.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.doorstep.bridge.Listing;
import org.doorstep.bridge.ServiceId;
import org.doorstep.pipeline.DirectoryContract;
import org.doorstep.pipeline.Ports;
import org.junit.jupiter.api.Test;

class RedisDirectoryTest extends DirectoryContract {

  @Override
  protected Ports freshPorts() {
    return TestRedis.shared().freshPorts();
  }

  private void read(String name) {
    Listing one =
        new Listing(
            new ServiceId("d0123456789abcdef"),
            name,
            null,
            Set.of(),
            null,
            null,
            null,
            null,
            List.of(),
            null,
            false,
            null);
    await(ports.directory().replace(CELL.id(), "leeds.csv", List.of(one), NOW));
  }

  private static List<Long> expiries() {
    return TestRedis.shared().sync().keys("{" + CELL.id() + "}:directory:*").stream()
        .map(key -> TestRedis.shared().sync().pttl(key))
        .toList();
  }

  @Test
  void whatCountsStaysAndWhatCountedGoesByItself() {
    read("Larder");
    assertThat(expiries()).containsExactly(-1L);
    read("Pantry");
    assertThat(expiries()).hasSize(2).containsOnlyOnce(-1L);
    assertThat(expiries()).anyMatch(ms -> ms > 0 && ms <= 60_000);
  }

  @Test
  void whatWasSaidOfAnOldEditionGoesWithIt() {
    read("Larder");
    DirectoryKeys keys = new DirectoryKeys(CELL.id());
    byte[] counts = TestRedis.shared().sync().hget(keys.directory(), Utf8.bytes("leeds.csv"));
    byte[] doubts = keys.doubts(Utf8.text(counts).split(" ")[0]);
    TestRedis.shared().sync().hset(doubts, Utf8.bytes("d1"), Utf8.bytes(""));
    read("Pantry");
    assertThat(TestRedis.shared().sync().pttl(doubts)).isBetween(1L, 60_000L);
  }

  @Test
  void anEditionOfWhichAPartIsMissingNeverCounts() {
    read("Larder");
    DirectoryKeys keys = new DirectoryKeys(CELL.id());
    byte[] counts = TestRedis.shared().sync().hget(keys.directory(), Utf8.bytes("leeds.csv"));
    Script.Reply reply =
        await(
            Script.named("switch_source")
                .run(
                    TestRedis.shared().reactive(),
                    List.of(
                        keys.directory(),
                        keys.edition("e2"),
                        keys.edition("e1"),
                        keys.doubts("e1")),
                    List.of(
                        Utf8.bytes("leeds.csv"),
                        counts,
                        Utf8.bytes("e2 0 3"),
                        Utf8.bytes(3),
                        Utf8.bytes(60_000))));
    assertThat(reply.tag()).isEqualTo("partial");
    assertThat(TestRedis.shared().sync().hget(keys.directory(), Utf8.bytes("leeds.csv")))
        .isEqualTo(counts);
  }

  @Test
  void whereAnotherImportCameFirstNothingIsSwitched() {
    read("Larder");
    DirectoryKeys keys = new DirectoryKeys(CELL.id());
    Script.Reply reply =
        await(
            Script.named("switch_source")
                .run(
                    TestRedis.shared().reactive(),
                    List.of(
                        keys.directory(),
                        keys.edition("e2"),
                        keys.edition("e1"),
                        keys.doubts("e1")),
                    List.of(
                        Utf8.bytes("leeds.csv"),
                        "e0 0 1".getBytes(StandardCharsets.UTF_8),
                        Utf8.bytes(""),
                        Utf8.bytes(0),
                        Utf8.bytes(60_000))));
    assertThat(reply.tag()).isEqualTo("other");
    assertThat(await(ports.directory().sources(CELL.id()))).hasSize(1);
  }
}
