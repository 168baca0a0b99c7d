package org.doorstep.whatsapp;

import java.util.Locale;

/** Where WhatsApp stands with a text. Only an approved one may be sent behind a closed window. */
public enum Approval {
  /** WhatsApp has not been asked. */
  UNSUBMITTED,
  RECEIVED,
  PENDING,
  APPROVED,
  REJECTED,
  /** Too many people complained; WhatsApp lets it go on after a while. */
  PAUSED,
  DISABLED,
  /** A word that is new to us. */
  UNKNOWN;

  static Approval of(String word) {
    if (word.isBlank()) return UNSUBMITTED;
    for (Approval approval : values()) {
      if (approval.name().equals(word.toUpperCase(Locale.ROOT))) return approval;
    }
    return UNKNOWN;
  }
}
