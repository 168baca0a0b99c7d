package org.doorstep.desk;

import org.doorstep.bridge.Audit;
import org.doorstep.bridge.Case;
import org.jspecify.annotations.Nullable;

/** Writes down who had what to do with a safeguarding case; of other cases nothing. */
final class Audits {

  private Audits() {}

  static void note(Draft draft, Case about, Audit.Kind kind, @Nullable String who) {
    note(draft, about, kind, who, null);
  }

  /**
   * @param texts the fixed text that was said, with its version
   */
  static void note(
      Draft draft, Case about, Audit.Kind kind, @Nullable String who, @Nullable String texts) {
    if (!about.isSealed() && !about.matter().reason().sealed()) return;
    Audit entry = new Audit(draft.now(), about.id(), kind, who, texts);
    draft.change("audit/" + about.id() + "/" + kind + "/" + who, new Change.Audited(entry));
  }
}
