package org.doorstep.village;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.doorstep.talk.TemplateText;
import org.doorstep.whatsapp.Approval;
import org.doorstep.whatsapp.ContentPush;
import org.doorstep.whatsapp.ContentState;
import org.doorstep.whatsapp.ContentState.Outcome;
import org.doorstep.whatsapp.TwilioAccount;
import org.doorstep.whatsapp.TwilioEndpoints;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code content push} does, with the real SDK against the simulated Content API. */
class ContentPushTest {

  private static final TemplateText WAITING =
      text("message-waiting", "You have a message. Reply to read it.", List.of());
  private static final TemplateText OFFER =
      new TemplateText(
          "job-offer",
          "utility",
          "Somebody needs {{1}} near you.",
          List.of("shopping", "rAb12cd.1"),
          List.of(new TemplateText.Button("I can do it", "job~1~offered~take~{{2}}")),
          "templates.yml",
          1);
  private static final TemplateText POLISH =
      text("message-waiting", "Masz wiadomość. Odpisz, aby ją przeczytać.", List.of());

  @TempDir Path folder;
  private VillageServer server;
  private final List<Duration> pauses = new ArrayList<>();
  private final SequencedMap<String, List<TemplateText>> texts = new LinkedHashMap<>();

  @BeforeEach
  void start() throws Exception {
    Files.writeString(folder.resolve("templates.yml"), "templates: {}\n");
    server = new VillageServer(folder);
    texts.put("en", List.of(WAITING, OFFER));
    texts.put("pl", List.of(POLISH));
    texts.put("cy", List.of(WAITING));
    texts.put("ur-Latn", List.of(WAITING, OFFER));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static TemplateText text(String name, String text, List<String> examples) {
    return new TemplateText(name, "utility", text, examples, List.of(), "templates.yml", 1);
  }

  private ContentPush twilio(Path data) {
    URI at = server.base().resolve("/village/twilio");
    return new ContentPush(
        new TwilioAccount(server.keys.accountSid(), List.of(server.keys.authToken())),
        new TwilioEndpoints(at, at, at, Duration.ofSeconds(5), Duration.ofMillis(700)),
        data,
        pauses::add);
  }

  private List<ContentState> push() {
    return twilio(folder).push(texts);
  }

  private static Outcome of(List<ContentState> states, String name, String language) {
    return states.stream()
        .filter(s -> s.name().equals(name) && s.language().equals(language))
        .findFirst()
        .orElseThrow()
        .outcome();
  }

  private static Outcome text(boolean created, boolean submitted, Approval approval) {
    return new Outcome.Text(created, submitted, approval, "");
  }

  private List<String> names() {
    return server.village.contents().all().stream().map(ContentTemplate::name).sorted().toList();
  }

  @Test
  void whatIsMissingIsMadeAndHandedIn() {
    List<ContentState> states = push();

    assertThat(of(states, "message-waiting", "en")).isEqualTo(text(true, true, Approval.RECEIVED));
    assertThat(of(states, "message-waiting", "pl")).isEqualTo(text(true, true, Approval.RECEIVED));
    assertThat(of(states, "job-offer", "pl")).isEqualTo(new Outcome.Untranslated());
    assertThat(of(states, "message-waiting", "cy")).isEqualTo(new Outcome.NotALanguage());
    assertThat(of(states, "job-offer", "ur-Latn")).isEqualTo(new Outcome.NotALanguage());
    assertThat(of(states, "doorstep_buttons_2", "")).isEqualTo(new Outcome.Usable(true));
    assertThat(names()).filteredOn(n -> n.contains("job_offer")).hasSize(1);
    ContentTemplate offer =
        server.village.contents().all().stream()
            .filter(c -> c.name().startsWith("doorstep_job_offer_en_"))
            .findFirst()
            .orElseThrow();
    assertThat(
            offer.types().path("twilio/quick-reply").path("actions").get(0).path("id").asString())
        .isEqualTo("job~1~offered~take~{{2}}");
    assertThat(offer.variables().path("2").asString()).isEqualTo("rAb12cd.1");
  }

  @Test
  void aSecondRunDoesNothingAndSaysHowItStands() {
    push();
    List<String> before = names();
    server.village.forward(Duration.ofMinutes(2));
    assertThat(of(push(), "job-offer", "en")).isEqualTo(text(false, false, Approval.PENDING));
    server.village.forward(Duration.ofHours(1));
    assertThat(of(push(), "job-offer", "en")).isEqualTo(text(false, false, Approval.APPROVED));
    assertThat(names()).isEqualTo(before);
  }

  @Test
  void anotherMachineWithoutTheFileDoublesNothing(@TempDir Path elsewhere) {
    push();
    List<String> before = names();
    assertThat(of(twilio(elsewhere).push(texts), "job-offer", "en"))
        .isEqualTo(text(false, false, Approval.RECEIVED));
    assertThat(names()).isEqualTo(before);
  }

  @Test
  void aChangedTextIsAnotherResourceAndTheOldOneStays() {
    push();
    List<String> before = names();
    texts.put("pl", List.of(text("message-waiting", "Masz wiadomość. Odpisz!", List.of())));
    assertThat(of(push(), "message-waiting", "pl")).isEqualTo(text(true, true, Approval.RECEIVED));
    assertThat(names()).hasSize(before.size() + 1).containsAll(before);
  }

  @Test
  void manyPagesAreReadToTheEnd() {
    for (int i = 0; i < 230; i++) {
      server.village.contents().keep("other_" + i, "en", Json.object(), types("Hello"));
    }
    push();
    List<String> before = names();
    push();
    assertThat(names()).isEqualTo(before);
  }

  private static tools.jackson.databind.node.ObjectNode types(String body) {
    var types = Json.object();
    types.set("twilio/text", Json.object().put("body", body));
    return types;
  }

  @Test
  void ofSeveralWithOneNameTheApprovedOneCounts() {
    push();
    ContentTemplate first = named("doorstep_message_waiting_en_");
    server.village.contents().order(first.sid(), "approved");
    for (int i = 0; i < 5; i++) {
      server.village.contents().keep(first.name(), "en", Json.object(), types("made by hand"));
    }
    assertThat(of(push(), "message-waiting", "en"))
        .isEqualTo(text(false, false, Approval.APPROVED));
  }

  private ContentTemplate named(String beginning) {
    return server.village.contents().all().stream()
        .filter(c -> c.name().startsWith(beginning))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatWhatsAppRejectsIsToldWithItsReasonAndNotHandedInAgain() {
    texts.put("en", List.of(text("bad", "{{1}} needs help.", List.of("Ada")), WAITING));
    push();
    server.village.forward(Duration.ofHours(1));
    for (int run = 0; run < 2; run++) {
      assertThat(of(push(), "bad", "en"))
          .isEqualTo(
              new Outcome.Text(
                  false,
                  false,
                  Approval.REJECTED,
                  "INVALID_FORMAT: a variable stands at the beginning or the end"));
    }
    server.village.contents().order(named("doorstep_message_waiting_en_").sid(), "paused");
    assertThat(of(push(), "message-waiting", "en")).isEqualTo(text(false, false, Approval.PAUSED));
  }

  @Test
  void statusOnlyLooks() {
    assertThat(of(twilio(folder).status(texts), "message-waiting", "en"))
        .isEqualTo(new Outcome.Missing());
    assertThat(names()).isEmpty();
    push();
    assertThat(of(twilio(folder).status(texts), "message-waiting", "en"))
        .isEqualTo(text(false, false, Approval.RECEIVED));
  }

  @Test
  void tooFastAndTwiliosOwnTroubleAreWaitedOut() {
    trouble(Injections.Kind.RATE_LIMIT, 0, 3);
    trouble(Injections.Kind.FAIL_NEXT, 20503, 2);
    List<ContentState> states = push();
    assertThat(of(states, "job-offer", "en")).isEqualTo(text(true, true, Approval.RECEIVED));
    assertThat(names()).doesNotHaveDuplicates();
    assertThat(pauses).hasSize(5).isSorted();
  }

  @Test
  void aLostReplyIsLookedIntoBeforeAnythingIsMadeAgain() {
    push();
    texts.put("en", List.of(OFFER, text("new", "Something new.", List.of())));
    // the list, then the reply to the new text's creation, then the list once more
    trouble(Injections.Kind.UNDELIVERABLE, 0, 1);
    trouble(Injections.Kind.ACCEPT_THEN_HANG, 0, 1);
    trouble(Injections.Kind.UNDELIVERABLE, 0, 1);
    // then the reply to its submission
    trouble(Injections.Kind.ACCEPT_THEN_HANG, 0, 1);

    assertThat(of(push(), "new", "en")).isEqualTo(text(true, true, Approval.RECEIVED));
    assertThat(names()).doesNotHaveDuplicates();
    assertThat(pauses).hasSize(2);
  }

  @Test
  void whatATwilioInTroubleLeftUndoneIsDoneByTheNextRun() {
    // the list answers, the text is made, and from then on nothing works
    trouble(Injections.Kind.UNDELIVERABLE, 0, 2);
    trouble(Injections.Kind.FAIL_NEXT, 0, 2000);
    assertThat(of(push(), "message-waiting", "en")).isInstanceOf(Outcome.Failed.class);
    assertThat(names()).hasSize(1);

    Optional<?> trouble = server.village.injections().nextAtContents();
    while (trouble.isPresent()) trouble = server.village.injections().nextAtContents();
    assertThat(of(push(), "message-waiting", "en")).isEqualTo(text(false, true, Approval.RECEIVED));
  }

  @Test
  void aTextThatTwilioRefusesDoesNotKeepTheOthersFromBeingMade() {
    texts.put("en", List.of(text("empty", " ", List.of()), WAITING));
    List<ContentState> states = push();
    assertThat(of(states, "empty", "en")).isInstanceOf(Outcome.Failed.class);
    assertThat(of(states, "message-waiting", "en")).isEqualTo(text(true, true, Approval.RECEIVED));
    assertThat(pauses).isEmpty();
  }

  @Test
  void aWrongTokenIsSaidOnce() {
    URI at = server.base().resolve("/village/twilio");
    var stranger =
        new ContentPush(
            new TwilioAccount(server.keys.accountSid(), List.of("wrong")),
            TwilioEndpoints.of(at, at, at),
            folder,
            pauses::add);
    assertThatThrownBy(() -> stranger.push(texts))
        .isInstanceOf(ContentPush.Unable.class)
        .hasMessageContaining("Authenticate");
    assertThat(pauses).isEmpty();
  }

  private void trouble(Injections.Kind kind, int code, int times) {
    server
        .village
        .injections()
        .add(new Injections.Injection(kind, Injections.CONTENTS, code, times));
  }
}
