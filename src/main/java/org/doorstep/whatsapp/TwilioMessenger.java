package org.doorstep.whatsapp;

import com.twilio.exception.ApiException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.MessageCreator;
import com.twilio.type.PhoneNumber;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doorstep.cell.Cell;
import org.doorstep.desk.Outgoing;
import org.doorstep.desk.OutgoingId;
import org.doorstep.people.Channel;
import org.doorstep.people.Person;
import org.doorstep.pipeline.BlockingCalls;
import org.doorstep.pipeline.Delivery;
import org.doorstep.pipeline.Messenger;
import org.doorstep.pipeline.Parcel;
import org.doorstep.talk.Utterance;
import org.springframework.web.util.UriUtils;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Sends to people on WhatsApp and by SMS, through Twilio. */
public final class TwilioMessenger implements Messenger, AutoCloseable {

  /** Loggers of the SDK that write addresses at DEBUG: never to be set below INFO. */
  public static final String TALKATIVE = "com.twilio";

  private static final String NUDGE = "message-waiting";
  private static final int WIDTH = 16;

  private final TwilioRestClient twilio;
  private final TwilioEndpoints endpoints;
  private final TwilioContents contents;
  private final TwilioWords words;
  private final InstantSource clock;
  private final BlockingCalls calls;
  private final Sendings sendings = new Sendings();
  private final TwilioTraces traces;
  private final JsonMapper json = JsonMapper.builder().build();

  /**
   * @param data the folder in which a copy of Twilio's list of contents is kept
   */
  public TwilioMessenger(
      TwilioAccount account,
      TwilioEndpoints endpoints,
      Path data,
      TwilioWords words,
      InstantSource clock) {
    this.twilio = TwilioHttp.client(account, endpoints);
    this.endpoints = endpoints;
    this.contents =
        new TwilioContents(
            twilio, new ContentShelf(twilio, new ContentFile(data, account.sid())), words);
    this.traces = new TwilioTraces(twilio, words, sendings);
    this.words = words;
    this.clock = clock;
    this.calls =
        new BlockingCalls(
            "twilio", WIDTH, endpoints.connect().plus(endpoints.answer()).multipliedBy(3));
  }

  @Override
  public boolean carries(Parcel parcel) {
    if (parcel.outgoing() instanceof Outgoing.TextMessage) return true;
    if (!(parcel.outgoing() instanceof Outgoing.ToPerson)) return false;
    Person recipient = parcel.recipient();
    return recipient == null || recipient.address().channel() != Channel.SLACK;
  }

  @Override
  public Mono<Delivery> send(Cell cell, Parcel parcel) {
    if (parcel.outgoing() instanceof Outgoing.TextMessage text) return text(cell, text);
    Optional<Letter> letter = letter(cell, parcel);
    if (letter.isEmpty()) return Mono.just(new Delivery.Dropped("nobody"));
    if (letter.get().recipient().address().channel() == Channel.PHONE) {
      return Mono.just(new Delivery.Dropped("rung"));
    }
    if (letter.get().from().isEmpty()) return Mono.just(new Delivery.Refused("no-sender"));
    return calls.deliver(() -> deliver(cell, letter.get()));
  }

  /** To somebody outside: from the cell's own number for text messages, or not at all. */
  private Mono<Delivery> text(Cell cell, Outgoing.TextMessage text) {
    String from = cell.smsNumber();
    if (from == null) return Mono.just(new Delivery.Refused("no-sender"));
    return calls.deliver(
        () -> {
          try {
            MessageCreator creator =
                new MessageCreator(
                    new PhoneNumber(text.number()), new PhoneNumber(from), text.text());
            String sid = reporting(creator, text.id()).create(twilio).getSid();
            return new Delivery.Sent(sid, null);
          } catch (RuntimeException e) {
            return TwilioFaults.delivery(e, clock.instant(), cell.zone());
          }
        });
  }

  private Delivery deliver(Cell cell, Letter letter) {
    Instant now = clock.instant();
    try {
      return letter.recipient().windowOpen(now)
          ? say(letter, now)
          : behindClosedWindow(letter, now);
    } catch (RuntimeException e) {
      return TwilioFaults.delivery(e, now, cell.zone());
    }
  }

  private Delivery say(Letter letter, Instant now) {
    String hint = words.replyWithNumber(letter.recipient().language());
    Utterance utterance = letter.outgoing().utterance();
    try {
      return letter.sms()
          ? parts(letter, Rendering.numbered(utterance, hint), now)
          : tappable(letter, Rendering.tappable(utterance, hint), hint, now);
    } catch (ApiException fault) {
      if (TwilioFaults.windowClosed(fault)) return behindClosedWindow(letter, now);
      throw fault;
    }
  }

