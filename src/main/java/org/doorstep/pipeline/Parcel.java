package org.doorstep.pipeline;

import org.doorstep.cell.Cell;
import org.doorstep.cell.CellId;
import org.doorstep.desk.Outgoing;
import org.doorstep.desk.SlackRef;
import org.doorstep.people.Channel;
import org.doorstep.people.InSlack;
import org.doorstep.people.Person;
import org.jspecify.annotations.Nullable;

/**
 * An outgoing message with all that is needed to send it.
 *
 * @param position where it stands in the outbox
 * @param recipient the person it goes to, as known now; null for posts, and for people who have
 *     been forgotten since
 * @param anchored the post that its anchor stands for, once that was sent
 * @param tried an earlier attempt ended {@link Delivery.Uncertain}: look before sending again
 */
public record Parcel(
    CellId cell,
    String position,
    Outgoing outgoing,
    @Nullable Person recipient,
    @Nullable SlackRef anchored,
    boolean tried) {

  /** How the position of what was set aside begins. */
  public static final String ASIDE = "a:";

  /** Messages of one lane keep their order. Marks have their own: nobody's words wait for them. */
  public String lane() {
    return switch (outgoing) {
      case Outgoing.ToPerson p -> "person/" + p.to();
      case Outgoing.Post p -> "channel/" + p.channel();
      case Outgoing.Repost p -> "channel/" + p.channel();
      case Outgoing.InThread p -> "channel/" + p.channel();
      case Outgoing.Attachment a -> "channel/" + a.channel();
      case Outgoing.Mark m -> "marks/" + m.on().channel();
      case Outgoing.Home h -> "home/" + h.user();
      case Outgoing.Whisper w -> "channel/" + w.channel();
      case Outgoing.Picture p -> "channel/" + p.channel();
      case Outgoing.TextMessage t -> "text/" + t.number();
      case Outgoing.Modal m -> "view/" + m.user();
    };
  }

  /** Whether it was set aside before. */
  public boolean waited() {
    return position.startsWith(ASIDE);
  }

  /** Whether it is worth anything later: a page is made anew, a whisper was for then. */
  boolean keeps() {
    return !(outgoing instanceof Outgoing.Home
        || outgoing instanceof Outgoing.Whisper
        || outgoing instanceof Outgoing.Modal);
  }

  /** What it waited for. */
  String place() {
    return position.substring(ASIDE.length(), position.lastIndexOf('/'));
  }

  /** The workspace that it goes to; null where it goes to a phone. */
  public @Nullable String team(Cell of) {
    String there =
        switch (outgoing) {
          case Outgoing.ToPerson p ->
              recipient != null && recipient.address().channel() == Channel.SLACK
                  ? recipient.address().value()
                  : null;
          case Outgoing.Post p -> p.channel();
          case Outgoing.Repost p -> p.channel();
          case Outgoing.InThread p -> p.channel();
          case Outgoing.Attachment a -> a.channel();
          case Outgoing.Mark m -> m.on().channel();
          case Outgoing.Home h -> h.user();
          case Outgoing.Whisper w -> w.channel();
          case Outgoing.Picture p -> p.channel();
          case Outgoing.Modal m -> m.channel();
          case Outgoing.TextMessage t -> null;
        };
    return there == null ? null : InSlack.read(there).teamOr(of.slackTeam());
  }

  /** The channel whose absence it waits out; null for what is of no use later, or to one person. */
  public @Nullable String channel() {
    return switch (outgoing) {
      case Outgoing.Post p -> p.channel();
      case Outgoing.Repost p -> p.channel();
      case Outgoing.InThread p -> p.channel();
      case Outgoing.Attachment a -> a.channel();
      case Outgoing.Picture p -> p.channel();
      case Outgoing.ToPerson p -> null;
      case Outgoing.Mark m -> null;
      case Outgoing.Home h -> null;
      case Outgoing.Whisper w -> null;
      case Outgoing.Modal m -> null;
      case Outgoing.TextMessage t -> null;
    };
  }

  /** The post of its anchor is known by now. */
  public Parcel at(SlackRef post) {
    return new Parcel(cell, position, outgoing, recipient, post, tried);
  }

  @Override
  public String toString() {
    return "Parcel[" + outgoing.id() + "]";
  }
}
