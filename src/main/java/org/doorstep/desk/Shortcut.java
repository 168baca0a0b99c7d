package org.doorstep.desk;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.doorstep.talk.Tap;
import org.jspecify.annotations.Nullable;

/** What can be chosen in Slack from anywhere: as if the button were pressed, or the words said. */
public enum Shortcut {
  JOIN("", new Tap(Homes.FLOW, 1, "welcome", Inbound.HandedIn.JOIN, "").encoded()),
  NEAR_ME("NEAR ME", null),
  MY_JOBS("MY JOBS", null),
  REFER("", Refer.tap().encoded());

  private final String words;
  private final @Nullable String tap;

  Shortcut(String words, @Nullable String tap) {
    this.words = words;
    this.tap = tap;
  }

  /**
   * @param callback as the app's manifest has it
   */
  public static Optional<Shortcut> called(String callback) {
    return Arrays.stream(values()).filter(one -> one.callback().equals(callback)).findFirst();
  }

  public String callback() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public Content content() {
    return new Content(words, tap, null, null, List.of());
  }
}
