package org.doorstep.village;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One message, as Twilio keeps it and as a phone shows it.
 *
 * @param channel {@code whatsapp:}, or empty for SMS
 * @param phone the person's address without the channel
 * @param mine written on the phone, rather than by Doorstep
 * @param doom the error code with which delivery will fail; a doomed message never shows on a phone
 */
record Message(
    String id,
    String sid,
    String channel,
    String phone,
    boolean mine,
    Face face,
    Instant at,
    Status status,
    @Nullable Integer doom) {

  /** Twilio's words for how far it got. */
  enum Status {
    RECEIVED,
    QUEUED,
    SENT,
    DELIVERED,
    READ,
    UNDELIVERED,
    FAILED;

    String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  record Button(String id, String title) {}

  record Item(String id, String title, String description) {}

  record Picker(String button, List<Item> items) {
    Picker {
      items = List.copyOf(items);
    }
  }

  record Pin(double lat, double lon, @Nullable String label) {}

  /**
   * An attachment; {@code kind} is {@code audio}, {@code image}, {@code sticker}, {@code contact} …
   */
  record Media(String sid, String kind) {}

  /** What there is to see. */
  record Face(
      String text,
      List<Button> buttons,
      @Nullable Picker picker,
      @Nullable Pin pin,
      @Nullable Media media,
      boolean template) {
    Face {
      buttons = List.copyOf(buttons);
    }

    static Face text(String text) {
      return new Face(text, List.of(), null, null, null, false);
    }
  }

  Message at(Status reached) {
    return new Message(id, sid, channel, phone, mine, face, at, reached, doom);
  }

  /** Known to Twilio's customers only once delivery has failed. */
  @Nullable Integer errorCode() {
    return status == Status.FAILED || status == Status.UNDELIVERED ? doom : null;
  }

  @Override
  public String toString() {
    return "Message[" + sid + "]";
  }
}
