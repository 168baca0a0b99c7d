package org.doorstep.understand;

/** What a message is for. */
public enum Intent {
  /** Somebody needs something. */
  REQUEST,
  /** Somebody would help, or gives a thing. */
  OFFER,
  OTHER
}
