package org.doorstep.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.doorstep.bridge.Listing;
import org.doorstep.bridge.ServiceId;
import org.doorstep.cell.Cell;
import org.doorstep.directory.Entry;
import org.doorstep.directory.Written;
import org.doorstep.people.Need;
import org.doorstep.pipeline.Directory;
import org.doorstep.pipeline.Gazetteer;
import org.doorstep.place.PlaceAnswer;
import org.doorstep.place.Point;
import org.doorstep.place.Postcode;
import org.doorstep.understand.Understanding;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** Takes in what a directory lists: whatever can be used, all at once; of the rest it says why. */
final class Importing implements Consumer<Entry> {

  private static final int LOOKED_UP_AT_ONCE = 16;

  /** More refusals are only counted. */
  private static final int TOLD = 50;

  private final String source;
  private final List<Written> written = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();
  private final List<String> refused = new ArrayList<>();
  private int read;
  private int left;
  private int inactive;

  /**
   * @param source by which these entries are known, and replaced the next time
   */
  Importing(String source) {
    this.source = source;
  }

  /**
   * What came of it.
   *
   * @param unplaced of the services, those that are not on the map
   * @param unsorted of the services, those of which it is not known what they are an answer to
   * @param refused the first of those that were left out, and why
   * @param left how many were
   */
  record Outcome(
      List<Listing> services,
      int read,
      int inactive,
      int unplaced,
      int unsorted,
      List<String> refused,
      int left) {}

  @Override
  public void accept(Entry entry) {
    read++;
    switch (entry) {
      case Entry.Refused(String at, String reason) -> refuse(at, reason);
      case Entry.Inactive i -> inactive++;
      case Entry.Legible(String at, List<Written> places) -> {
        if (written.size() + places.size() > Directory.MOST) {
          refuse(at, "there is room for no more than " + Directory.MOST);
        } else if (!ids.add(places.getFirst().id())) {
          refuse(at, "the same id is there twice");
        } else {
          written.addAll(places);
        }
      }
    }
  }

  private void refuse(String at, String reason) {
    left++;
    if (refused.size() < TOLD) refused.add(at + ": " + reason);
  }

  Outcome outcome(Cell cell, Understanding understanding, Gazetteer places) {
    Map<Postcode, Point> points = points(cell, places);
    List<Listing> services =
        written.stream().map(one -> service(one, understanding, points)).toList();
    return new Outcome(
        services,
        read,
        inactive,
        (int) services.stream().filter(service -> service.point() == null).count(),
        (int) services.stream().filter(service -> service.needs().isEmpty()).count(),
        List.copyOf(refused),
        left);
  }

  /** Of those that do not say it themselves. */
  private Map<Postcode, Point> points(Cell cell, Gazetteer places) {
    Map<Postcode, Point> points = new HashMap<>();
    Flux.fromStream(
            written.stream()
                .filter(one -> one.point() == null && one.postcode() != null)
                .map(Written::postcode)
                .distinct())
        .flatMap(
            code -> places.find(cell.id(), code.toString()).map(answer -> Map.entry(code, answer)),
            LOOKED_UP_AT_ONCE)
        .doOnNext(
            each -> {
              if (each.getValue() instanceof PlaceAnswer.Found found) {
                points.put(each.getKey(), found.place().point());
              }
            })
        .blockLast();
    return points;
  }

  private Listing service(Written one, Understanding understanding, Map<Postcode, Point> points) {
    Set<Need> needs = understanding.services(one.kinds() + "; " + one.name());
    if (needs.isEmpty() && one.about() != null) needs = understanding.services(one.about());
    @Nullable Point point = one.point();
    if (point == null && one.postcode() != null) point = points.get(one.postcode());
    boolean delivers =
        one.delivers()
            || understanding.delivers(one.kinds() + "; " + one.name() + "; " + one.about());
    return new Listing(
        id(one.id()),
        one.name(),
        one.about(),
        needs,
        one.phone(),
        one.web(),
        one.where(),
        point,
        one.openings(),
        one.hours(),
        delivers,
        one.checked());
  }

  private ServiceId id(String own) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest((source + '\n' + own).getBytes(UTF_8));
      return new ServiceId("d" + HexFormat.of().formatHex(hash, 0, 8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** What is kept; the caller has looked whether there is anything. */
  void keep(Outcome outcome, Cell cell, Directory directory, Instant now) {
    directory.replace(cell.id(), source, outcome.services(), now).block();
  }
}
