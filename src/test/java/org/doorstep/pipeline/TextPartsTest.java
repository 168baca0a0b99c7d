package org.doorstep.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class TextPartsTest {

  @Test
  void aShortTextIsOnePart() {
    assertThat(TextParts.of(" Hello ", 1600)).containsExactly("Hello");
    assertThat(TextParts.of("", 1600)).containsExactly("");
  }

  @Test
  void aLongTextIsCutBetweenParagraphs() {
    String a = "a".repeat(900);
    String b = "b".repeat(600);
    assertThat(TextParts.of(a + "\n\n" + b + "\n\n" + a, 1600)).containsExactly(a + "\n\n" + b, a);
  }

  @Test
  void theLastPartLeavesRoomForButtons() {
    String a = "a".repeat(900);
    String b = "b".repeat(600);
    assertThat(TextParts.of(a + "\n\n" + b, 1600, 1024)).containsExactly(a, b);
  }

  @Test
  void anEmojiIsNeverCut() {
    String family = "👩‍👩‍👧‍👦";
    List<String> parts = TextParts.of("x" + family.repeat(200), 100);
    assertThat(parts).allMatch(part -> part.length() <= 100);
    assertThat(parts).allMatch(part -> part.replace("x", "").replace(family, "").isEmpty());
  }

  @Test
  void nothingIsLostAndNothingIsTooLong() {
    long seed = System.nanoTime();
    System.out.println("TextPartsTest seed " + seed);
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    List<String> pieces = List.of("word", " ", "\n", "\n\n", ". ", "🙂", "é", "łongerword", "ل");
    for (int round = 0; round < 300; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(400); i > 0; i--)
        text.append(pieces.get(random.nextInt(pieces.size())));
      int limit = 20 + random.nextInt(100);
      List<String> parts = TextParts.of(text.toString(), limit, limit / 2);
      assertThat(parts).allMatch(part -> part.length() <= limit);
      assertThat(parts.getLast().length()).isLessThanOrEqualTo(limit / 2);
      assertThat(String.join("", parts).replaceAll("\\s", ""))
          .isEqualTo(text.toString().replaceAll("\\s", ""));
    }
  }
}
