package org.doorstep.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostcodeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "LS6 3HN      | LS6 3HN",
        "ls63hn       | LS6 3HN",
        "Ls6   3hN    | LS6 3HN",
        "L S 6 3 H N  | LS6 3HN",
        "LS6-3HN.     | LS6 3HN",
        "(LS6 3HN),   | LS6 3HN",
        "LS63 HN      | LS6 3HN",
        "LS6\u00a03HN | LS6 3HN",
        "LS6\u200b3HN | LS6 3HN",
        "ＬＳ６ ３ＨＮ      | LS6 3HN",
        "LSI 3HN      | LS1 3HN",
        "LI6 3HN      | L16 3HN",
        "LS1O 1AA     | LS10 1AA",
        "lsi0 iaa     | LS10 1AA",
        "LS6 OAA      | LS6 0AA",
        "0X1 1AA      | OX1 1AA",
        "1P1 1AA      | IP1 1AA",
        "S014 2AB     | SO14 2AB",
        "WIA 1AA      | W1A 1AA",
        "EC1A 1BB     | EC1A 1BB",
        "M1 1AE       | M1 1AE",
        "B33 8TH      | B33 8TH",
        "CR2 6XH      | CR2 6XH",
        "DN55 1PT     | DN55 1PT",
        "CR0 2YR      | CR0 2YR",
        "CRO 2YR      | CR0 2YR",
        "GY1 1AA      | GY1 1AA",
        "LS6          | LS6",
        "ls 6         | LS6",
        "l 1          | L1",
        "LS6 3        | LS6",
        "LS1 1        | LS1",
        "LSI0         | LS10",
        "sw1a         | SW1A",
        "E1           | E1",
      })
  void whatPeopleTypeIsReadAsThePostcodeTheyMean(String typed, String meant) {
    assertThat(Postcode.parse(typed)).get().hasToString(meant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "no",
        "so",
        "Hi",
        "to",
        "OK",
        "LS",
        "6",
        "63",
        "2pm",
        "at 4",
        "yes 1",
        "A1",
        "T4",
        "LS6 3CN",
        "LS6 3HI",
        "LS6 HHN",
        "QS6 3HN",
        "LSIO IAA",
        "ZZ9 9ZZ",
        "LS06 3HN",
        "S0 1AB",
        "LS6 3HN Leeds",
        "LS6 3HNN",
        "LS666 3HN",
        "07700 900123",
        "E1I 1I1",
        "🏠",
        "LS6 3HN LS6 3HN",
        "O1O",
        "BOI 1AA",
        "W0A 1AA1"
      })
  void whatIsNoPostcodeIsNotMadeIntoOne(String typed) {
    assertThat(Postcode.parse(typed)).isEmpty();
  }

  @Test
  void theOutcodeIsTheFirstHalf() {
    Postcode full = new Postcode("LS6", "3HN");
    assertThat(full.full()).isTrue();
    assertThat(full.outcode()).isEqualTo("LS6");
    assertThat(new Postcode("LS6", null).full()).isFalse();
  }

  @Test
  void onlyWellFormedHalvesMakeAPostcode() {
    assertThatThrownBy(() -> new Postcode("ls6", "3HN")).hasMessage("not a postcode");
    assertThatThrownBy(() -> new Postcode("LS6", "3hn")).hasMessage("not a postcode");
    assertThatThrownBy(() -> new Postcode("LS6 3HN", null)).hasMessage("not a postcode");
  }

  @Test
  void aLongTextIsRefusedQuickly() {
    assertThat(Postcode.parse("O1".repeat(100_000))).isEmpty();
  }
}
