package org.doorstep.whatsapp;

/**
 * How one text, or one shape of buttons or a list, stands at Twilio and WhatsApp.
 *
 * @param language the tag that the flows have for it; empty for a shape, which has none
 */
public record ContentState(String name, String language, Outcome outcome) {

  /** What was found or done. */
  public sealed interface Outcome {

    /** Twilio has a shape. It needs nobody's approval. */
    record Usable(boolean created) implements Outcome {}

    /**
     * Twilio has a text.
     *
     * @param reason WhatsApp's, where it has rejected the text; else empty
     */
    record Text(boolean created, boolean submitted, Approval approval, String reason)
        implements Outcome {}

    /** Twilio does not have it. */
    record Missing() implements Outcome {}

    /** WhatsApp approves nothing in this language; people get the English text. */
    record NotALanguage() implements Outcome {}

    /** The flows do not have it in this language; people get the English text. */
    record Untranslated() implements Outcome {}

    /** It could not be made or submitted. */
    record Failed(String why) implements Outcome {}
  }
}
