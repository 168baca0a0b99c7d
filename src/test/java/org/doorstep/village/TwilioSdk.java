package org.doorstep.village;

import com.twilio.http.HttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import com.twilio.http.TwilioRestClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Twilio's own SDK, with every address led to the village. */
final class TwilioSdk extends HttpClient {

  private final URI base;
  private final Duration timeout;
  private final java.net.http.HttpClient http = java.net.http.HttpClient.newHttpClient();

  private TwilioSdk(URI base, Duration timeout) {
    this.base = base;
    this.timeout = timeout;
  }

  static TwilioRestClient client(VillageServer server, Duration timeout) {
    return new TwilioRestClient.Builder(server.keys.accountSid(), server.keys.authToken())
        .httpClient(new TwilioSdk(server.base(), timeout))
        .build();
  }

  @Override
  public Response makeRequest(Request request) {
    URI theirs = URI.create(request.constructURL().toString());
    String query = theirs.getRawQuery() == null ? "" : "?" + theirs.getRawQuery();
    URI ours = base.resolve("/village/twilio" + theirs.getRawPath() + query);
    boolean json = request.getBody() != null;
    HttpRequest.Builder http =
        HttpRequest.newBuilder(ours)
            .timeout(timeout)
            .header("Authorization", request.getAuthString())
            .header("Content-Type", json ? "application/json" : "application/x-www-form-urlencoded")
            .method(
                request.getMethod().name(),
                HttpRequest.BodyPublishers.ofString(
                    json ? request.getBody() : request.encodeFormBody()));
    try {
      HttpResponse<String> answer =
          this.http.send(http.build(), HttpResponse.BodyHandlers.ofString());
      return new Response(answer.body(), answer.statusCode());
    } catch (IOException | InterruptedException e) {
      throw new com.twilio.exception.ApiConnectionException("no answer", e);
    }
  }
}
