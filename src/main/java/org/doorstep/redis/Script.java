package org.doorstep.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.cluster.api.reactive.RedisClusterReactiveCommands;
import io.lettuce.core.codec.Base16;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * One Lua script of {@code src/main/resources/lua}. Its header says what it does, its keys and
 * their types, its arguments and its tagged replies. It is safe to run twice.
 */
record Script(String name, String source, String digest) {

  static Script named(String name) {
    try (InputStream in = Script.class.getResourceAsStream("/lua/" + name + ".lua")) {
      if (in == null) throw new IllegalStateException("no script called " + name);
      return of(name, new String(in.readAllBytes(), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Script of(String name, String source) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-1").digest(source.getBytes(UTF_8));
      return new Script(name, source, new String(Base16.encode(digest, false)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The reply. A server that does not know the script has not begun it, so it may be sent whole.
   */
  Mono<Reply> run(
      RedisClusterReactiveCommands<byte[], byte[]> redis, List<byte[]> keys, List<byte[]> args) {
    byte[][] k = keys.toArray(byte[][]::new);
    byte[][] a = args.toArray(byte[][]::new);
    return redis
        .<Object>evalsha(digest, ScriptOutputType.MULTI, k, a)
        .onErrorResume(
            RedisNoScriptException.class,
            e -> redis.<Object>eval(source, ScriptOutputType.MULTI, k, a))
        .collectList()
        .map(Reply::of);
  }

  /** A tag, and what goes with it. */
  record Reply(String tag, List<?> rest) {

    static Reply of(List<?> raw) {
      List<?> flat = raw.size() == 1 && raw.getFirst() instanceof List<?> inner ? inner : raw;
      return new Reply(Utf8.text(flat.getFirst()), flat.subList(1, flat.size()));
    }

    String text(int index) {
      return Utf8.text(rest.get(index));
    }
  }
}
