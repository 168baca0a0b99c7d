package org.doorstep.village;

import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** The credentials that Doorstep and the simulated providers share. */
public record VillageKeys(
    String accountSid,
    String authToken,
    String botToken,
    String otherBotToken,
    String signingSecret,
    String clientId,
    String clientSecret) {

  /** One that is installed in no workspace by its page. */
  public VillageKeys(String accountSid, String authToken, String botToken, String signingSecret) {
    this(accountSid, authToken, botToken, botToken + "-other", signingSecret, "", "");
  }

  /** New ones for each start: nothing outside this process knows them. */
  public static VillageKeys madeUp(RandomGenerator random) {
    return new VillageKeys(
        "AC" + hex(random),
        hex(random),
        "xoxb-" + hex(random),
        "xoxb-" + hex(random),
        hex(random),
        "1000.2000",
        hex(random));
  }

  private static String hex(RandomGenerator random) {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  @Override
  public String toString() {
    return "VillageKeys[redacted]";
  }
}
