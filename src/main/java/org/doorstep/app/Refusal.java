package org.doorstep.app;

import java.util.List;

/**
 * Doorstep must not start. Thrown by whatever is built at start-up; the operator sees the list of
 * problems and no stack trace.
 */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final List<String> problems;

  /** Each problem is a line for the operator, without anything secret or personal. */
  public Refusal(List<String> problems) {
    super(problems.size() + " reason(s) not to start", null, false, false);
    this.problems = List.copyOf(problems);
  }

  public List<String> problems() {
    return problems;
  }

  /** What the operator reads. */
  String page() {
    return "Doorstep does not start:"
        + System.lineSeparator()
        + String.join("", problems.stream().map(p -> "  - " + p + System.lineSeparator()).toList());
  }
}
