package org.doorstep.place;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of a place may be read out to whoever has the phone. */
class PlaceTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "LS6 3HN                      | LS6        | LS6 3HN",
        "ls63hn                       | LS6        | LS6 3HN",
        "14 Ash Grove, LS6 3HN        | LS6        | LS6 3HN",
        "LS6 3HN, 14 Ash Grove        | LS6        | LS6 3HN",
        "flat 2, 14 Ash Grove LS63HN  | LS6        | LS6 3HN",
        "14 Ash Grove                 | LS6        | LS6",
        "LS6                          | LS6        | LS6",
        "14 Ash Grove in LS6 please   | LS6        | LS6",
        "Headingley                   | Headingley | Headingley",
      })
  void aPostcodeOrAPartOfTownAndNeverAHouse(String written, String rough, String said) {
    Place place = new Place(written, rough, new Point(53.8, -1.5), true);
    assertThat(place.withoutHouse()).isEqualTo(said);
  }
}
