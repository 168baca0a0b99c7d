package org.doorstep.cell;

import java.time.Duration;
import java.time.LocalTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a cell is told of its own figures, and what it asks for them.
 *
 * @param daily officers read of each day what came in and what was taken
 * @param weekly officers and groups read of each week, in their channels
 * @param at when on the day after
 * @param keepFor how long counts are kept
 * @param askOutcome residents and volunteers are asked, now and then, whether it helped
 * @param token the SHA-256 of the token with which the figures may be fetched, in hexadecimal; null
 *     where they may not be
 */
public record Reporting(
    boolean daily,
    boolean weekly,
    LocalTime at,
    Duration keepFor,
    boolean askOutcome,
    @Nullable String token) {

  public static final Reporting USUAL =
      new Reporting(false, true, LocalTime.of(8, 30), Duration.ofDays(800), false, null);

  static final String KEY = "figures";

  static final Form<String> TOKEN =
      new Form<>(
          "the 64 characters that `doorstep digest token` prints for the file",
          "",
          text ->
              java.util.Optional.of(text.toLowerCase(Locale.ROOT))
                  .filter(t -> t.matches("[0-9a-f]{64}")));

  /** What is not said in the file is as usual. */
  static Reporting read(Entries rules) {
    return rules
        .part(KEY, "`figures`", "daily", "weekly", "at", "keep-for", "ask-outcome", "token")
        .map(
            part ->
                new Reporting(
                    part.optional("daily", Form.YES_OR_NO).orElse(USUAL.daily()),
                    part.optional("weekly", Form.YES_OR_NO).orElse(USUAL.weekly()),
                    part.optional("at", Form.TIME).orElse(USUAL.at()),
                    part.optional("keep-for", Form.DURATION).orElse(USUAL.keepFor()),
                    part.optional("ask-outcome", Form.YES_OR_NO).orElse(USUAL.askOutcome()),
                    part.optional("token", TOKEN).orElse(null)))
        .orElse(USUAL);
  }
}
