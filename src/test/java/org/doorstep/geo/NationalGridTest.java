package org.doorstep.geo;

import static org.assertj.core.api.Assertions.assertThat;

import org.doorstep.place.Point;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NationalGridTest {

  /** Points from the test file of Ordnance Survey's OSTN15, which is exact. */
  @ParameterizedTest
  @CsvSource({
    "TP01 Scilly,      91492.146,   11318.804, 49.92226393730, -6.29977752014",
    "TP08 Bristol,    362269.991,  169978.690, 51.42754743020, -2.54407618349",
    "TP09 London,     530624.974,  178388.464, 51.48936564950, -0.11992557180",
    "TP19 Blackpool,  331534.564,  431920.794, 53.77911025760, -3.04045490691",
    "TP20 Pudsey,     422242.186,  433818.701, 53.80021519630, -1.66379168242",
    "TP22 Flamboro,   525745.670,  470703.214, 54.11685144290, -0.07773133187",
    "TP27 Edinburgh,  319188.434,  670947.534, 55.92478265510, -3.29479219337",
    "TP30 Inverness,  267056.768,  846176.972, 57.48625000720, -4.21926398555",
    "TP38 Fair Isle,  421300.525, 1072147.239, 59.53470794490, -1.62516966058",
    "TP40 Shetland,   395999.668, 1138728.951, 60.13308091660, -2.07382822798"
  })
  void gridReferencesBecomePointsRightToFiveMetres(
      String name, double easting, double northing, double latitude, double longitude) {
    Point point = new NationalGrid().point(easting, northing);
    double north = (point.latitude() - latitude) * 111_195;
    double east = (point.longitude() - longitude) * 111_195 * Math.cos(Math.toRadians(latitude));
    assertThat(Math.hypot(north, east)).as(name).isLessThan(5);
  }
}
