package org.doorstep.pipeline;

import org.doorstep.cell.CellId;
import org.doorstep.desk.Outgoing;
import org.doorstep.desk.SlackRef;
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
      case Outgoing.TextMessage t -> "text/" + t.number();
      case Outgoing.Modal m -> "view/" + m.user();
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
