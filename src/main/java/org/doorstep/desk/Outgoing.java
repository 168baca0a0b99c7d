package org.doorstep.desk;

import java.util.Set;
import org.doorstep.figures.Chart;
import org.doorstep.people.PersonId;
import org.doorstep.talk.Utterance;
import org.jspecify.annotations.Nullable;

/**
 * Something to be sent. It waits in the outbox; forgetting anyone it is about makes it unreadable.
 */
public sealed interface Outgoing {

  OutgoingId id();

  /** Whose personal data it holds, the recipient's own included. */
  Set<PersonId> about();

  /** What is sent before everything else of the cell. */
  boolean urgent();

  /**
   * To one person, at the address they wrote from last.
   *
   * @param whenClosed what to do when WhatsApp's window is closed at the time of sending
   * @param origin the officer's message that this relays; delivery is shown on it
   */
  record ToPerson(
      OutgoingId id,
      PersonId to,
      Utterance utterance,
      WhenClosed whenClosed,
      boolean urgent,
      @Nullable Origin origin,
      Set<PersonId> about)
      implements Outgoing {

    /** Outside the 24-hour window only approved templates may be sent. */
    public enum WhenClosed {
      /** Send the utterance's own template. */
      TEMPLATE,
      /** Send "you have a message, reply to read it", and keep the text until they do. */
      HOLD,
      /** It is not worth a template. */
      DROP
    }

    /**
     * What a person is owed even after they said STOP: the answer to it, advice in danger, and
     * being forgotten.
     */
    private static final Set<String> OWED =
        Set.of(
            "common.stop",
            "common.opted-out",
            "common.danger",
            "common.danger-self-harm",
            "common.danger-fire-gas",
            "safeguarding.advice-abuse",
            "safeguarding.advice-young",
            "common.forget-me",
            "common.kept",
            "common.forgotten");

    /** With a line below it. */
    ToPerson adding(String line) {
      return new ToPerson(id, to, utterance.adding(line), whenClosed, urgent, origin, about);
    }

    public boolean evenIfStopped() {
      return OWED.contains(utterance.id());
    }
  }

  /** A new post in a channel, found again by its anchor: {@code job/r…}, {@code case/c…}. */
  record Post(
      OutgoingId id, String channel, String anchor, Card card, boolean urgent, Set<PersonId> about)
      implements Outgoing {}

  /** The post of that anchor now looks like this. */
  record Repost(OutgoingId id, String channel, String anchor, Card card, Set<PersonId> about)
      implements Outgoing {
    @Override
    public boolean urgent() {
      return false;
    }
  }

  /**
   * A line in the thread of that anchor's post.
   *
   * @param mention a Slack user to be notified
   * @param quote what a person wrote, shown as plain text below our own line
   */
  record InThread(
      OutgoingId id,
      String channel,
      String anchor,
      String text,
      @Nullable String quote,
      @Nullable String mention,
      boolean urgent,
      Set<PersonId> about)
      implements Outgoing {}

  /**
   * How far the message that relays an officer's message got, shown as a reaction on the latter.
   */
  record Mark(OutgoingId id, SlackRef on, DeliveryStatus status) implements Outgoing {
    @Override
    public Set<PersonId> about() {
      return Set.of();
    }

    @Override
    public boolean urgent() {
      return false;
    }
  }

  /**
   * What somebody sent goes into the thread of that anchor's post. It is fetched when it is sent,
   * and not kept.
   *
   * @param file as its provider names it
   */
  record Attachment(OutgoingId id, String channel, String anchor, String file, PersonId from)
      implements Outgoing {

    private static final String PREFIX = "file-";

    static OutgoingId idOf(OutgoingId next) {
      return new OutgoingId(PREFIX + next);
    }

    /** Whether a report speaks of one. */
    static boolean is(OutgoingId id) {
      return id.value().startsWith(PREFIX);
    }

    @Override
    public Set<PersonId> about() {
      return Set.of(from);
    }

    @Override
    public boolean urgent() {
      return false;
    }
  }

  /** The page that one Slack user has of their own; each one takes the place of the last. */
  record Home(OutgoingId id, String user, HomeTab tab, Set<PersonId> about) implements Outgoing {
    public Home {
      about = Set.copyOf(about);
    }

    @Override
    public boolean urgent() {
      return false;
    }
  }

  /** A picture in a channel, drawn when it is sent. */
  record Picture(OutgoingId id, String channel, Chart chart) implements Outgoing {
    @Override
    public Set<PersonId> about() {
      return Set.of();
    }

    @Override
    public boolean urgent() {
      return false;
    }
  }

  /** A word to one Slack user in a channel, seen by nobody else. */
  record Whisper(OutgoingId id, String channel, String user, String text) implements Outgoing {
    @Override
    public Set<PersonId> about() {
      return Set.of();
    }

    @Override
    public boolean urgent() {
      return false;
    }
  }

  /**
   * A text message to somebody who need not be known to us: a named contact of the cell.
   *
   * @param number in E.164
   */
  record TextMessage(OutgoingId id, String number, String text) implements Outgoing {
    @Override
    public Set<PersonId> about() {
      return Set.of();
    }

    @Override
    public boolean urgent() {
      return true;
    }

    @Override
    public String toString() {
      return "TextMessage[" + id + "]";
    }
  }

  /**
   * Something that only one Slack user sees, over whatever they look at. It is shown at once or not
   * at all.
   *
   * @param trigger of the button that they pressed; lives for three seconds
   * @param otherwise what they are told in the channel where it could not be shown
   */
  record Modal(
      OutgoingId id,
      String trigger,
      String channel,
      String user,
      Card card,
      String otherwise,
      Set<PersonId> about)
      implements Outgoing {
    public Modal {
      about = Set.copyOf(about);
    }

    @Override
    public boolean urgent() {
      return true;
    }

    @Override
    public String toString() {
      return "Modal[" + id + "]";
    }
  }
}
