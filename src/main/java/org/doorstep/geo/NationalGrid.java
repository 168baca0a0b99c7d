package org.doorstep.geo;

import org.doorstep.place.Point;
import org.locationtech.proj4j.CRSFactory;
import org.locationtech.proj4j.CoordinateTransform;
import org.locationtech.proj4j.CoordinateTransformFactory;
import org.locationtech.proj4j.ProjCoordinate;

/**
 * Eastings and northings of the British National Grid (EPSG:27700) as points. It uses Ordnance
 * Survey's seven-parameter transformation, which is right to about 5 m in Great Britain; the grid
 * of corrections that would make it exact is not worth its size here. Not for use by several
 * threads.
 */
final class NationalGrid {

  static final int EAST_END = 700_000;
  static final int NORTH_END = 1_300_000;

  private static final String GRID =
      "+proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=airy"
          + " +towgs84=446.448,-125.157,542.060,0.1502,0.2470,0.8421,-20.4894 +units=m +no_defs";
  private static final String DEGREES = "+proj=longlat +datum=WGS84 +no_defs";

  private final CoordinateTransform transform;
  private final ProjCoordinate from = new ProjCoordinate();
  private final ProjCoordinate to = new ProjCoordinate();

  NationalGrid() {
    CRSFactory systems = new CRSFactory();
    transform =
        new CoordinateTransformFactory()
            .createTransform(
                systems.createFromParameters("National Grid", GRID),
                systems.createFromParameters("WGS 84", DEGREES));
  }

  Point point(double easting, double northing) {
    from.x = easting;
    from.y = northing;
    transform.transform(from, to);
    return new Point(to.y, to.x);
  }
}
