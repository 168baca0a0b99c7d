package org.doorstep.whatsapp;

import com.twilio.http.TwilioRestClient;
import com.twilio.rest.content.v1.ContentCreator;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.doorstep.talk.TemplateText;

/**
 * Which content resource at Twilio says a thing: shapes for buttons and lists, which are made here
 * when they are first needed, and the texts that WhatsApp has approved.
 */
final class TwilioContents {

  private final TwilioRestClient twilio;
  private final ContentShelf shelf;
  private final TwilioWords words;

  TwilioContents(TwilioRestClient twilio, ContentShelf shelf, TwilioWords words) {
    this.twilio = twilio;
    this.shelf = shelf;
    this.words = words;
  }

  /** The approved template of that name: in that language, else in English. */
  Optional<String> template(String name, String language, Instant now) {
    shelf.refresh(now);
    return WhatsAppLanguages.readable(language).stream()
        .flatMap(code -> approved(name, code))
        .map(Listed::sid)
        .findFirst();
  }

  /**
   * Today's text; until that is approved, an older one that fits; else one that somebody has made
   * by hand and called {@code job-offer} or {@code job-offer_pl}.
   */
  private Stream<Listed> approved(String name, String code) {
    List<Listed> sendable =
        shelf.all().stream()
            .filter(l -> l.approval() == Approval.APPROVED)
            .sorted(Comparator.comparing(Listed::sid))
            .toList();
    Stream<Listed> ours = words.template(name, code).stream().flatMap(t -> ours(sendable, t, code));
    return Stream.concat(ours, byHand(sendable, name, code));
  }

  private static Stream<Listed> byHand(List<Listed> sendable, String name, String code) {
    return Stream.concat(
        sendable.stream().filter(l -> l.name().equals(name + "_" + code)),
        sendable.stream()
            .filter(l -> l.name().equals(name) && l.language().split("[-_]")[0].equals(code)));
  }

  private static Stream<Listed> ours(List<Listed> sendable, TemplateText text, String code) {
    String today = TemplateName.of(text, code);
    String beginning = TemplateName.beginning(text.name(), code);
    return Stream.concat(
        sendable.stream().filter(l -> l.name().equals(today)),
        sendable.stream().filter(l -> l.name().startsWith(beginning) && l.fits(text)));
  }

  /** The content that shows choices like these. */
  String of(Rendering rendering, Instant now) {
    Shape shape = Shape.of(rendering);
    Optional<Listed> known = shelf.named(shape.name());
    if (known.isPresent()) return known.get().sid();
    synchronized (shelf) {
      if (!shelf.refresh(now)) throw new IllegalStateException("Twilio's list cannot be read");
      return shelf.named(shape.name()).map(Listed::sid).orElseGet(() -> create(shape, now));
    }
  }

  /** It is not there any more. */
  void forget(Rendering rendering) {
    shelf.remove(Shape.of(rendering).name());
  }

  /** Where no answer comes it may have been made all the same: it is looked for before the next. */
  private String create(Shape shape, Instant now) {
    try {
      String sid = new ContentCreator(shape.request()).create(twilio).getSid();
      shelf.put(new Listed(sid, shape.name(), "en", Approval.UNSUBMITTED, "", 0, List.of()));
      return sid;
    } catch (RuntimeException e) {
      shelf.doubt(now);
      throw e;
    }
  }
}
