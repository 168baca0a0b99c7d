package org.doorstep.geo;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.doorstep.cell.CellId;
import org.doorstep.pipeline.Gazetteer;
import org.doorstep.place.Place;
import org.doorstep.place.PlaceAnswer;
import org.doorstep.place.Point;
import reactor.core.publisher.Mono;

/** Asks its sources in turn, until one of them knows. */
public final class Atlas implements Gazetteer {

  private final List<Source> sources;

  /**
   * @param sources the nearest to the truth and the quickest first
   */
  public Atlas(List<Source> sources) {
    this.sources = List.copyOf(sources);
  }

  @Override
  public Mono<PlaceAnswer> find(CellId cell, String text) {
    return ask(source -> source.find(text));
  }

  @Override
  public Mono<Place> around(CellId cell, Point pin) {
    return ask(source -> source.nearest(pin)).map(answer -> named(answer, pin));
  }

  private Mono<PlaceAnswer> ask(Function<Source, Mono<PlaceAnswer>> question) {
    return ask(question, 0, new PlaceAnswer.Unknown());
  }

  private Mono<PlaceAnswer> ask(
      Function<Source, Mono<PlaceAnswer>> question, int next, PlaceAnswer soFar) {
    if (next == sources.size()) return Mono.just(soFar);
    return question
        .apply(sources.get(next))
        .flatMap(
            answer ->
                switch (answer) {
                  case PlaceAnswer.Found found -> Mono.just(found);
                  case PlaceAnswer.Several several -> Mono.just(several);
                  case PlaceAnswer.Unknown() -> ask(question, next + 1, soFar);
                  case PlaceAnswer.Unreachable silent -> ask(question, next + 1, silent);
                });
  }

  private static Place named(PlaceAnswer answer, Point pin) {
    return switch (answer) {
      case PlaceAnswer.Found(Place place) -> place;
      case PlaceAnswer.Several(List<Place> places) -> places.getFirst();
      case PlaceAnswer.Unknown() -> byCoordinates(pin);
      case PlaceAnswer.Unreachable() -> byCoordinates(pin);
    };
  }

  /** Two decimals: about a kilometre, which gives no home away. */
  private static Place byCoordinates(Point pin) {
    String coarse = String.format(Locale.ROOT, "%.2f,%.2f", pin.latitude(), pin.longitude());
    return new Place(coarse, coarse, pin, true);
  }
}
