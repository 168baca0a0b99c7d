package org.doorstep.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The process is killed again and again at random moments while people write: every request gets
 * exactly one volunteer, and everyone is told once. It takes minutes and is run by hand: {@code
 * ./mvnw test -Dtest=ManyCrashes}, with {@code -Dkills=50} for more and {@code -Dseed=…} for a
 * certain run.
 */
@Timeout(3600)
class ManyCrashes {

  private static final int KILLS = Integer.getInteger("kills", 12);
  private static final long SEED = Long.getLong("seed", System.nanoTime());
  private static final List<String> VOLUNTEERS = List.of("priya", "olek", "marcus");

  private final Random random = new Random(SEED);
  private final Map<String, Set<String>> tapped = new HashMap<>();

  @Test
  void everyRequestHasOneHolderHoweverOftenTheProcessDies(@TempDir Path folder) throws IOException {
    System.out.println("ManyCrashes seed " + SEED);
    try (SeparateDoorstep doorstep = new SeparateDoorstep(folder);
        Town town = new Town(doorstep.url, SEED)) {
      doorstep.start(town);
      for (String volunteer : VOLUNTEERS) town.joins(volunteer, "LS6 3AA");
      for (int round = 1; round <= KILLS; round++) {
        CompletableFuture<Void> killed = killedAtSomeMoment(doorstep, town);
        oneJob(town, round);
        killed.join();
        System.out.println("Round " + round + " of " + KILLS);
      }
      Town.until("all is told", () -> doorstep.inRedis(SeparateDoorstep::idle));
      assertThat(told(town)).isEqualTo(KILLS);
      assertThat(town.times("edna", "can help with this")).isEqualTo(KILLS);
      long parked = doorstep.inRedis(redis -> redis.xlen("{hyde-park}:parked"));
      assertThat(parked).isZero();
    }
  }

  /** From asking to the end; somewhere in the middle the process dies. */
  private void oneJob(Town town, int round) {
    town.asksForHelp("edna", "I need shopping today, LS6 3HN", "Edna");
    Town.until(
        "request " + round + " is taken and everyone knows",
        () -> {
          VOLUNTEERS.forEach(v -> town.takesAll(v, tapped(v)));
          return told(town) >= round && town.times("edna", "can help with this") >= round;
        });
    town.says("edna", "CANCEL");
    Town.until("it is over", () -> town.times("edna", "I have cancelled it") >= round);
  }

  private CompletableFuture<Void> killedAtSomeMoment(SeparateDoorstep doorstep, Town town) {
    long moment = random.nextLong(Duration.ofMillis(2500).toNanos());
    return CompletableFuture.runAsync(
        () -> {
          LockSupport.parkNanos(moment);
          doorstep.kill();
          doorstep.start(town);
        },
        task -> Thread.ofVirtual().start(task));
  }

  private Set<String> tapped(String volunteer) {
    return tapped.computeIfAbsent(volunteer, v -> new HashSet<>());
  }

  private static long told(Town town) {
    return VOLUNTEERS.stream().mapToLong(v -> town.times(v, "It is yours")).sum();
  }
}
