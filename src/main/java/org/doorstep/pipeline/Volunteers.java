package org.doorstep.pipeline;

import java.util.List;
import org.doorstep.cell.CellId;
import org.doorstep.desk.Answers;
import org.doorstep.desk.Enquiry;
import org.doorstep.desk.RollCall;
import org.doorstep.help.Asking;
import org.doorstep.help.Candidate;
import org.doorstep.people.Person;
import reactor.core.publisher.Mono;

/** Who volunteers, and what is remembered of their being asked. */
public interface Volunteers {

  /**
   * Enough of those near to fill the wave with people who may be asked, if there are any: those who
   * helped this resident before, then the most promising of the nearest by a position rounded to
   * about 100 m (the exact one is in the person). In no order.
   */
  Mono<List<Candidate>> suiting(CellId cell, Asking asking);

  /** What those who run a group want to know; see each {@link RollCall} for how much is read. */
  Mono<Answers> roll(CellId cell, RollCall call);

  /** Nearest first by a position rounded to about 100 m. */
  Mono<List<Person>> near(CellId cell, Enquiry.VolunteersNear enquiry);
}
