package org.doorstep.understand;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlacesTest {

  private static final ZonedDateTime NOW =
      ZonedDateTime.of(2026, 3, 18, 14, 30, 0, 0, ZoneId.of("Europe/London"));

  private final Understanding understanding = Vocabularies.all();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "LS6 3HN | LS6 3HN",
        "ls63hn | LS6 3HN",
        "LS63 HN | LS6 3HN",
        "ls6  3hn pls | LS6 3HN",
        "LS6-3HN | LS6 3HN",
        "LS6 3 HN | LS6 3HN",
        "nw1 Oqs | NW1 0QS",
        "im at Ls6 3hn, knock hard | LS6 3HN",
        "we live in m14 | M14",
        "LS6 | LS6",
        "ls6 | LS6",
        "near SY11 by the market | SY11",
        "SW1A 1AA | SW1A 1AA",
        "ec1v 9hx | EC1V 9HX",
        "LS6 3 | LS6",
      })
  void aPostcodeIsPutRight(String text, String code) {
    assertThat(understanding.placesIn(text)).startsWith(code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "my exhaust fell off on the A1 near the services",
        "can someone get me E45 cream from the chemist",
        "need vitamin B12 tablets from the chemist please",
        "anyone handy with an iPhone 6S or a samsung s10 charger",
        "the M25 is closed so my daughter cannot bring the shopping",
        "are there any N95 or ffp3 masks spare for me",
        "thanks b4 I forget, could you get m8 some milk",
        "need a carton of milk and 2 of the big ones for us",
      })
  void whatOnlyLooksLikeAPostcodeIsNone(String text) {
    assertThat(understanding.placesIn(text)).noneMatch(p -> p.matches("[A-Z]{1,2}\\d.*"));
  }

  @Test
  void aStreetIsTakenAsItIsWritten() {
    assertThat(understanding.placesIn("I'm on Brudenell Road in Hyde Park"))
        .contains("Brudenell Road", "Hyde Park");
    assertThat(understanding.placesIn("can you come to 12 elm grove")).contains("12 elm grove");
  }

  @Test
  void aPostcodeComesBeforeAStreet() {
    assertThat(understanding.placesIn("14 Elm Grove, ls6 3hn")).startsWith("LS6 3HN");
  }

  @Test
  void aShortAnswerMayBeNothingButAPlace() {
    assertThat(understanding.placesIn("hyde park")).contains("hyde park");
    assertThat(understanding.placesIn("its in headingley")).contains("headingley");
  }

  @Test
  void thePlaceOfAMessageHoldsItsPostcodePutRight() {
    String text = "need bread at 14 Elm Grove, ls63hn today";
    Found<String> place = requireNonNull(understanding.read(text, NOW).place());
    assertThat(place.value()).isEqualTo("14 Elm Grove LS6 3HN");
    assertThat(text.substring(place.start(), place.end())).isEqualTo("14 Elm Grove, ls63hn");
    assertThat(place.sure()).isTrue();
  }
}
