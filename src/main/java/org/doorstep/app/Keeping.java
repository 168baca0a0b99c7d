package org.doorstep.app;

import io.lettuce.core.AbstractRedisClient;
import java.time.InstantSource;
import java.util.List;
import org.doorstep.redis.RedisRoom;
import org.doorstep.redis.RoomSettings;
import org.doorstep.redis.Vault;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/** What is kept, where, and under which keys. */
@Configuration(proxyBeanMethods = false)
class Keeping {

  @Bean
  Settings settings(Environment environment) {
    return Settings.read(environment);
  }

  @Bean
  Vault vault(Settings settings) {
    return switch (settings.mode()) {
      case Mode.Live live -> Vault.of(live.keyset().value());
      case Mode.Village() -> VillageKeyset.in(settings.data());
      case Mode.Refused(List<String> problems) -> throw new Refusal(problems);
    };
  }

  @Bean(destroyMethod = "close")
  RedisLink redisLink(Settings settings, ObjectProvider<LettuceConnectionFactory> springs) {
    return switch (settings.store()) {
      case Store.Embedded(var folder) -> RedisLink.embedded(folder);
      case Store.Configured(int replicas, boolean mayBeVolatile) -> {
        RedisLink link = RedisLink.configured(client(springs.getObject()));
        link.check(replicas, mayBeVolatile);
        yield link;
      }
    };
  }

  @Bean
  RedisRoom redisRoom(RedisLink link, Vault vault, Settings settings, InstantSource clock) {
    RoomSettings room =
        switch (settings.store()) {
          case Store.Embedded _ -> RoomSettings.DEFAULT;
          case Store.Configured(int replicas, boolean _) ->
              RoomSettings.DEFAULT.replicated(replicas);
        };
    return RedisRoom.connect(link.client(), vault, room, clock);
  }

  @Bean
  Readiness.Pulse pulse(RedisLink link) {
    return link::ping;
  }

  private static AbstractRedisClient client(LettuceConnectionFactory springs) {
    return springs.getRequiredNativeClient();
  }
}
