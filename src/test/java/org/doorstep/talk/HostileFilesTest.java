package org.doorstep.talk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Files that are meant to hurt, or got out of hand: refused at once, in words. */
@NullUnmarked
@Timeout(value = 20, unit = TimeUnit.SECONDS)
class HostileFilesTest {

  @Test
  void aThousandMistakesAreAllTold() {
    StringBuilder flow = new StringBuilder("spec: 1\nflow: bad\nversion: 1\nstates:\n");
    for (int i = 0; i < 1000; i++) flow.append("  s").append(i).append(": {sya: Hello}\n");
    List<Fault> faults = faults("flows/bad.yml", flow.toString());
    assertThat(faults.stream().filter(f -> f.problem().contains("'sya'"))).hasSize(1000);
    assertThat(faults).extracting(Fault::remedy).contains("Did you mean 'say'?");
  }

  @Test
  void aHugeFileIsRefusedBeforeItIsRead() {
    assertThat(only("flows/huge.yml", "# " + "x".repeat(5_000_000)))
        .contains("5000002 characters; there is room for 1000000");
    assertThat(
            FlowBook.illegible(Map.of("vocab/needs.yml", "a: [" + "b, ".repeat(1_700_000) + "]")))
        .singleElement()
        .hasToString(
            "vocab/needs.yml:1: it has 5100005 characters; there is room for 1000000."
                + " Split it, or take out what is not needed.");
  }

  @Test
  void aBombIsNotLit() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
    for (int i = 1; i < 40; i++) {
      bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
    }
    assertThat(only("flows/bomb.yml", bomb.toString())).contains("aliases are not used here");
    assertThat(only("flows/merge.yml", "a: &a {b: c}\nd:\n  <<: *a\n")).contains("aliases");
    assertThat(only("flows/self.yml", "&a [*a]")).contains("aliases");
  }

  @Test
  void deepNestingIsRefused() {
    assertThat(only("flows/deep.yml", "a: " + "[".repeat(100_000))).contains("nested too deeply");
    assertThat(only("flows/deep.yml", "{a: ".repeat(50_000))).contains("nested too deeply");
    assertThat(only("flows/deep.yml", "- ".repeat(100_000))).contains("nested too deeply");
  }

  @Test
  void whatIsNoYamlIsToldWithItsLine() {
    for (String text :
        List.of(
            "a: b: c",
            "\t- x",
            "a: 'open",
            "%YAML 9.9\n---\na: b",
            "\u0000",
            "a: !!java x",
            "? [")) {
      assertThat(faults("flows/odd.yml", text))
          .as(text)
          .anyMatch(f -> f.file().equals("flows/odd.yml") && f.line() >= 1);
    }
    assertThat(faults("flows/odd.yml", "spec: 1\nflow: odd\nversion: [1]\nslots: 3\nstates: [a]"))
        .isNotEmpty();
  }

  @Test
  void aNameAsLongAsABookIsNotComparedWithEveryOther() {
    String flow = "spec: 1\nflow: long\nversion: 1\n\"" + "x".repeat(500_000) + "\": 1\n";
    assertThat(faults("flows/long.yml", flow)).isNotEmpty();
  }

  private static String only(String file, String text) {
    List<Fault> faults = faults(file, text).stream().filter(f -> f.file().equals(file)).toList();
    assertThat(faults).hasSize(1);
    return faults.getFirst().toString();
  }

  private static List<Fault> faults(String file, String text) {
    Map<String, String> files = new TreeMap<>(Flows.files());
    files.put(file, text);
    return switch (FlowBook.load(
        files, new SmallUnderstanding(), SmallUnderstanding.VOCABULARIES)) {
      case Loading.Faulty faulty -> faulty.faults();
      case Loading.Loaded loaded -> List.of();
    };
  }
}
