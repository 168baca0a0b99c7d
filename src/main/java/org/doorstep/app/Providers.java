package org.doorstep.app;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.doorstep.slack.SlackAccess;
import org.doorstep.slack.SlackApp;
import org.doorstep.village.VillageKeys;
import org.doorstep.whatsapp.TwilioAccount;
import org.doorstep.whatsapp.TwilioEndpoints;

/** The accounts with Twilio and Slack, and where they are: the real ones, or the village's. */
record Providers(
    URI publicUrl,
    TwilioAccount twilio,
    TwilioEndpoints twilioAt,
    SlackAccess slack,
    Secret slackSigning,
    Optional<SlackApp> slackApp,
    Optional<Secret> slackSocket) {

  static Providers live(Mode.Live live, Settings.Addresses at) {
    List<String> tokens = new ArrayList<>();
    tokens.add(live.twilio().authToken().value());
    live.twilio().oldAuthToken().ifPresent(old -> tokens.add(old.value()));
    return new Providers(
        live.publicUrl(),
        new TwilioAccount(live.twilio().accountSid(), tokens),
        TwilioEndpoints.of(live.publicUrl(), at.twilioApi(), at.twilioContent()),
        SlackAccess.of(live.slack().botToken().map(Secret::value).orElse(null), at.slackApi()),
        live.slack().signingSecret(),
        live.slack().app(),
        live.slack().appToken());
  }

  /**
   * @param base where this very server answers
   */
  static Providers village(VillageKeys keys, URI base) {
    URI twilio = base.resolve("/village/twilio");
    return new Providers(
        base,
        new TwilioAccount(keys.accountSid(), List.of(keys.authToken())),
        TwilioEndpoints.of(base, twilio, twilio),
        SlackAccess.of(keys.botToken(), base.resolve("/village/slack/api/")),
        new Secret(keys.signingSecret()),
        Optional.of(new SlackApp(keys.clientId(), keys.clientSecret())),
        Optional.empty());
  }
}
