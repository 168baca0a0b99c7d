package org.doorstep.slack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.slack.api.app_backend.SlackSignature.Generator;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlackSignatureTest {

  /** From Slack's documentation of the signature. */
  private static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";

  private static final String TIMESTAMP = "1531420618";
  private static final String BODY =
      "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V"
          + "&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text="
          + "&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
          + "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";
  private static final String KNOWN =
      "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503";
  private static final Instant THEN = Instant.ofEpochSecond(1531420618);

  private final SlackSignature signature = new SlackSignature(SECRET);

  @Test
  void theKnownVectorMatches() {
    assertThat(matches(TIMESTAMP, BODY, KNOWN, THEN)).isTrue();
  }

  @Test
  void slacksOwnGeneratorAgrees() {
    assertThat(new Generator(SECRET).generate(TIMESTAMP, BODY)).isEqualTo(KNOWN);
    assertThat(signature.sign("1700000000", "{\"é\":1}".getBytes(UTF_8)))
        .isEqualTo(new Generator(SECRET).generate("1700000000", "{\"é\":1}"));
  }

  @ParameterizedTest
  @CsvSource({
    "0, true",
    "300, true",
    "301, false",
    "-300, true",
    "-301, false",
    "86400, false",
    "-86400, false"
  })
  void oldAndFutureTimestampsAreRefusedAlike(long seconds, boolean taken) {
    assertThat(matches(TIMESTAMP, BODY, KNOWN, THEN.plusSeconds(seconds))).isEqualTo(taken);
  }

  @Test
  void whatWasTamperedWithDoesNotMatch() {
    assertThat(matches(TIMESTAMP, BODY + " ", KNOWN, THEN)).isFalse();
    assertThat(matches("1531420619", BODY, KNOWN, THEN)).isFalse();
    assertThat(matches("01531420618", BODY, KNOWN, THEN)).isFalse();
    assertThat(matches(TIMESTAMP, BODY, KNOWN.replace("v0=", "v1="), THEN)).isFalse();
    assertThat(matches(TIMESTAMP, BODY, KNOWN.substring(3), THEN)).isFalse();
    assertThat(matches(TIMESTAMP, BODY, "", THEN)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "now", "-1531420618", "1531420618.5", "99999999999999999999"})
  void aTimestampIsANumberOfSeconds(String timestamp) {
    assertThat(matches(timestamp, BODY, signature.sign(timestamp, BODY.getBytes(UTF_8)), THEN))
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "secret\n"})
  void aSecretIsNeverBlankOrRagged(String secret) {
    assertThatThrownBy(() -> new SlackSignature(secret))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private boolean matches(String timestamp, String body, String given, Instant now) {
    return signature.matches(timestamp, body.getBytes(UTF_8), given, now);
  }
}
