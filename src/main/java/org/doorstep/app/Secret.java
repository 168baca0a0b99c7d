package org.doorstep.app;

/** A credential. It never shows in what is printed. */
public record Secret(String value) {

  @Override
  public String toString() {
    return "Secret[redacted]";
  }
}
