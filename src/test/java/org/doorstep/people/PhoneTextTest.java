package org.doorstep.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "07700900123",
        "07700 900123",
        "07700-900-123",
        "07700.900.123",
        "07700\u2013900123",
        "07700\u00a0900\u00a0123",
        "+447700900123",
        "+44 7700 900 123",
        "+44 (0)7700 900123",
        "+44 07700 900123",
        "00447700900123",
        "447700900123",
        "7700900123",
        "7700900123.0",
        "4.47700900123E+11",
        "4,47700900123E+11",
        "7.700900123E+9",
        "tel: 07700 900123",
        "Mob. 07700 900123",
        "m 07700900123",
        "\u202a+44\u00a07700\u00a0900123\u202c",
        "\uff10\uff17\uff17\uff10\uff10 900123",
        "(07700) 900123",
        " 07700900123\t"
      })
  void theSameMobileHoweverItIsWritten(String text) {
    assertThat(PhoneText.read(text)).isEqualTo(new PhoneText.Mobile("+447700900123"));
  }

  @ParameterizedTest
  @CsvSource({
    "'',EMPTY",
    "' ',EMPTY",
    "none,EMPTY",
    "no number,EMPTY",
    "7.70E+12,CUT_OFF",
    "7.7009E+09,CUT_OFF",
    "4.47701E+11,CUT_OFF",
    "4.4770090012E+11,CUT_OFF",
    "0113 496 0123,NOT_A_MOBILE",
    "1134960123,NOT_A_MOBILE",
    "+44 113 496 0123,NOT_A_MOBILE",
    "020 7946 0123,NOT_A_MOBILE",
    "0800 123456,NOT_A_MOBILE",
    "07012 345678,NOT_A_MOBILE",
    "07600 123456,NOT_A_MOBILE",
    "07700 900123 / 0113 496 0123,SEVERAL",
    "07700900123 or 07700900124,SEVERAL",
    "07700900123;07700900124,SEVERAL",
    "07700 90012,NO_NUMBER",
    "07700 9001234,NO_NUMBER",
    "12345,NO_NUMBER",
    "+1,NO_NUMBER",
    "07700900123 Sam,NO_NUMBER",
    "sam@example.org,NO_NUMBER",
    "=1+1,NO_NUMBER",
    "=HYPERLINK(x),NO_NUMBER",
    "-07700900123e,NO_NUMBER",
    "#REF!,NO_NUMBER",
    "########,NO_NUMBER",
    "9E+99,CUT_OFF"
  })
  void whatIsNoMobileIsSaidToBeWhat(String text, PhoneText.Why why) {
    assertThat(PhoneText.read(text)).isEqualTo(new PhoneText.Unusable(why));
  }

  @Test
  void otherCountriesAreTakenAsTheyAreWritten() {
    assertThat(PhoneText.read("+48 501 234 567")).isEqualTo(new PhoneText.Mobile("+48501234567"));
    assertThat(PhoneText.read("0033 6 12 34 56 78"))
        .isEqualTo(new PhoneText.Mobile("+33612345678"));
    assertThat(PhoneText.read("07624 123456")).isEqualTo(new PhoneText.Mobile("+447624123456"));
  }

  @Test
  void nothingOfItIsPrinted() {
    assertThat(PhoneText.read("07700900123").toString()).doesNotContain("7700");
  }
}
