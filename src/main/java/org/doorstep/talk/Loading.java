package org.doorstep.talk;

import java.util.List;

/** What came of reading a folder of flows. */
public sealed interface Loading {

  record Loaded(FlowBook book) implements Loading {}

  /** All that is wrong, by file and line; nothing was loaded. */
  record Faulty(List<Fault> faults) implements Loading {
    public Faulty {
      faults = List.copyOf(faults);
    }
  }
}
