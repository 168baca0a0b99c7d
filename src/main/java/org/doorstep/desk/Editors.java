package org.doorstep.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Those who edit the files of a cell and its groups; the officers are told what is wrong. */
final class Editors {

  /** More are only counted. */
  private static final int TOLD = 10;

  private final Wording wording;
  private final Leavers leavers;

  Editors(Wording wording, Leavers leavers) {
    this.wording = wording;
    this.leavers = leavers;
  }

  void told(Draft draft, Inbound.CellEdited edited) {
    Wording officers = wording.toCell(draft);
    String what = edited.refused().isEmpty() ? "in-use" : "refused";
    List<String> lines = new ArrayList<>();
    lines.add(officers.words("rules." + what, Map.of()));
    lines.addAll(edited.refused().stream().limit(TOLD).toList());
    int more = edited.refused().size() - TOLD;
    if (more > 0) {
      lines.add(officers.words("rules.refused-more", Map.of("more", Integer.toString(more))));
    }
    Card card =
        new Card(officers.words("rules." + what + "-title", Map.of()), lines, null, List.of());
    draft.say(
        new Outgoing.Post(
            draft.nextId(),
            draft.cell().officersChannel(),
            "edit/" + Derived.id(edited.id(), "post"),
            card,
            false,
            Set.of()));
    leavers.edited(draft);
  }
}
