package org.doorstep.desk;

/**
 * The officer's message that one of ours relays; delivery is shown on it.
 *
 * @param anchor the post in whose thread it stands: {@code case/c…}
 */
public record Origin(SlackRef message, String anchor) {}
