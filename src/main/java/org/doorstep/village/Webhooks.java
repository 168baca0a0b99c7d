package org.doorstep.village;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;

/** Calls Doorstep as a provider would, over real HTTP. It never leaves this machine. */
final class Webhooks implements AutoCloseable {

  /** Stands for an answer that never came. */
  static final int NO_ANSWER = 0;

  static final String FORM = "application/x-www-form-urlencoded; charset=UTF-8";

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  private final Semaphore atOnce = new Semaphore(32);

  static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /**
   * What came back.
   *
   * @param status {@link #NO_ANSWER} where nothing did
   */
  record Answer(int status, String body) {
    private static final Answer NONE = new Answer(NO_ANSWER, "");
  }

  /** The status of the answer, or {@link #NO_ANSWER}. */
  int post(URI url, Map<String, String> headers, String body, Duration timeout) {
    return ask(url, headers, body, timeout).status();
  }

  /** Waits for the answer: call it on a virtual thread. */
  Answer ask(URI url, Map<String, String> headers, String body, Duration timeout) {
    if (!onThisMachine(url)) return Answer.NONE;
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url)
            .timeout(timeout)
            .POST(HttpRequest.BodyPublishers.ofString(body));
    headers.forEach(request::header);
    try {
      atOnce.acquire();
      try {
        HttpResponse<String> answer =
            http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Answer(answer.statusCode(), answer.body());
      } finally {
        atOnce.release();
      }
    } catch (IOException e) {
      return Answer.NONE;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Answer.NONE;
    }
  }

  private static boolean onThisMachine(URI url) {
    String host = url.getHost();
    try {
      return host != null && InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  /** False when it was cut short. */
  static boolean pause(Duration length) {
    try {
      Thread.sleep(length);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
