package org.doorstep.slack;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload.Action;
import com.slack.api.app_backend.interactive_components.payload.GlobalShortcutPayload;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.doorstep.cell.Cell;
import org.doorstep.desk.BareCommand;
import org.doorstep.desk.Content;
import org.doorstep.desk.Inbound;
import org.doorstep.desk.InboundId;
import org.doorstep.desk.Shortcut;
import org.doorstep.desk.SlackRef;
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
    Optional<SlackSite> found = SlackSite.of(cells, teams(payload), direct ? null : channel);
    if (found.isEmpty()) return new Reading.Ignored("unknown-team");
    SlackSite site = found.get();
    Cell cell = site.cell();
    Action action = ours(payload.getActions());
    String tap = action == null ? null : tap(action);
    if (action == null || tap == null) return new Reading.Ignored("not-our-button");
    String user = payload.getUser().getId();
    String place = site.written(channel);
    InboundId id =
        new InboundId("slack/" + place + "/" + ts + "/" + user + "/" + action.getActionTs());
    Inbound.Sender sender = site.sender(home(payload), user, payload.getUser().getName());
    if (!direct) {
      String trigger = payload.getTriggerId();
      Inbound.Pressed on =
          new Inbound.Pressed(id, now, sender, tap, new SlackRef(place, ts), trigger);
      Optional<Tap> form = form(tap);
      return form.isEmpty() || trigger == null
          ? new Reading.Happened(cell, on)
          : new Reading.Opens(cell, site.team(), trigger, cell.language(), form.get(), on);
    }
    Content content = new Content(label(action), tap, ts, null, List.of());
    return opening(
        site,
        payload.getTriggerId(),
        tap,
        cell.language(),
        new Inbound.Said(id, now, sender, content));
  }

  /** Where the button stands for a form it opens; without a form it says the same. */
  private static Reading opening(
      SlackSite site,
      @Nullable String trigger,
      @Nullable String encoded,
      String language,
      Inbound.Said said) {
    Optional<Tap> form = form(encoded);
    if (form.filter(SlackReferrals::asked).isPresent()) {
      return SlackReferrals.opening(site, trigger, null, said);
    }
    return form.isEmpty() || trigger == null
        ? new Reading.Happened(site.cell(), said)
        : new Reading.Opens(site.cell(), site.team(), trigger, language, form.get(), said);
  }

  private static Optional<Tap> form(@Nullable String encoded) {
    return Optional.ofNullable(encoded).flatMap(Tap::decode).filter(Inbound.HandedIn::opens);
  }

  /** A button on somebody's own page: as if it stood in their conversation with us. */
  private Reading pressedAtHome(BlockActionPayload payload, Instant now) {
    Optional<SlackSite> found = SlackSite.of(cells, List.of(payload.getTeam().getId()), null);
    if (found.isEmpty()) return new Reading.Ignored("unknown-team");
    SlackSite site = found.get();
    Action action = ours(payload.getActions());
    String encoded = action == null ? null : tap(action);
    if (action == null || encoded == null) return new Reading.Ignored("not-our-button");
    String user = payload.getUser().getId();
    Inbound.Said said =
        new Inbound.Said(
            new InboundId("slack/home/" + user + "/" + action.getActionTs()),
            now,
            site.sender("", user, payload.getUser().getName()),
            new Content(label(action), encoded, null, null, List.of()));
    String language = payload.getView().getPrivateMetadata();
    boolean known = language != null && !language.isBlank();
    return opening(
        site, payload.getTriggerId(), encoded, known ? language : site.cell().language(), said);
  }

  /** From the menu of shortcuts, wherever somebody is: said to the bot. */
  Reading chosen(GlobalShortcutPayload payload, Instant now) {
    if (payload.getTeam() == null || payload.getUser() == null || payload.getActionTs() == null) {
      return new Reading.Ignored("not-for-us");
    }
    Optional<SlackSite> found = SlackSite.of(cells, List.of(payload.getTeam().getId()), null);
    if (found.isEmpty()) return new Reading.Ignored("unknown-team");
    SlackSite site = found.get();
    Optional<Shortcut> shortcut =
        Optional.ofNullable(payload.getCallbackId()).flatMap(Shortcut::called);
    if (shortcut.isEmpty()) return new Reading.Ignored("not-our-shortcut");
    String user = payload.getUser().getId();
    Content content = shortcut.get().content();
    return opening(
        site,
        payload.getTriggerId(),
        content.tap(),
        site.cell().language(),
        new Inbound.Said(
            new InboundId("slack/shortcut/" + user + "/" + payload.getActionTs()),
            now,
            site.sender("", user, payload.getUser().getUsername()),
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
    Optional<SlackSite> found =
        SlackSite.of(
            cells,
            List.of(payload.getTeamId()),
            channel == null || SlackEvents.direct(channel) ? null : channel);
    if (found.isEmpty()) return new Reading.Ignored("unknown-team");
    SlackSite site = found.get();
    String words = payload.getText() == null ? "" : payload.getText();
    boolean refers = SlackReferrals.asked(words);
    Inbound.Said said =
        new Inbound.Said(
            new InboundId("slack/command/" + payload.getTriggerId()),
            now,
            site.sender("", payload.getUserId(), payload.getUserName()),
            refers
                ? Shortcut.REFER.content()
                : words.isBlank()
                    ? BareCommand.content()
                    : Content.text(SlackText.plain(words, id -> SlackEvents.name(site, id))));
    return refers
        ? SlackReferrals.opening(site, payload.getTriggerId(), null, said)
        : new Reading.Happened(site.cell(), said);
  }

  /** A press in a shared channel may come by way of the presser's workspace, or of ours. */
  private static List<String> teams(BlockActionPayload payload) {
    Set<String> teams = new LinkedHashSet<>();
    teams.add(payload.getTeam().getId());
    if (payload.getMessage() != null && payload.getMessage().getTeam() != null) {
      teams.add(payload.getMessage().getTeam());
    }
    if (payload.getUser().getTeamId() != null) teams.add(payload.getUser().getTeamId());
    return List.copyOf(teams);
  }

  /** In a Grid one member is of many workspaces: there it says nothing. */
  private static String home(BlockActionPayload payload) {
    String home = payload.getUser().getTeamId();
    return home == null || payload.getEnterprise() != null || !home.startsWith("T") ? "" : home;
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
