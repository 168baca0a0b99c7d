package org.doorstep.whatsapp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.util.Map;
import java.util.stream.Collectors;

/** Forms as Twilio sends them. The recorded ones have a field a line, encoded as it came. */
final class Forms {

  static final String TOKEN = "0123456789abcdef0123456789abcdef";
  static final TwilioAccount ACCOUNT =
      new TwilioAccount("AC00000000000000000000000000000001", java.util.List.of(TOKEN));

  private Forms() {}

  static String recorded(String name) {
    try (InputStream in = Forms.class.getResourceAsStream("/payloads/twilio/" + name + ".form")) {
      return new String(in.readAllBytes(), UTF_8).strip().replaceAll("\\s*\\n\\s*", "&");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static TwilioForm form(String body) {
    return TwilioForm.parse(body.getBytes(UTF_8)).orElseThrow();
  }

  static String encoded(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(
            f ->
                URLEncoder.encode(f.getKey(), UTF_8) + "=" + URLEncoder.encode(f.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }

  static String sign(String url, String body) {
    StringBuilder data = new StringBuilder(url);
    form(body).fields().forEach((key, value) -> data.append(key).append(value));
    return TwilioSignature.sign(TOKEN, data.toString());
  }
}
