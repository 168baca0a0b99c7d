package org.doorstep.whatsapp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Twilio's signature of a form: {@code base64(HMAC-SHA1(token, url + each sorted key + value))}.
 * The address is the public one from configuration with the raw path and query of the request;
 * nothing that a header says about it is used. Twilio may or may not write the port: both are
 * tried.
 */
final class TwilioSignature {

  private final String base;
  private final List<String> tokens;

  /**
   * @param publicUrl {@code https://host}, with a port or a path where the public one has them
   */
  TwilioSignature(URI publicUrl, List<String> tokens) {
    this.base = publicUrl.toString().replaceAll("/+$", "");
    this.tokens = List.copyOf(tokens);
  }

  /**
   * @param rawPathAndQuery as they stand in the request line
   */
  boolean matches(String rawPathAndQuery, SortedMap<String, String> form, String signature) {
    byte[] given = signature.getBytes(UTF_8);
    StringBuilder fields = new StringBuilder();
    for (Map.Entry<String, String> field : form.entrySet()) {
      fields.append(field.getKey()).append(field.getValue());
    }
    boolean matches = false;
    for (String token : tokens) {
      for (String address : addresses(base)) {
        String expected = sign(token, address + rawPathAndQuery + fields);
        matches |= MessageDigest.isEqual(expected.getBytes(UTF_8), given);
      }
    }
    return matches;
  }

  static String sign(String token, String data) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(token.getBytes(UTF_8), "HmacSHA1"));
      return Base64.getEncoder().encodeToString(mac.doFinal(data.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As configured; with the port that the scheme implies; without any port. */
  private static Set<String> addresses(String base) {
    URI uri = URI.create(base);
    String path = uri.getRawPath() == null ? "" : uri.getRawPath();
    String plain = uri.getScheme() + "://" + uri.getHost();
    int implied = "http".equals(uri.getScheme()) ? 80 : 443;
    Set<String> addresses = new LinkedHashSet<>();
    addresses.add(base);
    addresses.add(plain + ":" + (uri.getPort() < 0 ? implied : uri.getPort()) + path);
    addresses.add(plain + path);
    return addresses;
  }
}
