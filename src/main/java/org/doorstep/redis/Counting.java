package org.doorstep.redis;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doorstep.desk.Change;
import org.doorstep.figures.Count;
import org.doorstep.figures.Measure;
import org.doorstep.figures.Spot;
import org.doorstep.figures.What;
import org.doorstep.help.RequestId;
import org.doorstep.people.Travel;
import org.doorstep.people.Volunteering;

/** How counts are kept: see {@link Keys#counts}. */
record Counting(Keys keys, Commit commit, Duration keepFor) {

  private static final String CAR = "car";

  /** What is of no request goes into one step for each day. */
  void write(List<Change.Counted> counted) {
    Map<LocalDate, List<byte[]>> days = new LinkedHashMap<>();
    for (Change.Counted each : counted) {
      if (each.of() == null) add(days.computeIfAbsent(each.count().day(), this::kept), each);
      else once(each, each.of());
    }
    days.forEach((day, args) -> commit.step("count", List.of(key(day)), args));
  }

  private void once(Change.Counted counted, RequestId of) {
    List<byte[]> args = new ArrayList<>();
    args.add(Utf8.bytes(counted.count().what().once()));
    args.addAll(kept(counted.count().day()));
    add(args, counted);
    commit.step("count-once", List.of(key(counted.count().day()), keys.board(of)), args);
  }

  private byte[] key(LocalDate day) {
    return keys.counts(day.toString());
  }

  private List<byte[]> kept(LocalDate day) {
    return new ArrayList<>(List.of(Utf8.bytes(keepFor.toMillis())));
  }

  private static void add(List<byte[]> args, Change.Counted counted) {
    args.add(Utf8.bytes(field(counted.count())));
    args.add(Utf8.bytes(counted.count().by()));
  }

  private static String field(Count count) {
    Spot spot = count.spot();
    return String.join("|", spot.group(), spot.need(), spot.area(), count.what().key());
  }

  /** Empty for what a later version counts. */
  static Optional<Count> read(LocalDate day, String field, String by) {
    String[] words = field.split("\\|", -1);
    if (words.length != 4) return Optional.empty();
    Spot spot = new Spot(words[0], words[1], words[2]);
    return What.of(words[3]).map(what -> new Count(day, spot, what, Integer.parseInt(by)));
  }

  /** What is counted of those who volunteer, by {@link Keys#homes}. */
  static List<Count> stock(LocalDate day, Instant now, Collection<String> homes) {
    Map<Spot, Integer> all = new LinkedHashMap<>();
    Map<Spot, Integer> drivers = new LinkedHashMap<>();
    for (String home : homes) {
      String[] words = home.split("\\|", -1);
      if (words.length != 4 || Long.parseLong(words[3]) > now.getEpochSecond() / 60) continue;
      Spot spot = new Spot(words[0], "", words[1]);
      all.merge(spot, 1, Integer::sum);
      if (words[2].equals(CAR)) drivers.merge(spot, 1, Integer::sum);
    }
    List<Count> stock = new ArrayList<>();
    all.forEach((spot, n) -> stock.add(new Count(day, spot, Measure.VOLUNTEERS, n)));
    drivers.forEach((spot, n) -> stock.add(new Count(day, spot, Measure.DRIVERS, n)));
    return stock;
  }

  /** A value of the hash. */
  static String home(Volunteering offer) {
    Spot spot = new Spot(offer.group(), "", offer.home().smallArea());
    Instant until = offer.pausedUntil();
    // as many digits as it takes: until they say RESUME is longer than anybody lives
    long minute = until == null ? 0 : until.getEpochSecond() / 60;
    String car = offer.travel().contains(Travel.CAR) ? CAR : "";
    return String.join("|", spot.group(), spot.area(), car, Long.toString(minute));
  }
}
