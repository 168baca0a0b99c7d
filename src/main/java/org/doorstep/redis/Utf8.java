package org.doorstep.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

/** Text on the wire. */
final class Utf8 {

  private Utf8() {}

  static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  static byte[] bytes(long number) {
    return bytes(Long.toString(number));
  }

  static String text(Object bytes) {
    return new String((byte[]) bytes, UTF_8);
  }

  static @Nullable String textOrNull(@Nullable Object bytes) {
    return bytes == null ? null : text(bytes);
  }
}
