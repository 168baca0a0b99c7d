package org.doorstep.slack;

import java.util.Optional;
import org.doorstep.cell.Cell;
import org.jspecify.annotations.Nullable;

/** Which cell a workspace belongs to; where cells share one, the channel tells. */
@FunctionalInterface
public interface SlackCells {

  /**
   * @param channel null for what happens outside any channel
   */
  Optional<Cell> of(String team, @Nullable String channel);
}
