package org.doorstep.pipeline;

/**
 * The store cannot do it now: it is away, full, loading, or too few replicas are there. No message
 * is to blame, so none is put aside for it.
 */
public final class Away extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Away(Throwable cause) {
    super(cause.getMessage(), cause, false, false);
  }
}
