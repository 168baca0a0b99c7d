package org.doorstep.people;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What somebody was asked, in which words, and what they said.
 *
 * @param words the text that they had read, by its id in the flows and the fingerprint of how it
 *     read then: {@code triage.consent#5b1f03ac}
 * @param language in which they read it, BCP 47
 * @param channel by which they answered
 * @param about the one request or arrangement that it is for; null where it is for no single one
 * @param to who was to be told; null where that is nobody in particular
 */
public record Consent(
    Purpose purpose,
    Answer answer,
    String words,
    String language,
    Channel channel,
    Instant at,
    @Nullable String about,
    @Nullable String to) {

  /** What they said. */
  public enum Answer {
    GIVEN,
    REFUSED,
    WITHDRAWN
  }

  /** Whether another is the answer to the same question: one for another request never is. */
  public boolean sameQuestion(Consent other) {
    return purpose == other.purpose
        && Objects.equals(about, other.about)
        && Objects.equals(to, other.to);
  }

  /** They have changed their mind. */
  public Consent withdrawn(Channel by, Instant now) {
    return new Consent(purpose, Answer.WITHDRAWN, words, language, by, now, about, to);
  }

  @Override
  public String toString() {
    return "Consent[" + purpose + "]";
  }
}
