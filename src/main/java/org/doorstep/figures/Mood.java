package org.doorstep.figures;

/**
 * How a group's week goes, for those who look after the cell: as it is, not to be published.
 *
 * @param open requests of the group that are not over
 * @param filled taken since Monday
 * @param waiting open ones that nobody has taken
 */
public record Mood(int open, int filled, int waiting) {

  /**
   * @param thisWeek may be of more than the group
   */
  public static Mood of(String group, int open, int waiting, Counts thisWeek) {
    Counts own = thisWeek.only(c -> c.spot().group().equals(group));
    return new Mood(open, own.of(Measure.FILLED), waiting);
  }
}
