package org.doorstep.desk;

/** A message in Slack. The time stamp is a string, never a number. */
public record SlackRef(String channel, String ts) {}
