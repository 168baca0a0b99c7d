package org.doorstep.desk;

/** What came of looking at a picture. */
public sealed interface Looked {

  /**
   * @param fingerprint the SHA-256 of all its bytes, in hex
   */
  record Seen(String fingerprint) implements Looked {}

  /** It is too large, or no picture. */
  record Unfit() implements Looked {}

  /** It cannot be got at just now. */
  record Away() implements Looked {}
}
