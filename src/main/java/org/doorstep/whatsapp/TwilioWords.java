package org.doorstep.whatsapp;

import java.util.Optional;
import org.doorstep.talk.TemplateText;

/** The words that the channel itself needs, from the conversation flows. */
public interface TwilioWords {

  /** "Reply with a number or the words": below choices that are shown as numbers. */
  String replyWithNumber(String language);

  /** "Choose": what opens a list; at most 20 characters. */
  String choose(String language);

  /** A text for WhatsApp's approval, if the language has all of it. */
  Optional<TemplateText> template(String name, String language);
}
