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
  @CsvSource({
    "12,100 m",
    "349,300 m",
    "410,400 m",
    "949,900 m",
    "951,1 km",
    "1260,1.5 km",
    "3900,4 km"
  })
  void isToldRoughlySoThatItDoesNotGiveAHouseAway(int metres, String told) {
    assertThat(Distance.ofMetres(metres).rough()).isEqualTo(told);
  }
}
