package org.doorstep.app;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import org.doorstep.pipeline.Gazetteer;
import org.doorstep.redis.RedisRoom;
import org.doorstep.understand.Understanding;
import org.doorstep.village.Pace;
import org.doorstep.village.Village;
import org.doorstep.village.VillageClock;
import org.doorstep.village.VillageKeys;
import org.doorstep.village.VillageSettings;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.WebFilter;

/** With the simulator on the other side. Its port must be known at start, and is never 0. */
@Configuration(proxyBeanMethods = false)
@Profile("village")
class AsVillage {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @Bean
  @ConditionalOnMissingBean
  VillageClock clock(Settings settings) {
    return VillageClock.keptIn(settings.data().resolve("village-clock"));
  }

  @Bean
  @ConditionalOnMissingBean
  Pace pace() {
    return Pace.LIFELIKE;
  }

  @Bean
  VillageKeys villageKeys() {
    return VillageKeys.madeUp(new SecureRandom());
  }

  @Bean
  Providers providers(VillageKeys keys, Environment environment) {
    return Providers.village(keys, base(environment));
  }

  @Bean(destroyMethod = "close")
  Village village(
      VillageKeys keys,
      Settings settings,
      VillageClock clock,
      Pace pace,
      LiveCells cells,
      RedisRoom redis,
      Environment environment) {
    URI base = base(environment);
    // somebody there has let Doorstep in before the page is opened
    redis
        .workspaces()
        .install(Village.otherTeam(), keys.otherBotToken(), clock.instant())
        .block(PATIENCE);
    return new Village(
        new VillageSettings(keys, () -> base, settings.flows(), pace, new ChosenModel(cells)),
        clock);
  }

  @Bean
  RouterFunction<ServerResponse> villageRoutes(Village village) {
    return village.routes();
  }

  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE + 1)
  WebFilter villageGuard(Village village) {
    return village.guard();
  }

  @Bean
  VillageDirectory villageDirectory(
      LiveCells cells,
      RedisRoom redis,
      Settings settings,
      Understanding understanding,
      Gazetteer gazetteer,
      InstantSource clock) {
    return new VillageDirectory(cells, redis, settings, understanding, gazetteer, clock);
  }

  /** Somebody has to live there. */
  @Bean
  MovingIn movingIn(Village village) {
    return new MovingIn(village);
  }

  record MovingIn(Village village) {
    @EventListener(ApplicationReadyEvent.class)
    void whenTheServerAnswers() {
      var _ = village.moveIn();
    }
  }

  private static URI base(Environment environment) {
    return URI.create("http://localhost:" + environment.getProperty("server.port", "8080"));
  }
}
