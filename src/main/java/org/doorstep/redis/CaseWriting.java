package org.doorstep.redis;

import java.util.List;
import java.util.Set;
import org.doorstep.bridge.Case;
import org.doorstep.desk.Dossier;
import org.doorstep.help.RequestId;

/** A case as it is from now on; one that is over is kept for a while. */
record CaseWriting(Keys keys, Commit commit, Draft draft, Dossier dossier) {

  void write(Case theCase) {
    RequestId request = theCase.matter().request();
    draft.record(
        RecordRef.caseOf(theCase.id()),
        theCase.person(),
        Set.of(theCase.person()),
        request == null ? "" : request.value(),
        Wire.write(Case.class, theCase));
    String open = link(theCase, Links.Link.Kind.CASE);
    String closed = link(theCase, Links.Link.Kind.CLOSED);
    draft.unlinked.add(theCase.isOpen() ? closed : open);
    draft.linked.add(theCase.isOpen() ? open : closed);
    if (!theCase.isOpen()) {
      commit.step(
          "expire",
          List.of(keys.caseOf(theCase.id())),
          Utf8.bytes(dossier.cell().rules().keepClosedFor().toMillis()));
    }
  }

  private static String link(Case theCase, Links.Link.Kind kind) {
    return new Links.Link(theCase.person(), kind, theCase.id().value()).toString();
  }
}
