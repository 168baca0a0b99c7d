package org.doorstep.app;

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
        context.refresh();
        var lettuce = context.getBeanProvider(LettuceConnectionFactory.class);
        RedisLink link = new Keeping().redisLink(settings, lettuce);
        yield new StoreVisit(room(settings, link), context::close);
      }
    };
  }

  private static RedisRoom room(Settings settings, RedisLink link) {
    Keeping keeping = new Keeping();
    return keeping.redisRoom(link, keeping.vault(settings), settings, InstantSource.system());
  }

  RedisRoom room() {
    return room;
  }

  @Override
  public void close() {
    end.run();
  }
}
