package org.doorstep.whatsapp;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.twilio.constant.EnumConstants;
import com.twilio.http.Request;
import com.twilio.http.Response;
import com.twilio.http.TwilioRestClient;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLHandshakeException;

/**
 * How the Twilio SDK gets out: to the addresses of our settings, within a time, and once. The SDK's
 * own client asks again after a 5xx, which would send a message twice.
 */
final class TwilioHttp extends com.twilio.http.HttpClient {

  /** It did not reach Twilio: nothing was sent. */
  static final class Unreached extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unreached(IOException cause) {
      super(cause.getClass().getSimpleName());
    }
  }

  /** Twilio was asked and no answer came. */
  static final class Unanswered extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unanswered(Exception cause) {
      super(cause.getClass().getSimpleName());
    }
  }

  private final Map<String, URI> hosts;
  private final Duration answer;
  private final HttpClient client;

  /** The SDK, on this way out. */
  static TwilioRestClient client(TwilioAccount account, TwilioEndpoints endpoints) {
    return new TwilioRestClient.Builder(account.sid(), account.tokens().getFirst())
        .httpClient(
            new TwilioHttp(
                endpoints.api(), endpoints.content(), endpoints.connect(), endpoints.answer()))
        .build();
  }

  TwilioHttp(URI api, URI content, Duration connect, Duration answer) {
    this.hosts = Map.of("api.twilio.com", api, "content.twilio.com", content);
    this.answer = answer;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(connect)
            .build();
  }

  @Override
  public Response reliableRequest(Request request) {
    return makeRequest(request);
  }

  @Override
  public Response makeRequest(Request request) {
    try {
      HttpResponse<byte[]> answered = client.send(translated(request), BodyHandlers.ofByteArray());
      return new Response(explained(answered), answered.statusCode());
    } catch (ConnectException | HttpConnectTimeoutException | SSLHandshakeException e) {
      throw new Unreached(e);
    } catch (IOException e) {
      throw new Unanswered(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unanswered(e);
    }
  }

  /**
   * The SDK loses the status of an error whose body is not Twilio's: a proxy's page, or nothing.
   */
  private static String explained(HttpResponse<byte[]> answered) {
    String body = new String(answered.body(), UTF_8);
    return answered.statusCode() < 400 || body.startsWith("{")
        ? body
        : "{\"status\":" + answered.statusCode() + ",\"message\":\"no content\"}";
  }

  private HttpRequest translated(Request request) {
    boolean json = request.getContentType() == EnumConstants.ContentType.JSON;
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(rebased(URI.create(request.constructURL().toString())))
            .timeout(answer)
            .header("Accept", "application/json")
            .method(request.getMethod().toString(), body(request, json));
    if (request.requiresAuthentication()) builder.header("Authorization", request.getAuthString());
    for (Map.Entry<String, List<String>> header : request.getHeaderParams().entrySet()) {
      header.getValue().forEach(value -> builder.header(header.getKey(), value));
    }
    if (!request.getMethod().toString().equals("GET")) {
      builder.header(
          "Content-Type", json ? "application/json" : "application/x-www-form-urlencoded");
    }
    return builder.build();
  }

  private static BodyPublisher body(Request request, boolean json) {
    if (request.getMethod().toString().equals("GET")) return BodyPublishers.noBody();
    return BodyPublishers.ofString(json ? request.getBody() : request.encodeFormBody(), UTF_8);
  }

  /** Nothing goes to a host that is not in the settings. */
  private URI rebased(URI asked) {
    URI base = hosts.get(asked.getHost());
    if (base == null) throw new IllegalStateException("no address for " + asked.getHost());
    String query = asked.getRawQuery() == null ? "" : "?" + asked.getRawQuery();
    return URI.create(base.toString().replaceAll("/+$", "") + asked.getRawPath() + query);
  }
}
