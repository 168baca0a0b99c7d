package org.doorstep.talk;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.doorstep.understand.Understanding;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Every transcript of {@code conversation-flows/tests}, once with taps and once in words only. */
@NullUnmarked
class TranscriptsTest {

  private final Understanding understanding = Flows.understanding();
  private final Talk talk = Flows.load(understanding, Flows.vocabularies());

  @TestFactory
  List<DynamicTest> transcripts() {
    List<DynamicTest> tests = new ArrayList<>();
    Flows.files()
        .forEach(
            (file, text) -> {
              if (file.startsWith("tests/")) tests.addAll(file(file, text));
            });
    return tests;
  }

  private List<DynamicTest> file(String file, String text) {
    Map<?, ?> root = (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(text);
    Map<?, ?> defaults = (Map<?, ?>) root.get("defaults");
    List<DynamicTest> tests = new ArrayList<>();
    for (Object each : (List<?>) root.get("tests")) {
      Map<?, ?> test = (Map<?, ?>) each;
      for (boolean typing : new boolean[] {false, true}) {
        String name = file + ": " + test.get("name") + (typing ? " (in words)" : "");
        tests.add(
            DynamicTest.dynamicTest(
                name,
                () ->
                    new Transcript(
                            talk,
                            understanding,
                            test,
                            ZonedDateTime.parse(defaults.get("now").toString()).toInstant(),
                            defaults.get("flow").toString(),
                            typing)
                        .play()));
      }
    }
    return tests;
  }
}
