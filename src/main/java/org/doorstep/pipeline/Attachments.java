package org.doorstep.pipeline;

import reactor.core.publisher.Mono;

/** Fetches what somebody sent, to be passed on to an officer's thread. Never fails. */
@FunctionalInterface
public interface Attachments {

  /**
   * @param file as the provider names it, of a shape that only it can have
   */
  Mono<Fetched> fetch(String file);

  /** What came of it. */
  sealed interface Fetched {

    /** As it is there, with no more bytes than {@link PictureFile#LARGEST}. */
    final class Got implements Fetched {

      private final byte[] bytes;

      public Got(byte[] bytes) {
        this.bytes = bytes.clone();
      }

      public byte[] bytes() {
        return bytes.clone();
      }

      @Override
      public String toString() {
        return "Got[" + bytes.length + "]";
      }
    }

    /** It is too large, or there is none. */
    record Unfit() implements Fetched {}

    /** It cannot be got at just now. */
    record Away() implements Fetched {}
  }
}
