package org.doorstep.cell;

/** A link officer: the named contact for what neighbours should not or cannot do. */
public record Officer(String slackUser, String name) {}
