package org.doorstep.village;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs as the providers do. */
final class Signatures {

  private Signatures() {}

  /** The header {@code X-Twilio-Signature} for a form. */
  static String twilio(String authToken, String url, Map<String, String> form) {
    StringBuilder signed = new StringBuilder(url);
    new TreeMap<>(form).forEach((key, value) -> signed.append(key).append(value));
    return Base64.getEncoder().encodeToString(hmac("HmacSHA1", authToken, signed.toString()));
  }

  /** The header {@code X-Slack-Signature}. */
  static String slack(String signingSecret, String timestamp, String body) {
    byte[] mac = hmac("HmacSHA256", signingSecret, "v0:" + timestamp + ":" + body);
    return "v0=" + HexFormat.of().formatHex(mac);
  }

  private static byte[] hmac(String algorithm, String key, String text) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), algorithm));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(algorithm + " is part of every JDK", e);
    }
  }
}
