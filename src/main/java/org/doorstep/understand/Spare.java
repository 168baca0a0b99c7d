package org.doorstep.understand;

import org.jspecify.annotations.Nullable;

/**
 * What somebody says of a thing that they have for others.
 *
 * @param kind a key of {@code vocab/things}; null where they name none
 * @param how a key of {@code vocab/giving}: {@code give} or {@code lend}; null where it is not said
 * @param amount how many; 0 where it is not said
 */
public record Spare(@Nullable String kind, @Nullable String how, int amount) {}
