package org.doorstep.whatsapp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.doorstep.desk.Looked;
import org.doorstep.pipeline.Attachments;
import org.doorstep.pipeline.BlockingCalls;
import org.doorstep.pipeline.PictureFile;
import org.doorstep.pipeline.Pictures;
import reactor.core.publisher.Mono;

/**
 * Looks at pictures at Twilio. What came in is never asked for by its address: only the two ids in
 * it are taken, and the address is made of our settings, so that nobody can send us elsewhere.
 */
public final class TwilioPictures implements Pictures, Attachments, AutoCloseable {

  /** Each may hold so much in memory. */
  private static final int WIDTH = 4;

  private static final int GONE = 410;

  /** Twilio's own stores, to which its API sends whoever asks; without our credentials. */
  private static final Set<String> STORES =
      Set.of("mms.twiliocdn.com", "media.twiliocdn.com", "s3-external-1.amazonaws.com");

  private static final Pattern ADDRESS =
      Pattern.compile(
          "https://[^/]+/2010-04-01/Accounts/AC[0-9a-f]{32}/Messages/"
              + "([A-Z]{2}[0-9a-f]{32})/Media/(ME[0-9a-f]{32})");

  private static final Pattern NAME = Pattern.compile("[A-Z]{2}[0-9a-f]{32}/ME[0-9a-f]{32}");

  private final TwilioAccount account;
  private final TwilioEndpoints at;
  private final Predicate<URI> ours;
  private final HttpClient client;
  private final BlockingCalls calls;

  public TwilioPictures(TwilioAccount account, TwilioEndpoints at) {
    this(account, at, TwilioPictures::ownStore);
  }

  /**
   * @param ours the stores that we let ourselves be sent to
   */
  TwilioPictures(TwilioAccount account, TwilioEndpoints at, Predicate<URI> ours) {
    this.account = account;
    this.at = at;
    this.ours = ours;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(at.connect())
            .build();
    this.calls =
        new BlockingCalls("twilio-pictures", WIDTH, at.connect().dividedBy(2).plus(at.answer()));
  }

  /** How a picture is called from here on; empty for an address that is not Twilio's. */
  static Optional<String> name(String address) {
    Matcher matcher = ADDRESS.matcher(address);
    return matcher.matches()
        ? Optional.of(matcher.group(1) + "/" + matcher.group(2))
        : Optional.empty();
  }

  @Override
  public Mono<Looked> look(String picture) {
    if (!NAME.matcher(picture).matches()) return Mono.just(new Looked.Unfit());
    return calls.ask(() -> looked(fetched(picture)), new Looked.Away());
  }

  private static Looked looked(Answer answer) throws IOException {
    return switch (answer.status) {
      case 200 -> PictureFile.look(answer.type(), new ByteArrayInputStream(answer.bytes));
      case 404, 410 -> new Looked.Unfit();
      default -> new Looked.Away();
    };
  }

  @Override
  public Mono<Fetched> fetch(String file) {
    if (!NAME.matcher(file).matches()) return Mono.just(new Fetched.Unfit());
    return calls.ask(() -> got(fetched(file)), new Fetched.Away());
  }

  private static Fetched got(Answer answer) {
    return switch (answer.status) {
      case 200 ->
          answer.bytes.length <= PictureFile.LARGEST
              ? new Fetched.Got(answer.bytes)
              : new Fetched.Unfit();
      case 404, 410 -> new Fetched.Unfit();
      default -> new Fetched.Away();
    };
  }

  /** One that would have us go elsewhere is as good as none. */
  private Answer fetched(String picture) throws IOException, InterruptedException {
    String[] ids = picture.split("/");
    String base = at.api().toString().replaceAll("/+$", "");
    URI there =
        URI.create(
            base
                + "/2010-04-01/Accounts/"
                + account.sid()
                + "/Messages/"
                + ids[0]
                + "/Media/"
                + ids[1]);
    String secret = account.sid() + ":" + account.tokens().getFirst();
    String basic = Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8));
    Answer answer = ask(HttpRequest.newBuilder(there).header("Authorization", "Basic " + basic));
    if (answer.status / 100 == 3) {
      Optional<URI> store = answer.header("Location").map(URI::create);
      if (store.filter(ours).isEmpty()) return new Answer(GONE, answer.headers, new byte[0]);
      answer = ask(HttpRequest.newBuilder(store.get()));
    }
    return answer;
  }

  private static boolean ownStore(URI store) {
    return "https".equals(store.getScheme())
        && store.getUserInfo() == null
        && store.getPort() < 0
        && STORES.contains(store.getHost());
  }

  private static final class Answer {

    private final int status;
    private final HttpHeaders headers;
    private final byte[] bytes;

    Answer(int status, HttpHeaders headers, byte[] bytes) {
      this.status = status;
      this.headers = headers;
      this.bytes = bytes;
    }

    String type() {
      return header("Content-Type").orElse("");
    }

    Optional<String> header(String name) {
      return headers.firstValue(name);
    }
  }

  private Answer ask(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<InputStream> answer =
        client.send(request.timeout(at.answer()).build(), BodyHandlers.ofInputStream());
    try (InputStream body = answer.body()) {
      // one byte more than is allowed tells that there are too many; no more are taken
      byte[] bytes = body.readNBytes(PictureFile.LARGEST + 1);
      return new Answer(answer.statusCode(), answer.headers(), bytes);
    }
  }

  @Override
  public void close() {
    calls.close();
  }
}
