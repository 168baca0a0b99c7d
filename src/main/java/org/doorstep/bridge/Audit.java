package org.doorstep.bridge;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who did what with a safeguarding case, and when: no words, and nothing of whom it is about, so
 * that it outlives both.
 *
 * @param who a Slack user, or a named contact; null for what happened by itself
 * @param texts which fixed text was said, with its version; null where none was
 */
public record Audit(
    Instant at, CaseId caseId, Kind kind, @Nullable String who, @Nullable String texts) {

  /** What was done. */
  public enum Kind {
    OPENED,
    /** Whoever wrote had a fixed text. */
    ADVISED,
    /** Somebody was asked to look, in Slack. */
    TOLD,
    /** Somebody was called outside the channel: in a direct message, or by text message. */
    CALLED,
    SHOWN,
    /** Somebody who may not see it wanted to. */
    REFUSED,
    TAKEN,
    REPLIED,
    CLOSED,
    /** It could not be posted in Slack. */
    UNPOSTED
  }

  @Override
  public String toString() {
    return "Audit[" + caseId + " " + kind + "]";
  }
}
