package org.doorstep.understand;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import org.doorstep.understand.Scorecard.Measure;
import org.junit.jupiter.api.Test;

class EvaluationTest {

  /** A Wednesday. */
  private static final ZonedDateTime NOW =
      ZonedDateTime.of(2026, 3, 18, 14, 30, 0, 0, ZoneId.of("Europe/London"));

  private final Evaluation evaluation = new Evaluation(Vocabularies.all());

  private Measure measure(String name) {
    return evaluation.cards().getFirst().measure(name);
  }

  private static Labelled.Help help(String language, Intent intent, Set<String> needs) {
    return new Labelled.Help(
        "Lift to the dentist on friday pls, LS6 3HN",
        NOW,
        language,
        intent,
        needs,
        Set.of(),
        "LS6 3HN",
        "LS6 3HN",
        new Labelled.Time(LocalDate.of(2026, 3, 20), null, null, false, false, null),
        "self",
        Set.of());
  }

  @Test
  void aMessageIsComparedWithItsLabels() {
    evaluation.add(help("en", Intent.REQUEST, Set.of("lift")));

    assertThat(evaluation.cards())
        .extracting(Scorecard::title)
        .containsExactly("all lines", "English");
    for (String name : List.of("intent", "postcode", "date", "deadline", "for"))
      assertThat(measure(name)).isEqualTo(new Measure.Share(name, 1, 1));
    assertThat(((Measure.Sets) measure("needs")).total()).isEqualTo(new Counts(1, 0, 0));
    assertThat(evaluation.cards().getFirst().misses()).isEmpty();
  }

  @Test
  void aWrongReadingIsCountedAsOne() {
    evaluation.add(help("pl", Intent.OFFER, Set.of("errand")));

    assertThat(evaluation.cards())
        .extracting(Scorecard::title)
        .containsExactly("all lines", "other languages");
    assertThat(measure("intent")).isEqualTo(new Measure.Share("intent", 0, 1));
    assertThat(((Measure.Sets) measure("needs")).total()).isEqualTo(new Counts(0, 1, 1));
  }

  @Test
  void dangerIsCountedWhereItIsAndWhereItIsNot() {
    evaluation.add(new Labelled.Safety("my chest hurts and I cant breathe", Danger.MEDICAL));
    evaluation.add(new Labelled.Safety("need some milk", Danger.FIRE_GAS));
    evaluation.add(new Labelled.Safety("I can smell gas in the hall", null));

    assertThat(measure("recall")).isEqualTo(new Measure.Share("recall", 1, 2));
    assertThat(measure("recall, fire-gas")).isEqualTo(new Measure.Share("recall, fire-gas", 0, 1));
    assertThat(measure("false alarms")).isEqualTo(new Measure.Share("false alarms", 1, 1));
  }

  @Test
  void aReplyIsComparedWithWhatWasMeant() {
    List<String> offers = List.of("Shopping, LS6", "Lift to clinic, Thu 9am");
    evaluation.add(new Labelled.Volunteered("I can do the lift", offers, "accept", "1"));
    evaluation.add(new Labelled.Volunteered("yes", offers, "decline", "ambiguous"));

    assertThat(measure("meaning")).isEqualTo(new Measure.Share("meaning", 1, 2));
    assertThat(measure("which, of several"))
        .isEqualTo(new Measure.Share("which, of several", 2, 2));
  }

  @Test
  void labelsOfADisasterAreOurNeeds() {
    evaluation.add(
        new Labelled.Disaster("We need a food parcel please", Set.of("food", "request", "floods")));

    assertThat(((Measure.Sets) measure("needs, request and offer")).labels())
        .containsEntry("food-parcel", new Counts(1, 0, 0))
        .containsEntry("request", new Counts(1, 0, 0))
        .doesNotContainKey("floods");
  }
}
