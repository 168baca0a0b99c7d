package org.doorstep.pipeline;

import org.doorstep.cell.CellId;
import org.doorstep.place.Place;
import org.doorstep.place.PlaceAnswer;
import org.doorstep.place.Point;
import reactor.core.publisher.Mono;

/** Knows where places are. Never fails and never guesses. */
public interface Gazetteer {

  /** What is called so: a postcode, an outcode, a district, a street or landmark it knows. */
  Mono<PlaceAnswer> find(CellId cell, String text);

  /** What is around a pin; a pin far from everything it knows is named by its own coordinates. */
  Mono<Place> around(CellId cell, Point point);
}
