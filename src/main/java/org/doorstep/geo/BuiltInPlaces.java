package org.doorstep.geo;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doorstep.place.Place;
import org.doorstep.place.PlaceAnswer;
import org.doorstep.place.Point;
import org.doorstep.place.Postcode;
import reactor.core.publisher.Mono;

/**
 * The small gazetteer of the village: a corner of Leeds, set by hand. Its full postcodes are
 * examples and may be elsewhere in fact, so it is not for a service that sends real people to real
 * doors.
 */
public final class BuiltInPlaces implements Source {

  private static final int SAME_TOWN_METRES = 3000;

  private final List<Place> postcodes;
  private final List<Place> outcodes;
  private final Map<String, List<Place>> names;

  public BuiltInPlaces() {
    this(PlaceFile.resource("/places/leeds.yml"));
  }

  BuiltInPlaces(PlaceFile file) {
    this.postcodes = file.postcodes();
    this.outcodes = file.outcodes();
    this.names = file.names();
  }

  @Override
  public Mono<PlaceAnswer> find(String text) {
    return Mono.just(Postcode.parse(text).map(this::coded).orElseGet(() -> named(text)));
  }

  @Override
  public Mono<PlaceAnswer> nearest(Point pin) {
    return Mono.just(
        near(postcodes, pin, NEAR_METRES)
            .or(() -> near(outcodes, pin, SAME_TOWN_METRES))
            .map(Place::rough)
            .<PlaceAnswer>map(name -> new PlaceAnswer.Found(new Place(name, name, pin, true)))
            .orElse(new PlaceAnswer.Unknown()));
  }

  private PlaceAnswer coded(Postcode postcode) {
    return (postcode.full() ? postcodes : outcodes)
        .stream()
            .filter(place -> place.written().equals(postcode.toString()))
            .findFirst()
            .<PlaceAnswer>map(PlaceAnswer.Found::new)
            .orElse(new PlaceAnswer.Unknown());
  }

  private PlaceAnswer named(String text) {
    List<Place> called = names.getOrDefault(PlaceName.plain(text), List.of());
    return switch (called.size()) {
      case 0 -> new PlaceAnswer.Unknown();
      case 1 -> new PlaceAnswer.Found(called.getFirst());
      default -> new PlaceAnswer.Several(called);
    };
  }

  private static Optional<Place> near(List<Place> places, Point pin, int metres) {
    return places.stream()
        .filter(place -> place.point().to(pin).within(metres))
        .min(Comparator.comparing(place -> place.point().to(pin)));
  }
}
