package org.doorstep.understand;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** What was learnt can be kept, and counts for the words from which it was learnt alone. */
@NullUnmarked
class LearntTest {

  private static final String DANGER = "vocab/danger-examples.yml";

  private static final ZonedDateTime NOW = ZonedDateTime.parse("2026-11-18T10:00Z[Europe/London]");

  private static final List<String> SAID =
      List.of(
          "could somebody fetch my tablets from the chemist tomorrow, I can't get out",
          "happy to drive people to the surgery on Fridays if that's any use to you",
          "he has taken all her cards and she is not allowed to leave the house any more",
          "the radiators have been off since Sunday and the baby is coughing all night",
          "dwi angen rhywun i nôl fy nhabledi o'r fferyllfa bore fory os gwelwch yn dda");

  /** Some of the examples: enough to learn from, and sooner learnt. */
  private static Map<String, String> some() {
    Map<String, String> files = new TreeMap<>(Vocabularies.everyFile());
    files.keySet().removeIf(file -> file.matches(".*(examples-|disaster-).*"));
    return files;
  }

  @Test
  void whatIsKeptSaysTheSame() {
    Lexicon learnt = Lexicon.of(some());
    Lexicon kept = Lexicon.of(some(), learnt.learnt());
    for (String said : SAID) {
      assertThat(kept.read(said, NOW)).isEqualTo(learnt.read(said, NOW));
      assertThat(kept.alarm(said)).isEqualTo(learnt.alarm(said));
      assertThat(kept.reply(said, List.of())).isEqualTo(learnt.reply(said, List.of()));
    }
    assertThat(kept.learnt()).isEqualTo(learnt.learnt());
  }

  @Test
  void anEditIsLearntFrom() {
    Map<String, String> edited = some();
    edited.merge(DANGER, "\n# a word more\n", String::concat);
    byte[] before = Lexicon.of(some()).learnt();
    assertThat(Lexicon.of(edited, before).learnt())
        .isEqualTo(Lexicon.of(edited).learnt())
        .isNotEqualTo(before);
  }

  @Test
  void whatTheBuildLearntIsOfTheWordsAsTheyAre() {
    byte[] built = Vocabularies.inTheBuild();
    assertThat(Footprint.of(new TreeMap<>(Vocabularies.everyFile())).begins(built)).isTrue();
  }
}
