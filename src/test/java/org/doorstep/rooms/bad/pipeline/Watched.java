package org.doorstep.rooms.bad.pipeline;

/** Is as it should be. */
public record Watched(String name) {}
