package org.doorstep.talk;

import org.jspecify.annotations.Nullable;

/**
 * One thing that may be tapped.
 *
 * @param tap comes back when it is tapped, as {@link Tap#encoded}
 * @param label at most 20 characters on a button, 24 in a list
 * @param description at most 72 characters, shown in lists only
 */
public record Choice(Tap tap, String label, @Nullable String description) {}
