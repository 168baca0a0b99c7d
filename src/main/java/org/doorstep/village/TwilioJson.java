package org.doorstep.village;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/** Messages and contents as Twilio writes them. */
final class TwilioJson {

  private static final DateTimeFormatter RFC_2822 =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.US);

  private final String account;
  private final Neighbourhood neighbourhood;

  /**
   * @param neighbourhood knows Doorstep's own numbers
   */
  TwilioJson(String account, Neighbourhood neighbourhood) {
    this.account = account;
    this.neighbourhood = neighbourhood;
  }

  ObjectNode of(Message message) {
    String theirs = message.channel() + message.phone();
    String ours = neighbourhood.sender(message.channel());
    String uri = "/2010-04-01/Accounts/" + account + "/Messages/" + message.sid();
    Integer code = message.errorCode();
    ObjectNode json =
        Json.object()
            .put("account_sid", account)
            .put("api_version", "2010-04-01")
            .put("body", message.face().text())
            .put("date_created", rfc2822(message.at()))
            .put("date_sent", rfc2822(message.at()))
            .put("date_updated", rfc2822(message.at()))
            .put("direction", message.mine() ? "inbound" : "outbound-api")
            .put("error_code", code)
            .put("error_message", code == null ? null : "Simulated error " + code)
            .put("from", message.mine() ? theirs : ours)
            .putNull("messaging_service_sid")
            .put("num_media", message.face().media() == null ? "0" : "1")
            .put("num_segments", "1")
            .putNull("price")
            .putNull("price_unit")
            .put("sid", message.sid())
            .put("status", message.mine() ? "received" : message.status().wire())
            .put("to", message.mine() ? ours : theirs)
            .put("uri", uri + ".json");
    json.putObject("subresource_uris").put("media", uri + "/Media.json");
    return json;
  }

  ObjectNode of(ContentTemplate content) {
    String url = "https://content.twilio.com/v1/Content/" + content.sid();
    ObjectNode json =
        Json.object()
            .put("sid", content.sid())
            .put("account_sid", account)
            .put("friendly_name", content.name())
            .put("language", content.language())
            .put("date_created", content.at().toString())
            .put("date_updated", content.at().toString())
            .put("url", url);
    json.set("variables", content.variables());
    json.set("types", content.types());
    json.putObject("links")
        .put("approval_create", url + "/ApprovalRequests/whatsapp")
        .put("approval_fetch", url + "/ApprovalRequests");
    return json;
  }

  static ObjectNode error(int status, int code, String message) {
    return Json.object()
        .put("code", code)
        .put("message", message)
        .put("more_info", "https://www.twilio.com/docs/errors/" + code)
        .put("status", status);
  }

  static String rfc2822(Instant at) {
    return RFC_2822.format(at.atOffset(ZoneOffset.UTC));
  }
}
