package org.doorstep.cell;

/**
 * Something in a file that has to be put right by whoever wrote it.
 *
 * @param line counted from 1
 * @param message what is wrong and what to do about it
 */
public record Fault(String file, int line, String message) {

  @Override
  public String toString() {
    return file + ":" + line + ": " + message;
  }
}
