package org.doorstep.pipeline;

import java.time.Instant;
import java.util.List;
import org.doorstep.bridge.Listed;
import org.doorstep.bridge.Listing;
import org.doorstep.cell.CellId;
import org.doorstep.desk.Enquiry;
import reactor.core.publisher.Mono;

/**
 * The services and shops that people in a cell are pointed to, from one or more sources. All of it
 * is public: nothing in it is about anybody who writes.
 */
public interface Directory {

  /** What one cell's directory is made for: all of it is looked through for each question. */
  int MOST = 20_000;

  /** In no order. What somebody has said is wrong is marked so until its source is read again. */
  Mono<List<Listed>> find(CellId cell, Enquiry.ServicesFor wanted);

  /**
   * From now on a source has these entries and no others: all at once, or nothing changes. What was
   * said of those before is forgotten.
   *
   * @param services none at all takes the source away
   */
  Mono<Void> replace(CellId cell, String source, List<Listing> services, Instant now);

  /** By name. */
  Mono<List<Source>> sources(CellId cell);

  /**
   * What came from one place.
   *
   * @param read when that was
   */
  record Source(String name, Instant read, List<Listed> entries) {
    public Source {
      entries = List.copyOf(entries);
    }
  }
}
