package org.doorstep.pipeline;

/** One set of ports that belong together. */
public record Ports(
    Inbox inbox,
    Casebook casebook,
    Claims claims,
    Volunteers volunteers,
    Boards boards,
    Outbox outbox,
    Alarms alarms,
    Holdings holdings,
    Invitees invitees,
    Directory directory,
    Workspaces workspaces,
    Audits audits) {}
