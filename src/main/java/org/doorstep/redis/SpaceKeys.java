package org.doorstep.redis;

import org.doorstep.cell.CellId;

/** Keys of what has to do with workspaces in Slack, as {@link Keys} has all others. */
final class SpaceKeys {

  private SpaceKeys() {}

  /**
   * Hash. A workspace, which is no cell's: the {@code token} that it gave us, sealed; when, as
   * {@code installed}, in ms; since when it is {@code away}, in ms, and {@code why}.
   */
  static byte[] workspace(String team) {
    return Utf8.bytes("{slack/" + team + "}:workspace");
  }

  /** String that expires. A word that counts once. */
  static byte[] used(String word) {
    return Utf8.bytes("{slack}:used:" + word);
  }

  /**
   * Stream that expires. What waits for a place in Slack that is away, a workspace or a channel; as
   * in the outbox.
   */
  static byte[] aside(CellId cell, String place) {
    return Utf8.bytes("{" + cell.value() + "}:aside:" + place);
  }

  /** Hash. Those places, by since when they are away, in ms. */
  static byte[] asides(CellId cell) {
    return Utf8.bytes("{" + cell.value() + "}:asides");
  }
}
