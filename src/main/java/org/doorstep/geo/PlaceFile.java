package org.doorstep.geo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.doorstep.place.Place;
import org.doorstep.place.Point;
import org.doorstep.place.Postcode;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * A gazetteer written by hand, as in {@code places/leeds.yml}.
 *
 * @param names by their {@link PlaceName#plain plain} name
 */
record PlaceFile(List<Place> postcodes, List<Place> outcodes, Map<String, List<Place>> names) {

  static PlaceFile resource(String path) {
    try (InputStream in = PlaceFile.class.getResourceAsStream(path)) {
      if (in == null) throw new IllegalArgumentException(path + " is not in the jar");
      Object root = new Load(LoadSettings.builder().build()).loadFromInputStream(in);
      return new PlaceFile(
          coded(part(root, "postcodes")),
          coded(part(root, "outcodes")),
          named(part(root, "names")));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static Object part(Object of, String key) {
    Object value = of instanceof Map<?, ?> map ? map.get(key) : null;
    if (value == null) throw new IllegalArgumentException("`" + key + "` is missing");
    return value;
  }

  private static List<Place> coded(Object map) {
    List<Place> places = new ArrayList<>();
    ((Map<?, ?>) map)
        .forEach(
            (key, at) -> {
              Postcode code = Postcode.parse(String.valueOf(key)).orElseThrow();
              places.add(new Place(code.toString(), code.outcode(), point(at), code.full()));
            });
    return List.copyOf(places);
  }

  private static Map<String, List<Place>> named(Object list) {
    Map<String, List<Place>> names = new LinkedHashMap<>();
    for (Object entry : (List<?>) list) {
      String name = part(entry, "name").toString();
      Place place = new Place(name, part(entry, "in").toString(), point(part(entry, "at")), false);
      List<String> called = new ArrayList<>(List.of(name));
      if (((Map<?, ?>) entry).get("also") instanceof List<?> also) {
        also.forEach(other -> called.add(String.valueOf(other)));
      }
      for (String one : called) {
        names.computeIfAbsent(PlaceName.plain(one), none -> new ArrayList<>()).add(place);
      }
    }
    return names;
  }

  private static Point point(Object at) {
    if (at instanceof List<?> pair
        && pair.size() == 2
        && pair.getFirst() instanceof Number latitude
        && pair.getLast() instanceof Number longitude) {
      return new Point(latitude.doubleValue(), longitude.doubleValue());
    }
    throw new IllegalArgumentException("a position is [latitude, longitude]");
  }
}
