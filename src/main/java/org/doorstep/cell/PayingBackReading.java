package org.doorstep.cell;

import java.util.Optional;

/** Who pays back what: the same in a cell's rules and in a group. */
final class PayingBackReading {

  static final String KEY = "expenses";

  private PayingBackReading() {}

  /** Without a limit where none is named. */
  static Optional<PayingBack> read(Entries owner) {
    return owner
        .part(KEY, "`expenses`", "paid-back-by", "at-most")
        .map(
            part ->
                new PayingBack(
                    part.required("paid-back-by", Form.PAID_BACK_BY),
                    part.optional("at-most", Form.MONEY).orElse(null)));
  }
}
