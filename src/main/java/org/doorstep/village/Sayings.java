package org.doorstep.village;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What Doorstep says of regular help, as it is written in a folder of flows: told by the words
 * alone, in every language, since most of these messages have nothing to tap.
 */
final class Sayings {

  private static final Pattern SLOT = Pattern.compile("\\{\\{?([a-z0-9]+)}?}");

  /** In the order in which the text that WhatsApp approved counts them. */
  private static final List<String> TIME = List.of("need", "when", "volunteer");

  /**
   * @param message its key in the flow
   */
  record Said(String message, WrittenDays days, Map<String, String> values) {
    Said {
      values = Map.copyOf(values);
    }

    String of(String slot) {
      return values.getOrDefault(slot, "");
    }
  }

  /** What tells how it stands; lists and other lines could be taken for one of them. */
  private static final Set<String> NEWS =
      Set.of(
          "how-often",
          "begun",
          "each-time",
          "found",
          "comes",
          "looking",
          "stand-in",
          "goes-on",
          "yours-to-have",
          "done-by-you",
          "skipped",
          "ended",
          "not-then",
          "left");

  private record Saying(String message, WrittenDays days, Pattern pattern, List<String> slots) {}

  private final List<Saying> sayings;

  private Sayings(List<Saying> sayings) {
    this.sayings = List.copyOf(sayings);
  }

  /** None where the folder has no such flow. */
  static Sayings in(Path flows) {
    List<Saying> all = new ArrayList<>();
    JsonNode english = Yaml.file(flows.resolve("flows/regular.yml")).path("messages");
    JsonNode common = Yaml.file(flows.resolve("common.yml")).path("messages");
    JsonNode templates = Yaml.file(flows.resolve("templates.yml")).path("templates");
    WrittenDays days = new WrittenDays(key -> Json.text(common, key));
    english.properties().forEach(m -> all.add(saying(m.getKey(), days, text(m.getValue()))));
    all.add(saying("comes", days, Json.text(templates.path("regular-time"), "text")));
    for (Path locale : locales(flows)) {
      JsonNode theirs = texts(locale, "flows/regular.yml");
      JsonNode words = texts(locale, "common.yml");
      WrittenDays here = new WrittenDays(key -> Json.text(words, "messages." + key));
      for (String key : english.propertyNames()) {
        String said = Json.text(theirs, "messages." + key);
        String text = said.isEmpty() ? Json.text(theirs, "messages." + key + ".say") : said;
        all.add(saying(key, here, text));
      }
      JsonNode approved = texts(locale, "templates.yml");
      all.add(saying("comes", here, Json.text(approved, "templates.regular-time.text")));
    }
    all.removeIf(s -> s.pattern().pattern().isEmpty() || !NEWS.contains(s.message()));
    return new Sayings(all);
  }

  private static JsonNode texts(Path locale, String file) {
    return Yaml.file(locale.resolve(file)).path("texts");
  }

  private static String text(JsonNode message) {
    return message.isString() ? message.asString() : Json.text(message, "say");
  }

  private static List<Path> locales(Path flows) {
    Path folder = flows.resolve("locales");
    if (!Files.isDirectory(folder)) return List.of();
    try (Stream<Path> all = Files.list(folder)) {
      return all.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A line whose value is missing is left out of what is said; the first one never lacks any. */
  private static Saying saying(String message, WrittenDays days, String text) {
    List<String> slots = new ArrayList<>();
    List<String> lines = text.strip().lines().toList();
    StringBuilder pattern = new StringBuilder();
    for (String line : lines) {
      String fits = fits(line, slots) + "(?:\\n|$)";
      boolean sure = pattern.isEmpty() || !SLOT.matcher(line).find();
      pattern.append(sure ? fits : "(?:" + fits + ")?");
    }
    String all = text.isBlank() ? "" : "^" + pattern;
    return new Saying(message, days, Pattern.compile(all, Pattern.MULTILINE), slots);
  }

  private static String fits(String line, List<String> slots) {
    StringBuilder fits = new StringBuilder();
    Matcher slot = SLOT.matcher(line);
    int from = 0;
    while (slot.find()) {
      fits.append(literally(line.substring(from, slot.start()))).append("(.+?)");
      slots.add(name(slot.group(1)));
      from = slot.end();
    }
    return fits.append(literally(line.substring(from))).toString();
  }

  private static String literally(String text) {
    return text.isEmpty() ? "" : Pattern.quote(text);
  }

  private static String name(String slot) {
    return slot.matches("[1-3]") ? TIME.get(Integer.parseInt(slot) - 1) : slot;
  }

  Optional<Said> in(String text) {
    for (Saying saying : sayings) {
      Matcher matcher = saying.pattern().matcher(text);
      if (matcher.find()) return Optional.of(said(saying, matcher.toMatchResult()));
    }
    return Optional.empty();
  }

  private static Said said(Saying saying, MatchResult match) {
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < saying.slots().size(); i++) {
      String value = match.group(i + 1);
      if (value != null) values.put(saying.slots().get(i), value.strip());
    }
    return new Said(saying.message(), saying.days(), values);
  }
}
