package org.doorstep.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisConnectionException;
import org.doorstep.pipeline.Away;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreFaultTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "OOM command not allowed when used memory > 'maxmemory'.",
        "ERR Error running script (call to f_1): @user_script:9: @user_script: 9: -OOM command not"
            + " allowed when used memory > 'maxmemory'.",
        "READONLY You can't write against a read only replica.",
        "NOPERM this user has no permissions to access one of the keys used as arguments",
        "MISCONF Errors writing to the AOF file: No space left on device"
      })
  void aServerThatCannotNowIsAway(String error) {
    assertThat(StoreFault.orAway(new RedisCommandExecutionException(error)))
        .isInstanceOf(Away.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "WRONGTYPE Operation against a key holding the wrong kind of value",
        "ERR Error running script (call to f_1): @user_script:9: attempt to index a nil value"
      })
  void aCommandThatNeverWorksIsNot(String error) {
    RuntimeException answered = new RedisCommandExecutionException(error);
    assertThat(StoreFault.orAway(answered)).isSameAs(answered);
  }

  @Test
  void silenceIsAway() {
    assertThat(StoreFault.orAway(new RedisConnectionException("closed"))).isInstanceOf(Away.class);
  }
}
