package org.doorstep.app;

import io.lettuce.core.AbstractRedisClient;
import io.lettuce.core.RedisClient;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.cluster.ClusterClientOptions;
import io.lettuce.core.cluster.RedisClusterClient;
import java.time.Duration;
import java.time.InstantSource;
import org.doorstep.redis.RedisRoom;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/** The store of the service, for a command. The service may run meanwhile, or not. */
final class StoreVisit implements AutoCloseable {

  /** Nobody waits for a command's answer as they do for the service's. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final RedisRoom room;
  private final Runnable end;

  private StoreVisit(RedisRoom room, Runnable end) {
    this.room = room;
    this.end = end;
  }

  /**
   * @throws Refusal with the reasons in words, where the service would not start with it either
   */
  static StoreVisit open(Settings settings, Environment environment) {
    return switch (settings.store()) {
      case Store.Embedded(var folder) -> {
        RedisLink link = RedisLink.beside(folder);
        yield new StoreVisit(room(settings, link), link::close);
      }
      case Store.Configured _ -> {
        var context = new AnnotationConfigApplicationContext();
        if (environment instanceof ConfigurableEnvironment springs) {
          ConfigurationPropertySources.attach(springs);
          context.setEnvironment(springs);
        }
        context.register(DataRedisAutoConfiguration.class);
        try {
          context.refresh();
          var lettuce = context.getBeanProvider(LettuceConnectionFactory.class);
          RedisLink link = new Keeping().redisLink(settings, lettuce);
          yield new StoreVisit(room(settings, link), context::close);
        } catch (RuntimeException e) {
          context.close();
          throw e;
        }
      }
    };
  }

  private static RedisRoom room(Settings settings, RedisLink link) {
    Keeping keeping = new Keeping();
    patient(link.client());
    return keeping.redisRoom(link, keeping.vault(settings), settings, InstantSource.system());
  }

  private static void patient(AbstractRedisClient client) {
    TimeoutOptions timeouts = TimeoutOptions.enabled(PATIENCE);
    switch (client) {
      case RedisClusterClient cluster -> {
        var now = (ClusterClientOptions) cluster.getOptions();
        cluster.setOptions(now.mutate().timeoutOptions(timeouts).build());
      }
      case RedisClient single ->
          single.setOptions(single.getOptions().mutate().timeoutOptions(timeouts).build());
      default -> throw new IllegalArgumentException("not a Redis client");
    }
  }

  RedisRoom room() {
    return room;
  }

  @Override
  public void close() {
    end.run();
  }
}
