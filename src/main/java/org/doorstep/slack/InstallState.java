package org.doorstep.slack;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What comes back from Slack with an installation, so that nobody can bring us one that was begun
 * by somebody else: signed, for ten minutes, in the browser where it began.
 *
 * @param word it is good for once
 * @param until when it ends, in seconds since 1970
 */
record InstallState(String word, long until) {

  static final Duration GOOD_FOR = Duration.ofMinutes(10);

  private static final SecureRandom RANDOM = new SecureRandom();

  /** Signs a text; the same for the same. */
  @FunctionalInterface
  interface Signing {
    String sign(String text);
  }

  static InstallState begun(Instant now) {
    return new InstallState(random(), now.plus(GOOD_FOR).getEpochSecond());
  }

  static String random() {
    byte[] bytes = new byte[16];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /**
   * @param browser what only the browser knows where it began
   */
  String written(String browser, Signing signing) {
    String text = word + "." + until;
    return text + "." + signing.sign(text + "." + browser);
  }

  /** Empty where it is not ours, or too old, or comes from another browser. */
  static Optional<InstallState> read(String written, String browser, Signing signing, Instant now) {
    String[] parts = written.split("\\.", -1);
    if (parts.length != 3
        || !parts[0].matches("[0-9a-f]{32}")
        || !parts[1].matches("[0-9]{1,12}")) {
      return Optional.empty();
    }
    InstallState state = new InstallState(parts[0], Long.parseLong(parts[1]));
    boolean ours =
        java.security.MessageDigest.isEqual(bytes(state.written(browser, signing)), bytes(written));
    return ours && now.getEpochSecond() < state.until() ? Optional.of(state) : Optional.empty();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }
}
