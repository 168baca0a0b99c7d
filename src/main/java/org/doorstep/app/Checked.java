package org.doorstep.app;

import java.util.List;

/** What came of reading what people wrote. */
sealed interface Checked<T> {

  record Fine<T>(T thing) implements Checked<T> {}

  /** All that is wrong, each with file and line. */
  record Faulty<T>(List<String> findings) implements Checked<T> {
    public Faulty {
      findings = List.copyOf(findings);
    }
  }
}
