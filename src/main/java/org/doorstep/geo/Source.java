package org.doorstep.geo;

import org.doorstep.place.PlaceAnswer;
import org.doorstep.place.Point;
import reactor.core.publisher.Mono;

/** One of the places where places are looked up. Never fails and never guesses. */
public interface Source {

  /** How far from a pin a postcode may be and still say which part of town it is in. */
  int NEAR_METRES = 1500;

  /** What is called so; a source that knows only postcodes knows nothing of other names. */
  Mono<PlaceAnswer> find(String text);

  /** Which part of town a pin is in: a place at the pin, called after what is nearest. */
  Mono<PlaceAnswer> nearest(Point pin);
}
