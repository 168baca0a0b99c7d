package org.doorstep.talk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;

class StampsTest {

  @Test
  void marksAreAddedAtTheEndAndNothingElseChanges() {
    String file = "spec: 1\n# by hand\ntexts:\n  a.b: >\n    Cześć\n\n  c.d:   'x'   # note\n";
    assertThat(Stamps.write(file, marks("a.b", "c.d")))
        .contains(file + "marks:\n  a.b: \"00000001\"\n  c.d: \"00000002\"\n");
  }

  @Test
  void newMarksStandBelowTheOldOnes() {
    String file = "marks:   # written by a program\n    a.b: \"ffffffff\"\n\nreview: awaited\n";
    assertThat(Stamps.write(file, marks("c.d")))
        .contains(
            "marks:   # written by a program\n    a.b: \"ffffffff\"\n    c.d: \"00000001\"\n\nreview: awaited\n");
  }

  @Test
  void anOldMarkIsReplacedWhereItStands() {
    String file = "marks:\n  \"a.b\": 'ffffffff'  # old\n  c.d: \"eeeeeeee\"\ntexts: {}\n";
    assertThat(Stamps.write(file, marks("a.b")))
        .contains("marks:\n  \"a.b\": \"00000001\"  # old\n  c.d: \"eeeeeeee\"\ntexts: {}\n");
  }

  @Test
  void aFileKeepsItsLineEndsAndMayLackTheLastOne() {
    assertThat(Stamps.write("spec: 1\r\nmarks: {}\r\n", marks("a.b")))
        .contains("spec: 1\r\nmarks:\r\n  a.b: \"00000001\"\r\n");
    assertThat(Stamps.write("spec: 1", marks("a.b")))
        .contains("spec: 1\nmarks:\n  a.b: \"00000001\"\n");
    assertThat(Stamps.write("marks:\n  a.b: \"ffffffff\"", marks("c.d")))
        .contains("marks:\n  a.b: \"ffffffff\"\n  c.d: \"00000001\"\n");
  }

  @Test
  void marksOnOneLineAreLeftToTheirWriter() {
    assertThat(Stamps.write("marks: {a.b: \"ffffffff\"}\n", marks("c.d"))).isEmpty();
  }

  private static SequencedMap<String, String> marks(String... paths) {
    SequencedMap<String, String> marks = new LinkedHashMap<>();
    for (String path : paths) marks.put(path, "0000000" + (marks.size() + 1));
    return marks;
  }
}
