package org.doorstep.whatsapp;

/** The words that the channel itself needs, from the conversation flows. */
public interface TwilioWords {

  /** "Reply with a number or the words": below choices that are shown as numbers. */
  String replyWithNumber(String language);

  /** "Choose": what opens a list; at most 20 characters. */
  String choose(String language);
}
