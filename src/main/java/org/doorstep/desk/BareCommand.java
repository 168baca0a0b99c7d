package org.doorstep.desk;

import java.util.List;
import org.doorstep.talk.Tap;

/** {@code /doorstep} and nothing more: they want to know what they can say. */
public final class BareCommand {

  private BareCommand() {}

  public static Content content() {
    Tap orders = new Tap(Homes.FLOW, 1, "command", "orders", "");
    return new Content("", orders.encoded(), null, null, List.of());
  }
}
