package org.doorstep.slack;

import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.files.FilesInfoResponse;
import com.slack.api.model.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;
import org.doorstep.desk.Looked;
import org.doorstep.pipeline.Attachments;
import org.doorstep.pipeline.BlockingCalls;
import org.doorstep.pipeline.PictureFile;
import org.doorstep.pipeline.Pictures;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Looks at pictures in Slack. Of what came in only the file's id is taken: where it is, Slack's API
 * tells, and the bot's token goes to Slack's own file host and nowhere else.
 */
public final class SlackPictures implements Pictures, Attachments, AutoCloseable {

  /** Each may hold so much in memory. */
  private static final int WIDTH = 4;

  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Duration ANSWER = Duration.ofSeconds(5);
  private static final String FILES = "files.slack.com";
  private static final Pattern ID = Pattern.compile("F[A-Z0-9]{6,30}");

  /** There is none, or not for us, and asking again does not help. */
  private static final Set<String> GONE =
      Set.of("file_not_found", "file_deleted", "not_visible", "access_denied");

  private final SlackAccess access;
  private final MethodsClient slack;
  private final HttpClient client;
  private final BlockingCalls calls;

  public SlackPictures(SlackAccess access) {
    this.access = access;
    this.slack = new SlackAccess(access.botToken(), access.api(), CONNECT, ANSWER).methods();
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT)
            .build();
    this.calls = new BlockingCalls("slack-pictures", WIDTH, CONNECT.plus(ANSWER));
  }

  /** Whether a picture is called as Slack calls its files. */
  public static boolean named(String picture) {
    return ID.matcher(picture).matches();
  }

  @Override
  public Mono<Looked> look(String picture) {
    if (!named(picture)) return Mono.just(new Looked.Unfit());
    return calls.ask(() -> fetched(picture), new Looked.Away());
  }

  @Override
  public Mono<Fetched> fetch(String file) {
    if (!named(file)) return Mono.just(new Fetched.Unfit());
    return calls.ask(() -> got(file), new Fetched.Away());
  }

  /** What it is, its bytes tell. */
  private Fetched got(String id) throws IOException, InterruptedException, SlackApiException {
    FilesInfoResponse told = slack.filesInfo(r -> r.file(id));
    if (!told.isOk()) {
      return GONE.contains(told.getError()) ? new Fetched.Unfit() : new Fetched.Away();
    }
    File file = told.getFile();
    boolean fits =
        file != null
            && !file.isExternal()
            && (file.getSize() == null || file.getSize() <= PictureFile.LARGEST);
    @Nullable URI there = fits ? address(file.getUrlPrivate()) : null;
    if (there == null) return new Fetched.Unfit();
    HttpResponse<InputStream> answer = client.send(request(there), BodyHandlers.ofInputStream());
    try (InputStream body = answer.body()) {
      byte[] bytes = body.readNBytes(PictureFile.LARGEST + 1);
      return switch (answer.statusCode()) {
        case 200 ->
            bytes.length <= PictureFile.LARGEST ? new Fetched.Got(bytes) : new Fetched.Unfit();
        case 301, 302, 303, 307, 308, 404, 410 -> new Fetched.Unfit();
        default -> new Fetched.Away();
      };
    }
  }

  private HttpRequest request(URI there) {
    return HttpRequest.newBuilder(there)
        .header("Authorization", "Bearer " + access.botToken())
        .timeout(ANSWER)
        .build();
  }

  private Looked fetched(String id) throws IOException, InterruptedException, SlackApiException {
    FilesInfoResponse told = slack.filesInfo(r -> r.file(id));
    if (!told.isOk()) {
      return GONE.contains(told.getError()) ? new Looked.Unfit() : new Looked.Away();
    }
    File file = told.getFile();
    @Nullable URI there = file == null || !fits(file) ? null : address(file.getUrlPrivate());
    return there == null ? new Looked.Unfit() : fetched(there);
  }

  private static boolean fits(File file) {
    return !file.isExternal()
        && file.getMimetype() != null
        && PictureFile.fits(file.getMimetype())
        && (file.getSize() == null || file.getSize() <= PictureFile.LARGEST);
  }

  private @Nullable URI address(@Nullable String told) {
    if (told == null) return null;
    try {
      URI there = URI.create(told);
      return ours(there) ? there : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** Slack's file host, or the place that has our token anyway: the API we were told to use. */
  private boolean ours(URI there) {
    if (there.getUserInfo() != null || there.getHost() == null) return false;
    boolean files =
        "https".equals(there.getScheme()) && there.getPort() < 0 && there.getHost().equals(FILES);
    URI api = access.api();
    return files
        || (there.getHost().equals(api.getHost())
            && there.getPort() == api.getPort()
            && String.valueOf(there.getScheme()).equals(api.getScheme()));
  }

  /** Where Slack sends us on, it does not know our token, or has no such file. */
  private Looked fetched(URI there) throws IOException, InterruptedException {
    HttpResponse<InputStream> answer = client.send(request(there), BodyHandlers.ofInputStream());
    try (InputStream body = answer.body()) {
      return switch (answer.statusCode()) {
        case 200 -> PictureFile.look(answer.headers().firstValue("Content-Type").orElse(""), body);
        case 301, 302, 303, 307, 308, 404, 410 -> new Looked.Unfit();
        default -> new Looked.Away();
      };
    }
  }

  @Override
  public void close() {
    calls.close();
  }
}
