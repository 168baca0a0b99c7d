package org.doorstep.slack;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.request.builtin.EventRequest;
import com.slack.api.bolt.request.builtin.GlobalShortcutRequest;
import com.slack.api.bolt.request.builtin.MessageShortcutRequest;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import java.time.Instant;

/** From what Bolt recognised to what happened. */
final class SlackReader {

  private final SlackEvents events;
  private final SlackActions actions;
  private final SlackSubmissions submissions;
  private final SlackReferrals referrals;

  SlackReader(SlackCells cells) {
    this.events = new SlackEvents(cells);
    this.actions = new SlackActions(cells);
    this.referrals = new SlackReferrals(cells);
    this.submissions = new SlackSubmissions(cells);
  }

  Reading read(Request<?> request, Instant now) {
    return switch (request) {
      case EventRequest event ->
          JsonParser.parseString(event.getRequestBodyAsString()) instanceof JsonObject envelope
              ? events.read(envelope, now)
              : new Reading.Ignored("not-for-us");
      case BlockActionRequest press -> actions.pressed(press.getPayload(), now);
      case ViewSubmissionRequest form -> submissions.handed(form.getPayload(), now);
      case SlashCommandRequest command -> actions.commanded(command.getPayload(), now);
      case GlobalShortcutRequest chosen -> actions.chosen(chosen.getPayload(), now);
      case MessageShortcutRequest on -> referrals.onMessage(on.getPayload(), now);
      default -> new Reading.Ignored("not-for-us");
    };
  }
}
