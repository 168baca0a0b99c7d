package org.doorstep.talk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** Urdu with English names, postcodes and times in it. */
@NullUnmarked
class IsolatesTest {

  private static final FlowBook BOOK =
      Flows.load(new SmallUnderstanding(), SmallUnderstanding.VOCABULARIES);
  private static final Talk URDU = BOOK.in("ur");

  private static final Map<String, String> HELD =
      Map.of(
          "need", "خریداری",
          "when", "کل 15:30 بجے",
          "name", "Edna",
          "address", "14 Ash Grove, LS6 3HN",
          "note", "Key 4711\nRing twice",
          "limit", "3");

  @Test
  void whatReadsFromLeftToRightStaysTogether() {
    String text = URDU.say("job.claimed", "r1.1", HELD).text();
    assertThat(text)
        .contains(
            "\u2068Edna\u2069", "\u206814 Ash Grove, LS6 3HN\u2069", "\u2068کل 15:30 بجے\u2069")
        .contains("\u2068Key 4711\u2069\n\u2068Ring twice\u2069")
        .contains("خریداری")
        .doesNotContain("\u2068خریداری");
  }

  @Test
  void aLoneNumberNeedsNoHelp() {
    assertThat(URDU.words("job.at-capacity", Map.of("limit", "3"))).doesNotContain("\u2068");
  }

  @Test
  void otherLanguagesHaveNoMarks() {
    for (String tag : List.of("en", "pl", "ur-Latn")) {
      assertThat(BOOK.in(tag).say("job.claimed", "r1.1", HELD).text()).doesNotContain("\u2068");
    }
  }

  @Test
  void whatIsIsolatedAlreadyIsNotIsolatedAgain() {
    String line = URDU.words("job.line", Map.of("need", "خریداری", "place", "LS6", "when", "کل"));
    String list = URDU.words("request-help.mine", Map.of("list", line));
    assertThat(line).containsOnlyOnce("\u2068LS6\u2069");
    assertThat(list).containsOnlyOnce("\u2068");
  }

  @Test
  void neitherLabelsNorVariablesOfTemplatesHaveMarks() {
    Map<String, String> values =
        Map.of(
            "need",
            "\u2068x\u2069",
            "when",
            "15:30",
            "distance",
            "\u2068400\u2069 m",
            "place",
            "LS6");
    assertThat(URDU.say("job.offered", "r1.1", values).template().variables().values())
        .contains("x", "400 m", "LS6")
        .allSatisfy(v -> assertThat(v).doesNotContain("\u2068", "\u2069"));
    Choice choice =
        new Choice(URDU.tap("job.which", "take", "r1.1"), "\u2068LS6\u2069", "\u2068LS6\u2069, کل");
    Choice shown =
        URDU.choose("job.which", Map.of("list", "a"), List.of(choice)).choices().getFirst();
    assertThat(shown.label() + shown.description()).isEqualTo("LS6LS6, کل");
  }

  @Test
  void aValueThatIsCutStillEnds() {
    String text =
        URDU.say("job.relayed", "", Map.of("name", "Sam", "text", "a b ".repeat(600))).text();
    assertThat(text).hasSizeLessThanOrEqualTo(1600).endsWith("\u2069");
    assertThat(text.chars().filter(c -> c == '\u2068').count())
        .isEqualTo(text.chars().filter(c -> c == '\u2069').count());
  }
}
