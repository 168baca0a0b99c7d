package org.doorstep.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.doorstep.help.HelpRequest;
import org.doorstep.people.Guided;
import org.doorstep.people.Person;
import org.doorstep.people.PersonId;
import org.doorstep.talk.ShippedTalk;
import org.doorstep.talk.Talk;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Safe practice comes with a job, in a few lines and not twice on one day; GUIDE tells more. */
@NullUnmarked
class GuidanceTest {

  private final Street street =
      new Street(new Desk(ShippedTalk.load(), ShippedTalk.understanding()));
  private final PersonId sam = street.volunteer("Sam", 100);

  @Test
  void withTheDetailsOfAJobComeItsLines() {
    street.taps(sam, asks("edna", "dog walk today"), "take");
    assertThat(street.told(sam)).endsWith("job.advice-dog-walk", "job.claimed");
    assertThat(advice()).singleElement().asString().contains("lead");
  }

  @Test
  void aKindWithoutItsOwnHasTheOnesForEveryJob() {
    street.taps(sam, asks("edna", "could someone bring a food parcel today"), "take");
    assertThat(street.told(sam)).endsWith("job.advice-other", "job.claimed");
  }

  @Test
  void notAgainWithTheNextOfItsKindThatDay() {
    HelpRequest first = asks("edna", "dog walk today");
    HelpRequest second = asks("ray", "dog walk today");
    street.taps(sam, first, "take");
    street.taps(sam, second, "take");
    assertThat(street.told(sam)).containsOnlyOnce("job.advice-dog-walk");

    street.taps(sam, current(first), "done");
    street.taps(sam, current(second), "done");
    HelpRequest other = asks("mo", "tech help today");
    street.taps(sam, other, "take");
    assertThat(street.told(sam)).endsWith("job.advice-tech-help", "job.claimed");

    street.taps(sam, current(other), "done");
    street.passes(Duration.ofDays(1));
    street.taps(sam, asks("jo", "dog walk today"), "take");
    assertThat(street.told(sam).stream().filter("job.advice-dog-walk"::equals)).hasSize(2);
  }

  @Test
  void aSecondYesToTheSameJobBringsTheDetailsAlone() {
    HelpRequest job = asks("edna", "dog walk today");
    street.taps(sam, job, "take");
    Person now = street.people.get(sam);
    street.people.put(sam, now.offering(now.volunteering().guided(Guided.NOT_YET)));
    street.taps(sam, job, "take");
    assertThat(street.told(sam)).containsOnlyOnce("job.advice-dog-walk").endsWith("job.claimed");
  }

  @Test
  void whoTakesAJobOverReadsThemToo() {
    PersonId amy = street.volunteer("Amy", 200);
    HelpRequest job = asks("edna", "dog walk today");
    street.taps(sam, job, "take");
    street.says(sam, "hand over to Amy");
    street.taps(amy, job, "take");
    assertThat(street.told(amy)).contains("job.advice-dog-walk").endsWith("job.claimed");
  }

  @Test
  void theLinesAreInTheirLanguage() {
    street.people.put(sam, street.people.get(sam).reading("pl"));
    street.taps(sam, asks("edna", "dog walk today"), "take");
    assertThat(advice()).singleElement().asString().contains("smyczy");
  }

  @Test
  void aChildInTheHouseHasLinesOfItsOwn() {
    street.taps(sam, asks("edna", "my baby and I need shopping today"), "take");
    assertThat(street.told(sam))
        .contains("job.advice-shopping", "job.advice-child")
        .endsWith("job.claimed");
  }

  @Test
  void guideTellsMoreForTheJobThatIsHeld() {
    street.says(sam, "guide");
    assertThat(street.told(sam)).endsWith("job.guide").doesNotContain("job.advice-dog-walk");
    street.taps(sam, asks("edna", "dog walk today"), "take");
    street.says(sam, "Guide please");
    assertThat(street.told(sam)).endsWith("job.claimed", "job.advice-dog-walk", "job.guide");
  }

  @Test
  void inTheMiddleOfAFormGuideAsksTheQuestionAgain() {
    PersonId edna = street.resident("edna");
    street.says(edna, "hello");
    street.says(edna, "guide");
    assertThat(street.told(edna)).endsWith("job.guide", "request-help.ask.need");
  }

  static Stream<String> languages() {
    return ShippedTalk.load().languages().stream();
  }

  /** One message for a text, three lines for a kind, in every language. */
  @ParameterizedTest
  @MethodSource("languages")
  void threeLinesForEachKind(String language) {
    Talk talk = ShippedTalk.load().in(language);
    for (String kind :
        List.of(
            "shopping",
            "prescription",
            "lift",
            "check-in",
            "dog-walk",
            "home-help",
            "tech-help",
            "form-filling",
            "child",
            "other")) {
      String text = talk.words("job.advice-" + kind, java.util.Map.of());
      assertThat(text.lines().filter(line -> line.startsWith("- "))).hasSize(3);
      assertThat(text.lines()).hasSize(4);
    }
    assertThat(talk.words("job.guide", java.util.Map.of("coordinator", "Priya"))).contains("999");
  }

  private List<String> advice() {
    return street.letters(sam).stream()
        .filter(letter -> letter.utterance().id().startsWith("job.advice-"))
        .map(letter -> letter.utterance().text())
        .toList();
  }

  private HelpRequest asks(String name, String text) {
    PersonId who = street.resident(name);
    street.says(who, text);
    street.passes(Duration.ofSeconds(5));
    for (int i = 0; i < 9 && !street.told(who).getLast().equals("request-help.waiting"); i++) {
      switch (street.told(who).getLast()) {
        case "request-help.ask.area" -> street.pins(who, FakeTalk.EDNAS);
        case "request-help.ask.name" -> street.says(who, "Edna");
        case "request-help.ask.when" -> street.says(who, "today");
        case "request-help.confirm" -> street.says(who, "yes");
        default -> street.says(who, "skip");
      }
    }
    street.passes(Duration.ZERO);
    return List.copyOf(street.requests.values()).getLast();
  }

  private HelpRequest current(HelpRequest request) {
    return street.requests.get(request.id());
  }
}
