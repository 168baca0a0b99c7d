package org.doorstep.place;

/** A point on the ground, WGS 84, in decimal degrees. */
public record Point(double latitude, double longitude) {

  private static final double EARTH_RADIUS_METRES = 6_371_008.8;

  public Point {
    if (!(latitude >= -90 && latitude <= 90 && longitude >= -180 && longitude <= 180)) {
      throw new IllegalArgumentException("not on Earth");
    }
  }

  /** The great-circle distance (haversine, mean Earth radius): within 0.5 % of the ellipsoid. */
  public Distance to(Point other) {
    double dLat = Math.toRadians(other.latitude - latitude);
    double dLon = Math.toRadians(other.longitude - longitude);
    double a =
        Math.pow(Math.sin(dLat / 2), 2)
            + Math.cos(Math.toRadians(latitude))
                * Math.cos(Math.toRadians(other.latitude))
                * Math.pow(Math.sin(dLon / 2), 2);
    return Distance.ofMetres((int) Math.round(2 * EARTH_RADIUS_METRES * Math.asin(Math.sqrt(a))));
  }

  /** A home is nobody's business: the same point on a grid of about 100 m. */
  public Point coarse() {
    return new Point(Math.round(latitude * 1000) / 1000.0, Math.round(longitude * 1000) / 1000.0);
  }

  @Override
  public String toString() {
    return "Point[redacted]";
  }
}
