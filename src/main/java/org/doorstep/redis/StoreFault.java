package org.doorstep.redis;

import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisException;
import java.util.Set;
import java.util.stream.Stream;
import org.doorstep.pipeline.Away;
import org.jspecify.annotations.Nullable;

/** Tells a server that cannot do it now from a command that it will never do. */
final class StoreFault {

  /** First words of the errors that pass when somebody has looked after the server. */
  private static final Set<String> PASSING =
      Set.of(
          "BUSY",
          "CLUSTERDOWN",
          "LOADING",
          "MASTERDOWN",
          "MISCONF",
          "NOAUTH",
          "NOPERM",
          "NOREPLICAS",
          "OOM",
          "READONLY",
          "TRYAGAIN",
          "UNKILLABLE",
          "WRONGPASS");

  private StoreFault() {}

  /** {@link Away} where the error says nothing about what was to be done. */
  static Throwable orAway(Throwable error) {
    boolean away =
        switch (error) {
          case RedisCommandExecutionException answered -> passes(answered.getMessage());
          case RedisException unanswered -> true;
          case Lines.NotReplicated tooFew -> true;
          default -> false;
        };
    return away ? new Away(error) : error;
  }

  /** Before Redis 7 an error inside a script comes wrapped: {@code ERR … -OOM …}. */
  private static boolean passes(@Nullable String message) {
    if (message == null) return false;
    String[] words = message.split(" ");
    return PASSING.contains(words[0])
        || Stream.of(words).anyMatch(w -> w.startsWith("-") && PASSING.contains(w.substring(1)));
  }
}
