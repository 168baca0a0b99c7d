package org.doorstep.understand;

import java.util.Arrays;
import java.util.SplittableRandom;

/** The order in which examples are learnt from: another each round, and the same each time. */
final class Order {

  private static final long SEED = 20_260_101;

  private final SplittableRandom random = new SplittableRandom(SEED);
  private final int[] order;

  Order(int count) {
    order = new int[count];
    Arrays.setAll(order, i -> i);
  }

  int[] next() {
    for (int i = order.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[other];
      order[other] = kept;
    }
    return order;
  }
}
