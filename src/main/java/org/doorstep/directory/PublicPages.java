package org.doorstep.directory;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Opens pages of the public internet, and nothing else: by https, never at an address of a private
 * network, never where a page sends us to another host, never for long, never too much.
 */
public final class PublicPages {

  /** What is asked for may not be opened, or is not what it should be. */
  static class Unfit extends IOException {
    private static final long serialVersionUID = 1L;

    Unfit(String why) {
      super(why);
    }
  }

  /** There is no such page. */
  static final class Missing extends Unfit {
    private static final long serialVersionUID = 1L;

    Missing() {
      super("it answers with status 404");
    }
  }

  private static final long LARGEST = 32_000_000;
  private static final int REDIRECTS = 3;
  private static final int TRIES = 3;

  private final boolean loopback;
  private final Duration pause;
  private final Duration patience;
  private final HttpClient client;

  /**
   * @param loopback whether this machine may be asked, by http: for the village and for tests
   */
  public PublicPages(boolean loopback) {
    this(loopback, Duration.ofSeconds(2), Duration.ofMinutes(1));
  }

  PublicPages(boolean loopback, Duration pause, Duration patience) {
    this.loopback = loopback;
    this.pause = pause;
    this.patience = patience;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
  }

  /** A page, all of it. What answers "later" is asked again. */
  byte[] get(URI page) throws IOException, InterruptedException {
    URI at = page;
    int tries = 1;
    for (int redirects = 0; ; ) {
      HttpResponse<byte[]> answer = ask(at);
      int status = answer.statusCode();
      if (status == 200) return answer.body();
      if (status == 404 || status == 410) throw new Missing();
      if (status / 100 == 3 && redirects++ < REDIRECTS) {
        at = sameHost(page, at, answer.headers().firstValue("Location"));
      } else if ((status == 429 || status / 100 == 5) && tries++ < TRIES) {
        Thread.sleep(pause);
      } else {
        throw new Unfit("it answers with status " + status);
      }
    }
  }

  /** The time is for all of it: a page may come a byte at a time. */
  private HttpResponse<byte[]> ask(URI at) throws IOException, InterruptedException {
    check(at);
    HttpRequest request = HttpRequest.newBuilder(at).header("Accept", "application/json").build();
    CompletableFuture<HttpResponse<byte[]>> asked =
        client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST));
    try {
      return asked.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new Unfit("it took longer than " + patience.toSeconds() + " s to answer");
    } catch (ExecutionException e) {
      String why = e.getCause() == null ? "" : e.getCause().getClass().getSimpleName();
      throw new Unfit("it did not answer, or with more than 32 MB: " + why);
    } finally {
      asked.cancel(true);
    }
  }

  private static URI sameHost(URI page, URI at, Optional<String> location) throws Unfit {
    try {
      URI next = at.resolve(location.orElse(""));
      boolean same =
          page.getScheme().equals(next.getScheme())
              && page.getAuthority().equals(next.getAuthority());
      if (!same) throw new Unfit("it sends us to another host: use that one's address");
      return next;
    } catch (IllegalArgumentException e) {
      throw new Unfit("it sends us nowhere");
    }
  }

  /**
   * Java remembers for a while where a host is, so that what is looked at here is what is asked;
   * and a private host has no certificate of a public one.
   */
  void check(URI at) throws Unfit {
    String host = at.getHost();
    if (host == null || at.getUserInfo() != null) throw new Unfit("it is no address of a host");
    try {
      InetAddress[] all = InetAddress.getAllByName(host);
      boolean here = loopback;
      for (InetAddress one : all) here = here && one.isLoopbackAddress();
      if (here) return;
      if (!"https".equals(at.getScheme())) throw new Unfit("only https addresses are read");
      for (InetAddress one : all) {
        if (!open(one)) throw new Unfit("it is in a private network");
      }
    } catch (UnknownHostException e) {
      throw new Unfit("there is no such host");
    }
  }

  /** Whether it is an address of the public internet: RFC 6890 has those that are not. */
  static boolean open(InetAddress address) {
    if (address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return false;
    }
    byte[] b = address.getAddress();
    int first = b[0] & 0xff;
    int second = b[1] & 0xff;
    // of IPv6 only 2000::/3, without the tunnels 2001:0::/32 and 2002::/16
    if (address instanceof Inet6Address) {
      boolean teredo = first == 0x20 && second == 0x01 && b[2] == 0 && b[3] == 0;
      return first >> 5 == 1 && !teredo && !(first == 0x20 && second == 0x02);
    }
    boolean shared = first == 100 && second >> 6 == 1;
    boolean protocol = first == 192 && second == 0 && b[2] == 0;
    boolean benchmark = first == 198 && (second == 18 || second == 19);
    return first != 0 && first < 240 && !shared && !protocol && !benchmark;
  }
}
