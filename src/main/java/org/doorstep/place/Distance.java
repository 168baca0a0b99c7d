package org.doorstep.place;

/** How far apart two points are, in whole metres. */
public record Distance(int metres) implements Comparable<Distance> {

  public Distance {
    if (metres < 0) throw new IllegalArgumentException("a distance is not negative");
  }

  public static Distance ofMetres(int metres) {
    return new Distance(metres);
  }

  public boolean within(int limitMetres) {
    return metres <= limitMetres;
  }

  /** Rounded so that it does not give a house away: to 100 m below 1 km, to half a km above. */
  public int roughMetres() {
    return metres < 950
        ? Math.max(100, Math.round(metres / 100f) * 100)
        : Math.round(metres / 500f) * 500;
  }

  @Override
  public int compareTo(Distance other) {
    return Integer.compare(metres, other.metres);
  }
}
