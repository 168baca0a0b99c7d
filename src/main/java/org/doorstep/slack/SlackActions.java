package org.doorstep.slack;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload.Action;
import com.slack.api.app_backend.interactive_components.payload.GlobalShortcutPayload;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.doorstep.cell.Cell;
import org.doorstep.desk.BareCommand;
import org.doorstep.desk.Content;
import org.doorstep.desk.Inbound;
import org.doorstep.desk.InboundId;
import org.doorstep.desk.Shortcut;
import org.doorstep.desk.SlackRef;
import org.doorstep.people.Address;
import org.doorstep.talk.Tap;
import org.jspecify.annotations.Nullable;

/** Reads presses on our buttons, the slash command and shortcuts. */
final class SlackActions {

  private static final int LONGEST_TAP = 2000;

  private final SlackCells cells;

  SlackActions(SlackCells cells) {
    this.cells = cells;
  }

  Reading pressed(BlockActionPayload payload, Instant now) {
    if (payload.getTeam() == null || payload.getUser() == null || payload.getContainer() == null) {
      return new Reading.Ignored("not-for-us");
    }
    String channel = payload.getContainer().getChannelId();
    String ts = payload.getContainer().getMessageTs();
    if (channel == null && payload.getView() != null) return pressedAtHome(payload, now);
    if (channel == null || ts == null) return new Reading.Ignored("not-for-us");
    boolean direct = SlackEvents.direct(channel);
    Optional<Cell> cell = cells.of(payload.getTeam().getId(), direct ? null : channel);
    if (cell.isEmpty()) return new Reading.Ignored("unknown-team");
    Action action = ours(payload.getActions());
    String tap = action == null ? null : tap(action);
    if (action == null || tap == null) return new Reading.Ignored("not-our-button");
    String user = payload.getUser().getId();
    InboundId id =
        new InboundId("slack/" + channel + "/" + ts + "/" + user + "/" + action.getActionTs());
    Inbound.Sender sender =
        new Inbound.Sender(Address.slack(user), List.of(), payload.getUser().getName());
    if (!direct) {
      Inbound.Pressed on =
          new Inbound.Pressed(
              id, now, sender, tap, new SlackRef(channel, ts), payload.getTriggerId());
      return form(tap)
          .filter(form -> payload.getTriggerId() != null)
          .<Reading>map(
              form ->
                  new Reading.Opens(
                      cell.get(), payload.getTriggerId(), cell.get().language(), form, on))
          .orElseGet(() -> new Reading.Happened(cell.get(), on));
    }
    Content content = new Content(label(action), tap, ts, null, List.of());
    return opening(
        cell.get(),
        payload.getTriggerId(),
        tap,
        cell.get().language(),
        new Inbound.Said(id, now, sender, content));
  }

  /** Where the button stands for a form it opens; without a form it says the same. */
  private static Reading opening(
      Cell cell,
      @Nullable String trigger,
      @Nullable String encoded,
      String language,
      Inbound.Said said) {
    Optional<Tap> form = form(encoded);
    if (form.filter(SlackReferrals::asked).isPresent()) {
      return SlackReferrals.opening(cell, trigger, said.sender(), null, said);
    }
    return form.isEmpty() || trigger == null
        ? new Reading.Happened(cell, said)
        : new Reading.Opens(cell, trigger, language, form.get(), said);
  }

  private static Optional<Tap> form(@Nullable String encoded) {
    return Optional.ofNullable(encoded).flatMap(Tap::decode).filter(Inbound.HandedIn::opens);
  }

