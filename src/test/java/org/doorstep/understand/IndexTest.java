package org.doorstep.understand;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class IndexTest {

  private static final int MANY = 10_000;

  @Test
  void manyAreFoundAtOnceWhereEachIsByItself() {
    SplittableRandom random = new SplittableRandom(7);
    long[] numbers = random.longs(2 * MANY).toArray();
    Index index = Index.room(MANY);
    for (int i = 0; i < MANY; i++) index.put(numbers[i]);
    int[] each = Arrays.stream(numbers).mapToInt(index::of).toArray();
    assertThat(index.of(numbers, numbers.length)).isEqualTo(each);
    assertThat(Arrays.stream(each).limit(MANY)).doesNotContain(Index.NONE);
  }
}
