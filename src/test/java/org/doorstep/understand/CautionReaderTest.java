package org.doorstep.understand;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What falls under a rule, and what only looks so; a line each. */
class CautionReaderTest {

  private static final Path LINES = Path.of("src/test/resources/cautions.txt");

  private static final Understanding WORDS = Vocabularies.all();

  record Line(String expected, String text) {}

  static Stream<Line> lines() throws Exception {
    return Files.readAllLines(LINES).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> line.split("\\s*\\|\\s*", 2))
        .map(parts -> new Line(parts[0], parts[1]));
  }

  @ParameterizedTest
  @MethodSource("lines")
  void isReadAs(Line line) {
    Set<Caution> found = WORDS.cautions(line.text());
    if (line.expected().equals("-")) assertThat(found).as(line.text()).isEmpty();
    else
      assertThat(found)
          .as(line.text())
          .extracting(c -> c.name().toLowerCase(Locale.ROOT).replace('_', '-'))
          .contains(line.expected());
  }

  @org.junit.jupiter.api.Test
  void thereAreManyOfBoth() throws Exception {
    List<Line> all = lines().toList();
    assertThat(all).filteredOn(l -> l.expected().equals("-")).hasSizeGreaterThanOrEqualTo(60);
    assertThat(all).filteredOn(l -> !l.expected().equals("-")).hasSizeGreaterThanOrEqualTo(60);
  }
}
