package org.doorstep.story;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.doorstep.village.VillageKeys;

/** Webhooks as somebody would send them who has the keys, or says so. */
final class Envelopes implements AutoCloseable {

  static final String MESSAGE = "/webhooks/twilio/message";
  private static final String SLACK = "/webhooks/slack";

  private final HttpClient http = HttpClient.newHttpClient();
  private final String base;
  private final VillageKeys keys;
  private int count;

  Envelopes(RunningVillage village) {
    base = "http://localhost:" + village.port;
    keys = village.bean(VillageKeys.class);
  }

  /** The fields of a new message. */
  Map<String, String> message(String from, String body) {
    String sid = "SM%032x".formatted(0xabc000 + ++count);
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("MessageSid", sid);
    fields.put("SmsSid", sid);
    fields.put("SmsMessageSid", sid);
    fields.put("AccountSid", keys.accountSid());
    fields.put("From", "whatsapp:" + from);
    fields.put("To", "whatsapp:+447700900000");
    fields.put("Body", body);
    fields.put("NumMedia", "0");
    fields.put("MessageType", "text");
    return fields;
  }

  int twilio(Map<String, String> fields) {
    return twilio(fields, signature(fields));
  }

  int twilio(Map<String, String> fields, String signature) {
    String body =
        fields.entrySet().stream()
            .map(f -> encode(f.getKey()) + "=" + encode(f.getValue()))
            .collect(Collectors.joining("&"));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + MESSAGE))
            .header("Content-Type", "application/x-www-form-urlencoded");
    if (!signature.isEmpty()) request.header("X-Twilio-Signature", signature);
    return send(request, body);
  }

  String signature(Map<String, String> fields) {
    StringBuilder signed = new StringBuilder(base + MESSAGE);
    new TreeMap<>(fields).forEach((key, value) -> signed.append(key).append(value));
    return Base64.getEncoder()
        .encodeToString(hmac("HmacSHA1", keys.authToken(), signed.toString()));
  }

  int slack(String body, long timestamp) {
    return slack(body, timestamp, slackSignature(body, timestamp));
  }

  int slack(String body, long timestamp, String signature) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + SLACK))
            .header("Content-Type", "application/json")
            .header("X-Slack-Request-Timestamp", Long.toString(timestamp));
    if (!signature.isEmpty()) request.header("X-Slack-Signature", signature);
    return send(request, body);
  }

  String slackSignature(String body, long timestamp) {
    byte[] mac = hmac("HmacSHA256", keys.signingSecret(), "v0:" + timestamp + ":" + body);
    return "v0=" + HexFormat.of().formatHex(mac);
  }

  private int send(HttpRequest.Builder request, String body) {
    try {
      return http.send(
              request.POST(HttpRequest.BodyPublishers.ofString(body)).build(),
              HttpResponse.BodyHandlers.discarding())
          .statusCode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  private static byte[] hmac(String algorithm, String key, String text) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(key.getBytes(UTF_8), algorithm));
      return mac.doFinal(text.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
