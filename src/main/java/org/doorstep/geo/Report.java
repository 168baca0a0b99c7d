package org.doorstep.geo;

import java.util.List;

/**
 * What came of an import. It is all or nothing: where anything was refused, nothing was kept and
 * the table from before is still in use.
 *
 * @param files how many files were read
 * @param read rows in them, headings not counted
 * @param kept postcodes that are now in the table
 * @param withoutPosition rows left out because nobody has placed them on the map
 * @param refused rows that are wrong
 * @param refusals the first of them, at most {@link #SHOWN}
 */
public record Report(
    int files, int read, int kept, int withoutPosition, int refused, List<Refusal> refusals) {

  public static final int SHOWN = 1000;

  /**
   * A row that is wrong.
   *
   * @param line counted from 1; 0 where it is the whole file
   */
  public record Refusal(String file, int line, String reason) {

    @Override
    public String toString() {
      return (line == 0 ? file : file + ":" + line) + ": " + reason;
    }
  }

  public Report {
    refusals = List.copyOf(refusals);
  }

  public boolean imported() {
    return kept > 0;
  }
}
