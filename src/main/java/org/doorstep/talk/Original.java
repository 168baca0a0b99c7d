package org.doorstep.talk;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A place in an English file that other languages say in their own words.
 *
 * @param path {@code states.confirm.choose.send.label}
 * @param text null for a list of words, to which a language only adds
 * @param needed people who read no English have to read it
 */
record Original(String file, String path, @Nullable String text, boolean needed, int line) {

  private static final int MARK = 8;

  boolean list() {
    return text == null;
  }

  /** Tells whether the English is still the one that was translated. */
  String mark() {
    return mark(text == null ? "" : text);
  }

  static String mark(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(text.strip().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, MARK);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
