package org.doorstep.cell;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.doorstep.place.Area;
import org.doorstep.place.Point;
import org.jspecify.annotations.Nullable;

/** One group: the same lines in its cell's file and in a file of its own. */
record GroupReading(Faults faults) {

  static final String MISSING_AREA =
      " looks after no place: add `outcodes: [LS6]`, or `circles`, or both, under `area`";

  static final List<String> KEYS =
      Stream.concat(
              Stream.of(
                  "id",
                  "name",
                  "lead",
                  "leads",
                  "stance",
                  "join",
                  "slack",
                  "slack-channel",
                  "area",
                  "opening-hours",
                  PayingBackReading.KEY),
              Stream.of(PolicyReading.KEYS))
          .toList();

  /**
   * @param usual how the cell asks its volunteers
   */
  Group group(Entries entries, Area ofTheCell, WavePolicy usual) {
    OtherSlack slack = OtherSlack.read(entries, faults);
    return new Group(
        entries.required("id", Form.ID).value(),
        entries.required("name", Form.NAME),
        area(entries, "the group").orElse(ofTheCell),
        entries.optional("slack-channel", Form.CHANNEL).map(slack::written).orElse(null),
        entries.required("lead", Form.NAME),
        entries.values("leads", Form.LEAD).stream().map(slack::lead).toList(),
        entries.required("stance", Form.STANCE),
        PolicyReading.says(entries) ? PolicyReading.read(entries, faults, usual) : null,
        hours(entries),
        PayingBackReading.read(entries).orElse(null),
        entries.optional("join", Form.JOIN).orElse(Join.OPEN));
  }

  @Nullable OpeningHours hours(Entries group) {
    return group
        .part("opening-hours", "`opening-hours`", "days", "from", "to")
        .flatMap(
            part -> {
              LocalTime from = part.required("from", Form.TIME);
              LocalTime to = part.required("to", Form.TIME);
              Set<DayOfWeek> days = Set.copyOf(part.values("days", Form.DAY));
              if (from.isBefore(to)) return Optional.of(new OpeningHours(days, from, to));
              faults.add(
                  group.at("opening-hours"),
                  "`opening-hours` end before they begin: write `from` before `to`, on one day");
              return Optional.<OpeningHours>empty();
            })
        .orElse(null);
  }

  Optional<Area> area(Entries owner, String called) {
    int before = faults.count();
    Optional<Area> area =
        owner
            .part("area", "`area`", "outcodes", "circles")
            .map(
                entries ->
                    new Area(
                        entries.values("outcodes", Form.OUTCODE),
                        entries.parts(
                            "circles",
                            "a circle",
                            List.of("latitude", "longitude", "within"),
                            this::circle)));
    area.filter(a -> a.outcodes().isEmpty() && a.circles().isEmpty() && faults.count() == before)
        .ifPresent(nowhere -> faults.add(owner.at("area"), called + MISSING_AREA));
    return area;
  }

  private Optional<Area.Circle> circle(Entries entries) {
    return Optional.of(
        new Area.Circle(
            new Point(
                entries.required("latitude", Form.LATITUDE),
                entries.required("longitude", Form.LONGITUDE)),
            entries.required("within", Form.METRES)));
  }
}
