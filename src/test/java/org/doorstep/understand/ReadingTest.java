package org.doorstep.understand;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.doorstep.help.PartOfDay;
import org.doorstep.help.When;
import org.doorstep.people.Need;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingTest {

  /** A Wednesday. */
  private static final ZonedDateTime NOW =
      ZonedDateTime.of(2026, 3, 18, 14, 30, 0, 0, ZoneId.of("Europe/London"));

  private final Understanding understanding = Vocabularies.all();

  @Test
  void everythingIsTakenFromOneMessage() {
    String text =
        "Hi can someone get my mums prescription from Boots tomorrow morning, she's at LS6 3HN";
    Reading reading = read(text);
    assertThat(reading.intent()).isEqualTo(Intent.REQUEST);
    assertThat(reading.needs()).extracting(n -> n.value().key()).containsExactly("prescription");
    assertThat(reading.forWhom()).isEqualTo("mum");
    Found<String> place = requireNonNull(reading.place());
    assertThat(place.value()).isEqualTo("LS6 3HN");
    assertThat(text.substring(place.start(), place.end())).isEqualTo("LS6 3HN");
    When when = requireNonNull(reading.when()).value();
    assertThat(when.date()).isEqualTo(LocalDate.of(2026, 3, 19));
    assertThat(when.part()).isEqualTo(PartOfDay.MORNING);
  }

  @Test
  void aNeedThatIsNotWantedIsNotAskedFor() {
    Reading reading = read("I don't need any shopping, just someone to walk the dog");
    assertThat(reading.needs()).extracting(n -> n.value().key()).containsExactly("dog-walk");
    assertThat(reading.negated()).containsExactly(new Need("shopping"));
  }

  @Test
  void whatIsNeededInsteadIsAskedFor() {
    Reading reading = read("I don't need shopping, I need a lift");
    assertThat(reading.needs()).extracting(n -> n.value().key()).containsExactly("lift");
    assertThat(reading.negated()).containsExactly(new Need("shopping"));
  }

  @ParameterizedTest
  @CsvSource({
    "we do not have food and we are in Santo Reto since the flood, food-parcel",
    "there are three families here and no food for the children, food-parcel",
    "People here do not have food or water. Please we need help, food-parcel",
    "I am out here with the kids and have no blankets at all for tonight, equipment",
    "my mum is at home without any medication since Monday please help, prescription",
  })
  void toSayWhatIsLackingIsToAskForIt(String text, String need) {
    Reading reading = read(text);
    assertThat(reading.intent()).isEqualTo(Intent.REQUEST);
    assertThat(reading.needs()).extracting(n -> n.value().key()).contains(need);
    assertThat(reading.negated()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "no food parcel needed this week but could somebody walk the dog, food-parcel",
    "I am not asking for a prescription just a lift to the surgery please, prescription",
    "she does not want a wheelchair she needs a lift to church on Sunday, equipment",
  })
  void whatIsRefusedIsNotLacking(String text, String need) {
    assertThat(read(text).needs()).extracting(n -> n.value().key()).doesNotContain(need);
  }

  @Test
  void hungerInADisasterAsksForFood() {
    Reading reading = read("we are hungry in our camp since the earthquake, nobody came");
    assertThat(reading.intent()).isEqualTo(Intent.REQUEST);
    assertThat(reading.needs()).extracting(n -> n.value().key()).contains("food-parcel");
  }

  @Test
  void thanksForHelpAskForNothing() {
    Reading reading = read("thank you so much to the lad who walked my dog last week");
    assertThat(reading.intent()).isEqualTo(Intent.OTHER);
    assertThat(reading.needs()).isEmpty();
  }

  private Reading read(String text) {
    return understanding.read(text, NOW);
  }
}
