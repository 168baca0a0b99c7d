package org.doorstep.story;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.doorstep.app.Doorstep;
import org.doorstep.cell.CellId;
import org.doorstep.redis.Gauges;
import org.doorstep.redis.RedisRoom;
import org.doorstep.talk.Tap;
import org.doorstep.village.Pace;
import org.doorstep.village.Phones;
import org.doorstep.village.Village;
import org.doorstep.village.VillageClock;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * The whole of Doorstep with the village on the other side: real webhooks, real signatures, real
 * SDKs, a real Redis. The clock stands still unless a test moves it.
 */
public final class RunningVillage implements AutoCloseable {

  /** A Wednesday, 14:30 in Leeds. */
  public static final Instant AFTERNOON = Instant.parse("2026-03-18T14:30:00Z");

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final List<String> PHONES =
      List.of("edna", "tom", "priya", "marcus", "sheila", "olek", "fatima");

  public final int port = freePort();
  public final VillageClock clock;
  private final ConfigurableApplicationContext context;

  private RunningVillage(Path data, VillageClock clock, String... more) {
    this.clock = clock;
    List<String> arguments = new ArrayList<>(List.of(more));
    arguments.add("--server.port=" + port);
    arguments.add("--DOORSTEP_DATA=" + data);
    context =
        new SpringApplicationBuilder(Doorstep.class)
            .initializers(
                c -> {
                  GenericApplicationContext beans = (GenericApplicationContext) c;
                  beans.registerBean(VillageClock.class, () -> clock);
                  beans.registerBean(Pace.class, () -> Pace.AT_ONCE);
                })
            .run(arguments.toArray(String[]::new));
  }

  public static RunningVillage start(Path data) {
    return start(data, AFTERNOON);
  }

  public static RunningVillage start(Path data, Instant at, String... more) {
    RunningVillage village =
        new RunningVillage(data, VillageClock.stoppedAt(at), atOnce(data, more));
    village.until("the volunteers have joined", () -> village.joined() == 5);
    return village;
  }

  /** As whoever tries it out has it: time passes, and short texts wait for each other. */
  public static RunningVillage asItComes(Path data) {
    RunningVillage village = new RunningVillage(data, VillageClock.real());
    village.until("the volunteers have joined", () -> village.joined() == 5);
    return village;
  }

