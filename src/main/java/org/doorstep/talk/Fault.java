package org.doorstep.talk;

/**
 * Something wrong in a file of flows.
 *
 * @param line counted from 1
 * @param remedy what to do about it
 */
public record Fault(String file, int line, String problem, String remedy)
    implements Comparable<Fault> {

  @Override
  public int compareTo(Fault other) {
    int byFile = file.compareTo(other.file);
    return byFile != 0 ? byFile : Integer.compare(line, other.line);
  }

  @Override
  public String toString() {
    return file + ":" + line + ": " + problem + ". " + remedy + (remedy.endsWith("?") ? "" : ".");
  }
}
