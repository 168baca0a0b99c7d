package org.doorstep.slack;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.util.http.SlackHttpClient;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import okhttp3.OkHttpClient;

/**
 * How we get to Slack's Web API.
 *
 * @param botToken {@code xoxb-…}
 * @param api {@code https://slack.com/api/}
 * @param connect how long a connection may take
 * @param answer how long an answer may take
 */
public record SlackAccess(String botToken, URI api, Duration connect, Duration answer) {

  public static final URI API = URI.create("https://slack.com/api/");

  /** The connection stood when it failed: Slack may have got the message. */
  static final class Unanswered extends IOException {
    private static final long serialVersionUID = 1L;

    Unanswered(IOException cause) {
      super(cause.getClass().getSimpleName());
    }
  }

  public SlackAccess {
    if (botToken.isBlank() || !botToken.equals(botToken.strip())) {
      throw new IllegalArgumentException("the Slack bot token is blank or has space around it");
    }
  }

  public static SlackAccess of(String botToken, URI api) {
    return new SlackAccess(botToken, api, Duration.ofSeconds(3), Duration.ofSeconds(10));
  }

  /** The SDK's client: nothing of what is sent or answered is logged, nothing is sent twice by itself. */
  MethodsClient methods() {
    SlackConfig config = new SlackConfig();
    config.setMethodsEndpointUrlPrefix(api.toString().replaceAll("/*$", "/"));
    config.setHttpClientResponseHandlers(List.of());
    config.setStatsEnabled(false);
    OkHttpClient http =
        new OkHttpClient.Builder()
            .connectTimeout(connect)
            .writeTimeout(answer)
            .readTimeout(answer)
            .callTimeout(connect.plus(answer).plus(answer))
            .retryOnConnectionFailure(false)
            .followRedirects(false)
            .addNetworkInterceptor(
                chain -> {
                  try {
                    return chain.proceed(chain.request());
                  } catch (IOException e) {
                    throw new Unanswered(e);
                  }
                })
            .build();
    SlackHttpClient client = new SlackHttpClient(http);
    client.setConfig(config);
    return Slack.getInstance(config, client).methods(botToken);
  }

  @Override
  public String toString() {
    return "SlackAccess[" + api + "]";
  }
}
