package org.doorstep.help;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody of the council, or of a partner, has referred a resident to the groups.
 *
 * @param by their Slack user
 * @param name what they, or their organisation, are called
 * @param channel where they hear what becomes of it
 * @param contact how the resident is reached
 * @param number the resident's, where they are rung
 * @param consent how the resident agreed
 * @param words which version of the words the consent was asked in
 */
public record Referred(
    String by,
    String name,
    String channel,
    Contact contact,
    @Nullable String number,
    Consent consent,
    String words,
    Instant at) {

  /** How a resident is reached. */
  public enum Contact {
    WHATSAPP,
    /** They are rung: nothing is written to them. */
    PHONE,
    /** Only by whoever referred them. */
    THROUGH_ME
  }

  /** How a resident agreed to it. */
  public enum Consent {
    BY_PHONE,
    IN_PERSON,
    IN_WRITING,
    /** They could not be asked, and it could not wait. */
    BEST_INTERESTS
  }

  @Override
  public String toString() {
    return "Referred[" + channel + "]";
  }
}
