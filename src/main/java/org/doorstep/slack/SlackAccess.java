package org.doorstep.slack;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.util.http.SlackHttpClient;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * How we get to Slack's Web API.
 *
 * @param botToken {@code xoxb-…}; null where each workspace has given us one of its own
 * @param api {@code https://slack.com/api/}
 * @param connect how long a connection may take
 * @param answer how long an answer may take
 */
public record SlackAccess(@Nullable String botToken, URI api, Duration connect, Duration answer) {

  public static final URI API = URI.create("https://slack.com/api/");

  /** No connection came about: nothing was sent. */
  static final class Unreached extends IOException {
    private static final long serialVersionUID = 1L;

    Unreached(IOException cause) {
      super(cause.getClass().getSimpleName());
    }
  }

  public SlackAccess {
    if (botToken != null && (botToken.isBlank() || !botToken.equals(botToken.strip()))) {
      throw new IllegalArgumentException("the Slack bot token is blank or has space around it");
    }
  }

  public static SlackAccess of(@Nullable String botToken, URI api) {
    return new SlackAccess(botToken, api, Duration.ofSeconds(3), Duration.ofSeconds(10));
  }

  /**
   * The SDK's client: nothing of what is sent or answered is logged, nothing is sent twice by
   * itself.
   */
  Slack slack() {
    SlackConfig config = new SlackConfig();
    config.setMethodsEndpointUrlPrefix(api.toString().replaceAll("/+$", "") + "/");
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
            .addInterceptor(SlackAccess::reach)
            .addNetworkInterceptor(SlackAccess::reached)
            .build();
    SlackHttpClient client = new SlackHttpClient(http);
    client.setConfig(config);
    return Slack.getInstance(config, client);
  }

  /** The same, with less patience. */
  SlackAccess within(Duration connecting, Duration answering) {
    return new SlackAccess(botToken, api, connecting, answering);
  }

  /** Around connecting and sending: what fails here before {@link #reached} was never sent. */
  private static Response reach(Interceptor.Chain chain) throws IOException {
    AtomicBoolean connected = new AtomicBoolean();
    try {
      return chain.proceed(
          chain.request().newBuilder().tag(AtomicBoolean.class, connected).build());
    } catch (IOException e) {
      throw connected.get() ? e : new Unreached(e);
    }
  }

  private static Response reached(Interceptor.Chain chain) throws IOException {
    AtomicBoolean connected = chain.request().tag(AtomicBoolean.class);
    if (connected != null) connected.set(true);
    return chain.proceed(chain.request());
  }

  @Override
  public String toString() {
    return "SlackAccess[" + api + "]";
  }
}
