package org.doorstep.app;

import org.jspecify.annotations.Nullable;

/**
 * An error as the log may show it: where it happened and of which kind. Libraries put what people
 * wrote into messages of exceptions (a parser its input, Redis the arguments of a command), so the
 * messages are left out.
 */
final class Unspoken extends Exception {
  private static final long serialVersionUID = 1L;
  private static final int DEEPEST = 10;

  private final String kind;

  private Unspoken(Throwable error, @Nullable Throwable cause) {
    super(null, cause, false, true);
    this.kind = error.getClass().getName();
    setStackTrace(error.getStackTrace());
  }

  static Unspoken of(Throwable error) {
    return of(error, DEEPEST);
  }

  private static Unspoken of(Throwable error, int deep) {
    Throwable cause = error.getCause();
    return new Unspoken(error, cause == null || deep == 0 ? null : of(cause, deep - 1));
  }

  @Override
  @SuppressWarnings("OverrideThrowableToString") // with a message, the log would name this class
  public String toString() {
    return kind;
  }
}
