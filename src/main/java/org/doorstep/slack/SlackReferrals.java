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
import org.doorstep.people.Address;
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
      Cell cell,
      @Nullable String trigger,
      Inbound.Sender sender,
      @Nullable String note,
      Inbound.Said otherwise) {
    boolean may = trigger != null && Referrer.of(cell, sender.address().value()).isPresent();
    Optional<Tap> tap = Optional.ofNullable(Shortcut.REFER.content().tap()).flatMap(Tap::decode);
    return may && tap.isPresent()
        ? new Reading.Opens(cell, trigger, cell.language(), tap.get(), note, otherwise)
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
    Optional<Cell> cell =
        cells
            .of(team, channel == null || SlackEvents.direct(channel) ? null : channel)
            .or(() -> cells.of(team, null));
    if (cell.isEmpty()) return new Reading.Ignored("unknown-team");
    String user = payload.getUser().getId();
    Inbound.Sender sender =
        new Inbound.Sender(Address.slack(user), List.of(), payload.getUser().getName());
    String text = payload.getMessage() == null ? null : payload.getMessage().getText();
    return opening(
        cell.get(),
        payload.getTriggerId(),
        sender,
        text == null ? null : note(cell.get(), text),
        new Inbound.Said(
            new InboundId("slack/shortcut/" + user + "/" + payload.getActionTs()),
            now,
            sender,
            Shortcut.REFER.content()));
  }

  private static String note(Cell cell, String text) {
    String plain = SlackText.plain(text, id -> SlackEvents.name(cell, id));
    int most = Math.min(ReferForm.LONGEST_NOTE, plain.codePointCount(0, plain.length()));
    return plain.substring(0, plain.offsetByCodePoints(0, most));
  }
}
