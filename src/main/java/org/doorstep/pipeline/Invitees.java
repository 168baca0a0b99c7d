package org.doorstep.pipeline;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.doorstep.cell.CellId;
import org.doorstep.people.Address;
import org.doorstep.people.Invitation;
import reactor.core.publisher.Mono;

/** Whom a lead has put on a list, until they have said whether they agree. */
public interface Invitees {

  /** How it stands with somebody before they are invited. */
  enum Standing {
    MAY_BE_ASKED,
    /** By a list that was read before; it still waits for their answer. */
    INVITED,
    /** They have joined already, or agreed. */
    VOLUNTEER,
    /** They said no, STOP, or FORGET ME after they had volunteered. */
    DECLINED
  }

  /** How it stands with each, in their order. */
  Mono<List<Standing>> standing(CellId cell, List<Address> addresses);

  /**
   * Invites all of a list, or nobody. Whoever is on it stands in {@code Dossier.invited} from then
   * on when they write.
   *
   * @param people none of whom is invited already
   * @param keptFor what is not answered by then is erased
   */
  Mono<Void> invite(CellId cell, Map<Address, Invitation> people, Duration keptFor);
}
