package org.doorstep.pipeline;

import java.util.List;
import org.doorstep.cell.CellId;
import org.doorstep.desk.Enquiry;
import org.doorstep.people.Person;
import reactor.core.publisher.Mono;

/** Who volunteers near a point. */
public interface Volunteers {

  /** Nearest first by a position rounded to about 100 m; the exact one is in the person. */
  Mono<List<Person>> near(CellId cell, Enquiry.VolunteersNear enquiry);
}
