package org.doorstep.talk;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.doorstep.people.Channel;
import org.doorstep.place.Area;
import org.doorstep.place.Place;
import org.doorstep.place.PlaceAnswer;
import org.jspecify.annotations.Nullable;

/**
 * What a turn may know of the world.
 *
 * @param values for the braces in texts: {@code coordinator}, {@code neighbouring-groups}, {@code
 *     cell}
 * @param places answers for the places that the text names, by the text that named them
 * @param area what the cell covers
 * @param lastPlace where help was last needed, if it is remembered
 * @param returning they have been here before, and not just now
 */
public record Setting(
    Instant now,
    ZoneId zone,
    Channel channel,
    Map<String, String> values,
    Map<String, PlaceAnswer> places,
    Area area,
    @Nullable Place lastPlace,
    boolean returning) {

  public Setting {
    values = Map.copyOf(values);
    places = Map.copyOf(places);
  }

  /** For somebody who is here for the first time. */
  public Setting(
      Instant now,
      ZoneId zone,
      Channel channel,
      Map<String, String> values,
      Map<String, PlaceAnswer> places,
      Area area,
      @Nullable Place lastPlace) {
    this(now, zone, channel, values, places, area, lastPlace, false);
  }
}
