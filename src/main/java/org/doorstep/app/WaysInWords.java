package org.doorstep.app;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.doorstep.cell.Cell;
import org.doorstep.cell.Group;
import org.doorstep.cell.Level;
import org.doorstep.cell.LevelRule;
import org.doorstep.cell.Officer;
import org.doorstep.cell.Partner;
import org.doorstep.cell.Way;
import org.doorstep.people.Flag;
import org.doorstep.people.Need;
import org.doorstep.place.Area;
import org.doorstep.place.Place;
import org.doorstep.place.Point;

/** To whom a cell's requests go, in sentences, for each part of its area. */
final class WaysInWords {

  /** No circle of a cell reaches here: an outcode is looked up by its name alone. */
  private static final Point NOWHERE = new Point(-89, 0);

  /** Stands for every kind of help that no rule is about. */
  private static final Need ANY = Need.OTHER;

  private final Cell cell;

  private WaysInWords(Cell cell) {
    this.cell = cell;
  }

  static List<String> of(Cell cell) {
    return new WaysInWords(cell).lines();
  }

  /** Parts of the area where the same is true stand together. */
  private List<String> lines() {
    Map<List<String>, List<String>> same = new LinkedHashMap<>();
    places()
        .forEach(
            (called, place) ->
                same.computeIfAbsent(ways(place), ways -> new ArrayList<>()).add(called));
    List<String> lines = new ArrayList<>();
    same.forEach(
        (ways, where) -> {
          lines.add("  In " + String.join(", ", where) + ":");
          ways.forEach(way -> lines.add("    " + way));
        });
    return lines;
  }

  private Map<String, Place> places() {
    Map<String, Place> places = new LinkedHashMap<>();
    areas().stream()
        .flatMap(area -> area.outcodes().stream())
        .forEach(code -> places.put(code, new Place(code, code, NOWHERE, false)));
    for (Area.Circle circle : cell.area().circles()) {
      String called =
          String.format(
              Locale.ROOT,
              "the circle of %d m around %.3f, %.3f",
              circle.metres(),
              circle.middle().latitude(),
              circle.middle().longitude());
      places.put(called, new Place(called, called, circle.middle(), false));
    }
    return places;
  }

  private Set<Area> areas() {
    return Stream.of(
            Stream.of(cell.area()),
            cell.groups().stream().map(Group::area),
            cell.response().models().stream().map(part -> part.area()),
            cell.response().partners().stream().map(Partner::area))
        .flatMap(areas -> areas)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private List<String> ways(Place place) {
    List<String> ways = new ArrayList<>();
    ways.add("A request " + way(Level.STREET, ANY, place));
    Map<String, List<String>> raised = new LinkedHashMap<>();
    for (LevelRule rule : cell.response().levels()) {
      for (Need need : rule.needs().isEmpty() ? Set.of(ANY) : new TreeSet<>(rule.needs())) {
        Level level = cell.response().assess(need, rule.flags()).level();
        raised
            .computeIfAbsent(
                "(" + level.key() + ") " + way(level, need, place), way -> new ArrayList<>())
            .add(about(rule, need));
      }
    }
    raised.forEach((way, about) -> ways.add(String.join(", ", about) + " " + way));
    return ways;
  }

  private static String about(LevelRule rule, Need need) {
    String what = rule.needs().isEmpty() ? "Anything" : need.key();
    String flags =
        rule.flags().stream().sorted().map(Flag::key).collect(Collectors.joining(" or "));
    return flags.isEmpty() ? what : what + " with " + flags;
  }

  private String way(Level level, Need need, Place place) {
    List<Way.Stop> stops = Way.of(cell.response(), level, need, place).stops();
    List<String> words = new ArrayList<>();
    String after = "goes " + consent(level, place) + "to ";
    for (Way.Stop stop : stops) {
      words.add(after + stop(stop, place));
      after = after(stop);
    }
    return String.join(", ", words) + ".";
  }

  private String stop(Way.Stop stop, Place place) {
    return switch (stop) {
      case Way.Stop.Desk(Partner partner) -> partner.name();
      case Way.Stop.Neighbours n -> "the volunteers of " + cell.groupFor(place).name();
      case Way.Stop.Referral(Partner partner) -> partner.name();
      case Way.Stop.Officers o ->
          "the officers: "
              + cell.officers().stream().map(Officer::name).collect(Collectors.joining(", then "));
    };
  }

  /** One yes is for the whole way. */
  private String consent(Level level, Place place) {
    if (!level.aboveNeighbours() || level == Level.EMERGENCY) return "";
    Group group = cell.groupFor(place);
    return switch (group.stance()) {
      case INTEGRATED -> "with the resident's yes ";
      case LOOSE -> "with the resident's yes and that of " + group.lead() + " ";
      case ARMS_LENGTH -> "nowhere by itself, the resident is told how to reach them: ";
    };
  }

  private String after(Way.Stop stop) {
    return switch (stop) {
      case Way.Stop.Desk(Partner partner) ->
          "after " + time(cell.response().patience(partner, false)) + " to ";
      case Way.Stop.Neighbours n -> "if nobody takes it to ";
      case Way.Stop.Referral(Partner partner) ->
          "if nobody there answers in "
              + time(cell.rules().acknowledgeWithin().multipliedBy(partner.people().size()))
              + " to ";
      case Way.Stop.Officers o -> "";
    };
  }

  private static String time(Duration time) {
    long minutes = time.toMinutes();
    return minutes % 60 == 0 && minutes > 60 ? minutes / 60 + " h" : minutes + " min";
  }
}
