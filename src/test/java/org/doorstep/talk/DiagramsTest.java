package org.doorstep.talk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.doorstep.understand.Vocabularies;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked
class DiagramsTest {

  private final FlowBook book = Flows.load(Vocabularies.all(), Flows.vocabularies());

  @Test
  void thePicturesAreThoseOfTheFlows() throws IOException {
    Map<String, String> kept = new TreeMap<>();
    try (Stream<Path> all = Files.list(Flows.FOLDER.resolve("diagrams"))) {
      for (Path file : all.toList()) {
        kept.put(file.getFileName().toString().replace(".mmd", ""), Files.readString(file));
      }
    }
    assertThat(kept).as("run: doorstep flows draw").isEqualTo(book.pictures());
  }

  @Test
  void aSentenceDoesNotChangeThePictureAndAnArrowDoes() {
    assertThat(picture("What would you like a hand with?", "How may we help?"))
        .isEqualTo(book.pictures().get("request-help"));
    assertThat(picture("go: waiting}", "go: ended}"))
        .contains("s_confirm -- \"send, does create-request\" --> s_ended");
  }

  private static String picture(String from, String to) {
    Map<String, String> files = new TreeMap<>(Flows.files());
    files.remove(Released.FILE);
    files.keySet().removeIf(file -> file.startsWith("locales/"));
    files.merge("flows/request-help.yml", "", (a, b) -> a.replace(from, to));
    if (to.contains("ended")) {
      files.merge(
          "flows/request-help.yml",
          "",
          (a, b) -> a.replaceAll("(?s)  waiting:.*?    end: true\n", ""));
    }
    return Flows.load(files, Vocabularies.all(), Flows.vocabularies())
        .pictures()
        .get("request-help");
  }
}
