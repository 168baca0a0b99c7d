package org.doorstep.geo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.function.Supplier;
import org.doorstep.place.Place;
import org.doorstep.place.PlaceAnswer;
import org.doorstep.place.Point;
import org.doorstep.place.Postcode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * The postcodes that were imported into a data folder. A new import is noticed at the next
 * question; a table that cannot be read leaves the one before it in use.
 */
public final class ImportedPlaces implements Source {

  private static final Logger log = LoggerFactory.getLogger(ImportedPlaces.class);

  private final TableFile file;
  private Stamp seen = Stamp.NONE;
  private PostcodeTable table = PostcodeTable.EMPTY;

  /** Which version of the file there is. */
  private record Stamp(Object id, long modified, long size) {
    static final Stamp NONE = new Stamp("", 0, 0);
  }

  public ImportedPlaces(Path dataFolder) {
    this.file = new TableFile(dataFolder);
    current();
  }

  /** How many postcodes it knows. */
  public int size() {
    return current().size();
  }

  @Override
  public Mono<PlaceAnswer> find(String text) {
    return answer(() -> Postcode.parse(text).flatMap(current()::find));
  }

  @Override
  public Mono<PlaceAnswer> nearest(Point pin) {
    return answer(
        () ->
            current()
                .outcodeNear(pin, NEAR_METRES)
                .map(outcode -> new Place(outcode, outcode, pin, true)));
  }

  private static Mono<PlaceAnswer> answer(Supplier<Optional<Place>> place) {
    return Mono.fromSupplier(
            () ->
                place
                    .get()
                    .<PlaceAnswer>map(PlaceAnswer.Found::new)
                    .orElse(new PlaceAnswer.Unknown()))
        .subscribeOn(Schedulers.boundedElastic());
  }

  private synchronized PostcodeTable current() {
    Stamp now = stamp();
    if (now.equals(seen)) return table;
    seen = now;
    try {
      table = now.equals(Stamp.NONE) ? PostcodeTable.EMPTY : file.read();
      log.info("{} imported postcodes are in use", table.size());
    } catch (IOException broken) {
      log.error("{} cannot be used: {}; import it again", file.path(), broken.getMessage());
    }
    return table;
  }

  private Stamp stamp() {
    try {
      var attributes = Files.readAttributes(file.path(), BasicFileAttributes.class);
      Object id = attributes.fileKey();
      return new Stamp(
          id == null ? "" : id, attributes.lastModifiedTime().toMillis(), attributes.size());
    } catch (NoSuchFileException none) {
      return Stamp.NONE;
    } catch (IOException unreadable) {
      return seen;
    }
  }
}
