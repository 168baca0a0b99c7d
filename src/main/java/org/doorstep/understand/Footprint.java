package org.doorstep.understand;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.SortedMap;

/** Tells whether files are the same as some others were, down to the last letter. */
final class Footprint {

  static final int LENGTH = 32;

  private final byte[] bytes;

  private Footprint(byte[] bytes) {
    this.bytes = bytes;
  }

  static Footprint of(SortedMap<String, String> textByFileName) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      textByFileName.forEach(
          (file, text) -> {
            digest.update((file + '\0').getBytes(StandardCharsets.UTF_8));
            digest.update((text + '\0').getBytes(StandardCharsets.UTF_8));
          });
      return new Footprint(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  byte[] bytes() {
    return bytes.clone();
  }

  boolean begins(byte[] written) {
    return written.length > LENGTH && Arrays.equals(bytes, Arrays.copyOf(written, LENGTH));
  }
}
