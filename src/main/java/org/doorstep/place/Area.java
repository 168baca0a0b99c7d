package org.doorstep.place;

import java.util.List;

/** What a cell or a group looks after: whole outcodes, or a circle, or both. */
public record Area(List<String> outcodes, List<Circle> circles) {

  /** All within {@code metres} of the middle. */
  public record Circle(Point middle, int metres) {}

  public Area {
    outcodes = List.copyOf(outcodes);
    circles = List.copyOf(circles);
  }

  public boolean covers(Place place) {
    return outcodes.contains(place.rough())
        || circles.stream().anyMatch(c -> c.middle().to(place.point()).within(c.metres()));
  }
}
