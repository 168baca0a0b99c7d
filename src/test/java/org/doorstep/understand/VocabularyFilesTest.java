package org.doorstep.understand;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VocabularyFilesTest {

  private final Map<String, String> files = Vocabularies.files();

  @Test
  void everyNeedIsThereAndFitsAButton() {
    Vocabulary needs = Vocabulary.parse(requireNonNull(files.get("needs.yml")));
    assertThat(needs.entries().keySet())
        .containsExactly(
            "shopping",
            "prescription",
            "food-parcel",
            "lift",
            "check-in",
            "dog-walk",
            "errand",
            "home-help",
            "tech-help",
            "equipment",
            "money",
            "housing",
            "form-filling",
            "health",
            "mental-health",
            "other");
    for (Vocabulary.Entry need : needs.entries().values()) {
      assertThat(need.label()).hasSizeBetween(1, 20);
      assertThat(need.description()).isNotNull().hasSizeBetween(1, 72);
      assertThat(need.words()).isNotEmpty();
    }
  }

  @Test
  void everyFileCanBeReadAsAVocabulary() {
    assertThat(files).isNotEmpty();
    files.values().forEach(yaml -> assertThat(Vocabulary.parse(yaml).entries()).isNotEmpty());
  }

  /** A phrase whose words can all be left out but one would match far too often. */
  @Test
  void whatTakesAnAlarmAwaySaysMoreThanOneWord() {
    WordLists danger = WordLists.parse(requireNonNull(files.get("danger.yml")));
    for (String key : danger.entries().keySet()) {
      for (String line : danger.list(key, "unless")) {
        List<String> parts = List.of(line.split(" "));
        long needed =
            parts.stream()
                .filter(p -> !p.startsWith("?") && !p.equals("..") && !p.equals("..."))
                .count();
        assertThat(needed > 1 || parts.size() == 1).as("%s: %s", key, line).isTrue();
      }
    }
  }
}
