package org.doorstep.app;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.doorstep.pipeline.Presence;
import org.doorstep.pipeline.SlackWord;
import org.doorstep.redis.RedisRoom;
import org.doorstep.slack.SlackInstall;
import org.doorstep.slack.SlackIntake;
import org.doorstep.slack.SlackPulse;
import org.doorstep.slack.SlackSocket;
import org.doorstep.talk.Talk;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The workspaces in Slack that the cells are in: which of them are there. */
@Configuration(proxyBeanMethods = false)
class Spaces {

  /** A workspace that is lost is told of elsewhere within a minute. */
  private static final Duration EVERY = Duration.ofSeconds(20);

  @Bean
  SlackWord slackWord(RedisRoom redis, InstantSource clock) {
    return new SlackWord(redis.inbox(), redis.boards(), clock);
  }

  @Bean
  Presence presence(RedisRoom redis, SlackWord word, LiveCells cells) {
    return new Presence(redis.workspaces(), word, () -> cells.now().all());
  }

  /** Without an id and a secret there is nothing to install, and no such page. */
  @Bean
  RouterFunction<ServerResponse> installRoutes(
      Providers providers, RedisRoom redis, Presence presence, Talk talk, InstantSource clock) {
    return providers
        .slackApp()
        .map(
            app ->
                new SlackInstall(
                        app,
                        providers.publicUrl(),
                        providers.slack(),
                        redis.workspaces(),
                        presence,
                        text -> redis.sign("slack-install", text),
                        talk,
                        clock)
                    .routes())
        .orElseGet(
            () ->
                RouterFunctions.route()
                    .GET(SlackInstall.BEGIN, request -> ServerResponse.notFound().build())
                    .build());
  }

  @Bean(destroyMethod = "close")
  SlackPulse slackPulse(
      Providers providers, RedisRoom redis, Presence presence, InstantSource clock) {
    return new SlackPulse(providers.slack(), redis.workspaces(), presence, clock);
  }

  @Bean
  Feeling feeling(SlackPulse pulse, Presence presence, MeterRegistry registry) {
    Feeling feeling = new Feeling(pulse, presence);
    Gauge.builder("doorstep.slack.away", feeling, Feeling::away)
        .description("Workspaces in Slack that nothing can be posted in")
        .register(registry);
    return feeling;
  }

  /** By a line of our own, where there is a token for one. */
  @Bean
  Line line(Providers providers, SlackIntake intake) {
    return new Line(
        providers
            .slackSocket()
            .map(token -> new SlackSocket(token.value(), providers.slack(), intake)));
  }

  /** No reason to send nobody here: phones are answered as before. */
  @Bean
  ReactiveHealthIndicator workspacesHealthIndicator(Feeling feeling) {
    return () ->
        Mono.fromSupplier(
            () ->
                (feeling.away() == 0 ? Health.up() : Health.outOfService())
                    .withDetail("away", feeling.away())
                    .build());
  }

  /** Open from when what comes by it can be kept until the service ends. */
  static final class Line implements SmartLifecycle {

    private final Optional<SlackSocket> socket;
    private volatile Disposable open = Disposables.disposed();

    Line(Optional<SlackSocket> socket) {
      this.socket = socket;
    }

    @Override
    public void start() {
      socket.ifPresent(line -> open = line.run().subscribe());
    }

    @Override
    public void stop() {
      open.dispose();
      socket.ifPresent(SlackSocket::close);
    }

    @Override
    public boolean isRunning() {
      return !open.isDisposed();
    }
  }

  /** Looks every now and then, for as long as the service runs. */
  static final class Feeling implements SmartLifecycle {

    private final SlackPulse pulse;
    private final Presence presence;
    private volatile long away;
    private volatile Disposable looking = Disposables.disposed();

    Feeling(SlackPulse pulse, Presence presence) {
      this.pulse = pulse;
      this.presence = presence;
    }

    long away() {
      return away;
    }

    Mono<Void> look() {
      return pulse
          .feel()
          .thenMany(Flux.defer(() -> Flux.fromIterable(presence.teams())))
          .concatMap(presence::away)
          .filter(gone -> gone)
          .count()
          .doOnNext(gone -> away = gone)
          .then();
    }

    @Override
    public void start() {
      looking =
          Flux.interval(EVERY)
              .onBackpressureDrop()
              .concatMap(tick -> Mono.defer(this::look).onErrorComplete(), 1)
              .subscribe();
    }

    @Override
    public void stop() {
      looking.dispose();
    }

    @Override
    public boolean isRunning() {
      return !looking.isDisposed();
    }
  }
}