  /** Where the clock stands still, nobody could wait for a next text. */
  private static String[] atOnce(Path data, String... more) {
    if (Stream.of(more).anyMatch(m -> m.startsWith("--DOORSTEP_CELLS="))) return more;
    try (InputStream cell =
        RunningVillage.class.getResourceAsStream("/village/cells/hyde-park.yml")) {
      String text = new String(Objects.requireNonNull(cell).readAllBytes(), StandardCharsets.UTF_8);
      Path cells = Files.createDirectories(data.resolve("cells"));
      Files.writeString(
          cells.resolve("hyde-park.yml"), text.replaceAll("gather: .*", "gather: 0s"));
      return Stream.concat(Stream.of(more), Stream.of("--DOORSTEP_CELLS=" + cells))
          .toArray(String[]::new);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Once more on the same data; the phones are new. */
  public static RunningVillage again(Path data, Instant at, String... more) {
    RunningVillage village =
        new RunningVillage(data, VillageClock.stoppedAt(at), atOnce(data, more));
    village.until("the volunteers are there", () -> village.joined() == 5);
    return village;
  }

  private long joined() {
    return List.of("priya", "marcus", "sheila", "olek", "fatima").stream()
        .filter(
            phone ->
                shown(phone).stream()
                    .filter(m -> !m.mine())
                    .map(Phones.Shown::text)
                    .anyMatch(
                        t ->
                            t.contains("You are one of us now")
                                || t.contains("You are already a volunteer")))
        .count();
  }

  public Village village() {
    return context.getBean(Village.class);
  }

  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  // ---- people

  public void says(String phone, String text) {
    village().phones().say(phone, text);
  }

  /** Taps the newest button whose tap is {@code flow/state/choice}. */
  public void taps(String phone, String tap) {
    tapsUnder(phone, "", tap);
  }

  /** The same below a message with these words: what was sent at once arrives in any order. */
  public void tapsUnder(String phone, String words, String tap) {
    Phones.Shown shown = soon(phone + " can tap " + tap, () -> withTap(phone, words, tap));
    Map.Entry<String, String> choice =
        shown.choices().entrySet().stream()
            .filter(c -> is(c.getKey(), tap))
            .findFirst()
            .orElseThrow();
    village().phones().tap(phone, shown.id(), choice.getKey(), choice.getValue());
  }

  private Optional<Phones.Shown> withTap(String phone, String words, String tap) {
    return shown(phone).reversed().stream()
        .filter(m -> m.text().contains(words))
        .filter(m -> m.choices().keySet().stream().anyMatch(payload -> is(payload, tap)))
        .findFirst();
  }

  private static boolean is(String payload, String tap) {
    return Tap.decode(payload)
        .map(t -> t.flow() + "/" + t.state() + "/" + t.choice())
        .filter(tap::equals)
        .isPresent();
  }

  public List<Phones.Shown> shown(String phone) {
    return village().phones().shown(phone);
  }

  /** Waits until Doorstep has said something on that phone that contains the words. */
  public String hears(String phone, String words) {
    return soon(
            phone + " hears \"" + words + "\"",
            () ->
                shown(phone).stream()
                    .filter(m -> !m.mine() && m.text().contains(words))
                    .reduce((first, second) -> second))
        .text();
  }

  /** How often somebody was asked whether they could do a job. */
  public int offers(String phone) {
    return (int) shown(phone).stream().filter(m -> m.text().contains("Could you do it?")).count();
  }

  /** Says it and waits for something new that contains the words. */
  public String answered(String phone, String said, String words) {
    int before = shown(phone).size();
    says(phone, said);
    return hears(phone, before, words);
  }

  /** Waits for the words among what the phone shows after the first so many messages. */
  public String hears(String phone, int before, String words) {
    return soon(
            phone + " hears \"" + words + "\" next",
            () ->
                shown(phone).stream()
                    .skip(before)
                    .filter(m -> !m.mine() && m.text().contains(words))
                    .findFirst())
        .text();
  }

  /** Opens a request, skipping whatever need not be answered. */
  public void asksFor(String phone, String text) {
    asksFor(phone, text, "I am asking volunteers near you");
  }

  /** The same where something else is answered at the end. */
  public void asksFor(String phone, String text, String words) {
    says(phone, text);
    for (int i = 0; i < 8; i++) {
      until(phone + " is answered", () -> !shown(phone).getLast().mine());
      boolean readBack = shown(phone).getLast().text().contains("Here is what I have");
      if (readBack) {
        answered(phone, "yes", words);
        return;
      }
      says(phone, "skip");
    }
    throw new AssertionError(phone + " was never read back:" + everythingOn(phone));
  }

  public String everythingOn(String phone) {
    return shown(phone).stream().map(Phones.Shown::text).reduce("", (a, b) -> a + "\n" + b);
  }

  // ---- the store

  public Gauges.Reading waiting() {
    return bean(RedisRoom.class)
        .gauges()
        .read(new CellId("hyde-park"), clock.instant())
        .blockOptional(PATIENCE)
        .orElseThrow();
  }

  public boolean outboxIsEmpty() {
    Gauges.Reading now = waiting();
    return now.outbox() + now.urgent() == 0;
  }

  // ---- time

  public void passes(Duration time) {
    village().forward(time);
  }

  public void until(String what, BooleanSupplier true_) {
    soon(what, () -> true_.getAsBoolean() ? Optional.of(true) : Optional.empty());
  }

  public <T> T soon(String what, Supplier<Optional<T>> look) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      Optional<T> found = look.get();
      if (found.isPresent()) return found.get();
      java.util.concurrent.locks.LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
    throw new AssertionError("never: " + what + phones());
  }

  /** What each phone showed last, for whoever reads of a failure. */
  private String phones() {
    StringBuilder all = new StringBuilder();
    for (String phone : PHONES) {
      List<Phones.Shown> shown = shown(phone);
      all.append("\n  ").append(phone).append(':');
      shown
          .subList(Math.max(0, shown.size() - 3), shown.size())
          .forEach(m -> all.append("\n    ").append(m.text().replace('\n', ' ')));
    }
    return all.toString();
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    context.close();
  }
}
