package org.doorstep.directory;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An API of Open Referral UK, asked page by page, and addresses that are not asked. */
@NullUnmarked
class HsdsApiTest {

  @RegisterExtension
  static final WireMockExtension api =
      WireMockExtension.newInstance().options(options().dynamicPort()).build();

  private final List<Entry> read = new ArrayList<>();

  private Optional<String> read(String address) {
    PublicPages pages = new PublicPages(true, Duration.ZERO, Duration.ofSeconds(2));
    return new HsdsApi(new Hsds(LocalDate.of(2026, 3, 18)), pages, URI.create(address))
        .read(read::add);
  }

  private Optional<String> read() {
    return read(api.baseUrl() + "/v3");
  }

  private List<String> names() {
    return read.stream()
        .filter(Entry.Legible.class::isInstance)
        .map(e -> ((Entry.Legible) e).places().getFirst().name())
        .toList();
  }

  private static void page(int number, String json) {
    api.stubFor(
        get(urlPathEqualTo("/v3/services"))
            .withQueryParam("page", equalTo(Integer.toString(number)))
            .willReturn(okJson(json.replace('\'', '"'))));
  }

  private static String whole(String id, String name) {
    return "{'id':'" + id + "','name':'" + name + "','phones':[]}";
  }

  @ParameterizedTest
  @ValueSource(strings = {"'total_pages':2,'contents'", "'totalPages':2,'content'"})
  void pagesAreFollowedToTheLast(String list) {
    page(1, "{" + list + ":[" + whole("1", "A") + "," + whole("2", "B") + "]}");
    page(2, "{" + list + ":[" + whole("3", "C") + "]}");
    page(3, "{" + list + ":[" + whole("4", "beyond") + "]}");
    assertThat(read()).isEmpty();
    assertThat(names()).containsExactly("A", "B", "C");
    assertThat(((Entry.Legible) read.getLast()).at()).isEqualTo("page 2, record 1 (line 1)");
  }

  @Test
  void theAddressMayEndWithServicesAndHaveAQuestion() {
    api.stubFor(
        get(urlEqualTo("/v3/services?taxonomy=x&page=1&per_page=100"))
            .willReturn(okJson("[{\"id\":\"1\",\"name\":\"A\",\"phones\":[]}]")));
    assertThat(read(api.baseUrl() + "/v3/services/?taxonomy=x")).isEmpty();
    assertThat(names()).containsExactly("A");
  }

  @Test
  void aServerThatKnowsNoPagesIsReadOnce() {
    String all = "{'x':1,'contents':[" + whole("1", "A") + "]}";
    api.stubFor(get(urlPathEqualTo("/v3/services")).willReturn(okJson(all.replace('\'', '"'))));
    assertThat(read()).isEmpty();
    assertThat(names()).containsExactly("A");
  }

  @Test
  void whatIsOnlyBegunIsAskedForAsAWhole() {
    page(1, "{'total_pages':1,'contents':[{'id':'a b','name':'A'},{'id':'2','name':'B'}]}");
    api.stubFor(
        get(urlEqualTo("/v3/services/a%20b"))
            .willReturn(
                okJson(
                    "{\"id\":\"a b\",\"name\":\"A\",\"phones\":[{\"number\":\"0113 496 0123\"}]}")));
    assertThat(read()).isEmpty();
    assertThat(names()).containsExactly("A", "B");
    assertThat(((Entry.Legible) read.getFirst()).places().getFirst().phone())
        .isEqualTo("0113 496 0123");
  }

  @Test
  void aBrokenRecordCostsNoOther() {
    page(1, "{'total_pages':1,'contents':[" + whole("1", "A") + ",{'id':,},{'id':'','name':'x'}]}");
    assertThat(read()).isEmpty();
    assertThat(names()).containsExactly("A");
    assertThat(read).hasSize(3);
  }

  @Test
  void aPageThatIsMissingMakesAllOfItCountForNothing() {
    page(1, "{'total_pages':2,'contents':[" + whole("1", "A") + "]}");
    assertThat(read()).hasValueSatisfying(why -> assertThat(why).contains("404"));
  }

  @Test
  void aServerInTroubleIsAskedAgainAndNotForEver() {
    api.stubFor(get(anyUrl()).willReturn(aResponse().withStatus(503)));
    assertThat(read()).contains("it answers with status 503");
    api.verify(3, com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor(anyUrl()));
  }

  @Test
  void aServerThatNeverEndsIsLeft() {
    api.stubFor(get(anyUrl()).willReturn(aResponse().withFixedDelay(20_000)));
    assertThat(read()).contains("it took longer than 2 s to answer");
  }

  @Test
  void aPageThatSendsUsElsewhereIsNotFollowed() {
    api.stubFor(
        get(urlPathEqualTo("/v3/services"))
            .willReturn(
                aResponse().withStatus(302).withHeader("Location", "http://127.0.0.2:1/services")));
    assertThat(read()).contains("it sends us to another host: use that one's address");
    api.stubFor(
        get(urlPathEqualTo("/v3/services"))
            .willReturn(aResponse().withStatus(302).withHeader("Location", "/v3/services?page=1")));
    assertThat(read()).contains("it answers with status 302");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://192.0.2.1/services",
        "https://10.1.2.3/",
        "https://192.168.0.1/",
        "https://169.254.169.254/latest/meta-data",
        "https://127.0.0.1/",
        "https://0.0.0.0/",
        "https://[::1]/",
        "https://[fd00::1]/",
        "https://[::ffff:10.0.0.1]/",
        "https://user:secret@192.0.2.1/",
        "file:///etc/passwd"
      })
  void anAddressThatIsNotPublicIsNotAsked(String address) {
    PublicPages pages = new PublicPages(false);
    assertThatThrownBy(() -> pages.check(URI.create(address)))
        .isInstanceOf(PublicPages.Unfit.class);
  }

  @Test
  void aPublicOneIsAskedByHttps() {
    PublicPages pages = new PublicPages(false);
    assertThatCode(() -> pages.check(URI.create("https://203.0.114.1/services")))
        .doesNotThrowAnyException();
    assertThatCode(() -> pages.check(URI.create("https://[2a00:1450::1]/services")))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "100.64.0.1, false",
    "198.18.0.1, false",
    "192.0.0.1, false",
    "224.0.0.1, false",
    "240.0.0.1, false",
    "8.8.8.8, true",
    "64:ff9b::1, false",
    "2002:a00:1::1, false",
    "2001::1, false",
    "fe80::1, false",
    "2606:4700::1, true"
  })
  void onlyPublicAddressesAreOpen(String address, boolean open) throws Exception {
    assertThat(PublicPages.open(InetAddress.getByName(address))).isEqualTo(open);
  }
}
