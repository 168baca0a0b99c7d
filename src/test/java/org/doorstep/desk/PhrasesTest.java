package org.doorstep.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.doorstep.bridge.Case;
import org.doorstep.bridge.Reason;
import org.doorstep.talk.ShippedTalk;
import org.doorstep.talk.Talk;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every word the desk asks for is in the flows that are shipped. */
class PhrasesTest {

  private static final Pattern ID =
      Pattern.compile("\"((?:job|case|common|feedback|request-help|join)\\.[a-z][a-z-]*[a-z])\"");

  private final Talk talk = ShippedTalk.load();

  @TestFactory
  Stream<DynamicTest> everyIdIsThere() throws IOException {
    return ids().stream()
        .map(
            id ->
                DynamicTest.dynamicTest(
                    id,
                    () ->
                        assertThatCode(() -> talk.say(id, "", Map.of()))
                            .doesNotThrowAnyException()));
  }

  @Test
  void theIdsThatAreBuiltAreThereToo() {
    for (Reason reason : Reason.values()) spoken("case.title-" + key(reason));
    for (Case.Outcome outcome : Case.Outcome.values()) spoken("case." + key(outcome));
    for (Content.Kind kind : Content.Kind.values()) spoken("common.media-" + key(kind));
    for (String line : Set.of("line-need", "line-place", "line-when")) spoken("case." + line);
    for (String unit : Set.of("metres", "kilometres", "kilometres-half")) {
      spoken("common.distance-" + unit);
    }
    for (Fact.CouldNot.Outcome outcome : Fact.CouldNot.Outcome.values()) {
      if (outcome == Fact.CouldNot.Outcome.UNSAFE) continue;
      spoken("job." + key(outcome) + "-noted");
      spoken("job." + key(outcome) + "-resident");
    }
    for (String answer : Set.of("late", "not-open", "at-capacity")) {
      spoken("job." + answer);
      spoken("job.whisper-" + answer);
    }
  }

  private void spoken(String id) {
    assertThat(talk.say(id, "", Map.of()).id()).isEqualTo(id);
  }

  private static String key(Enum<?> value) {
    return value.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  private static Set<String> ids() throws IOException {
    Set<String> ids = new TreeSet<>();
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java/org/doorstep/desk"))) {
      for (Path source : sources.filter(p -> p.toString().endsWith(".java")).toList()) {
        Matcher matcher = ID.matcher(Files.readString(source));
        while (matcher.find()) ids.add(matcher.group(1));
      }
    }
    assertThat(ids).hasSizeGreaterThan(40);
    return ids;
  }
}
