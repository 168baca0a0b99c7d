package org.doorstep.talk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {

  /**
   * Arabic and Urdu keyboards have different letters for the same; Polish people leave bars out.
   */
  @ParameterizedTest
  @CsvSource({"جي هاں, جی ہاں", "ٹھيك ہے, ٹھیک ہے", "۲, 2", "Łazienka, lazienka", "Așa, asa"})
  void whatLooksTheSameIsTheSame(String typed, String listed) {
    assertThat(Wording.tokens(typed)).isEqualTo(Wording.tokens(listed));
  }
}
