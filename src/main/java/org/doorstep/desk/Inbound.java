package org.doorstep.desk;

import java.time.Instant;
import java.util.List;
import org.doorstep.people.Address;
import org.jspecify.annotations.Nullable;

/** Something that happened. It is stored before anyone is told "OK". */
public sealed interface Inbound {

  InboundId id();

  Instant at();

  /** Order is kept among inbounds of one lane; it is derived from the sender or the subject. */
  String lane();

  /**
   * Who did it.
   *
   * @param alsoKnownAs other addresses of the same person that came along: a business-scoped id
   * @param profileName what their profile says; not what they want to be called
   */
  record Sender(Address address, List<Address> alsoKnownAs, @Nullable String profileName) {
    public Sender {
      alsoKnownAs = List.copyOf(alsoKnownAs);
    }

    @Override
    public String toString() {
      return "Sender[redacted]";
    }
  }

  /** A person wrote to Doorstep, or tapped a button in their own conversation with it. */
  record Said(InboundId id, Instant at, Sender sender, Content content) implements Inbound {
    @Override
    public String lane() {
      return "person/" + sender.address().identity();
    }
  }

  /**
   * What a person wrote to Doorstep reads differently now.
   *
   * @param said the message that was changed
   * @param text as it is now; empty where it was deleted
   */
  record Reworded(InboundId id, Instant at, Sender sender, InboundId said, String text)
      implements Inbound {
    @Override
    public String lane() {
      return "person/" + sender.address().identity();
    }

    @Override
    public String toString() {
      return "Reworded[" + id + "]";
    }
  }

  /** A button was pressed on a post in a Slack channel. {@code tap} is encoded. */
  record Pressed(InboundId id, Instant at, Sender sender, String tap, SlackRef on)
      implements Inbound {
    @Override
    public String lane() {
      return "person/" + sender.address().identity();
    }
  }

  /** Somebody wrote in the thread of one of our posts. {@code text} is plain, entities decoded. */
  record InThread(
      InboundId id,
      Instant at,
      Sender sender,
      SlackRef thread,
      SlackRef message,
      String text,
      boolean hasFiles)
      implements Inbound {
    @Override
    public String lane() {
      return "thread/" + thread.channel() + "/" + thread.ts();
    }
  }

  /** A message in the thread of one of our posts was edited or deleted. */
  record Amended(InboundId id, Instant at, Sender sender, SlackRef thread, SlackRef message)
      implements Inbound {
    @Override
    public String lane() {
      return "thread/" + thread.channel() + "/" + thread.ts();
    }
  }

  /** A provider tells how far one of our messages got. */
  record Reported(
      InboundId id,
      Instant at,
      OutgoingId outgoing,
      DeliveryStatus status,
      @Nullable String errorCode)
      implements Inbound {
    @Override
    public String lane() {
      return "outgoing/" + outgoing;
    }
  }

  /** An alarm went off. */
  record Rang(InboundId id, Instant at, Alarm alarm) implements Inbound {
    @Override
    public String lane() {
      return alarm.key();
    }
  }
}
