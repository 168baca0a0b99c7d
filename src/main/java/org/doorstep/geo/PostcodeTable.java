package org.doorstep.geo;

import java.util.Arrays;
import java.util.Optional;
import org.doorstep.place.Place;
import org.doorstep.place.Point;
import org.doorstep.place.Postcode;

/**
 * Postcodes and where they are: 16 bytes for each, 27 MB for all of Great Britain.
 *
 * @param keys {@link PostcodeKey}s, ascending, none twice
 * @param latitudes in millionths of a degree, in the order of the keys
 * @param longitudes likewise
 */
@SuppressWarnings("ArrayRecordComponent")
record PostcodeTable(long[] keys, int[] latitudes, int[] longitudes) {

  static final PostcodeTable EMPTY = new PostcodeTable(new long[0], new int[0], new int[0]);

  private static final double MICRO = 1e6;
  private static final double METRES_PER_DEGREE = 111_195;

  static int micro(double degrees) {
    return (int) Math.round(degrees * MICRO);
  }

  int size() {
    return keys.length;
  }

  Optional<Place> find(Postcode postcode) {
    long key = PostcodeKey.of(postcode);
    if (!postcode.full()) return middle(postcode.outcode(), key);
    int at = Arrays.binarySearch(keys, key);
    return at < 0
        ? Optional.empty()
        : Optional.of(new Place(postcode.toString(), postcode.outcode(), point(at), true));
  }

  /** The mean of all postcodes of an outcode. */
  private Optional<Place> middle(String outcode, long key) {
    int from = firstAtOrAfter(key);
    int to = firstAtOrAfter(key + PostcodeKey.PER_OUTCODE);
    if (from == to) return Optional.empty();
    double latitude = Arrays.stream(latitudes, from, to).average().orElseThrow() / MICRO;
    double longitude = Arrays.stream(longitudes, from, to).average().orElseThrow() / MICRO;
    return Optional.of(new Place(outcode, outcode, new Point(latitude, longitude), false));
  }

  /** The outcode of the postcode nearest to a point, if there is one within so many metres. */
  Optional<String> outcodeNear(Point point, int metres) {
    double narrow = Math.cos(Math.toRadians(point.latitude()));
    int band = micro(metres / METRES_PER_DEGREE);
    int latitude = micro(point.latitude());
    int longitude = micro(point.longitude());
    double best = (double) band * band;
    int nearest = -1;
    for (int i = 0; i < keys.length; i++) {
      int north = latitudes[i] - latitude;
      if (north > band || north < -band) continue;
      double east = (longitudes[i] - longitude) * narrow;
      double square = (double) north * north + east * east;
      if (square <= best) {
        best = square;
        nearest = i;
      }
    }
    return nearest < 0 ? Optional.empty() : Optional.of(PostcodeKey.outcode(keys[nearest]));
  }

  private Point point(int at) {
    return new Point(latitudes[at] / MICRO, longitudes[at] / MICRO);
  }

  private int firstAtOrAfter(long key) {
    int at = Arrays.binarySearch(keys, key);
    return at < 0 ? -at - 1 : at;
  }
}
