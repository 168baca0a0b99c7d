package org.doorstep.desk;

import java.util.List;
import org.doorstep.place.Point;
import org.jspecify.annotations.Nullable;

/**
 * What a person sent.
 *
 * @param text what they wrote; empty where they wrote nothing
 * @param tap what the button they tapped carried, encoded
 * @param quoted the provider's id of our message that they answered to
 * @param pin a location pin
 * @param picture how the provider names the first picture, where it can be looked at
 * @param file how it names the first photo or document, where it can be passed on
 */
public record Content(
    String text,
    @Nullable String tap,
    @Nullable String quoted,
    @Nullable Pin pin,
    List<Kind> attachments,
    @Nullable String picture,
    @Nullable String file) {

  public Content {
    attachments = List.copyOf(attachments);
  }

  public Content(
      String text,
      @Nullable String tap,
      @Nullable String quoted,
      @Nullable Pin pin,
      List<Kind> attachments,
      @Nullable String picture) {
    this(text, tap, quoted, pin, attachments, picture, picture);
  }

  public Content(
      String text,
      @Nullable String tap,
      @Nullable String quoted,
      @Nullable Pin pin,
      List<Kind> attachments) {
    this(text, tap, quoted, pin, attachments, null);
  }

  public static Content text(String text) {
    return new Content(text, null, null, null, List.of());
  }

  /** The same, with other words. */
  Content saying(String words) {
    return new Content(words, tap, quoted, pin, attachments, picture, file);
  }

  /**
   * @param label what the sender's phone calls the place
   */
  public record Pin(Point point, @Nullable String label) {}

  /** What came with, or instead of, words. */
  public enum Kind {
    AUDIO,
    IMAGE,
    VIDEO,
    DOCUMENT,
    STICKER,
    CONTACT,
    UNKNOWN
  }

  @Override
  public String toString() {
    return "Content[redacted]";
  }
}
