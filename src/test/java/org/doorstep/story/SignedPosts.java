package org.doorstep.story;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.doorstep.village.VillageKeys;

/** Messages handed in as Twilio hands them in, with an id of the test's choice. */
final class SignedPosts {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final URI url;
  private final VillageKeys keys;

  SignedPosts(RunningVillage village) {
    this.url = URI.create("http://localhost:" + village.port + "/webhooks/twilio/message");
    this.keys = village.bean(VillageKeys.class);
  }

  /** The status of the answer. */
  int post(String sid, String number, String body) {
    return post(form(sid, number, body));
  }

  int post(Map<String, String> form) {
    try {
      return HTTP.send(request(form), HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  Map<String, String> form(String sid, String number, String body) {
    return new TreeMap<>(
        Map.of(
            "AccountSid",
            keys.accountSid(),
            "MessageSid",
            sid,
            "From",
            "whatsapp:" + number,
            "To",
            "whatsapp:+447700900000",
            "Body",
            body,
            "NumMedia",
            "0"));
  }

  private HttpRequest request(Map<String, String> form) {
    String body =
        form.entrySet().stream()
            .map(
                f ->
                    URLEncoder.encode(f.getKey(), UTF_8)
                        + "="
                        + URLEncoder.encode(f.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    return HttpRequest.newBuilder(url)
        .timeout(Duration.ofSeconds(15))
        .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
        .header("X-Twilio-Signature", signature(form))
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }

  private String signature(Map<String, String> form) {
    StringBuilder data = new StringBuilder(url.toString());
    new TreeMap<>(form).forEach((key, value) -> data.append(key).append(value));
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(keys.authToken().getBytes(UTF_8), "HmacSHA1"));
      return Base64.getEncoder().encodeToString(mac.doFinal(data.toString().getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
