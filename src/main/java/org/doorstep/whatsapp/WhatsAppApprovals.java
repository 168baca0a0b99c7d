package org.doorstep.whatsapp;

import com.twilio.http.TwilioRestClient;
import com.twilio.rest.content.v1.content.ApprovalCreate.ContentApprovalRequest;
import com.twilio.rest.content.v1.content.ApprovalCreateCreator;
import com.twilio.rest.content.v1.content.ApprovalFetchFetcher;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Hands texts in to WhatsApp. A text is handed in once; Twilio refuses it the second time. */
final class WhatsAppApprovals {

  private final TwilioRestClient twilio;
  private final Insistence insist;

  WhatsAppApprovals(TwilioRestClient twilio, Insistence insist) {
    this.twilio = twilio;
    this.insist = insist;
  }

  /** How it stands once WhatsApp has been asked. */
  Approval ask(String sid, String name, String category) {
    ContentApprovalRequest request =
        ContentApprovalRequest.builder(name, category.toUpperCase(Locale.ROOT)).build();
    return insist.on(
        () -> Approval.of(new ApprovalCreateCreator(sid, request).create(twilio).getStatus()),
        () -> Optional.of(state(sid)).filter(approval -> approval != Approval.UNSUBMITTED));
  }

  private Approval state(String sid) {
    Object whatsapp = new ApprovalFetchFetcher(sid).fetch(twilio).getWhatsapp();
    Object status = whatsapp instanceof Map<?, ?> map ? map.get("status") : null;
    return Approval.of(Objects.toString(status, ""));
  }
}
