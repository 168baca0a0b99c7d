package org.doorstep.talk;

/** What the channels leave room for. */
final class Limits {

  static final int BUTTON = 20;
  static final int LIST = 24;
  static final int DESCRIPTION = 72;

  /** What a button of Twilio's, and an entry in a menu of Slack's, may carry. */
  static final int TAP = 200;

  static final int SLACK_MENU_TAP = 150;
  static final int SLACK_BUTTONS = 5;

  /** The longest of what a tap is about. */
  static final int ABOUT = 24;

  /** Up to so many answers are buttons; more are a list. */
  static final int BUTTONS = 3;

  private Limits() {}

  static void label(Fields in, String key, int limit) {
    label(in, key, in.text(key, ""), limit);
  }

  static void label(Fields in, String key, String label, int limit) {
    if (label.length() > limit) {
      in.fault(in.line(key), tooLong("label", label, limit), "Shorten it");
    }
  }

  static String tooLong(String what, String text, int limit) {
    return "the "
        + what
        + " '"
        + Phrase.shorten(text, 40)
        + "' has "
        + text.length()
        + " characters; there is room for "
        + limit;
  }
}
