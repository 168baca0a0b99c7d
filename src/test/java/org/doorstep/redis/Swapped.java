package org.doorstep.redis;

import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.reactive.RedisReactiveCommands;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** A connection on which one script is another one. */
final class Swapped {

  private Swapped() {}

  @SuppressWarnings("unchecked")
  static StatefulRedisConnection<byte[], byte[]> in(
      StatefulRedisConnection<byte[], byte[]> line, Script from, Script to) {
    RedisReactiveCommands<byte[], byte[]> commands =
        (RedisReactiveCommands<byte[], byte[]>)
            Proxy.newProxyInstance(
                Swapped.class.getClassLoader(),
                new Class<?>[] {RedisReactiveCommands.class},
                (proxy, method, args) -> {
                  if (args != null && args.length > 0) {
                    if (from.digest().equals(args[0])) args[0] = to.digest();
                    if (from.source().equals(args[0])) args[0] = to.source();
                  }
                  try {
                    return method.invoke(line.reactive(), args);
                  } catch (InvocationTargetException e) {
                    throw e.getCause();
                  }
                });
    return (StatefulRedisConnection<byte[], byte[]>)
        Proxy.newProxyInstance(
            Swapped.class.getClassLoader(),
            new Class<?>[] {StatefulRedisConnection.class},
            (proxy, method, args) ->
                method.getName().equals("reactive") ? commands : method.invoke(line, args));
  }
}
