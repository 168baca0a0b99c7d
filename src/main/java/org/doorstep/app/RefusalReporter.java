package org.doorstep.app;

import java.io.PrintStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Tells the operator why Doorstep does not start, in place of a stack trace. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class RefusalReporter implements SpringBootExceptionReporter {

  private final PrintStream err = System.err;

  @Override
  public boolean reportException(Throwable failure) {
    Optional<Refusal> refusal = behind(failure);
    refusal.ifPresent(r -> err.print(r.page()));
    return refusal.isPresent();
  }

  static Optional<Refusal> behind(@Nullable Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof Refusal refusal) return Optional.of(refusal);
    }
    return Optional.empty();
  }
}
