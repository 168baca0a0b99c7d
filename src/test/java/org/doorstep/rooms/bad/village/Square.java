package org.doorstep.rooms.bad.village;

/** Where the village meets. */
public record Square(String name) {}
