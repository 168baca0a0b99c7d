package org.doorstep.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.doorstep.talk.Choice;
import org.doorstep.talk.Tap;
import org.doorstep.talk.Utterance;
import org.junit.jupiter.api.Test;

class RenderingTest {

  private static final String HINT = "Reply with a number or the words.";

  @Test
  void numbersStandAtTheRightWhereTheTextBeginsThere() {
    Utterance urdu = asking("\u2068Sam\u2069 لکھتے ہیں", choices("LS6", "کل"));
    assertThat(Rendering.numbered(urdu, "").parts().getFirst())
        .endsWith("\n\n\u200f1. LS6\n\u200f2. کل");
    Utterance english = asking("Sam writes in اردو", choices("LS6"));
    assertThat(Rendering.numbered(english, "").parts().getFirst()).endsWith("\n\n1. LS6");
  }

  @Test
  void upToThreeShortChoicesAreButtons() {
    Rendering shown = Rendering.tappable(asking("Shall I?", choices("Yes", "No", "Later")), HINT);
    assertThat(shown.form()).isEqualTo(Rendering.Form.BUTTONS);
    assertThat(shown.variables("Choose"))
        .containsExactly(
            "Shall I?", "f~1~s~c0~n", "Yes", "f~1~s~c1~n", "No", "f~1~s~c2~n", "Later");
  }

  @Test
  void fourToTenChoicesAreAList() {
    List<Choice> four = choices("a", "b", "c", "d");
    Rendering shown = Rendering.tappable(asking("Which?", four), HINT);
    assertThat(shown.form()).isEqualTo(Rendering.Form.LIST);
    assertThat(shown.variables("Choose"))
        .startsWith("Which?", "Choose", "f~1~s~c0~n", "a")
        .hasSize(10);
    assertThat(Rendering.tappable(asking("Which?", labels(10)), HINT).form())
        .isEqualTo(Rendering.Form.LIST);
  }

  @Test
  void aLabelTooLongForAButtonGoesInAList() {
    assertThat(Rendering.tappable(asking("?", choices("a".repeat(20))), HINT).form())
        .isEqualTo(Rendering.Form.BUTTONS);
    assertThat(Rendering.tappable(asking("?", choices("a".repeat(21))), HINT).form())
        .isEqualTo(Rendering.Form.LIST);
    assertThat(Rendering.tappable(asking("?", choices("a".repeat(25))), HINT).form())
        .isEqualTo(Rendering.Form.TEXT);
  }

  @Test
  void whatCannotBeTappedIsNumbered() {
    assertThat(Rendering.tappable(asking("Which?", labels(11)), HINT).form())
        .isEqualTo(Rendering.Form.TEXT);
    Rendering alike = Rendering.tappable(asking("Which?", choices("Yes", "Yes")), HINT);
    assertThat(alike.parts()).containsExactly("Which?\n\n1. Yes\n2. Yes\n\n" + HINT);
  }

  @Test
  void aQuestionWithoutChoicesIsJustText() {
    assertThat(Rendering.numbered(asking("Where?", List.of()), HINT).parts())
        .containsExactly("Where?");
  }

  @Test
  void aLongTextHasItsButtonsBelowTheLastPart() {
    String a = "a".repeat(1500);
    String b = "b".repeat(900);
    Rendering shown = Rendering.tappable(asking(a + "\n\n" + b, choices("Yes")), HINT);
    assertThat(shown.parts()).containsExactly(a, b);
    assertThat(shown.variables("Choose")).startsWith(b);
    assertThat(shown.inNumbers(HINT).parts()).containsExactly(a, b + "\n\n1. Yes\n\n" + HINT);
  }

  @Test
  void theLastPartHasRoomForTenNumbers() {
    Rendering shown = Rendering.tappable(asking("a".repeat(3000), labels(10)), HINT);
    assertThat(shown.inNumbers(HINT).parts()).allMatch(part -> part.length() <= 1600);
  }

  private static Utterance asking(String text, List<Choice> choices) {
    return new Utterance("test.asked", text, choices, null);
  }

  private static List<Choice> labels(int count) {
    return choices(
        IntStream.range(0, count)
            .mapToObj("a rather long label %02d"::formatted)
            .toArray(String[]::new));
  }

  static List<Choice> choices(String... labels) {
    return IntStream.range(0, labels.length)
        .mapToObj(i -> new Choice(new Tap("f", 1, "s", "c" + i, "n"), labels[i], null))
        .toList();
  }
}
