package org.doorstep.village;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.doorstep.village.Message.Status;

/**
 * Tells Doorstep how far each of its messages got, as Twilio does: signed, one report after
 * another.
 */
final class StatusReports {

  private static final Duration TIMEOUT = Duration.ofSeconds(15);

  private final VillageKeys keys;
  private final Neighbourhood neighbourhood;
  private final Ledger ledger;
  private final Webhooks webhooks;
  private final Lanes lanes;
  private final Pace pace;

  StatusReports(
      VillageKeys keys,
      Neighbourhood neighbourhood,
      Ledger ledger,
      Webhooks webhooks,
      Lanes lanes,
      Pace pace) {
    this.keys = keys;
    this.neighbourhood = neighbourhood;
    this.ledger = ledger;
    this.webhooks = webhooks;
    this.lanes = lanes;
    this.pace = pace;
  }

  /**
   * @param callback where to; empty where nobody wants to know
   */
  void follow(Message message, String callback) {
    List<Status> ladder =
        message.doom() == null
            ? List.of(Status.QUEUED, Status.SENT, Status.DELIVERED, Status.READ)
            : List.of(Status.QUEUED, message.doom() == 63024 ? Status.UNDELIVERED : Status.FAILED);
    lanes.run(
        message.sid(),
        () -> {
          for (Status step : ladder) {
            if (!Webhooks.pause(pace.status())) return;
            ledger.reached(message.sid(), step);
            if (!callback.isEmpty()) report(message.at(step), callback);
          }
        });
  }

  private void report(Message message, String callback) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("AccountSid", keys.accountSid());
    form.put("ApiVersion", "2010-04-01");
    form.put("MessageSid", message.sid());
    form.put("SmsSid", message.sid());
    form.put("MessageStatus", message.status().wire());
    form.put("SmsStatus", message.status().wire());
    form.put("To", message.channel() + message.phone());
    form.put("From", neighbourhood.sender(message.channel()));
    if (!message.channel().isEmpty()) {
      form.put("ChannelPrefix", "whatsapp");
      form.put("ChannelToAddress", message.phone());
    }
    Integer code = message.errorCode();
    if (code != null) {
      form.put("ErrorCode", code.toString());
      form.put("ChannelStatusMessage", "Simulated error " + code);
      form.put("EventType", "UNDELIVERED");
    } else if (message.status() == Status.DELIVERED || message.status() == Status.READ) {
      form.put("EventType", message.status().name());
    }
    // a fragment is for Twilio's own settings and is not part of the address
    String url = callback.split("#", 2)[0];
    Map<String, String> headers =
        Map.of(
            "Content-Type",
            Webhooks.FORM,
            "X-Twilio-Signature",
            Signatures.twilio(keys.authToken(), url, form));
    webhooks.post(URI.create(url), headers, Webhooks.form(form), TIMEOUT);
  }
}