  /**
   * Falls back to numbers where the content is the trouble, never where the person or the pace is.
   */
  private Delivery tappable(Letter letter, Rendering rendering, String hint, Instant now) {
    if (rendering.form() == Rendering.Form.TEXT) return parts(letter, rendering, now);
    try {
      return parts(letter, rendering, now);
    } catch (ApiException fault) {
      if (!TwilioFaults.content(fault)) throw fault;
      contents.forget(rendering);
    } catch (NoContent e) {
      // in numbers, then
    }
    return parts(letter, rendering.inNumbers(hint), now);
  }

  /** In order; after a failure it goes on where it stopped. */
  private Delivery parts(Letter letter, Rendering rendering, Instant now) {
    Optional<String> content = content(rendering, now);
    List<String> parts = rendering.parts();
    int last = parts.size() - 1;
    for (int i = sendings.partsSent(letter.outgoing().id()); i < last; i++) {
      create(letter, creator(letter).setBody(parts.get(i)));
      sendings.partSent(letter.outgoing().id(), i + 1);
    }
    MessageCreator creator = creator(letter);
    if (content.isPresent()) {
      String button = words.choose(letter.recipient().language());
      creator
          .setContentSid(content.get())
          .setContentVariables(numbered(rendering.variables(button)));
    } else {
      creator.setBody(parts.get(last));
    }
    return new Delivery.Sent(create(letter, creator), null);
  }

  private Optional<String> content(Rendering rendering, Instant now) {
    if (rendering.form() == Rendering.Form.TEXT) return Optional.empty();
    try {
      return Optional.of(contents.of(rendering, now));
    } catch (RuntimeException e) {
      throw new NoContent(e);
    }
  }

  private Delivery behindClosedWindow(Letter letter, Instant now) {
    Utterance.Template own = letter.outgoing().utterance().template();
    return switch (letter.outgoing().whenClosed()) {
      case DROP -> new Delivery.Dropped("window-closed");
      case TEMPLATE ->
          own == null
              ? nudge(letter, now)
              : template(letter, own, now)
                  .<Delivery>map(sid -> new Delivery.Sent(sid, null))
                  .orElseGet(() -> new Delivery.Refused("no-template"));
      case HOLD -> nudge(letter, now);
    };
  }

  private Delivery nudge(Letter letter, Instant now) {
    return template(letter, new Utterance.Template(NUDGE, Map.of()), now)
        .<Delivery>map(Delivery.Held::new)
        .orElseGet(() -> new Delivery.Refused("no-template"));
  }

  /** WhatsApp takes no line breaks and no rows of spaces in a template's variables. */
  private Optional<String> template(Letter letter, Utterance.Template template, Instant now) {
    return contents
        .template(template.name(), letter.recipient().language(), now)
        .map(
            sid -> {
              MessageCreator creator = creator(letter).setContentSid(sid);
              if (!template.variables().isEmpty()) {
                Map<String, String> flat = new LinkedHashMap<>();
                template
                    .variables()
                    .forEach((k, v) -> flat.put(k, v.strip().replaceAll("\\s+", " ")));
                creator.setContentVariables(json.writeValueAsString(flat));
              }
              return create(letter, creator);
            });
  }

  private MessageCreator creator(Letter letter) {
    return reporting(
        new MessageCreator(
            new PhoneNumber(letter.to()), new PhoneNumber(letter.from()), (String) null),
        letter.outgoing().id());
  }

  private MessageCreator reporting(MessageCreator creator, OutgoingId id) {
    return creator.setStatusCallback(
        endpoints.publicUrl().toString().replaceAll("/+$", "")
            + TwilioWebhook.STATUS
            + "?o="
            + UriUtils.encode(id.value(), "UTF-8"));
  }

  private String create(Letter letter, MessageCreator creator) {
    String sid = creator.create(twilio).getSid();
    sendings.acknowledged(sid, letter.outgoing().id());
    return sid;
  }

  private String numbered(List<String> values) {
    Map<String, String> variables = new LinkedHashMap<>();
    for (String value : values) variables.put(Integer.toString(variables.size() + 1), value);
    return json.writeValueAsString(variables);
  }

  @Override
  public Mono<Trace> trace(Cell cell, Parcel parcel) {
    Optional<Letter> letter = letter(cell, parcel);
    if (letter.isEmpty()) return Mono.just(new Trace.DidNot());
    return calls.ask(() -> traces.look(letter.get(), clock.instant()), new Trace.Unknown());
  }

  private static Optional<Letter> letter(Cell cell, Parcel parcel) {
    Person recipient = parcel.recipient();
    return recipient != null && parcel.outgoing() instanceof Outgoing.ToPerson outgoing
        ? Optional.of(Letter.of(cell, recipient, outgoing))
        : Optional.empty();
  }

  @Override
  public void close() {
    calls.close();
  }

  /** The content that would show the choices cannot be had. */
  private static final class NoContent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoContent(RuntimeException cause) {
      super(cause.getClass().getSimpleName());
    }
  }
}