  /** A button on somebody's own page: as if it stood in their conversation with us. */
  private Reading pressedAtHome(BlockActionPayload payload, Instant now) {
    Optional<Cell> cell = cells.of(payload.getTeam().getId(), null);
    if (cell.isEmpty()) return new Reading.Ignored("unknown-team");
    Action action = ours(payload.getActions());
    String encoded = action == null ? null : tap(action);
    if (action == null || encoded == null) return new Reading.Ignored("not-our-button");
    String user = payload.getUser().getId();
    Inbound.Said said =
        new Inbound.Said(
            new InboundId("slack/home/" + user + "/" + action.getActionTs()),
            now,
            new Inbound.Sender(Address.slack(user), List.of(), payload.getUser().getName()),
            new Content(label(action), encoded, null, null, List.of()));
    String language = payload.getView().getPrivateMetadata();
    boolean known = language != null && !language.isBlank();
    return opening(
        cell.get(),
        payload.getTriggerId(),
        encoded,
        known ? language : cell.get().language(),
        said);
  }

  /** From the menu of shortcuts, wherever somebody is: said to the bot. */
  Reading chosen(GlobalShortcutPayload payload, Instant now) {
    if (payload.getTeam() == null || payload.getUser() == null || payload.getActionTs() == null) {
      return new Reading.Ignored("not-for-us");
    }
    Optional<Cell> cell = cells.of(payload.getTeam().getId(), null);
    if (cell.isEmpty()) return new Reading.Ignored("unknown-team");
    Optional<Shortcut> shortcut =
        Optional.ofNullable(payload.getCallbackId()).flatMap(Shortcut::called);
    if (shortcut.isEmpty()) return new Reading.Ignored("not-our-shortcut");
    String user = payload.getUser().getId();
    Content content = shortcut.get().content();
    return opening(
        cell.get(),
        payload.getTriggerId(),
        content.tap(),
        cell.get().language(),
        new Inbound.Said(
            new InboundId("slack/shortcut/" + user + "/" + payload.getActionTs()),
            now,
            new Inbound.Sender(Address.slack(user), List.of(), payload.getUser().getUsername()),
            content));
  }

  /** What follows the command is said to the bot, wherever it was typed. */
  Reading commanded(SlashCommandPayload payload, Instant now) {
    if (payload.getTeamId() == null
        || payload.getUserId() == null
        || payload.getTriggerId() == null) {
      return new Reading.Ignored("not-for-us");
    }
    String channel = payload.getChannelId();
    Optional<Cell> cell =
        cells.of(
            payload.getTeamId(), channel == null || SlackEvents.direct(channel) ? null : channel);
    if (cell.isEmpty()) return new Reading.Ignored("unknown-team");
    String words = payload.getText() == null ? "" : payload.getText();
    boolean refers = SlackReferrals.asked(words);
    Inbound.Said said =
        new Inbound.Said(
            new InboundId("slack/command/" + payload.getTriggerId()),
            now,
            new Inbound.Sender(
                Address.slack(payload.getUserId()), List.of(), payload.getUserName()),
            refers
                ? Shortcut.REFER.content()
                : words.isBlank()
                    ? BareCommand.content()
                    : Content.text(SlackText.plain(words, id -> SlackEvents.name(cell.get(), id))));
    return refers
        ? SlackReferrals.opening(cell.get(), payload.getTriggerId(), said.sender(), null, said)
        : new Reading.Happened(cell.get(), said);
  }

  private static @Nullable Action ours(@Nullable List<Action> actions) {
    if (actions == null || actions.isEmpty()) return null;
    Action first = actions.getFirst();
    return first.getActionId() != null && first.getActionId().startsWith(SlackBlocks.ACTION)
        ? first
        : null;
  }

  private static @Nullable String tap(Action action) {
    String value =
        action.getSelectedOption() == null
            ? action.getValue()
            : action.getSelectedOption().getValue();
    return value == null || value.isBlank() || value.length() > LONGEST_TAP ? null : value;
  }

  private static String label(Action action) {
    if (action.getSelectedOption() != null && action.getSelectedOption().getText() != null) {
      String chosen = action.getSelectedOption().getText().getText();
      return chosen == null ? "" : chosen;
    }
    return action.getText() == null || action.getText().getText() == null
        ? ""
        : action.getText().getText();
  }
}
