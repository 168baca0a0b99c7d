package org.doorstep.talk;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.doorstep.place.Area;
import org.doorstep.place.Place;
import org.doorstep.place.PlaceAnswer;
import org.doorstep.place.Point;
import org.doorstep.place.Postcode;
import org.doorstep.understand.Understanding;

/** A made-up gazetteer: every postcode exists, LS4 and LS6 are covered, there are two Newtowns. */
final class SmallMap {

  static final Area AREA = new Area(List.of("LS4", "LS6"), List.of());

  private SmallMap() {}

  static Place place(String written) {
    String rough = written.toUpperCase(Locale.ROOT).split(" ", -1)[0];
    return new Place(written, rough, new Point(53.82, -1.57), written.contains(" "));
  }

  static Map<String, PlaceAnswer> answers(
      Understanding understanding, String text, boolean reachable) {
    Map<String, PlaceAnswer> answers = new HashMap<>();
    for (String name : understanding.placesIn(text)) {
      answers.put(name, reachable ? answer(name) : new PlaceAnswer.Unreachable());
    }
    return answers;
  }

  private static PlaceAnswer answer(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    Optional<Postcode> postcode = Postcode.parse(name);
    if (postcode.isPresent()) return new PlaceAnswer.Found(place(postcode.get().toString()));
    if (upper.equals("NEWTOWN")) {
      Place north = new Place("Newtown, LS6", "LS6", new Point(53.83, -1.57), false);
      Place south = new Place("Newtown, LS4", "LS4", new Point(53.80, -1.59), false);
      return new PlaceAnswer.Several(List.of(north, south));
    }
    return new PlaceAnswer.Unknown();
  }
}
