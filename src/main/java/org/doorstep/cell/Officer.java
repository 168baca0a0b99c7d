package org.doorstep.cell;

import org.jspecify.annotations.Nullable;

/**
 * A link officer: the named contact for what neighbours should not or cannot do.
 *
 * @param phone in E.164: told by it when Slack is away; null where none is given
 */
public record Officer(String slackUser, String name, @Nullable String phone) {

  public Officer(String slackUser, String name) {
    this(slackUser, name, null);
  }

  @Override
  public String toString() {
    return "Officer[" + slackUser + "]";
  }
}
