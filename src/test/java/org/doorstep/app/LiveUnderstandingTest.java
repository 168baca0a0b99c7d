package org.doorstep.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import org.doorstep.understand.Understanding;
import org.junit.jupiter.api.Test;

class LiveUnderstandingTest {

  /** What is not passed on would understand nothing, and nobody would be told. */
  @Test
  void allThatCanBeUnderstoodIsPassedOn() {
    List<String> own =
        Arrays.stream(LiveUnderstanding.class.getDeclaredMethods()).map(Method::getName).toList();
    assertThat(Understanding.class.getDeclaredMethods())
        .filteredOn(method -> !Modifier.isStatic(method.getModifiers()) && !method.isSynthetic())
        .extracting(Method::getName)
        .isSubsetOf(own);
  }
}
