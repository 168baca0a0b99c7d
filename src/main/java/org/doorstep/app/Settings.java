package org.doorstep.app;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.doorstep.slack.SlackApp;
import org.springframework.core.env.Environment;

/**
 * What the operator has set, read and checked once.
 *
 * @param cells the folder of cell files; empty means the demo cell, in the village only
 * @param flows the folder of conversation flows
 * @param data where the embedded Redis and imported tables live
 * @param geocoder an HTTP geocoder with the interface of postcodes.io
 */
public record Settings(
    Mode mode,
    Addresses addresses,
    Store store,
    Optional<Path> cells,
    Path flows,
    Path data,
    Optional<URI> geocoder) {

  /** Where the providers' interfaces are. The village puts its own addresses in their place. */
  public record Addresses(URI twilioApi, URI twilioContent, URI twilioMessaging, URI slackApi) {}

  private static final List<SettingName> CREDENTIALS =
      List.of(
          SettingName.TWILIO_ACCOUNT_SID,
          SettingName.TWILIO_AUTH_TOKEN,
          SettingName.TWILIO_AUTH_TOKEN_OLD,
          SettingName.SLACK_BOT_TOKEN,
          SettingName.SLACK_SIGNING_SECRET,
          SettingName.SLACK_CLIENT_ID,
          SettingName.SLACK_CLIENT_SECRET,
          SettingName.SLACK_APP_TOKEN);

  private static final List<String> REDIS =
      Stream.of("url", "host", "port", "cluster.nodes", "sentinel.nodes")
          .map("spring.data.redis."::concat)
          .toList();

  /** Reads everything; what is wrong ends up in {@link Mode.Refused}, all of it at once. */
  public static Settings read(Environment environment) {
    var sheet = new Sheet(environment);
    boolean live = CREDENTIALS.stream().anyMatch(sheet::isSet);
    var addresses =
        new Addresses(
            sheet.url(SettingName.TWILIO_API_URL, "https://api.twilio.com"),
            sheet.url(SettingName.TWILIO_CONTENT_URL, "https://content.twilio.com"),
            sheet.url(SettingName.TWILIO_MESSAGING_URL, "https://messaging.twilio.com"),
            URI.create(sheet.url(SettingName.SLACK_API_URL, "https://slack.com/api") + "/"));
    Path data = sheet.path(SettingName.DATA, "data");
    Path flows = sheet.folder(SettingName.FLOWS, "conversation-flows");
    Optional<Path> cells = sheet.optionalFolder(SettingName.CELLS);
    Optional<URI> geocoder = sheet.optionalUrl(SettingName.GEOCODER_URL);
    Store store = store(environment, sheet, data);
    Mode intended = live ? live(sheet) : new Mode.Village();
    List<String> problems = sheet.problems();
    Mode mode = problems.isEmpty() ? intended : new Mode.Refused(problems);
    return new Settings(mode, addresses, store, cells, flows, data, geocoder);
  }

  private static Mode live(Sheet sheet) {
    var twilio =
        new Mode.Twilio(
            sheet.accountSid(SettingName.TWILIO_ACCOUNT_SID),
            sheet.secret(SettingName.TWILIO_AUTH_TOKEN),
            sheet.optionalSecret(SettingName.TWILIO_AUTH_TOKEN_OLD));
    Mode.Slack slack = slack(sheet);
    sheet.need(SettingName.CELLS, "the demo cell is for the village only");
    return new Mode.Live(
        sheet.requiredUrl(SettingName.PUBLIC_URL), twilio, slack, sheet.keyset(SettingName.KEYSET));
  }

  /** With an id and a secret each workspace gives us a token of its own: none need stand here. */
  private static Mode.Slack slack(Sheet sheet) {
    boolean installed =
        sheet.isSet(SettingName.SLACK_CLIENT_ID) || sheet.isSet(SettingName.SLACK_CLIENT_SECRET);
    Optional<SlackApp> app =
        installed
            ? Optional.of(
                new SlackApp(
                    sheet.secret(SettingName.SLACK_CLIENT_ID).value(),
                    sheet.secret(SettingName.SLACK_CLIENT_SECRET).value()))
            : Optional.empty();
    return new Mode.Slack(
        installed
            ? sheet.optionalSecret(SettingName.SLACK_BOT_TOKEN, "xoxb-")
            : Optional.of(sheet.secret(SettingName.SLACK_BOT_TOKEN, "xoxb-")),
        sheet.secret(SettingName.SLACK_SIGNING_SECRET),
        sheet.optionalSecret(SettingName.SLACK_APP_TOKEN, "xapp-"),
        app);
  }

  private static Store store(Environment environment, Sheet sheet, Path data) {
    if (has(environment, "spring.data.redis.masterreplica.nodes")) {
      sheet.wrong(
          "SPRING_DATA_REDIS_MASTERREPLICA_NODES", "is not supported; use Sentinel or Cluster");
    }
    int replicas = sheet.number(SettingName.REDIS_REPLICAS, 0, 5);
    boolean mayBeVolatile = sheet.flag(SettingName.ALLOW_VOLATILE_REDIS);
    boolean configured = REDIS.stream().anyMatch(name -> has(environment, name));
    if (configured) return new Store.Configured(replicas, mayBeVolatile);
    if (replicas > 0) {
      sheet.wrong(
          SettingName.REDIS_REPLICAS,
          "the embedded Redis has no replicas; set SPRING_DATA_REDIS_*");
    }
    return new Store.Embedded(data.resolve("redis"));
  }

  /** Also as a list in a file. */
  private static boolean has(Environment environment, String name) {
    return environment.containsProperty(name) || environment.containsProperty(name + "[0]");
  }
}
