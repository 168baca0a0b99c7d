package org.doorstep.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskingTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "my card is 4111111111111111 ok | my card is •••••••••••••••• ok",
        "4111 1111 1111 1111 | •••• •••• •••• ••••",
        "4111-1111-1111-1111, exp 12/29 | ••••-••••-••••-••••, exp 12/29",
        "amex 3782 822463 10005! | amex •••• •••••• •••••!",
        "two: 4111 1111 1111 1111 5555 5555 5555 4444 | two: •••• •••• •••• •••• •••• •••• •••• ••••",
        "card4111111111111111. | card••••••••••••••••.",
        "６０１１１１１１１１１１１１１７ | ••••••••••••••••",
      })
  void aCardNumberIsHidden(String written, String stored) {
    assertThat(Masking.mask(written)).isEqualTo(stored);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NHS no 943 476 5919 thanks | NHS no ••• ••• •••• thanks",
        "943-476-5919 | •••-•••-••••",
        "9434765919 | ••••••••••",
      })
  void anNhsNumberIsHidden(String written, String stored) {
    assertThat(Masking.mask(written)).isEqualTo(stored);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ring me on 07700 900123 or 0113 496 0000",
        "07700900123 07700900456",
        "+44 7700 900123",
        "+44 (0)7700 900123, +44 943 476 5919, +449434765919",
        "0044 943 476 5919",
        "020 7946 0958",
        "4111 1111 1111 1112",
        "943 476 5918",
        "order 12345 for 2 at 10:30 on 05/04, LS6 3HN",
        "$1 and \\ stay as they are",
        "",
      })
  void whatIsNeitherStaysReadable(String written) {
    assertThat(Masking.mask(written)).isEqualTo(written);
  }
}
