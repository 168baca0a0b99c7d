package org.doorstep.whatsapp;

import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.MessageReader;
import com.twilio.type.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.doorstep.pipeline.Delivery;
import org.doorstep.pipeline.Messenger.Trace;
import org.doorstep.talk.Utterance;

/**
 * Finds out whether a message of ours went out after all. Twilio keeps no id of ours, so it is
 * known by its words among what went to that person lately and got its SID for no other message.
 */
final class TwilioTraces {

  /** Farther back, the same words are another message: better said twice than not at all. */
  private static final Duration LOOK_BACK = Duration.ofHours(2);

  private final TwilioRestClient twilio;
  private final TwilioWords words;
  private final Sendings sendings;

  TwilioTraces(TwilioRestClient twilio, TwilioWords words, Sendings sendings) {
    this.twilio = twilio;
    this.words = words;
    this.sendings = sendings;
  }

  Trace look(Letter letter, Instant now) {
    List<String> bodies = bodies(letter);
    MessageReader reader = new MessageReader().setTo(new PhoneNumber(letter.to())).setPageSize(50L);
    for (Message message : reader.firstPage(twilio).getRecords()) {
      if (ours(message, letter, now.minus(LOOK_BACK))
          && message.getBody() != null
          && bodies.contains(message.getBody().strip())) {
        return new Trace.WentOut(new Delivery.Sent(message.getSid(), null));
      }
    }
    return new Trace.DidNot();
  }

  private boolean ours(Message message, Letter letter, Instant since) {
    return message.getDirection() != Message.Direction.INBOUND
        && message.getDateCreated() != null
        && !message.getDateCreated().toInstant().isBefore(since)
        && !sendings.anothers(message.getSid(), letter.outgoing().id());
  }

  /** The last part as it may have been shown: above buttons, or with numbers. */
  private List<String> bodies(Letter letter) {
    String hint = words.replyWithNumber(letter.recipient().language());
    Utterance utterance = letter.outgoing().utterance();
    Rendering rendering =
        letter.sms() ? Rendering.numbered(utterance, hint) : Rendering.tappable(utterance, hint);
    return List.of(rendering.parts().getLast(), rendering.inNumbers(hint).parts().getLast());
  }
}
