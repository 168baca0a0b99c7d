package org.doorstep.desk;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.doorstep.talk.Tap;

/** What can be chosen in Slack from anywhere: as if the button were pressed, or the words said. */
public enum Shortcut {
  JOIN(
      new Content(
          "",
          new Tap(Homes.FLOW, 1, "welcome", Inbound.HandedIn.JOIN, "").encoded(),
          null,
          null,
          List.of())),
  NEAR_ME(Content.text("NEAR ME")),
  MY_JOBS(Content.text("MY JOBS"));

  private final Content content;

  Shortcut(Content content) {
    this.content = content;
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
    return content;
  }
}
