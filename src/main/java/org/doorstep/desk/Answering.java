package org.doorstep.desk;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.doorstep.bridge.Case;
import org.doorstep.cell.Cell;
import org.doorstep.cell.Officer;
import org.doorstep.cell.Partner;

/**
 * Who looks at a case, and where: the link officers, the safeguarding people, or those who answer
 * for a partner.
 */
record Answering(String channel, List<Officer> inTurn, List<Officer> all) {

  static Answering of(Cell cell, Case theCase) {
    return partner(cell, theCase)
        .map(partner -> of(cell, partner))
        .orElseGet(() -> theCase.isSealed() ? sealed(cell) : usual(cell));
  }

  private static Answering usual(Cell cell) {
    return new Answering(cell.officersChannel(), cell.officers(), cell.officers());
  }

  /** Where a cell has safeguarding people no more, its officers are. */
  private static Answering sealed(Cell cell) {
    String channel = cell.safeguarding().channel();
    return channel == null
        ? usual(cell)
        : new Answering(channel, cell.safeguarding().people(), cell.safeguarding().people());
  }

  /** With those who stand in for whoever is off duty. */
  static Answering of(Draft draft, Case theCase) {
    Answering all = of(draft.cell(), theCase);
    return new Answering(all.channel(), draft.duty().onDuty(all.inTurn(), draft.now()), all.all());
  }

  static Optional<Partner> partner(Cell cell, Case theCase) {
    return Optional.ofNullable(theCase.matter().partner()).flatMap(cell.response()::partner);
  }

  /** They speak for their organisation, and the officers may look after everything. */
  private static Answering of(Cell cell, Partner partner) {
    List<Officer> theirs =
        partner.people().stream().map(user -> new Officer(user, partner.name())).toList();
    return new Answering(
        partner.slackChannel(),
        theirs,
        Stream.concat(theirs.stream(), cell.officers().stream()).toList());
  }

  Optional<Officer> officer(String slackUser) {
    return all.stream().filter(o -> o.slackUser().equals(slackUser)).findFirst();
  }

  /** Whose turn it is to be told. */
  Officer toldAs(int number) {
    return inTurn.get((number - 1) % inTurn.size());
  }

  /** Whether all of them have been told. */
  boolean everybodyBy(int number) {
    return number > inTurn.size();
  }
}
