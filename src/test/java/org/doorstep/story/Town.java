package org.doorstep.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.doorstep.talk.Tap;
import org.doorstep.village.Pace;
import org.doorstep.village.Phones;
import org.doorstep.village.Village;
import org.doorstep.village.VillageClock;
import org.doorstep.village.VillageKeys;
import org.doorstep.village.VillageSettings;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.web.reactive.function.server.HandlerStrategies;
import org.springframework.web.reactive.function.server.RouterFunctions;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/**
 * The village on its own: what its phones and its Slack have seen outlives any Doorstep. It tries a
 * message again that was not answered with 200, as Twilio does when it is told to.
 */
final class Town implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Pace PACE =
      new Pace(
          Duration.ZERO,
          Duration.ZERO,
          Duration.ofSeconds(3),
          Stream.of(5, 10, 20, 40, 40).map(Duration::ofSeconds).toList(),
          Duration.ofSeconds(60));

  final VillageKeys keys;
  final Village village;
  private final DisposableServer server;

  /**
   * @param doorstep where its messages go
   */
  Town(URI doorstep, long seed) {
    keys = VillageKeys.madeUp(new Random(seed));
    village =
        new Village(
            new VillageSettings(keys, () -> doorstep, Path.of("conversation-flows"), PACE),
            VillageClock.real());
    server =
        HttpServer.create()
            .host("localhost")
            .port(0)
            .handle(
                new ReactorHttpHandlerAdapter(
                    RouterFunctions.toHttpHandler(
                        village.routes(),
                        HandlerStrategies.builder().webFilter(village.guard()).build())))
            .bindNow();
  }

  URI base() {
    return URI.create("http://localhost:" + server.port());
  }

  void says(String phone, String text) {
    village.phones().say(phone, text);
  }

  List<String> heard(String phone) {
    return village.phones().shown(phone).stream()
        .filter(m -> !m.mine())
        .map(Phones.Shown::text)
        .toList();
  }

  long times(String phone, String words) {
    return heard(phone).stream().filter(text -> text.contains(words)).count();
  }

  void hears(String phone, String words) {
    until(phone + " hears " + words, () -> times(phone, words) > 0);
  }

  void joins(String phone, String postcode) {
    for (String words : List.of("I want to help", phone, postcode, "3 miles", "walk", "anything")) {
      answer(phone, words);
    }
    hears(phone, "You are one of us now");
  }

  /** Asks for help, answers with the name where it is asked for, and lets the rest be. */
  void asksForHelp(String phone, String words, String name) {
    String last = answer(phone, words);
    for (int i = 0; i < 8 && !last.contains("Here is what I have"); i++) {
      last = answer(phone, last.contains("call you") ? name : "skip");
    }
    says(phone, "yes");
    hears(phone, "I am asking volunteers near you now");
  }

  private String answer(String phone, String words) {
    int before = heard(phone).size();
    says(phone, words);
    until(phone + " is answered", () -> heard(phone).size() > before);
    return heard(phone).getLast();
  }

  /** Says yes to every offer on the phone that it has not said yes to. */
  void takesAll(String phone, Set<String> taken) {
    for (Phones.Shown shown : village.phones().shown(phone)) {
      shown
          .choices()
          .forEach(
              (payload, title) -> {
                boolean take =
                    Tap.decode(payload).filter(t -> t.choice().equals("take")).isPresent();
                if (take && taken.add(shown.id())) {
                  village.phones().tap(phone, shown.id(), payload, title);
                }
              });
    }
  }

  static void until(String what, BooleanSupplier reached) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!reached.getAsBoolean()) {
      assertThat(System.nanoTime()).as(what).isLessThan(end);
      LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
    }
  }

  @Override
  public void close() {
    village.close();
    server.disposeNow();
  }
}
