package org.doorstep.talk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.doorstep.understand.Vocabularies;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** Words may change at any time; the shape of a form only with its version. */
@NullUnmarked
class ReleasedTest {

  private static final String REQUEST = "flows/request-help.yml";

  @Test
  void everyFormThatIsShippedIsWrittenDown() {
    FlowBook book = Flows.load(Vocabularies.all(), Flows.vocabularies());
    assertThat(Flows.files().get(Released.FILE))
        .as("run: doorstep flows release")
        .isEqualTo(book.released(Flows.files()));
  }

  @Test
  void aSentenceMayChangeFreely() {
    assertThat(faults("What would you like a hand with?", "How may we help?")).isEmpty();
    assertThat(faults("{label: Today}", "{label: This day, words: [now]}")).isEmpty();
    assertThat(faults("{label: Change something", "{label: Something else")).isEmpty();
  }

  @Test
  void anotherShapeNeedsAnotherVersion() {
    for (String[] change :
        new String[][] {
          {"fill: [need, area, when, details, note, name]", "fill: [need, area, when, note]"},
          {"go: waiting}", "go: ended}"},
          {"  note:\n    type: text", "  note:\n    type: own-words"},
          {
            "      no-rush: {label: No rush",
            "      asap: {label: As soon as may be}\n      no-rush: {label: No rush"
          },
          {"if: {need: [shopping, ", "if: {need: ["},
          {"    remember: offer\n", ""},
          {"    keep: note\n", ""}
        }) {
      assertThat(faults(change[0], change[1]))
          .as(change[1])
          .anySatisfy(
              f -> {
                assertThat(f.problem()).contains("is not what went out as version 3");
                assertThat(f.remedy()).contains("flows/archive/request-help-3.yml", "version: 4");
              });
      assertThat(faults(change[0], change[1], "version: 3", "version: 4"))
          .as(change[1])
          .noneMatch(f -> f.problem().contains("went out"));
    }
  }

  @Test
  void aVersionDoesNotGoBack() {
    Map<String, String> files = new TreeMap<>(Flows.files());
    files.merge(
        Released.FILE,
        "",
        (a, b) -> a.replace("request-help:\n", "request-help:\n    \"4\": \"00000000\"\n"));
    assertThat(faults(files)).anyMatch(f -> f.problem().equals("version 4 has gone out before"));
  }

  @Test
  void anArchivedVersionStaysAsItWas() {
    Map<String, String> files = new TreeMap<>(Flows.files());
    String old = files.get(REQUEST);
    files.put("flows/archive/request-help-3.yml", old);
    files.put(REQUEST, old.replace("version: 3", "version: 4"));
    assertThat(faults(files)).isEmpty();
    files.put("flows/archive/request-help-3.yml", old.replace("go: waiting}", "go: ended}"));
    assertThat(faults(files)).anyMatch(f -> f.file().equals("flows/archive/request-help-3.yml"));
  }

  private static List<Fault> faults(String... changes) {
    Map<String, String> files = new TreeMap<>(Flows.files());
    for (int i = 0; i < changes.length; i += 2) {
      assertThat(files.get(REQUEST)).contains(changes[i]);
      files.put(REQUEST, files.get(REQUEST).replace(changes[i], changes[i + 1]));
    }
    return faults(files);
  }

  private static List<Fault> faults(Map<String, String> files) {
    return switch (FlowBook.load(files, Vocabularies.all(), Flows.vocabularies())) {
      case Loading.Faulty faulty -> faulty.faults();
      case Loading.Loaded loaded -> List.of();
    };
  }
}
