package org.doorstep.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.doorstep.cell.CellFile;
import org.doorstep.desk.Shortcut;
import org.doorstep.redis.Vault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.springframework.mock.env.MockEnvironment;

/** The files that people deploy with, held against the code. */
class DeployTest {

  private static final Path DEPLOY = Path.of("deploy");
  private static final String SLACK_ROUTE = "https://doorstep.example.org/webhooks/slack";

  private static String text(String file) throws Exception {
    return Files.readString(DEPLOY.resolve(file), UTF_8);
  }

  /** What stands under a path of keys. */
  private static Object at(String file, String... path) throws Exception {
    Object node = new Load(LoadSettings.builder().build()).loadFromString(text(file));
    for (String key : path) node = ((Map<?, ?>) node).get(key);
    return node;
  }

  private static Map<String, String> exampleEnv(String beginning) throws Exception {
    Map<String, String> values = new HashMap<>();
    Matcher line =
        Pattern.compile("(?m)^" + beginning + "([A-Z_]+)=(.*)$").matcher(text("example.env"));
    while (line.find()) assertThat(values.put(line.group(1), line.group(2))).isNull();
    return values;
  }

  @Test
  void theExampleNamesEverySettingAndNoOther() throws Exception {
    var named = new TreeSet<>(exampleEnv("#?").keySet());
    named.removeIf(name -> !name.startsWith("DOORSTEP_"));

    assertThat(named)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(SettingName.values()).map(SettingName::environmentName).toList());
  }

  @Test
  void theExampleUnfilledIsRefusedForWhatStandsEmpty() throws Exception {
    Map<String, String> set = exampleEnv("");
    List<String> empty = set.keySet().stream().filter(k -> set.get(k).isEmpty()).toList();

    assertThat(problems(set))
        .hasSameSizeAs(empty)
        .allMatch(p -> empty.stream().anyMatch(p::startsWith));
  }

  @Test
  void theExampleFilledInGoesLive() throws Exception {
    Map<String, String> set = exampleEnv("");
    set.replace("DOORSTEP_TWILIO_ACCOUNT_SID", "AC" + "0".repeat(32));
    set.replace("DOORSTEP_TWILIO_AUTH_TOKEN", "0".repeat(32));
    set.replace("DOORSTEP_SLACK_BOT_TOKEN", "xoxb-0");
    set.replace("DOORSTEP_SLACK_SIGNING_SECRET", "0".repeat(32));
    set.replace("DOORSTEP_KEYSET", Vault.newKeyset());

    assertThat(problems(set)).isEmpty();
  }

  @Test
  void theDefaultsInTheExampleAreThoseOfTheCode() throws Exception {
    Map<String, String> commented = exampleEnv("#");
    commented.keySet().removeIf(k -> !k.startsWith("DOORSTEP_") || commented.get(k).isEmpty());
    Settings without = read(Map.of());
    commented.remove("DOORSTEP_GEOCODER_URL"); // has no default

    assertThat(read(commented)).isEqualTo(without);
  }

  private static Settings read(Map<String, String> set) {
    var environment = new MockEnvironment();
    set.forEach(environment::setProperty);
    environment.setProperty("DOORSTEP_CELLS", DEPLOY.resolve("cells").toString());
    if (!Files.isDirectory(Path.of("conversation-flows")))
      environment.setProperty("DOORSTEP_FLOWS", "src");
    return Settings.read(environment);
  }

  private static List<String> problems(Map<String, String> set) {
    return read(set).mode() instanceof Mode.Refused(var problems) ? problems : List.of();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"example.env", "slack-app-manifest.yml", "compose.yml", "Caddyfile", "README.md"})
  void onlyAddressesForExamplesStandInTheFiles(String file) throws Exception {
    List<String> hosts =
        Pattern.compile("https://([a-z0-9.-]+)")
            .matcher(text(file))
            .results()
            .map(m -> m.group(1))
            .toList();

    assertThat(hosts)
        .allMatch(
            h ->
                h.matches(
                    "(.*\\.)?(example\\.org|twilio\\.com|slack\\.com|postcodes\\.io|os\\.uk)"));
  }

  @Test
  void theSlackAppCallsTheOneSlackRoute() throws Exception {
    String file = "slack-app-manifest.yml";

    assertThat(at(file, "settings", "event_subscriptions", "request_url")).isEqualTo(SLACK_ROUTE);
    assertThat(at(file, "settings", "interactivity", "request_url")).isEqualTo(SLACK_ROUTE);
    assertThat(at(file, "features", "slash_commands"))
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .singleElement()
        .satisfies(
            command -> {
              assertThat(((Map<?, ?>) command).get("command")).isEqualTo("/doorstep");
              assertThat(((Map<?, ?>) command).get("url")).isEqualTo(SLACK_ROUTE);
            });
  }

  @Test
  void theSlackAppHasTheShortcutsThatAreKnown() throws Exception {
    assertThat(at("slack-app-manifest.yml", "features", "shortcuts"))
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .hasSize(Shortcut.values().length + 1) // one is in the menu of a message too
        .allSatisfy(
            entry -> {
              Map<?, ?> shortcut = (Map<?, ?>) entry;
              assertThat(shortcut.get("type")).isIn("global", "message");
              assertThat(Shortcut.called(shortcut.get("callback_id").toString())).isPresent();
              assertThat(shortcut.get("name").toString()).hasSizeLessThanOrEqualTo(24);
              assertThat(shortcut.get("description").toString()).hasSizeLessThanOrEqualTo(150);
            });
  }

  @Test
  void theSlackAppMayReadTheEventsItAsksFor() throws Exception {
    String file = "slack-app-manifest.yml";
    var scopes = (List<?>) at(file, "oauth_config", "scopes", "bot");
    var events = (List<?>) at(file, "settings", "event_subscriptions", "bot_events");

    assertThat(events)
        .isEqualTo(
            List.of(
                "app_home_opened",
                "message.channels",
                "message.groups",
                "message.im",
                "user_change"));
    assertThat(at(file, "features", "app_home", "home_tab_enabled")).isEqualTo(true);
    assertThat(events.stream().filter(event -> event.toString().startsWith("message.")))
        .allMatch(event -> scopes.contains(event.toString().replace("message.", "") + ":history"));
    assertThat(at(file, "features", "app_home", "messages_tab_read_only_enabled")).isEqualTo(false);
  }

  @Test
  void composeStartsADurableRedisAndAsksForReadiness() throws Exception {
    assertThat(at("compose.yml", "services", "redis", "command"))
        .isEqualTo(
            List.of(
                "redis-server",
                "--appendonly",
                "yes",
                "--appendfsync",
                "always",
                "--maxmemory-policy",
                "noeviction"));
    assertThat(at("compose.yml", "services", "doorstep", "healthcheck", "test"))
        .asString()
        .contains("GET /actuator/health/readiness ");
    assertThat(at("compose.yml", "services", "doorstep", "build", "dockerfile"))
        .isEqualTo("deploy/Dockerfile");
    assertThat(at("compose.yml", "services", "doorstep", "env_file")).isEqualTo("doorstep.env");
  }

  @Test
  void whatComposeSetsExists() throws Exception {
    var set = (Map<?, ?>) at("compose.yml", "services", "doorstep", "environment");

    assertThat(set.keySet())
        .allMatch(
            name ->
                name.toString().startsWith("SPRING_DATA_REDIS_")
                    || Arrays.stream(SettingName.values())
                        .anyMatch(s -> s.environmentName().equals(name)));
  }

  @Test
  void theImageRunsTheJarThatTheBuildMakesAndNotAsRoot() throws Exception {
    String jar =
        Pattern.compile("<finalName>(.*)</finalName>")
            .matcher(Files.readString(Path.of("pom.xml")))
            .results()
            .map((MatchResult m) -> m.group(1) + ".jar")
            .findFirst()
            .orElseThrow();
    String dockerfile = text("Dockerfile");

    assertThat(dockerfile)
        .contains("-jar target/" + jar + " extract --layers")
        .contains("\"-jar\", \"" + jar + "\"");
    assertThat(dockerfile)
        .containsPattern("(?m)^USER 10001$")
        .contains("FROM eclipse-temurin:25-jre");
    assertThat(text("README.md")).contains("java -jar target/" + jar);
  }

  @Test
  void onlyTheWebhooksAndPeoplesOwnPagesAreForTheWorld() throws Exception {
    assertThat(text("Caddyfile").lines().map(String::strip).filter(l -> l.startsWith("handle")))
        .containsExactly("handle /webhooks/* {", "handle /my-data/* {", "handle {");
  }

  @Test
  void theReadmeNamesTheFixedRoutes() throws Exception {
    assertThat(text("README.md"))
        .contains(
            "/webhooks/twilio/message#rc=5&rp=all",
            "/webhooks/twilio/status#rc=5&rp=all",
            "/actuator/health/liveness",
            "/actuator/health/readiness",
            "/actuator/prometheus");
  }

  @Test
  void theExampleCellIsInOrder() throws Exception {
    assertThat(CellFile.parse("hyde-park.yml", text("cells/hyde-park.yml")))
        .isInstanceOf(CellFile.Parsed.class);
  }
}
