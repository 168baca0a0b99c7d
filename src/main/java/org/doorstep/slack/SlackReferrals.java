package org.doorstep.slack;

import com.slack.api.app_backend.interactive_components.payload.MessageShortcutPayload;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.doorstep.cell.Cell;
import org.doorstep.cell.Referrer;
import org.doorstep.desk.Inbound;
import org.doorstep.desk.InboundId;
import org.doorstep.desk.ReferForm;
import org.doorstep.desk.Shortcut;
import org.doorstep.talk.Tap;
import org.jspecify.annotations.Nullable;

/** Opens the form by which a resident is referred, for those who may, from wherever they are. */
final class SlackReferrals {

  private static final String COMMAND = "refer";

  private final SlackCells cells;

  SlackReferrals(SlackCells cells) {
    this.cells = cells;
  }

  /** Whether what follows the slash command asks for the form. */
  static boolean asked(String words) {
    return words.strip().toLowerCase(Locale.ROOT).equals(COMMAND);
  }

  static boolean asked(Tap tap) {
    return tap.choice().equals(Inbound.HandedIn.REFER);
  }

  /** Who may not is told so in words. */
  static Reading opening(
      SlackSite site, @Nullable String trigger, @Nullable String note, Inbound.Said otherwise) {
    Cell cell = site.cell();
    boolean may = Referrer.of(cell, otherwise.sender().address().value()).isPresent();
    Optional<Tap> tap = Optional.ofNullable(Shortcut.REFER.content().tap()).flatMap(Tap::decode);
    return trigger != null && may && tap.isPresent()
        ? new Reading.Opens(cell, site.team(), trigger, cell.language(), tap.get(), note, otherwise)
        : new Reading.Happened(cell, otherwise);
  }

  /** From the menu of a message: its text is what the note begins with. */
  Reading onMessage(MessageShortcutPayload payload, Instant now) {
    if (payload.getTeam() == null || payload.getUser() == null || payload.getActionTs() == null) {
      return new Reading.Ignored("not-for-us");
    }
    if (!Shortcut.REFER.callback().equals(payload.getCallbackId())) {
      return new Reading.Ignored("not-our-shortcut");
    }
    String channel = payload.getChannel() == null ? null : payload.getChannel().getId();
    String team = payload.getTeam().getId();
    Optional<SlackSite> found =
        SlackSite.of(
                cells,
                List.of(team),
                channel == null || SlackEvents.direct(channel) ? null : channel)
            .or(() -> SlackSite.of(cells, List.of(team), null));
    if (found.isEmpty()) return new Reading.Ignored("unknown-team");
    SlackSite site = found.get();
    String user = payload.getUser().getId();
    String text = payload.getMessage() == null ? null : payload.getMessage().getText();
    return opening(
        site,
        payload.getTriggerId(),
        text == null ? null : note(site, text),
        new Inbound.Said(
            new InboundId("slack/shortcut/" + user + "/" + payload.getActionTs()),
            now,
            site.sender("", user, payload.getUser().getName()),
            Shortcut.REFER.content()));
  }

  private static String note(SlackSite site, String text) {
    String plain = SlackText.plain(text, id -> SlackEvents.name(site, id));
    int most = Math.min(ReferForm.LONGEST_NOTE, plain.codePointCount(0, plain.length()));
    return plain.substring(0, plain.offsetByCodePoints(0, most));
  }
}
