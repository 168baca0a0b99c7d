package org.doorstep.whatsapp;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * What Twilio's fields look like. Its signature has no separators: the same signed characters can
 * be cut into other keys and values. Such a form has a field with another field inside its value,
 * or one that contradicts its twin, and is refused here.
 */
final class TwilioShape {

  private static final Pattern KEY = Pattern.compile("[A-Za-z][A-Za-z0-9_.\\[\\]-]{0,63}");

  private static final Map<String, Pattern> KNOWN =
      Map.ofEntries(
          known("MessageSid", "(SM|MM)[0-9a-f]{32}"),
          known("SmsSid", "(SM|MM)[0-9a-f]{32}"),
          known("SmsMessageSid", "(SM|MM)[0-9a-f]{32}"),
          known("MessagingServiceSid", "(MG[0-9a-f]{32})?"),
          known("OriginalRepliedMessageSid", "((SM|MM)[0-9a-f]{32})?"),
          known("From", "(whatsapp:)?[A-Za-z0-9+._ -]{1,150}"),
          known("To", "(whatsapp:)?[A-Za-z0-9+._ -]{1,150}"),
          known("ExternalUserId", "(whatsapp:)?[A-Za-z0-9+._-]{0,150}"),
          known("WaId", "[A-Za-z0-9+._-]{0,150}"),
          known("ApiVersion", "\\d{4}-\\d{2}-\\d{2}"),
          known("NumMedia", "\\d{1,2}"),
          known("NumSegments", "\\d{1,3}"),
          known("ReferralNumMedia", "\\d{1,2}"),
          known("MessageType", "[a-z_]{1,30}"),
          known("SmsStatus", "[a-z]{1,30}"),
          known("MessageStatus", "[a-z_]{1,30}"),
          known("ErrorCode", "\\d{0,6}"),
          known("Latitude", "-?\\d{1,3}(\\.\\d{1,20})?"),
          known("Longitude", "-?\\d{1,3}(\\.\\d{1,20})?"),
          known("ButtonPayload", "(?s).{0,256}"),
          known("ButtonText", "(?s).{0,256}"));

  /** A field inside a value. Names alone do not tell: ChannelMetadata quotes some of them. */
  private static final Pattern SWALLOWED =
      Pattern.compile(
          "(AccountSidAC|(Message|Sms|SmsMessage|RepliedMessage)Sid(SM|MM)|MessagingServiceSidMG)[0-9a-f]{8}"
              + "|(From|To|Sender|ExternalUserId)(whatsapp:|\\+\\d)"
              + "|(NumMedia|NumSegments|ReferralNumMedia|WaId)\\d"
              + "|ApiVersion\\d{4}-|(SmsStatus|MessageStatus)[a-z]|MessageType[a-z]"
              + "|(ButtonPayload|ButtonText|ProfileName|ChannelMetadata|MediaUrl\\d|MediaContentType\\d)"
              + "(?![\"\\\\:])");

  private TwilioShape() {}

  /** Whether these can be the fields of one message or report of that account. */
  static boolean plausible(TwilioForm form, String accountSid) {
    return form.text("AccountSid").equals(accountSid)
        && form.get("MessageSid") != null
        && form.get("From") != null
        && form.get("To") != null
        && form.fields().entrySet().stream().allMatch(TwilioShape::field)
        && twins(form)
        && tap(form);
  }

  private static boolean field(Map.Entry<String, String> field) {
    Pattern known = KNOWN.get(field.getKey());
    return KEY.matcher(field.getKey()).matches()
        && (!field.getKey().startsWith("Body") || field.getKey().equals("Body"))
        && (known == null || known.matcher(field.getValue()).matches())
        && !SWALLOWED.matcher(field.getValue()).find();
  }

  private static boolean twins(TwilioForm form) {
    String sid = form.text("MessageSid");
    String from = form.text("From");
    String phone = form.text("WaId");
    return form.fields().getOrDefault("SmsSid", sid).equals(sid)
        && form.fields().getOrDefault("SmsMessageSid", sid).equals(sid)
        && (phone.isEmpty() || !from.startsWith("whatsapp:+") || from.endsWith("+" + phone));
  }

  /** A tapped button comes with its text, as the body of a message of its own type. */
  private static boolean tap(TwilioForm form) {
    if (form.get("ButtonPayload") == null) return true;
    String type = form.get("MessageType");
    return (type == null || type.equals("button") || type.equals("interactive"))
        && (form.get("ButtonText") == null || form.text("Body").equals(form.get("ButtonText")));
  }

  private static Map.Entry<String, Pattern> known(String key, String shape) {
    return Map.entry(key, Pattern.compile(shape));
  }
}
