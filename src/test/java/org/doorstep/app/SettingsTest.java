package org.doorstep.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.doorstep.redis.Vault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class SettingsTest {

  private static final String TOKEN = "0123456789abcdef0123456789abcdef";

  private static final String KEYS = Vault.newKeyset();

  @TempDir Path folder;

  private final Map<String, Object> set = new HashMap<>();

  @BeforeEach
  void flowsExist() {
    set.put("DOORSTEP_FLOWS", folder.toString());
  }

  private void live() throws Exception {
    set.put("DOORSTEP_PUBLIC_URL", "https://doorstep.example.org/");
    set.put("DOORSTEP_TWILIO_ACCOUNT_SID", "AC" + TOKEN);
    set.put("DOORSTEP_TWILIO_AUTH_TOKEN", TOKEN);
    set.put("DOORSTEP_SLACK_BOT_TOKEN", "xoxb-1-2-three");
    set.put("DOORSTEP_SLACK_SIGNING_SECRET", TOKEN);
    set.put("DOORSTEP_CELLS", folder.toString());
    set.put("DOORSTEP_KEYSET", Files.writeString(folder.resolve("keyset"), KEYS + "\n").toString());
  }

  private Settings read() {
    var environment = new StandardEnvironment();
    environment
        .getPropertySources()
        .remove(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME);
    environment
        .getPropertySources()
        .replace(
            StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
            new SystemEnvironmentPropertySource(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, set));
    return Settings.read(environment);
  }

  private List<String> problems() {
    return switch (read().mode()) {
      case Mode.Refused(var problems) -> problems;
      case Mode.Village() -> List.of();
      case Mode.Live _ -> List.of();
    };
  }

  @Test
  void withoutCredentialsTheVillageRuns() {
    Settings settings = read();

    assertThat(settings.mode()).isEqualTo(new Mode.Village());
    assertThat(settings.store()).isEqualTo(new Store.Embedded(Path.of("data", "redis")));
    assertThat(settings.cells()).isEmpty();
    assertThat(settings.addresses().twilioApi()).isEqualTo(URI.create("https://api.twilio.com"));
    assertThat(settings.addresses().slackApi()).isEqualTo(URI.create("https://slack.com/api/"));
  }

  @Test
  void withAllCredentialsItIsLive() throws Exception {
    live();

    assertThat(read().mode())
        .isEqualTo(
            new Mode.Live(
                URI.create("https://doorstep.example.org"),
                new Mode.Twilio("AC" + TOKEN, new Secret(TOKEN), Optional.empty()),
                new Mode.Slack(new Secret("xoxb-1-2-three"), new Secret(TOKEN), Optional.empty()),
                new Secret(KEYS)));
  }

  @Test
  void theOldTokenAndTheAppTokenAreOptional() throws Exception {
    live();
    set.put("DOORSTEP_TWILIO_AUTH_TOKEN_OLD", "f".repeat(32));
    set.put("DOORSTEP_SLACK_APP_TOKEN", "xapp-1");

    assertThat(read().mode())
        .isInstanceOfSatisfying(
            Mode.Live.class,
            mode -> {
              assertThat(mode.twilio().oldAuthToken()).contains(new Secret("f".repeat(32)));
              assertThat(mode.slack().appToken()).contains(new Secret("xapp-1"));
            });
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        Arguments.of("DOORSTEP_TWILIO_AUTH_TOKEN", null, "is missing"),
        Arguments.of("DOORSTEP_TWILIO_ACCOUNT_SID", null, "is missing"),
        Arguments.of("DOORSTEP_SLACK_BOT_TOKEN", null, "is missing"),
        Arguments.of("DOORSTEP_SLACK_SIGNING_SECRET", null, "is missing"),
        Arguments.of("DOORSTEP_PUBLIC_URL", null, "is missing"),
        Arguments.of("DOORSTEP_KEYSET", null, "is missing"),
        Arguments.of("DOORSTEP_CELLS", null, "is missing"),
        Arguments.of("DOORSTEP_TWILIO_AUTH_TOKEN", "", "is blank"),
        Arguments.of("DOORSTEP_SLACK_SIGNING_SECRET", "  \t ", "is blank"),
        Arguments.of("DOORSTEP_TWILIO_AUTH_TOKEN", TOKEN + "\n", "ends with a line break"),
        Arguments.of("DOORSTEP_SLACK_SIGNING_SECRET", TOKEN + "\r\n", "ends with a line break"),
        Arguments.of("DOORSTEP_TWILIO_AUTH_TOKEN", " " + TOKEN, "white space"),
        Arguments.of("DOORSTEP_TWILIO_AUTH_TOKEN_OLD", "", "is blank"),
        Arguments.of("DOORSTEP_SLACK_APP_TOKEN", "xoxb-1", "does not begin with xapp-"),
        Arguments.of("DOORSTEP_SLACK_BOT_TOKEN", "xoxp-1", "does not begin with xoxb-"),
        Arguments.of("DOORSTEP_TWILIO_ACCOUNT_SID", "SK" + TOKEN, "is not an account SID"),
        Arguments.of("DOORSTEP_PUBLIC_URL", "http://doorstep.example.org", "must begin with https"),
        Arguments.of("DOORSTEP_PUBLIC_URL", "doorstep.example.org", "is not an address"),
        Arguments.of("DOORSTEP_PUBLIC_URL", "https://a b", "is not an address"),
        Arguments.of("DOORSTEP_PUBLIC_URL", "https://example.org/?a=b", "is not an address"),
        Arguments.of("DOORSTEP_PUBLIC_URL", "https://me:pw@example.org", "user name"),
        Arguments.of("DOORSTEP_GEOCODER_URL", "ftp://example.org", "must begin with https"),
        Arguments.of("DOORSTEP_SLACK_API_URL", "http://example.org/api/", "must begin with https"),
        Arguments.of("DOORSTEP_KEYSET", "/nowhere/keys.json", "cannot be read"),
        Arguments.of("DOORSTEP_KEYSET", KEYS.substring(20), "is not a keyset of Doorstep"),
        Arguments.of(
            "SPRING_DATA_REDIS_MASTERREPLICA_NODES", "a:1", "is not supported; use Sentinel"),
        Arguments.of("DOORSTEP_FLOWS", "/nowhere", "there is no folder"),
        Arguments.of("DOORSTEP_CELLS", "/nowhere", "there is no folder"),
        Arguments.of("DOORSTEP_REDIS_REPLICAS", "two", "is not a number"),
        Arguments.of("DOORSTEP_REDIS_REPLICAS", "-1", "is not a number"),
        Arguments.of("DOORSTEP_REDIS_REPLICAS", "1", "has no replicas"),
        Arguments.of("DOORSTEP_ALLOW_VOLATILE_REDIS", "yes", "neither true nor false"));
  }

  @ParameterizedTest(name = "{0} = {1}")
  @MethodSource("mistakes")
  void aMistakeIsNamed(String name, String value, String why) throws Exception {
    live();
    if (value == null) set.remove(name);
    else set.put(name, value);

    assertThat(problems()).singleElement().asString().startsWith(name + ": ").contains(why);
  }

  @Test
  void everyMistakeIsToldAtOnce() {
    set.put("DOORSTEP_TWILIO_AUTH_TOKEN", "");
    set.put("DOORSTEP_REDIS_REPLICAS", "many");
    set.put("DOORSTEP_FLOWS", "/nowhere");

    assertThat(problems())
        .extracting(p -> p.substring(0, p.indexOf(':')))
        .containsExactlyInAnyOrder(
            "DOORSTEP_FLOWS",
            "DOORSTEP_REDIS_REPLICAS",
            "DOORSTEP_TWILIO_ACCOUNT_SID",
            "DOORSTEP_TWILIO_AUTH_TOKEN",
            "DOORSTEP_SLACK_BOT_TOKEN",
            "DOORSTEP_SLACK_SIGNING_SECRET",
            "DOORSTEP_CELLS",
            "DOORSTEP_PUBLIC_URL",
            "DOORSTEP_KEYSET");
  }

  @Test
  void aBlankCredentialAloneIsAMistakeAndNotTheVillage() {
    set.put("DOORSTEP_SLACK_APP_TOKEN", " ");

    assertThat(read().mode()).isInstanceOf(Mode.Refused.class);
  }

  @Test
  void noProblemRepeatsASecret() throws Exception {
    live();
    set.put("DOORSTEP_TWILIO_AUTH_TOKEN", "hunter two");
    set.put("DOORSTEP_SLACK_BOT_TOKEN", "hunter2");
    set.put("DOORSTEP_KEYSET", "hunter2");

    assertThat(String.join("\n", problems())).doesNotContain("hunter");
    assertThat(read()).asString().doesNotContain("hunter");
  }

  @Test
  void loopbackNeedsNoHttps() throws Exception {
    live();
    set.put("DOORSTEP_PUBLIC_URL", "http://localhost:8080");
    set.put("DOORSTEP_TWILIO_API_URL", "http://127.0.0.1:9000");

    assertThat(problems()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SPRING_DATA_REDIS_URL",
        "SPRING_DATA_REDIS_HOST",
        "SPRING_DATA_REDIS_PORT",
        "SPRING_DATA_REDIS_CLUSTER_NODES",
        "SPRING_DATA_REDIS_SENTINEL_NODES"
      })
  void anyOfSpringsOwnSettingsMeansThatARedisIsConfigured(String name) {
    set.put(name, "x");
    set.put("DOORSTEP_REDIS_REPLICAS", "2");
    set.put("DOORSTEP_ALLOW_VOLATILE_REDIS", "true");

    assertThat(read().store()).isEqualTo(new Store.Configured(2, true));
  }

  @Test
  void theKeysMayStandInTheSettingItself() throws Exception {
    live();
    set.put("DOORSTEP_KEYSET", KEYS);

    assertThat(read().mode())
        .isInstanceOfSatisfying(
            Mode.Live.class, m -> assertThat(m.keyset()).isEqualTo(new Secret(KEYS)));
  }
}
