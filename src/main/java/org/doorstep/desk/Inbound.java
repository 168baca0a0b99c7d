package org.doorstep.desk;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.doorstep.people.Address;
import org.doorstep.people.Standing;
import org.doorstep.talk.Tap;
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
   * @param standing what they are in the Slack where they did it; kept before it was asked: a
   *     member
   */
  record Sender(
      Address address, List<Address> alsoKnownAs, @Nullable String profileName, Standing standing) {
    @SuppressWarnings("NullAway") // what was kept before has no such field
    public Sender {
      alsoKnownAs = List.copyOf(alsoKnownAs);
      standing = standing == null ? Standing.MEMBER : standing;
    }

    public Sender(Address address, List<Address> alsoKnownAs, @Nullable String profileName) {
      this(address, alsoKnownAs, profileName, Standing.MEMBER);
    }

    public Sender as(Standing known) {
      return new Sender(address, alsoKnownAs, profileName, known);
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

  /**
   * A button was pressed on a post in a Slack channel.
   *
   * @param tap encoded
   * @param trigger by which something can be shown to them at once; it lives for three seconds
   */
  record Pressed(
      InboundId id, Instant at, Sender sender, String tap, SlackRef on, @Nullable String trigger)
      implements Inbound {

    public Pressed(InboundId id, Instant at, Sender sender, String tap, SlackRef on) {
      this(id, at, sender, tap, on, null);
    }

    @Override
    public String lane() {
      return "person/" + sender.address().identity();
    }
  }

  /** They look at their own page in Slack. */
  record HomeOpened(InboundId id, Instant at, Sender sender) implements Inbound {
    @Override
    public String lane() {
      return "person/" + sender.address().identity();
    }
  }

  /**
   * They filled in a form in Slack.
   *
   * @param tap of the button that opened it, encoded
   * @param fields what they wrote, or the keys of what they picked, by the name of the field
   */
  record HandedIn(
      InboundId id, Instant at, Sender sender, String tap, Map<String, List<String>> fields)
      implements Inbound {
    /** Somebody wants to help. */
    public static final String JOIN = "join";

    /** What came of a job. */
    public static final String OUTCOME = "outcome";

    public static final String PAID = "paid";

    /** What somebody offers. */
    public static final String OFFER = "offer";

    /** Somebody who looks at cases goes off duty. */
    public static final String AWAY = "away";

    /** They look for something. */
    public static final String SEARCH = "search";

    /** A resident is referred to the groups. */
    public static final String REFER = "refer";

    /** What a partner gives back, and why. */
    public static final String GIVE_BACK = "give-back";

    /** What a group gave back ends, with words to the resident. */
    public static final String CLOSE = "close-with-words";

    private static final Set<String> CROSSING = Set.of(REFER, GIVE_BACK, CLOSE);

    public HandedIn {
      fields = Map.copyOf(fields);
    }

    /** Whether a button opens a form. */
    public static boolean opens(Tap tap) {
      return switch (tap.flow()) {
        case Refer.FLOW -> CROSSING.contains(tap.choice());
        case Homes.FLOW -> Set.of(JOIN, OUTCOME, PAID, OFFER).contains(tap.choice());
        case CaseworkerHome.FLOW -> Set.of(AWAY, SEARCH).contains(tap.choice());
        default -> false;
      };
    }

    /** The first value of a field; empty where there is none. */
    String field(String name) {
      return fields.getOrDefault(name, List.of()).stream().findFirst().orElse("");
    }

    @Override
    public String lane() {
      return "person/" + sender.address().identity();
    }

    @Override
    public String toString() {
      return "HandedIn[" + id + "]";
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

  /** Somebody who looks at cases has left the Slack workspace. */
  record Left(InboundId id, Instant at, Sender sender) implements Inbound {
    @Override
    public String lane() {
      return "person/" + sender.address().identity();
    }
  }

  /**
   * What was to be read in Slack could not be posted there, and will not be.
   *
   * @param anchor of the post, or of the one in whose thread it was to stand
   * @param code what Slack said
   */
  record Unposted(InboundId id, Instant at, String anchor, String code) implements Inbound {
    @Override
    public String lane() {
      return "unposted/" + anchor;
    }
  }

  /**
   * Somebody has edited the files of the cell or of its groups.
   *
   * @param refused what is wrong with it, each with file and line: then it does not count; empty
   *     where nothing is wrong any more
   */
  record CellEdited(InboundId id, Instant at, List<String> refused) implements Inbound {
    public CellEdited {
      refused = List.copyOf(refused);
    }

    @Override
    public String lane() {
      return "cell";
    }
  }

  /** Something became of a place in Slack where the cell is. */
  record SlackTold(InboundId id, Instant at, SlackNews news) implements Inbound {
    @Override
    public String lane() {
      return "slack/" + news.team();
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
