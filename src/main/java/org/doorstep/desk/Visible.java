package org.doorstep.desk;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.doorstep.bridge.Case;
import org.doorstep.cell.Cell;
import org.doorstep.cell.Stance;
import org.doorstep.help.HelpRequest;
import org.doorstep.help.RequestId;

/**
 * What somebody who looks at cases may see of all that there is. Every list they get is made of
 * what goes through here: their page, what they ask for in words, and what they find.
 */
record Visible(Cell cell, Caseworker me) {

  boolean sees(Case theCase) {
    if (theCase.isSealed()) return Answering.of(cell, theCase).officer(me.user()).isPresent();
    String partner = theCase.matter().partner();
    return me.officer() || (partner != null && me.partners().contains(partner));
  }

  List<Case> cases(List<Case> all) {
    return all.stream().filter(this::sees).toList();
  }

  /** Officers see the jobs of all groups; who answers for a partner, what came to it. */
  List<HelpRequest> jobs(List<HelpRequest> all, List<Case> cases) {
    if (me.officer()) return all;
    Set<RequestId> theirs =
        cases(cases).stream()
            .flatMap(c -> Stream.ofNullable(c.matter().request()))
            .collect(Collectors.toSet());
    return all.stream().filter(job -> theirs.contains(job.id())).toList();
  }

  /**
   * Whether a job may be found by whom it is for: a group at arm's length lets nobody's name out.
   */
  boolean byName(HelpRequest job) {
    return cell.group(job.particulars().group())
        .filter(group -> group.stance() == Stance.ARMS_LENGTH)
        .isEmpty();
  }
}
