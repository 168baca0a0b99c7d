package org.doorstep.slack;

import java.util.Map;
import org.doorstep.cell.Cell;
import org.doorstep.desk.Inbound;
import org.doorstep.talk.Tap;
import org.jspecify.annotations.Nullable;

/** What a payload of Slack's came to. */
sealed interface Reading {

  record Happened(Cell cell, Inbound inbound) implements Reading {}

  /**
   * A button that opens a form, which has to happen at once.
   *
   * @param trigger lives for three seconds
   * @param language of the page that the button stands on
   * @param note what its note begins with
   * @param otherwise what is kept where the form cannot be opened: it is gone through in words
   */
  record Opens(
      Cell cell, String trigger, String language, Tap tap, @Nullable String note, Inbound otherwise)
      implements Reading {

    Opens(Cell cell, String trigger, String language, Tap tap, Inbound otherwise) {
      this(cell, trigger, language, tap, null, otherwise);
    }
  }

  /**
   * A form that cannot be taken as it is.
   *
   * @param language of the form
   * @param faults the ids of what is said at the fields, by field
   */
  record Wrong(String language, Map<String, String> faults) implements Reading {
    public Wrong {
      faults = Map.copyOf(faults);
    }
  }

  /**
   * @param why for the count of what is left aside
   */
  record Ignored(String why) implements Reading {}
}
