package org.doorstep.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DistanceTest {

  @Test
  void leedsToYorkIsAbout35Kilometres() {
    Point leeds = new Point(53.7954, -1.5476);
    Point york = new Point(53.9581, -1.0933);
    assertThat(leeds.to(york).metres()).isCloseTo(34_900, within(500));
  }

  @ParameterizedTest
  @CsvSource({"12,100", "349,300", "410,400", "949,900", "951,1000", "1260,1500", "3900,4000"})
  void isToldRoughlySoThatItDoesNotGiveAHouseAway(int metres, int told) {
    assertThat(Distance.ofMetres(metres).roughMetres()).isEqualTo(told);
  }
}
