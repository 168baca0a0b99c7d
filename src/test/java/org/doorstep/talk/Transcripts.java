package org.doorstep.talk;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The transcripts among the files of a folder of flows. */
@NullUnmarked
final class Transcripts {

  private static final Pattern ANY_LANGUAGE =
      Pattern.compile("|[0-9, ]+|[A-Z]{1,2}[0-9]{1,2}( [0-9][A-Z]{2})?|👍|👎|STOP");

  private Transcripts() {}

  /**
   * One of them.
   *
   * @param now when it begins
   */
  record One(String file, Map<?, ?> test, Instant now, String flow) {

    String name() {
      return file + ": " + test.get("name");
    }

    List<?> steps() {
      return (List<?>) test.get("steps");
    }

    /** Nothing in it is English: taps, numbers, postcodes, and orders that all languages share. */
    boolean inAnyLanguage() {
      return steps().stream()
          .map(s -> (Map<?, ?>) s)
          .allMatch(
              s ->
                  s.get("user") == null
                      || ANY_LANGUAGE.matcher(s.get("user").toString()).matches());
    }

    /** Old buttons and pins do not exist on SMS. */
    boolean needsTaps() {
      return steps().stream()
          .map(s -> (Map<?, ?>) s)
          .anyMatch(s -> s.containsKey("tap-old") || s.containsKey("pin"));
    }
  }

  static Stream<One> in(Map<String, String> files) {
    return files.keySet().stream()
        .filter(file -> file.startsWith("tests/"))
        .flatMap(file -> of(file, files.get(file)));
  }

  private static Stream<One> of(String file, String text) {
    Map<?, ?> root = (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(text);
    Map<?, ?> defaults = (Map<?, ?>) root.get("defaults");
    return ((List<?>) root.get("tests")).stream().map(test -> of(file, (Map<?, ?>) test, defaults));
  }

  private static One of(String file, Map<?, ?> test, Map<?, ?> defaults) {
    Object now = test.get("now") == null ? defaults.get("now") : test.get("now");
    Object flow = test.get("flow") == null ? defaults.get("flow") : test.get("flow");
    return new One(file, test, instant(now.toString()), flow.toString());
  }

  /** {@code 2026-03-18T14:30[Europe/London]} */
  private static Instant instant(String text) {
    int zone = text.indexOf('[');
    String local = text.substring(0, zone).replaceFirst("Z$", "");
    String name = text.substring(zone + 1, text.length() - 1);
    return LocalDateTime.parse(local).atZone(ZoneId.of(name)).toInstant();
  }
}
