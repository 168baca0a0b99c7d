package org.doorstep.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.http.TwilioRestClient;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.doorstep.talk.TemplateText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Which of the texts at Twilio is sent to whom; Twilio's list comes from the copy of it. */
class TwilioContentsTest {

  private static final Instant NOW = Instant.parse("2026-03-03T22:00:00Z");
  private static final TemplateText ENGLISH = offer("Can you help with {{1}}?", "job~1~{{2}}");
  private static final TemplateText POLISH = offer("Czy możesz pomóc: {{1}}?", "job~1~{{2}}");
  private static final String EN = TemplateName.of(ENGLISH, "en");
  private static final String PL = TemplateName.of(POLISH, "pl");

  @TempDir Path data;
  private final List<Listed> listed = new ArrayList<>();

  private static TemplateText offer(String text, String sends) {
    return new TemplateText(
        "job-offer",
        "utility",
        text,
        List.of("shopping", "r1"),
        List.of(new TemplateText.Button("Yes", sends)),
        "templates.yml",
        1);
  }

  private void there(String sid, String name, String language, Approval approval) {
    listed.add(new Listed(sid, name, language, approval, "", 2, List.of("job~1~{{2}}")));
  }

  private Optional<String> sid(String language) {
    ContentFile file = new ContentFile(data, Forms.ACCOUNT.sid());
    file.write(listed);
    URI nowhere = URI.create("http://127.0.0.1:1");
    TwilioRestClient twilio =
        TwilioHttp.client(Forms.ACCOUNT, TwilioEndpoints.of(nowhere, nowhere, nowhere));
    return new TwilioContents(twilio, new ContentShelf(twilio, file), new Words())
        .template("job-offer", language, NOW);
  }

  @Test
  void theTextIsInThePersonsLanguageWhereThatIsApproved() {
    there("HXen", EN, "en", Approval.APPROVED);
    there("HXpl", PL, "pl", Approval.APPROVED);
    assertThat(sid("pl")).contains("HXpl");
    assertThat(sid("pl-PL")).contains("HXpl");
    assertThat(sid("en")).contains("HXen");
  }

  @ParameterizedTest
  @EnumSource(
      value = Approval.class,
      names = {"APPROVED"},
      mode = EnumSource.Mode.EXCLUDE)
  void whatIsNotApprovedIsNotSent(Approval approval) {
    there("HXpl", PL, "pl", approval);
    assertThat(sid("pl")).isEmpty();
    there("HXen", EN, "en", Approval.APPROVED);
    assertThat(sid("pl")).contains("HXen");
  }

  @ParameterizedTest
  @CsvSource({"cy", "ur-Latn", "fr", "pa-Latn", "xx"})
  void whoseLanguageWhatsAppOrTheFlowsDoNotHaveGetsEnglish(String language) {
    there("HXen", EN, "en", Approval.APPROVED);
    there("HXur", TemplateName.of(POLISH, "ur"), "ur", Approval.APPROVED);
    assertThat(sid(language)).contains("HXen");
  }

  @Test
  void anOlderTextServesUntilTodaysIsApproved() {
    String older = TemplateName.of(offer("Help with {{1}}?", "job~1~{{2}}"), "en");
    there("HXolder", older, "en", Approval.APPROVED);
    there("HXen", EN, "en", Approval.PENDING);
    assertThat(sid("en")).contains("HXolder");
    listed.removeLast();
    there("HXen", EN, "en", Approval.APPROVED);
    assertThat(sid("en")).contains("HXen");
  }

  @Test
  void anOlderTextWithOtherValuesOrOtherButtonsDoesNot() {
    String older = TemplateName.beginning("job-offer", "en") + "00000000";
    listed.add(new Listed("HX1", older, "en", Approval.APPROVED, "", 3, List.of("job~1~{{2}}")));
    listed.add(new Listed("HX2", older, "en", Approval.APPROVED, "", 2, List.of("job~9~{{2}}")));
    assertThat(sid("en")).isEmpty();
  }

  @Test
  void oneThatSomebodyMadeByHandServesToo() {
    there("HXhand", "job-offer", "en_GB", Approval.APPROVED);
    assertThat(sid("pl")).contains("HXhand");
    there("HXpl", "job-offer_pl", "pl", Approval.APPROVED);
    assertThat(sid("pl")).contains("HXpl");
    there("HXours", PL, "pl", Approval.APPROVED);
    assertThat(sid("pl")).contains("HXours");
  }

  @Test
  void theListOfAnotherAccountIsNotOurs() {
    there("HXen", EN, "en", Approval.APPROVED);
    assertThat(sid("en")).contains("HXen");
    assertThat(new ContentFile(data, "AC" + "0".repeat(32)).read()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "en, en",
    "en-GB, en_GB",
    "pl, pl",
    "pl-PL, pl",
    "ro, ro",
    "ur, ur",
    "pt-BR, pt_BR",
    "cy,",
    "ur-Latn,",
    "pt,",
    "so,",
    "'',"
  })
  void whatWhatsAppCallsALanguage(String tag, String code) {
    assertThat(WhatsAppLanguages.code(tag)).isEqualTo(Optional.ofNullable(code));
  }

  @Test
  void aNameIsMadeOfWhatWhatsAppTakes() {
    assertThat(EN).matches("doorstep_job_offer_en_[0-9a-f]{8}");
    assertThat(TemplateName.of(ENGLISH, "pt_BR")).startsWith("doorstep_job_offer_pt_br_");
    assertThat(TemplateName.of(offer("Can you help with {{1}}?", "job~2~{{2}}"), "en"))
        .isNotEqualTo(EN);
  }

  private static final class Words implements TwilioWords {
    @Override
    public String replyWithNumber(String language) {
      return "";
    }

    @Override
    public String choose(String language) {
      return "Choose";
    }

    @Override
    public Optional<TemplateText> template(String name, String language) {
      if (!name.equals("job-offer")) return Optional.empty();
      return Optional.of(language.equals("pl") ? POLISH : ENGLISH);
    }
  }
}
