package org.doorstep.village;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.doorstep.village.Message.Face;
import org.doorstep.village.Message.Media;
import org.doorstep.village.Message.Pin;
import org.doorstep.village.Message.Status;
import org.jspecify.annotations.Nullable;

/**
 * The phones in people's hands. What is done on one goes to Doorstep's webhook as Twilio would send
 * it, in order per phone. Besides the neighbours' there is a phone for any address: {@code
 * +447700900…} or an id of somebody who shows no number.
 */
public final class Phones {

  private static final Duration TIMEOUT = Duration.ofSeconds(15);
  private static final int TRIES = 6;

  private final VillageSettings settings;
  private final Neighbourhood neighbourhood;
  private final Ledger ledger;
  private final Webhooks webhooks;
  private final Lanes lanes;
  private final JobMap jobs;
  private final Map<String, Integer> seen = new ConcurrentHashMap<>();

  Phones(
      VillageSettings settings,
      Neighbourhood neighbourhood,
      Ledger ledger,
      Webhooks webhooks,
      Lanes lanes,
      JobMap jobs) {
    this.settings = settings;
    this.neighbourhood = neighbourhood;
    this.ledger = ledger;
    this.webhooks = webhooks;
    this.lanes = lanes;
    this.jobs = jobs;
  }

  /**
   * What a phone shows.
   *
   * @param id of the message
   * @param choices what can be tapped: payload → title
   */
  public record Shown(String id, boolean mine, String text, Map<String, String> choices) {}

  /**
   * @param phone a neighbour's id, or any address
   */
  public void say(String phone, String text) {
    String address = neighbourhood.addressOf(phone);
    jobs.answered(address, text, ledger.on(address));
    send(address, Face.text(text), fields("text", text));
  }

  /** Sends a text message instead. */
  public void text(String phone, String text) {
    String address = neighbourhood.addressOf(phone);
    send("", address, Face.text(text), fields("text", text));
  }

  /** Taps a button or a line of a list. An unknown payload goes out all the same: an old button. */
  public void tap(String phone, String messageId, String payload, String title) {
    String address = neighbourhood.addressOf(phone);
    List<Message> shown = ledger.on(address);
    @Nullable Message on =
        shown.stream().filter(m -> m.id().equals(messageId)).findFirst().orElse(null);
    boolean fromList = on != null && on.face().picker() != null;
    Map<String, String> fields = fields(fromList ? "interactive" : "button", title);
    fields.put(fromList ? "ListId" : "ButtonPayload", payload);
    fields.put(fromList ? "ListTitle" : "ButtonText", title);
    if (on != null) {
      fields.put("OriginalRepliedMessageSid", on.sid());
      fields.put("OriginalRepliedMessageSender", on.channel() + neighbourhood.number());
    }
    jobs.tapped(address, payload);
    send(address, Face.text(title), fields);
  }

  public void pin(String phone, double lat, double lon, @Nullable String label) {
    Map<String, String> fields = fields("location", "");
    fields.put("Latitude", BigDecimal.valueOf(lat).toPlainString());
    fields.put("Longitude", BigDecimal.valueOf(lon).toPlainString());
    if (label != null && !label.isBlank()) fields.put("Label", label);
    Face face = new Face("", List.of(), null, new Pin(lat, lon, label), null, false);
    send(neighbourhood.addressOf(phone), face, fields);
  }

  /**
   * @param kind {@code audio}, {@code image}, {@code sticker}, {@code contact}, {@code video} …
   */
  public void media(String phone, String kind) {
    Media media = new Media(Ledger.sid("ME"), kind);
    Map<String, String> fields = fields(kind.equals("contact") ? "contacts" : kind, "");
    fields.put("NumMedia", "1");
    fields.put("MediaContentType0", MediaFiles.type(kind));
    Face face = new Face("", List.of(), null, null, media, false);
    send(neighbourhood.addressOf(phone), face, fields);
  }

  public List<Shown> shown(String phone) {
    return ledger.on(neighbourhood.addressOf(phone)).stream().map(Phones::shown).toList();
  }

  static Shown shown(Message message) {
    Map<String, String> choices = new LinkedHashMap<>();
    message.face().buttons().forEach(button -> choices.put(button.id(), button.title()));
    if (message.face().picker() != null) {
      message.face().picker().items().forEach(item -> choices.put(item.id(), item.title()));
    }
    return new Shown(message.id(), message.mine(), message.face().text(), choices);
  }

  /** The person has looked at everything on it. */
  void look(String phone) {
    String address = neighbourhood.addressOf(phone);
    seen.put(address, ledger.on(address).size());
  }

  int unread(String address) {
    List<Message> shown = new ArrayList<>(ledger.on(address));
    return (int) shown.stream().skip(seen.getOrDefault(address, 0)).filter(m -> !m.mine()).count();
  }

  private Map<String, String> fields(String type, String body) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("MessageType", type);
    fields.put("Body", body);
    fields.put("NumMedia", "0");
    fields.put("NumSegments", "1");
    fields.put("ReferralNumMedia", "0");
    fields.put("SmsStatus", "received");
    fields.put("ApiVersion", "2010-04-01");
    return fields;
  }

  private void send(String address, Face face, Map<String, String> fields) {
    send("whatsapp:", address, face, fields);
  }

  private void send(String channel, String address, Face face, Map<String, String> fields) {
    Message message = ledger.heard(channel, address, face);
    seen.put(address, ledger.on(address).size());
    String account = settings.keys().accountSid();
    fields.put("AccountSid", account);
    fields.put("MessageSid", message.sid());
    fields.put("SmsSid", message.sid());
    fields.put("SmsMessageSid", message.sid());
    fields.put("From", channel + address);
    fields.put("To", neighbourhood.sender(channel));
    if (channel.isEmpty()) {
      fields.remove("MessageType");
      fields.remove("ReferralNumMedia");
    } else {
      neighbourhood.at(address).ifPresent(who -> fields.put("ProfileName", who.firstName()));
    }
    if (channel.isEmpty()) {
      // a text message tells no more than the number
    } else if (address.startsWith("+")) {
      fields.put("WaId", address.substring(1));
    } else {
      fields.put("ExternalUserId", "whatsapp:" + address);
    }
    if (face.media() != null) {
      fields.put(
          "MediaUrl0",
          "https://api.twilio.com/2010-04-01/Accounts/%s/Messages/%s/Media/%s"
              .formatted(account, message.sid(), face.media().sid()));
    }
    lanes.run("phone/" + address, () -> deliver(message.sid(), fields));
  }

  private void deliver(String sid, Map<String, String> fields) {
    Supplier<URI> base = settings.base();
    String url = base.get().resolve("/webhooks/twilio/message").toString();
    Map<String, String> headers =
        Map.of(
            "Content-Type",
            Webhooks.FORM,
            "I-Twilio-Idempotency-Token",
            sid,
            "X-Twilio-Signature",
            Signatures.twilio(settings.keys().authToken(), url, fields));
    for (int attempt = 1; attempt <= TRIES; attempt++) {
      int status = webhooks.post(URI.create(url), headers, Webhooks.form(fields), TIMEOUT);
      if (status >= 200 && status < 300) {
        ledger.reached(sid, Status.DELIVERED);
        return;
      }
      boolean hopeless = status >= 400 && status < 500;
      if (hopeless || !Webhooks.pause(settings.pace().twilioRetry().multipliedBy(attempt))) break;
    }
    ledger.reached(sid, Status.FAILED);
  }
}
