package org.doorstep.app;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.doorstep.redis.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/**
 * The settings as they were written, with what is wrong about them. Reading goes on after a
 * mistake, with a stand-in, so that all mistakes are found. No value of a secret is ever repeated.
 */
final class Sheet {

  private static final URI STAND_IN = URI.create("https://invalid.example/");

  /** Two keysets in base64, which no name of a file looks like. */
  private static final Pattern KEYS = Pattern.compile("[A-Za-z0-9+/=]{64,}\\.[A-Za-z0-9+/=]{64,}");

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private final Environment environment;
  private final List<String> problems = new ArrayList<>();

  Sheet(Environment environment) {
    this.environment = environment;
  }

  List<String> problems() {
    return List.copyOf(problems);
  }

  void wrong(SettingName setting, String why) {
    wrong(setting.environmentName(), why);
  }

  void wrong(String name, String why) {
    problems.add(name + ": " + why);
  }

  /** Also when it is blank: a blank credential is a mistake, not an absence. */
  boolean isSet(SettingName setting) {
    return raw(setting) != null;
  }

  void need(SettingName setting, String why) {
    if (text(setting).isEmpty()) wrong(setting, "is missing; " + why);
  }

  Secret secret(SettingName setting, String... beginning) {
    String raw = raw(setting);
    if (raw == null) {
      wrong(setting, "is missing");
      return new Secret("");
    }
    if (raw.isBlank()) {
      wrong(setting, "is blank");
    } else if (raw.endsWith("\n") || raw.endsWith("\r")) {
      wrong(setting, "ends with a line break; remove it (printf instead of echo)");
    } else if (raw.chars().anyMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c))) {
      wrong(setting, "has white space or control characters in it");
    } else if (beginning.length > 0 && !raw.startsWith(beginning[0])) {
      wrong(setting, "does not begin with " + beginning[0] + "; is it another token?");
    }
    return new Secret(raw);
  }

  Optional<Secret> optionalSecret(SettingName setting, String... beginning) {
    return isSet(setting) ? Optional.of(secret(setting, beginning)) : Optional.empty();
  }

  String accountSid(SettingName setting) {
    int before = problems.size();
    String value = secret(setting).value();
    if (problems.size() == before && !value.matches("AC[0-9a-f]{32}")) {
      wrong(setting, "is not an account SID: AC and 32 hexadecimal digits");
    }
    return value;
  }

  /** The keys themselves, or a file that holds them. */
  Secret keyset(SettingName setting) {
    Optional<String> text = text(setting);
    if (text.isEmpty()) {
      wrong(setting, "is missing; make one with: java -jar doorstep.jar keys new");
      return new Secret("");
    }
    if (KEYS.matcher(text.get()).matches()) return checked(setting, text.get());
    try {
      return checked(setting, Files.readString(Path.of(text.get())).strip());
    } catch (IOException | IllegalArgumentException e) {
      wrong(setting, "the file cannot be read (" + e.getClass().getSimpleName() + ")");
      return new Secret("");
    }
  }

  private Secret checked(SettingName setting, String keys) {
    try {
      Vault.of(keys);
    } catch (IllegalArgumentException e) {
      wrong(setting, "is " + e.getMessage() + "; was it cut off?");
    }
    return new Secret(keys);
  }

  URI url(SettingName setting, String otherwise) {
    return optionalUrl(setting).orElseGet(() -> URI.create(otherwise));
  }

  /** Without a slash at its end. */
  Optional<URI> optionalUrl(SettingName setting) {
    return text(setting).map(t -> parse(setting, t.replaceAll("/+$", "")));
  }

  URI requiredUrl(SettingName setting) {
    Optional<URI> url = optionalUrl(setting);
    if (url.isEmpty())
      wrong(setting, "is missing; it is the https address that Twilio and Slack call");
    return url.orElse(STAND_IN);
  }

  Path path(SettingName setting, String otherwise) {
    return Path.of(text(setting).orElse(otherwise));
  }

  Path folder(SettingName setting, String otherwise) {
    Path path = path(setting, otherwise);
    if (!Files.isDirectory(path)) wrong(setting, "there is no folder " + path.toAbsolutePath());
    return path;
  }

  Optional<Path> optionalFolder(SettingName setting) {
    return text(setting).map(t -> folder(setting, t));
  }

  int number(SettingName setting, int otherwise, int atMost) {
    Optional<String> text = text(setting);
    if (text.isEmpty()) return otherwise;
    if (text.get().matches("\\d{1,3}") && Integer.parseInt(text.get()) <= atMost) {
      return Integer.parseInt(text.get());
    }
    wrong(setting, "is not a number from 0 to " + atMost);
    return otherwise;
  }

  boolean flag(SettingName setting) {
    String text = text(setting).orElse("false").toLowerCase(Locale.ROOT);
    if (!text.equals("true") && !text.equals("false")) wrong(setting, "is neither true nor false");
    return text.equals("true");
  }

  private URI parse(SettingName setting, String text) {
    try {
      URI uri = new URI(text);
      String host = uri.getHost();
      boolean loopback = host != null && LOOPBACK.contains(host);
      if (host == null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
        wrong(setting, "is not an address like https://example.org");
      } else if (!"https".equals(uri.getScheme())
          && !("http".equals(uri.getScheme()) && loopback)) {
        wrong(setting, "must begin with https://");
      } else if (uri.getRawUserInfo() != null) {
        wrong(setting, "must not hold a user name or password");
      }
      return uri;
    } catch (URISyntaxException e) {
      wrong(setting, "is not an address like https://example.org");
      return STAND_IN;
    }
  }

  /** Trimmed; blank counts as not set. */
  private Optional<String> text(SettingName setting) {
    String raw = raw(setting);
    return raw == null || raw.isBlank() ? Optional.empty() : Optional.of(raw.strip());
  }

  private @Nullable String raw(SettingName setting) {
    String byName = environment.getProperty(setting.environmentName());
    return byName != null ? byName : environment.getProperty(setting.property());
  }
}
