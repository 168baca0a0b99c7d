package org.doorstep.talk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.doorstep.help.PartOfDay;
import org.doorstep.help.Recurrence;
import org.doorstep.help.When;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked
class FlowBookTest {

  private static final Talk TALK =
      Flows.load(new SmallUnderstanding(), SmallUnderstanding.VOCABULARIES);

  private static final Map<String, String> OFFER =
      Map.of("need", "Shopping", "when", "today", "place", "LS6", "distance", "400 m");

  @Test
  void anOfferCarriesWhatItIsAboutInItsTapsAndItsTemplate() {
    Utterance offer = TALK.say("job.offered", "rAb12cd.1", OFFER);
    assertThat(offer.id()).isEqualTo("job.offered");
    assertThat(offer.text()).contains("400 m").doesNotContain("Good to know").doesNotContain("{");
    assertThat(offer.choices())
        .extracting(Choice::tap)
        .containsExactly(
            new Tap("job", 1, "offered", "take", "rAb12cd.1"),
            new Tap("job", 1, "offered", "decline", "rAb12cd.1"));
    assertThat(offer.template())
        .isEqualTo(
            new Utterance.Template(
                "job-offer",
                Map.of("1", "Shopping", "2", "today", "3", "400 m", "4", "LS6", "5", "rAb12cd.1")));
  }

  @Test
  void aTemplateHasNoEmptyVariableAndNoLineBreak() {
    Utterance nudge = TALK.say("job.nudge", "rAb12cd.1", Map.of("need", "a\n\n b"));
    assertThat(nudge.template()).isNotNull();
    assertThat(nudge.template().variables())
        .isEqualTo(Map.of("1", "a b", "2", "not given", "3", "rAb12cd.1"));
  }

  @Test
  void choicesThatAreOnlyKnownNowAreShortened() {
    Tap tap = TALK.tap("job.which", "take", "rAb12cd.1");
    Choice choice = new Choice(tap, "A very long line about a prescription", null);
    Utterance which = TALK.choose("job.which", Map.of("list", "1. a"), List.of(choice));
    assertThat(which.choices())
        .singleElement()
        .satisfies(
            c -> {
              assertThat(c.label()).hasSizeLessThanOrEqualTo(24);
              assertThat(Tap.decode(c.tap().encoded())).contains(tap);
            });
  }

  @Test
  void ordersAreWholeMessages() {
    assertThat(TALK.interrupt("Stop please!")).contains("stop");
    assertThat(TALK.interrupt("  MY JOBS ")).contains("my-jobs");
    assertThat(TALK.interrupt("PAUSE 3 DAYS")).contains("pause");
    assertThat(TALK.interrupt("F͟o͟r͟g͟e͟t͟ me")).contains("forget-me");
    assertThat(TALK.interrupt("please stop by at the shop")).isEmpty();
    assertThat(TALK.interrupt("I need help")).isEmpty();
    assertThat(TALK.interrupt("ok thanks")).as("may be an answer").isEmpty();
    assertThat(TALK.interrupt("")).isEmpty();
  }

  @Test
  void anAnswerIsFoundByLabelNumberYesAndThumb() {
    for (String yes :
        List.of("yes", "Yes, thank you", "1", "👍🏽", "yep", "it arrived", "the first")) {
      assertThat(TALK.answer("feedback.ask", yes)).as(yes).contains("yes");
    }
    for (String no : List.of("no", "2", "👎", "nope", "not yet", "the last one")) {
      assertThat(TALK.answer("feedback.ask", no)).as(no).contains("no");
    }
    for (String neither : List.of("maybe", "3", "yes but no", "", "12", "it arrved brokn")) {
      assertThat(TALK.answer("feedback.ask", neither)).as(neither).isEmpty();
    }
  }

  @Test
  void timesAreSaidAsPeopleSayThem() {
    LocalDate today = LocalDate.of(2026, 3, 18);
    assertThat(said(When.asSoonAsPossible())).isEqualTo("as soon as possible");
    assertThat(said(When.whenever())).isEqualTo("any time");
    assertThat(said(When.on(today))).isEqualTo("today");
    assertThat(said(new When(today.plusDays(1), PartOfDay.MORNING, null, false, false, null)))
        .isEqualTo("tomorrow in the morning");
    assertThat(said(new When(today.plusDays(2), null, LocalTime.of(15, 30), true, false, null)))
        .isEqualTo("by Friday 20 March at 15:30");
    assertThat(said(new When(null, null, null, false, false, Recurrence.WEEKLY)))
        .isEqualTo("every week");
    assertThat(said(new When(null, PartOfDay.EVENING, null, false, false, null)))
        .isEqualTo("in the evening");
    assertThat(said(new When(today, null, null, false, false, Recurrence.DAILY)))
        .isEqualTo("every day, from today");
  }

  private static String said(When when) {
    return TALK.when(when, Instant.parse("2026-03-18T14:30:00Z"), ZoneId.of("Europe/London"));
  }

  @Test
  void labelsComeFromTheVocabulary() {
    assertThat(TALK.label("needs", "lift")).isEqualTo("A lift");
    assertThat(TALK.label("needs", "new-thing")).isEqualTo("new-thing");
  }

  @Test
  void aMessageThatDoesNotExistIsAMistakeOfTheProgram() {
    assertThatThrownBy(() -> TALK.words("job.ofered", Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("job.ofered");
  }

  @Test
  void everyMessageCanBeSaidWithoutAnyValue() {
    Flows.files().keySet().stream()
        .filter(f -> f.matches("flows/[^/]+"))
        .map(f -> f.replaceAll("flows/|\\.yml", ""))
        .flatMap(flow -> ids(flow).stream())
        .forEach(id -> assertThat(TALK.say(id, "", Map.of()).text()).as(id).doesNotContain("{"));
  }

  private static List<String> ids(String flow) {
    Item.Table table = Yaml.parse(flow, Flows.files().get("flows/" + flow + ".yml"), new Faults());
    return ((Item.Table) table.items().get("messages"))
        .items().keySet().stream().map(k -> flow + "." + k).toList();
  }
}
