package org.doorstep.app;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.Set;
import org.doorstep.talk.TemplateText;
import org.doorstep.whatsapp.ContentPush;
import org.doorstep.whatsapp.ContentState;
import org.doorstep.whatsapp.ContentState.Outcome;
import org.doorstep.whatsapp.TwilioAccount;
import org.doorstep.whatsapp.TwilioEndpoints;

/** What Twilio and WhatsApp have of the flows, in words. */
final class ContentErrand {

  private final List<String> lines = new ArrayList<>();
  private final List<String> findings = new ArrayList<>();
  private final Set<String> notLanguages = new LinkedHashSet<>();
  private int shapes;
  private int shapesMade;
  private int shapesThere;

  private ContentErrand() {}

  /**
   * @param push whether what is missing is made; else it is only told
   */
  static Errands.Report run(
      boolean push, TwilioAccount account, URI content, Path flows, Path data) {
    return switch (Speech.in(flows)) {
      case Checked.Faulty<Speech>(var faults) -> new Errands.Report(List.of(), faults);
      case Checked.Fine<Speech>(Speech speech) -> {
        // nothing but contents is asked for: nobody calls back
        var at = TwilioEndpoints.of(content, TwilioEndpoints.API, content);
        var twilio = new ContentPush(account, at, data, ContentErrand::sleep);
        try {
          var texts = texts(speech);
          yield new ContentErrand().told(push, push ? twilio.push(texts) : twilio.status(texts));
        } catch (ContentPush.Unable e) {
          yield new Errands.Report(List.of(), List.of(String.valueOf(e.getMessage())));
        }
      }
    };
  }

  private static SequencedMap<String, List<TemplateText>> texts(Speech speech) {
    SequencedMap<String, List<TemplateText>> texts = new LinkedHashMap<>();
    for (String language : speech.talk().languages()) {
      texts.put(language, speech.talk().in(language).templates());
    }
    return texts;
  }

  private static void sleep(Duration pause) {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Errands.Report told(boolean push, List<ContentState> states) {
    states.forEach(state -> tell(push, state));
    String made = push ? ", " + shapesMade + " of them new" : "";
    lines.add("buttons and lists: " + shapesThere + " of " + shapes + " are there" + made);
    for (String language : notLanguages) {
      lines.add(language + ": WhatsApp approves no texts in it; people get the English ones");
    }
    return new Errands.Report(lines, findings);
  }

  private void tell(boolean push, ContentState state) {
    String name = state.name() + (state.language().isEmpty() ? "" : " (" + state.language() + ")");
    switch (state.outcome()) {
      case Outcome.Usable(boolean created) -> {
        shapes++;
        shapesThere++;
        if (created) shapesMade++;
      }
      case Outcome.Text text -> text(push, name, text);
      case Outcome.Missing() -> missing(state, name);
      case Outcome.NotALanguage() -> notLanguages.add(state.language());
      case Outcome.Untranslated() ->
          lines.add(name + ": not translated; people get the English text");
      case Outcome.Failed(String why) -> {
        if (state.language().isEmpty()) shapes++;
        findings.add(name + ": " + why);
      }
    }
  }

  /** A shape is made when it is first needed; a text is not. */
  private void missing(ContentState state, String name) {
    if (state.language().isEmpty()) shapes++;
    else findings.add(name + ": not at Twilio; run 'doorstep content push'");
  }

  private void text(boolean push, String name, Outcome.Text text) {
    List<String> words = new ArrayList<>();
    if (push) words.add(text.created() ? "created" : "unchanged");
    if (text.submitted()) words.add("submitted");
    words.add(text.approval().name().toLowerCase(Locale.ROOT));
    String line = name + ": " + String.join(", ", words);
    boolean useless =
        switch (text.approval()) {
          case REJECTED, PAUSED, DISABLED -> true;
          case UNSUBMITTED -> !push;
          case RECEIVED, PENDING, APPROVED, UNKNOWN -> false;
        };
    if (!useless) lines.add(line);
    else findings.add(text.reason().isBlank() ? line : line + ": " + text.reason());
  }
}
