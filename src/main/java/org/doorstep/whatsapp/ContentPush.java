package org.doorstep.whatsapp;

import com.twilio.exception.ApiException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.content.v1.Content;
import com.twilio.rest.content.v1.ContentCreator;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.doorstep.talk.TemplateText;
import org.doorstep.whatsapp.ContentState.Outcome;

/**
 * Makes at Twilio what the flows need, and asks WhatsApp to approve the texts. What is there
 * already stays as it is, so it may be run again at any time, also after half a run.
 */
public final class ContentPush {

  private final ContentShelf shelf;
  private final TwilioRestClient twilio;
  private final WhatsAppApprovals approvals;
  private final Insistence insist;

  /**
   * @param endpoints of which only those for asking are used
   * @param data the folder in which a copy of Twilio's list of contents is kept
   * @param pause waits before Twilio is asked again
   */
  public ContentPush(
      TwilioAccount account, TwilioEndpoints endpoints, Path data, Consumer<Duration> pause) {
    this.twilio = TwilioHttp.client(account, endpoints);
    this.insist = new Insistence(pause);
    this.approvals = new WhatsAppApprovals(twilio, insist);
    this.shelf = new ContentShelf(twilio, new ContentFile(data, account.sid()));
  }

  /**
   * Makes what is missing.
   *
   * @param texts by the language's tag, English first
   * @throws Unable where Twilio cannot be asked at all
   */
  public List<ContentState> push(SequencedMap<String, List<TemplateText>> texts) {
    look();
    List<ContentState> states = new ArrayList<>(states(texts, this::pushed));
    for (Shape shape : Shape.usual()) {
      states.add(new ContentState(shape.name(), "", carefully(() -> pushed(shape))));
    }
    return states;
  }

  /**
   * Only tells how things are.
   *
   * @throws Unable where Twilio cannot be asked at all
   */
  public List<ContentState> status(SequencedMap<String, List<TemplateText>> texts) {
    look();
    List<ContentState> states = new ArrayList<>(states(texts, this::found));
    for (Shape shape : Shape.usual()) {
      boolean there = shelf.named(shape.name()).isPresent();
      Outcome outcome = there ? new Outcome.Usable(false) : new Outcome.Missing();
      states.add(new ContentState(shape.name(), "", outcome));
    }
    return states;
  }

  private void look() {
    try {
      insist.on(this::read);
    } catch (RuntimeException e) {
      throw new Unable(why(e));
    }
  }

  private boolean read() {
    shelf.read();
    return true;
  }

  /** What is done about one text in one of WhatsApp's languages. */
  private interface Step {
    Outcome take(TemplateText text, String code);
  }

  private List<ContentState> states(SequencedMap<String, List<TemplateText>> texts, Step step) {
    List<ContentState> states = new ArrayList<>();
    for (TemplateText english : texts.firstEntry().getValue()) {
      for (Map.Entry<String, List<TemplateText>> each : texts.entrySet()) {
        Optional<TemplateText> text =
            each.getValue().stream().filter(t -> t.name().equals(english.name())).findFirst();
        Optional<String> code = WhatsAppLanguages.code(each.getKey());
        Outcome outcome;
        if (code.isEmpty()) outcome = new Outcome.NotALanguage();
        else if (text.isEmpty()) outcome = new Outcome.Untranslated();
        else outcome = carefully(() -> step.take(text.get(), code.get()));
        states.add(new ContentState(english.name(), each.getKey(), outcome));
      }
    }
    return states;
  }

  private Outcome found(TemplateText text, String code) {
    return shelf
        .named(TemplateName.of(text, code))
        .<Outcome>map(l -> new Outcome.Text(false, false, l.approval(), l.reason()))
        .orElseGet(Outcome.Missing::new);
  }

  private Outcome pushed(TemplateText text, String code) {
    String name = TemplateName.of(text, code);
    Optional<Listed> before = shelf.named(name);
    Listed there = before.orElseGet(() -> create(name, TemplateContent.of(text, name, code)));
    boolean submit = there.approval() == Approval.UNSUBMITTED;
    if (submit) {
      there = there.now(approvals.ask(there.sid(), name, text.category()));
      shelf.put(there);
    }
    return new Outcome.Text(before.isEmpty(), submit, there.approval(), there.reason());
  }

  private Outcome pushed(Shape shape) {
    boolean before = shelf.named(shape.name()).isPresent();
    if (!before) create(shape.name(), shape.request());
    return new Outcome.Usable(!before);
  }

  private Listed create(String name, Content.ContentCreateRequest request) {
    return insist.on(
        () -> {
          String sid = new ContentCreator(request).create(twilio).getSid();
          shelf.put(
              new Listed(sid, name, request.getLanguage(), Approval.UNSUBMITTED, "", 0, List.of()));
          return shelf.named(name).orElseThrow();
        },
        () -> {
          shelf.read();
          return shelf.named(name);
        });
  }

  /** One that fails does not keep the others from being made. */
  private static Outcome carefully(Supplier<Outcome> step) {
    try {
      return step.get();
    } catch (RuntimeException e) {
      if (e instanceof ApiException fault && TwilioFaults.notUs(fault)) throw new Unable(why(e));
      return new Outcome.Failed(why(e));
    }
  }

  private static String why(RuntimeException e) {
    return switch (e) {
      case ApiException fault ->
          "Twilio says: " + fault.getMessage() + " (" + TwilioFaults.status(fault) + ")";
      case TwilioHttp.Unreached u -> "Twilio cannot be reached";
      case TwilioHttp.Unanswered u -> "Twilio did not answer; run it again";
      default -> e.toString();
    };
  }

  /** Twilio cannot be asked, or does not know us. */
  public static final class Unable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unable(String why) {
      super(why);
    }
  }
}
