package org.doorstep.app;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.doorstep.whatsapp.TwilioAccount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The errand {@code content} on the flows of the project, in words. */
class ContentErrandTest {

  private static final TwilioAccount ACCOUNT =
      new TwilioAccount("AC" + "0123456789abcdef".repeat(2), List.of("token"));
  private static final Path FLOWS = Path.of("conversation-flows");

  @RegisterExtension
  static final WireMockExtension twilio =
      WireMockExtension.newInstance().options(wireMockConfig().dynamicPort()).build();

  @TempDir Path data;

  private Errands.Report content(boolean push) {
    return new Rooms().content(push, ACCOUNT, URI.create(twilio.baseUrl()), FLOWS, data);
  }

  private static void listed(String... contents) {
    twilio.stubFor(
        get(urlPathEqualTo("/v1/ContentAndApprovals"))
            .willReturn(
                answer(
                    200,
                    "{\"contents\":[%s],\"meta\":{\"key\":\"contents\"}}"
                        .formatted(String.join(",", contents)))));
  }

  private static com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder answer(
      int status, String body) {
    return aResponse()
        .withStatus(status)
        .withHeader("Content-Type", "application/json")
        .withBody(body);
  }

  private static String listing(String name, String status, String reason) {
    return """
        {"sid": "HX%s", "friendly_name": "%s", "language": "xx",
         "approval_requests": {"status": "%s", "rejection_reason": "%s"}}
        """
        .formatted(name.hashCode(), name, status, reason);
  }

  @Test
  void whatIsMissingIsAFindingWithARemedy() {
    listed();
    Errands.Report report = content(false);
    assertThat(report.findings())
        .contains(
            "message-waiting (en): not at Twilio; run 'doorstep content push'",
            "message-waiting (pl): not at Twilio; run 'doorstep content push'",
            "message-waiting (ur): not at Twilio; run 'doorstep content push'")
        .noneMatch(finding -> finding.contains("(cy)") || finding.contains("(ur-Latn)"));
    assertThat(report.lines())
        .contains(
            "buttons and lists: 0 of 13 are there",
            "cy: WhatsApp approves no texts in it; people get the English ones",
            "ur-Latn: WhatsApp approves no texts in it; people get the English ones");
  }

  @Test
  void everyTextIsMadeHandedInAndTold() {
    listed();
    twilio.stubFor(
        any(anyUrl())
            .atPriority(9)
            .willReturn(answer(201, "{\"sid\":\"HX1\",\"status\":\"received\"}")));
    Errands.Report report = content(true);
    assertThat(report.findings()).isEmpty();
    assertThat(report.lines())
        .contains(
            "job-offer (en): created, submitted, received",
            "job-offer (ro): created, submitted, received")
        .noneMatch(line -> line.contains("not translated"));
  }

  @Test
  void whatCannotBeSentIsAFindingWithWhatsAppsReason() {
    listed(
        listing(name("message-waiting"), "rejected", "TAG_CONTENT_MISMATCH"),
        listing(name("job-offer"), "paused", ""),
        listing(name("passed-on"), "approved", ""),
        listing(name("help-is-coming"), "pending", ""));
    Errands.Report report = content(false);
    assertThat(report.findings())
        .contains("message-waiting (en): rejected: TAG_CONTENT_MISMATCH", "job-offer (en): paused");
    assertThat(report.lines()).contains("passed-on (en): approved", "help-is-coming (en): pending");
  }

  /** What the English text is called today, as a run that made it sent it. */
  private String name(String template) {
    listed();
    twilio.resetRequests();
    twilio.stubFor(
        any(anyUrl())
            .atPriority(9)
            .willReturn(answer(201, "{\"sid\":\"HX1\",\"status\":\"received\"}")));
    content(true);
    Pattern wanted = Pattern.compile("doorstep_" + template.replace('-', '_') + "_en_[0-9a-f]{8}");
    return twilio.getAllServeEvents().stream()
        .map(event -> wanted.matcher(event.getRequest().getBodyAsString()))
        .filter(Matcher::find)
        .map(Matcher::group)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aTwilioThatDoesNotKnowUsIsOneFinding() {
    twilio.stubFor(
        any(anyUrl())
            .willReturn(
                answer(401, "{\"code\":20003,\"message\":\"Authenticate\",\"status\":401}")));
    assertThat(content(true).findings())
        .singleElement()
        .asString()
        .contains("Authenticate")
        .doesNotContain("token");
  }
}
