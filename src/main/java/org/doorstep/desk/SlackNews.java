package org.doorstep.desk;

import org.jspecify.annotations.Nullable;

/** What became of a place in Slack where a cell is: a workspace, or one channel of it. */
public sealed interface SlackNews {

  /** The workspace. */
  String team();

  /** As the cell's file has it; null where it is the whole workspace. */
  @Nullable String channel();

  /** Nothing can be posted there; what is to be said there is kept. */
  record Gone(String team, @Nullable String channel, Absence why) implements SlackNews {}

  /** It is there again, and what was kept goes out. */
  record Back(String team, @Nullable String channel) implements SlackNews {}

  /**
   * Nobody sees a case that is open there.
   *
   * @param anchor of its post
   * @param opened whether it was opened only then
   */
  record Unseen(String team, @Nullable String channel, String anchor, boolean opened)
      implements SlackNews {}

  /** A case that was open meanwhile can be seen again. */
  record Seen(String team, @Nullable String channel, String anchor) implements SlackNews {}
}
