package org.doorstep.talk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PhraseTest {

  @Test
  void aValueIsPutInAsItIs() {
    assertThat(Phrase.fill("Says {name}: {text}", Map.of("name", "{text}", "text", "$1 \\ {name}")))
        .isEqualTo("Says {text}: $1 \\ {name}");
  }

  @Test
  void aLineWithoutAnyOfItsValuesIsLeftOut() {
    String text = "Hello\nNote: {note}\n\nBye {name}";
    assertThat(Phrase.fill(text, Map.of("name", "Sam", "note", " "))).isEqualTo("Hello\n\nBye Sam");
  }

  @Test
  void aBlankLineIsNotLeftBehindByTheLineThatIsLeftOut() {
    assertThat(Phrase.fill("One\n\n{two}\n\nThree", Map.of())).isEqualTo("One\n\nThree");
  }

  @Test
  void aLineWithSomeOfItsValuesKeepsThem() {
    assertThat(
            Phrase.fill(
                "{need} at {place} {when} now", Map.of("need", "Shopping", "when", "today")))
        .isEqualTo("Shopping at today now");
  }

  @Test
  void aTextIsNeverLeftOutAltogether() {
    assertThat(Phrase.fill("I asked {coordinator} to write", Map.of()))
        .isEqualTo("I asked to write");
  }

  @Test
  void theLongestValueIsCutUntilTheTextFits() {
    String text = Phrase.fit("{a} and {b}", Map.of("a", "x".repeat(2000), "b", "short"), 1024);
    assertThat(text).hasSizeLessThanOrEqualTo(1024).endsWith("… and short");
  }

  @Test
  void aLetterIsNeverCutInTwo() {
    String family = "👨‍👩‍👧";
    for (int limit = 2; limit < 30; limit++) {
      String cut = Phrase.shorten(family.repeat(10), limit);
      assertThat(cut).hasSizeLessThanOrEqualTo(limit);
      assertThat(cut.replace("…", "").replace(family, "")).isEmpty();
    }
  }

  @Test
  void aSentenceBeginsWithACapital() {
    Map<String, String> values = Map.of("name", "a neighbour", "text", "see you at 4");
    assertThat(Phrase.say("{name} says hello. {name} will come to {name}.", values))
        .isEqualTo("A neighbour says hello. A neighbour will come to a neighbour.");
    assertThat(Phrase.say("{name} writes:\n{text}", values))
        .isEqualTo("A neighbour writes:\nsee you at 4");
  }
}
