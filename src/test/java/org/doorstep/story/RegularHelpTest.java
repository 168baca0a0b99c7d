package org.doorstep.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Edna's shopping every Thursday, through a week. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RegularHelpTest {

  private static RunningVillage village;

  @BeforeAll
  static void start(@TempDir Path data) {
    village = RunningVillage.start(data);
  }

  @AfterAll
  static void stop() {
    village.close();
  }

  @Test
  @Order(1)
  void itIsArrangedOnceEdnaAndPriyaHaveBothSaidSo() {
    village.asksFor("edna", "Could somebody do my shopping every Thursday morning? LS6 3HN");
    village.hears("edna", "Shall I arrange it for each time?");
    village.taps("edna", "regular/how-often/each");
    village.hears("edna", "It is arranged: Shopping, every week");
    village.hears("priya", "Could you do it?");
    village.answered("priya", "yes I can", "It is yours");
    village.answered("priya", "done", "Would you do it each time?");
    village.answered("priya", "yes", "I remind you before each time");
    assertThat(village.hears("edna", "will do this for you")).contains("Priya", "every week");
  }

  /** Nobody has written for days by then: what goes out is what WhatsApp has approved. */
  @Test
  @Order(2)
  void aDayBeforeThePersonWhoComesIsRemindedAndEdnaKnows() {
    village.passes(Duration.ofDays(7));
    assertThat(village.hears("priya", "reminder of your regular help")).contains("Shopping");
    assertThat(village.hears("edna", "regular help (Shopping) is planned")).contains("Priya");
    assertThat(village.answered("priya", "my jobs", "One of your jobs")).contains("LS6 3HN");
  }

  @Test
  @Order(3)
  void whoCannotThisTimeIsStoodInFor() {
    village.answered("priya", "I can't do it this time", "I am asking somebody else now");
    village.until("somebody else is asked", () -> !asked().isEmpty());
    assertThat(village.answered("priya", "regular", "What you do each time")).contains("Shopping");
  }

  private static List<String> asked() {
    return Stream.of("marcus", "sheila", "olek", "fatima")
        .filter(
            phone ->
                village.shown(phone).stream().anyMatch(m -> m.text().contains("Reply YES or NO")))
        .toList();
  }

  @Test
  @Order(4)
  void itEndsWhenEdnaSaysSo() {
    String standIn = asked().getFirst();
    village.answered(standIn, "yes", "It is yours");
    village.answered("edna", "regular", "Your regular help: Shopping");
    village.taps("edna", "regular/yours-to-have/end");
    village.hears("edna", "it is ended");
    village.hears(standIn, "not needed any more");
    village.hears("priya", "has ended");
  }

  @Test
  @Order(5)
  void whatTakesTwoIsArrangedForBothOfThem() {
    Map<String, Integer> before = read();
    int ednas = village.shown("edna").size();
    village.asksFor("edna", "I need two people to help move furniture every Thursday. LS6 3HN");
    village.hears("edna", ednas, "Shall I arrange it for each time?");
    village.taps("edna", "regular/how-often/each");
    village.hears("edna", ednas, "It is arranged");
    village.until("two are asked", () -> asked(before).size() > 1);
    List<String> both = asked(before).subList(0, 2);
    both.forEach(each -> village.answered(each, "yes", "It is yours"));
    village.hears("edna", ednas, "Everybody is found");
    for (String each : both) {
      village.answered(each, "done", "Would you do it each time?");
      village.answered(each, "yes", "I remind you before each time");
    }
    village.passes(Duration.ofDays(7));
    for (String each : both) {
      village.hears(each, before.get(each), "reminder of your regular help");
      assertThat(village.answered(each, "regular", "What you do each time")).contains("With you:");
    }
    assertThat(village.answered("edna", "regular", "Your regular help:"))
        .matches("(?s).*Done each time by: \\w+, \\w+.*");
  }

  private static final List<String> VOLUNTEERS =
      List.of("priya", "marcus", "sheila", "olek", "fatima");

  private static Map<String, Integer> read() {
    return VOLUNTEERS.stream()
        .collect(Collectors.toMap(each -> each, each -> village.shown(each).size()));
  }

  private static List<String> asked(Map<String, Integer> before) {
    return VOLUNTEERS.stream()
        .filter(
            each ->
                village.shown(each).stream()
                    .skip(before.get(each))
                    .anyMatch(m -> m.text().contains("People needed") || m.text().contains("YES")))
        .toList();
  }
}
