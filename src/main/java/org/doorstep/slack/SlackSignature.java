package org.doorstep.slack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Slack's signature of a request: {@code v0=} and the hex HMAC-SHA256 of {@code v0:timestamp:body}.
 * The SDK's own check takes timestamps of the future and compares in varying time, hence this one.
 */
final class SlackSignature {

  private static final Duration TOLERANCE = Duration.ofMinutes(5);

  private final SecretKeySpec key;

  SlackSignature(String secret) {
    if (secret.isBlank() || !secret.equals(secret.strip())) {
      throw new IllegalArgumentException(
          "the Slack signing secret is blank or has space around it");
    }
    this.key = new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256");
  }

  /**
   * @param timestamp the header's text, seconds since 1970; old and future ones are refused alike
   */
  boolean matches(String timestamp, byte[] body, String signature, Instant now) {
    if (!timestamp.matches("\\d{1,12}")) return false;
    Duration age = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), now).abs();
    boolean fresh = age.compareTo(TOLERANCE) <= 0;
    boolean ours =
        MessageDigest.isEqual(sign(timestamp, body).getBytes(UTF_8), signature.getBytes(UTF_8));
    return fresh && ours;
  }

  String sign(String timestamp, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      mac.update(("v0:" + timestamp + ":").getBytes(UTF_8));
      return "v0=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
