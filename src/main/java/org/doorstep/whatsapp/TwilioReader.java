package org.doorstep.whatsapp;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.doorstep.desk.Content;
import org.doorstep.desk.DeliveryStatus;
import org.doorstep.desk.Inbound;
import org.doorstep.desk.InboundId;
import org.doorstep.desk.Masking;
import org.doorstep.desk.OutgoingId;
import org.doorstep.people.Address;
import org.doorstep.people.Channel;
import org.doorstep.place.Point;
import org.jspecify.annotations.Nullable;

/** From Twilio's fields to what happened. */
final class TwilioReader {

  private static final String WHATSAPP = "whatsapp:";

  private TwilioReader() {}

  static Inbound.Said said(TwilioForm form, Instant now) {
    Address from = address(form.text("From"));
    return new Inbound.Said(
        new InboundId("twilio/" + form.text("MessageSid")),
        now,
        new Inbound.Sender(from, alsoKnownAs(form, from), form.get("ProfileName")),
        content(form));
  }

  /** Empty for a status that says nothing about how far the message got. */
  static Optional<Inbound.Reported> reported(TwilioForm form, OutgoingId outgoing, Instant now) {
    String status = form.text("MessageStatus");
    return rank(status)
        .map(
            rank ->
                new Inbound.Reported(
                    new InboundId("twilio-status/" + form.text("MessageSid") + "/" + status),
                    now,
                    outgoing,
                    rank,
                    form.get("ErrorCode")));
  }

  /** {@code whatsapp:} off; what remains is opaque. */
  static Address address(String written) {
    return written.startsWith(WHATSAPP)
        ? Address.whatsapp(written.substring(WHATSAPP.length()))
        : Address.sms(written);
  }

  /** The number of ours that a message was sent to, or a report is about. */
  static String number(String written) {
    return written.startsWith(WHATSAPP) ? written.substring(WHATSAPP.length()) : written;
  }

  private static List<Address> alsoKnownAs(TwilioForm form, Address from) {
    List<Address> others = new ArrayList<>();
    String business = form.get("ExternalUserId");
    if (business != null && !number(business).isEmpty())
      others.add(Address.whatsapp(number(business)));
    String phone = form.get("WaId");
    if (phone != null && phone.matches("\\d{6,15}")) others.add(Address.whatsapp("+" + phone));
    return others.stream().filter(other -> !other.identity().equals(from.identity())).toList();
  }

  private static Content content(TwilioForm form) {
    String text = form.text("Body");
    if (text.isBlank() && form.get("ButtonText") != null) text = form.text("ButtonText");
    if (text.isBlank() && form.get("ListTitle") != null) text = form.text("ListTitle");
    return new Content(
        Masking.mask(clean(text)),
        tap(form),
        form.get("OriginalRepliedMessageSid"),
        pin(form),
        kinds(form),
        picture(form),
        file(form));
  }

  private static @Nullable String file(TwilioForm form) {
    String type = form.text("MediaContentType0");
    return type.startsWith("image/") || type.equals("application/pdf")
        ? TwilioPictures.name(form.text("MediaUrl0")).orElse(null)
        : null;
  }

  private static @Nullable String picture(TwilioForm form) {
    return form.text("MediaContentType0").startsWith("image/")
        ? TwilioPictures.name(form.text("MediaUrl0")).orElse(null)
        : null;
  }

  private static @Nullable String tap(TwilioForm form) {
    String payload =
        form.get("ButtonPayload") == null ? form.get("ListId") : form.get("ButtonPayload");
    return payload == null || payload.length() > 256 ? null : payload;
  }

  private static Content.@Nullable Pin pin(TwilioForm form) {
    String latitude = form.get("Latitude");
    String longitude = form.get("Longitude");
    if (latitude == null || longitude == null) return null;
    String label = form.get("Label") == null ? form.get("Address") : form.get("Label");
    try {
      Point point = new Point(Double.parseDouble(latitude), Double.parseDouble(longitude));
      return new Content.Pin(point, label == null ? null : Masking.mask(clean(label)));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static List<Content.Kind> kinds(TwilioForm form) {
    List<Content.Kind> kinds = new ArrayList<>();
    String count = form.text("NumMedia");
    int media = count.isEmpty() ? 0 : Integer.parseInt(count);
    for (int i = 0; i < media; i++) kinds.add(kind(form.text("MediaContentType" + i), form));
    Content.Kind named = named(form.text("MessageType"));
    if (kinds.isEmpty() && named != null) kinds.add(named);
    return kinds;
  }

  private static Content.Kind kind(String contentType, TwilioForm form) {
    if ("sticker".equals(form.get("MessageType")) || contentType.startsWith("image/webp")) {
      return Content.Kind.STICKER;
    }
    if (contentType.matches("text/(x-)?vcard.*")) return Content.Kind.CONTACT;
    return switch (contentType.replaceAll("/.*", "").toLowerCase(Locale.ROOT)) {
      case "audio" -> Content.Kind.AUDIO;
      case "image" -> Content.Kind.IMAGE;
      case "video" -> Content.Kind.VIDEO;
      case "application", "text" -> Content.Kind.DOCUMENT;
      default -> Content.Kind.UNKNOWN;
    };
  }

  /** Kinds that come without any media; null where the type is about words, taps or pins. */
  private static Content.@Nullable Kind named(String type) {
    return switch (type) {
      case "contacts" -> Content.Kind.CONTACT;
      case "audio", "voice" -> Content.Kind.AUDIO;
      case "image" -> Content.Kind.IMAGE;
      case "video" -> Content.Kind.VIDEO;
      case "document" -> Content.Kind.DOCUMENT;
      case "sticker" -> Content.Kind.STICKER;
      case "", "text", "location", "interactive", "button" -> null;
      default -> Content.Kind.UNKNOWN;
    };
  }

  private static Optional<DeliveryStatus> rank(String status) {
    return Optional.ofNullable(
        switch (status) {
          case "accepted", "scheduled", "queued", "sending" -> DeliveryStatus.QUEUED;
          case "sent" -> DeliveryStatus.SENT;
          case "failed", "undelivered", "canceled" -> DeliveryStatus.FAILED;
          case "delivered" -> DeliveryStatus.DELIVERED;
          case "read" -> DeliveryStatus.READ;
          default -> null;
        });
  }

  /** Without control characters, which no phone writes and no store needs. */
  private static String clean(String text) {
    return text.replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "").strip();
  }

  /** Whether that is a way by which this channel can be answered: SMS also has names as senders. */
  static boolean answerable(Address address) {
    return address.channel() != Channel.SMS || address.value().matches("\\+?\\d{3,15}");
  }
}
